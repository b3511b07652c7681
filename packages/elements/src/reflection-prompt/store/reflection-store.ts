import { readBackup, writeBackup } from './backup.js';
import { checkReflection } from '../model/check-reflection.js';
import type {
  Kept,
  Reflection,
  ReflectionDraft,
  ReflectionStore,
  SaveResult,
  StoreResult,
  StoreState,
} from '../model/reflection.js';
import { fingerprint, reflectionDatabase, type Content, type Stored } from './reflection-database.js';
import {
  closeBox,
  importKey,
  isBox,
  leastIterations,
  openBox,
  randomBase64,
  seal,
  unseal,
  type Box,
  type Cryptography,
} from './vault.js';

/** What a store needs of the browser. What is optional is missing in some browsers, and done without. */
export interface StoreSurroundings {
  /** `undefined` where a browser has none, or throws at the mere question. */
  readonly indexedDB: IDBFactory | undefined;
  /** The browser's `crypto`. Without `subtle` there are no passphrases and no backups. */
  readonly crypto: Cryptography;
  /** Keeps long work of two tabs apart. Without it they notice each other, and begin again. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** Tells other tabs that something has changed, never what. The store closes it. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'> | undefined;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called when another tab has changed something; `state` and `encrypted` are up to date then. */
  readonly onChange?: (() => void) | undefined;
  /** Name of the database. */
  readonly name: string;
  /** Rounds of PBKDF2 for a new passphrase; one that was set with fewer is wrapped anew when it is used. Default 600,000. */
  readonly iterations?: number;
}

/** An unwrapped data key. */
interface DataKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** What is to be stored instead, and the result when it is. */
interface Plan<Result> extends Content {
  readonly result: Result;
}

/** Writing and reading back, and some more for lost connections and what other tabs do meanwhile. The last one only reads. */
const mostTries = 6;

/** So many are decrypted at once: enough to keep the processor busy, few enough for the page to have its turn in between. */
const chunk = 50;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Id of a stored key; also of one that is damaged, which is not the same as none. */
const idOf = (key: { readonly id: unknown } | undefined): string | undefined => key && JSON.stringify([key.id]);

/** Does something with every item, a few at a time. */
async function each<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += chunk)
    results.push(...(await Promise.all(items.slice(at, at + chunk).map(act))));
  return results;
}

/**
 * Makes a store of reflections in IndexedDB. It creates nothing until something is saved, restored or given a passphrase.
 *
 * - Every write checks in its own transaction that what it builds on is still so, and is read back in another one. Two tabs
 *   cannot overwrite each other, and a tab that does not know of a passphrase cannot write in clear.
 * - All encryption comes before the transaction, which would end by itself meanwhile.
 * - A connection can be lost at any time (WebKit ends those of pages in the background): what fails is tried again with a
 *   new one.
 */
export function createReflectionStore({
  indexedDB,
  crypto,
  locks,
  channel,
  now,
  onChange,
  name,
  iterations = leastIterations,
}: StoreSurroundings): ReflectionStore {
  const database = reflectionDatabase(indexedDB, name);
  let state: StoreState = 'none';
  let encrypted = false;
  let unlocked: DataKey | undefined;
  /** How often the key was forgotten: unlocking takes a while, and must not undo a `lock()` that came later. */
  let lockings = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** Reads all, or the entry of one id, and takes notice of the key. */
  async function read(id?: string): Promise<Content> {
    const content = await database.read(id);
    const { key, exists } = content;
    encrypted = key !== undefined;
    if (idOf(unlocked) !== idOf(key)) unlocked = undefined;
    if (!encrypted || unlocked) state = exists ? 'open' : 'none';
    else state = (await isBox(crypto, key)) ? 'locked' : 'damaged';
    return content;
  }

  const encode = async (entry: Stored, by: CryptoKey | undefined): Promise<Stored> => {
    const { id, version } = entry;
    return by ? { id, version, sealed: await seal(crypto, by, JSON.stringify(entry), `${id} ${version}`) } : entry;
  };

  const decode = async (entry: Stored | undefined, by: CryptoKey | undefined): Promise<Reflection | undefined> => {
    if (!entry || !('sealed' in entry)) return checkReflection(entry);
    try {
      return by && checkReflection(JSON.parse(await unseal(crypto, by, entry.sealed, `${entry.id} ${entry.version}`)));
    } catch {
      return undefined;
    }
  };

  /** One thing after another: within a tab nothing overtakes. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Does something until it has a result, each time after an error with a new connection. */
  async function persist<Result>(
    work: (triesLeft: number) => Promise<Result | undefined>,
  ): Promise<Result | 'quota' | 'failed'> {
    for (let triesLeft = mostTries; triesLeft--;)
      try {
        const result = await work(triesLeft);
        if (result !== undefined) return result;
      } catch (error) {
        database.disconnect();
        if ((error as Error | null)?.name === 'QuotaExceededError') return 'quota';
      }
    return 'failed';
  }

  /** Takes notice of how things stand; `undefined` when the browser does not say. */
  async function look(id?: string): Promise<Content | undefined> {
    const content = await persist(() => read(id));
    if (!isText(content)) return content;
    state = 'unavailable';
    return undefined;
  }

  /** Everything that can be read. */
  async function list(): Promise<Kept> {
    const entries = (await look())?.entries ?? [];
    const by = unlocked?.key;
    if (state !== 'open') return { reflections: [], damaged: [] };
    const decoded = await each(entries, (entry) => decode(entry, by));
    return {
      reflections: decoded
        .filter((one) => !!one)
        .sort((one, other) => +(one.created < other.created) || -Number(one.created > other.created)),
      damaged: entries.filter((_, at) => !decoded[at]).map(({ id }) => id),
    };
  }

  let others = channel;
  const tell = (): void => others?.postMessage('changed');

  /** Long work, in one tab at a time. */
  const alone = (work: () => Promise<StoreResult>): Promise<StoreResult> =>
    inTurn(() => (locks ? locks.request<Promise<StoreResult>>(name, work) : work())).catch(() => 'failed');

  /**
   * Puts other content in the place of what is stored (all, or what there is under one id) and reads it back. `plan` is
   * given what is stored, and gives what is to be there or a result that ends it. It is asked again when something has
   * changed meanwhile.
   */
  function revise<Result>(
    plan: (before: Content) => Plan<Result> | Result | Promise<Plan<Result> | Result>,
    id?: string,
  ): Promise<Result | 'quota' | 'failed'> {
    let wanted: { readonly print: string; readonly result: Result } | undefined;
    return persist(async (triesLeft) => {
      const before = await read(id);
      const print = fingerprint(before);
      if (wanted?.print === print) return wanted.result;
      const after = (await plan(before)) as Plan<Result>;
      // Nothing else has entries.
      if (!after.entries) return after as Result;
      // What is written is read back, or it would be there after a "failed".
      if (!triesLeft) return undefined;
      wanted = { print: fingerprint(after), result: after.result };
      await database.replace(before, after, id);
      tell();
      return undefined;
    });
  }

  function save({ id, promptId, prompt, text }: ReflectionDraft, version: number): Promise<SaveResult> {
    const changed = new Date(now()).toISOString();
    const by = unlocked;
    return revise<SaveResult>(async ({ key, entries: [entry] }) => {
      if (idOf(key) !== idOf(by)) return { outcome: 'locked' };
      const current = await decode(entry, by?.key);
      // It is there: from an earlier try that seemed to fail, or because another tab has written the same.
      if (
        current?.version === version + 1 &&
        current.text === text &&
        current.prompt === prompt &&
        current.promptId === promptId
      )
        return { outcome: 'saved', reflection: current };
      if ((entry?.version ?? 0) !== version) return { outcome: 'conflict' };
      const reflection = checkReflection({
        ...{ id, promptId, prompt, text, changed },
        created: current?.created ?? changed,
        version: version + 1,
      });
      // What could not be read again is not written, and nothing is written over what cannot be read.
      if (!reflection || (entry && !current)) return { outcome: 'failed' };
      return { key, entries: [await encode(reflection, by?.key)], result: { outcome: 'saved', reflection } };
    }, id).then((result) => (isText(result) ? { outcome: result } : result));
  }

  const remove = (id: string, version?: number): Promise<StoreResult | 'conflict'> =>
    revise<StoreResult | 'conflict'>(({ key, entries: [entry] }) => {
      if (!entry) return 'done';
      if (version && entry.version !== version) return 'conflict';
      return { key, entries: [], result: 'done' };
    }, id);

  /** Opens the box with the data key, and closes it with `next`: `undefined` keeps the passphrase, an empty one takes it away. */
  function changePassphrase(current: string, next?: string): Promise<StoreResult> {
    const since = lockings;
    return alone(async () => {
      let opened: DataKey | undefined;
      let box: Box | undefined;
      const result = await revise<StoreResult>(async ({ key, entries }) => {
        // Done, and another tab has changed something else since.
        if (box && key?.check === box.check) return 'done';
        opened = undefined;
        if (!key && !next) return 'done';
        let text = randomBase64(crypto, 32);
        if (key) {
          const found = current ? await openBox(crypto, current, key, 'key') : 'locked';
          if (isText(found)) return found;
          text = found.text;
        }
        const by = await importKey(crypto, text);
        opened = { id: key?.id ?? randomBase64(crypto, 16), key: by };
        if (next === '') {
          const decoded = await each(entries, (entry) => decode(entry, by));
          // What cannot be read would be lost with the key.
          return decoded.every((one) => !!one) ? { key: undefined, entries: decoded, result: 'done' } : 'damaged';
        }
        if (key && next === undefined && key.iterations >= iterations) return 'done';
        box = await closeBox(crypto, next ?? current, text, 'key', iterations);
        return {
          key: { id: opened.id, ...box },
          entries: key ? entries : await each(entries, (entry) => encode(entry, by)),
          result: 'done',
        };
      });
      // Unlocking is done when the key is there, even if it could not be wrapped anew.
      if (!opened || (result !== 'done' && next !== undefined)) return result;
      if (encrypted && since === lockings) {
        unlocked = opened;
        state = 'open';
      }
      return 'done';
    });
  }

  async function clear(): Promise<StoreResult> {
    // It is empty, and another page has it still. To ask once more would mean to wait for that.
    if (database.deleting) return 'done';
    // All that was written goes first: another page may keep the empty database for a while.
    const wiped = await revise<StoreResult>(({ exists }) =>
      exists ? { key: undefined, entries: [], result: 'done' } : 'done',
    );
    if ((await database.destroy()) && wiped !== 'done') return wiped;
    unlocked = undefined;
    encrypted = false;
    state = 'none';
    tell();
    return 'done';
  }

  function restore(reflections: readonly Reflection[], mode: 'merge' | 'replace'): Promise<StoreResult> {
    const by = unlocked;
    return revise<StoreResult>(async ({ key, entries }) => {
      if (idOf(key) !== idOf(by)) return state === 'damaged' ? state : 'locked';
      const here = new Map(entries.map((entry) => [entry.id, entry]));
      const after = new Map(mode === 'merge' ? here : []);
      const put = async (one: Reflection): Promise<boolean> => {
        const checked = checkReflection(one);
        if (!checked) return false;
        const { id, text, changed } = checked;
        const entry = here.get(id);
        const current = await decode(entry, by?.key);
        const stays =
          current &&
          (mode === 'merge' ? current.changed >= changed : current.changed === changed && current.text === text);
        // Whoever is changing the one that is here shall find that it is another one now.
        const version = Math.max(checked.version, current ? current.version + 1 : 0);
        after.set(id, entry && stays ? entry : await encode({ ...checked, version }, by?.key));
        return true;
      };
      return (await each(reflections, put)).every((one) => one)
        ? { key, entries: [...after.values()], result: 'done' }
        : 'damaged';
    });
  }

  if (others)
    others.onmessage = () =>
      void inTurn(async () => {
        await look('');
        onChange?.();
      });

  return {
    get state() {
      return state;
    },
    get encrypted() {
      return encrypted;
    },
    look: () => inTurn(async () => look('').then(() => state)),
    list: () => inTurn(list),
    save: (draft, version) => inTurn(() => save(draft, version)),
    remove: (id, version) => inTurn(() => remove(id, version)),
    clear: () => alone(clear),
    unlock: (passphrase) => changePassphrase(passphrase),
    lock() {
      lockings++;
      unlocked = undefined;
      if (encrypted && state === 'open') state = 'locked';
    },
    setPassphrase: changePassphrase,
    backup: (reflections, passphrase) =>
      writeBackup(crypto, reflections, passphrase, iterations).catch(() => undefined),
    openBackup: (text, passphrase) => readBackup(crypto, text, passphrase),
    restore: (reflections, mode) => alone(() => restore(reflections, mode)),
    close() {
      others?.close();
      others = undefined;
      database.disconnect();
    },
  };
}
