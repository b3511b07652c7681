import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd } from '../../../test-support/index.js';
import type { Reflection, ReflectionDraft, SaveResult } from '../model/reflection.js';
import { ReflectionStore, type StoreEnvironment } from '../store/reflection-store.js';

let names = 0;
/** A database of its own for every test. */
let name: string;
beforeEach(() => {
  name = `reflections-test-${++names}-${crypto.randomUUID()}`;
});
afterEach(async () => {
  await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
});

const start = Date.parse('2026-03-01T09:00:00.000Z');
let clock = start;
beforeEach(() => {
  clock = start;
});

/** A store as one tab has it. Its time goes on by a minute with each look at the clock. */
function open(surroundings: Partial<StoreEnvironment> = {}): ReflectionStore {
  const store = new ReflectionStore({
    indexedDB,
    crypto,
    locks: navigator.locks,
    now: () => (clock += 60_000),
    name,
    iterations: 10,
    ...surroundings,
  });
  atEnd(() => store.close());
  return store;
}

const draft = (text: string, id: string = crypto.randomUUID()): ReflectionDraft => ({
  id,
  promptId: 'prompt-one',
  prompt: 'What did you notice?',
  text,
});

/** Saves a new one, which has to work. */
async function keep(store: ReflectionStore, text: string): Promise<Reflection> {
  const result = await store.save(draft(text), 0);
  if (result.outcome !== 'saved') throw new Error(`not saved: ${result.outcome}`);
  return result.reflection;
}

const texts = async (store: ReflectionStore): Promise<string[]> =>
  (await store.list()).reflections.map(({ text }) => text);

/** Whether there is a database. WebKit lists an aborted one as version 0, which is none: opening it makes a new one. */
const exists = async (): Promise<boolean> =>
  (await indexedDB.databases()).some((one) => one.name === name && one.version! > 0);

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** Opens the database behind the store's back, and lets go of it as soon as somebody else wants it. */
async function raw<T>(act: (entries: IDBObjectStore, meta: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await settled(indexedDB.open(name));
  try {
    const transaction = database.transaction(['entries', 'meta'], 'readwrite');
    return await act(transaction.objectStore('entries'), transaction.objectStore('meta'));
  } finally {
    database.close();
  }
}

/** All that is in the database, as text. */
const dump = (): Promise<string> =>
  raw(async (entries, meta) => {
    return JSON.stringify(
      await Promise.all([
        settled(entries.getAll()),
        settled(entries.getAllKeys()),
        settled(meta.getAll()),
        settled(meta.getAllKeys()),
      ]),
    );
  });

type Step = 'open' | 'transaction' | 'put' | 'delete' | 'deleteDatabase' | 'databases';

/**
 * The browser's IndexedDB, with `meddle` called before each step. What it throws is thrown by the step; it is given the
 * connection to do harm to.
 */
function faulty(meddle: (step: Step, connection?: IDBDatabase) => void): IDBFactory {
  const instead = <T extends object>(target: T, replaced: Record<string, unknown>): T =>
    new Proxy(target, {
      get(_, key) {
        const value: unknown = key in replaced ? replaced[key as string] : Reflect.get(target, key);
        return typeof value === 'function' && !(key in replaced) ? (value.bind(target) as unknown) : value;
      },
    });
  return instead(indexedDB, {
    open(...args: Parameters<IDBFactory['open']>) {
      meddle('open');
      const request = indexedDB.open(...args);
      request.addEventListener('success', () => {
        const connection = request.result;
        const begin = connection.transaction.bind(connection);
        connection.transaction = (...what) => {
          meddle('transaction', connection);
          const transaction = begin(...what);
          const get = transaction.objectStore.bind(transaction);
          transaction.objectStore = (which) => {
            const store = get(which);
            if (Object.hasOwn(store, 'put')) return store;
            for (const method of ['put', 'delete'] as const) {
              const original = store[method].bind(store) as (...given: unknown[]) => unknown;
              Object.defineProperty(store, method, {
                configurable: true,
                value(...given: unknown[]) {
                  meddle(method, connection);
                  return original(...given);
                },
              });
            }
            return store;
          };
          return transaction;
        };
      });
      return request;
    },
    deleteDatabase(which: string) {
      meddle('deleteDatabase');
      return indexedDB.deleteDatabase(which);
    },
    databases() {
      meddle('databases');
      return indexedDB.databases();
    },
  });
}

/** IndexedDB of a browser that cannot list its databases. */
const withoutList: IDBFactory = {
  open: (...args) => indexedDB.open(...args),
  deleteDatabase: (which) => indexedDB.deleteDatabase(which),
  cmp: (one, other) => indexedDB.cmp(one, other),
} as IDBFactory;

/** A fault that happens the first `times` times at a step. */
function failing(at: Step, error: string, times = Infinity): IDBFactory {
  let left = times;
  return faulty((step) => {
    if (step === at && left-- > 0) throw new DOMException('It was injected.', error);
  });
}

describe('a store of reflections', () => {
  describe('before anything is saved', () => {
    it('creates nothing by looking', async () => {
      const store = open();
      expect(await store.refresh()).to.equal('none');
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: [] });
      expect(await store.remove('a')).to.equal('done');
      expect(await store.unlock('p')).to.equal('done');
      expect(await store.setPassphrase('', '')).to.equal('done');
      expect(await store.save(draft('x'), 3)).to.deep.equal({ outcome: 'conflict' });
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    for (const [which, listless] of [
      ['has no list of its databases', withoutList],
      ['fails to list them, as Firefox after a crash', failing('databases', 'UnknownError')],
    ] as const)
      it(`creates nothing by looking in a browser that ${which}`, async () => {
        const store = open({ indexedDB: listless });
        expect(await store.refresh()).to.equal('none');
        expect(await store.list()).to.deep.equal({ reflections: [], damaged: [] });
        expect(await store.save(draft('x'), 3)).to.deep.equal({ outcome: 'conflict' });
        expect(await exists()).to.equal(false);
        await keep(store, 'Kept');
        expect([store.state, await texts(store)]).to.deep.equal(['open', ['Kept']]);
        expect(await open({ indexedDB: listless }).refresh()).to.equal('open');
      });
  });

  describe('saving', () => {
    it('keeps what was written, with its times and its version', async () => {
      const store = open();
      const first = draft('A quiet hour.');
      expect(await store.save(first, 0)).to.deep.equal({
        outcome: 'saved',
        reflection: {
          ...first,
          created: '2026-03-01T09:01:00.000Z',
          changed: '2026-03-01T09:01:00.000Z',
          version: 1,
        },
      });
      const changed = await store.save({ ...first, text: 'A loud hour.' }, 1);
      expect(changed).to.deep.equal({
        outcome: 'saved',
        reflection: {
          ...first,
          text: 'A loud hour.',
          created: '2026-03-01T09:01:00.000Z',
          changed: '2026-03-01T09:02:00.000Z',
          version: 2,
        },
      });
      expect(store.state).to.equal('open');
      store.close();
      // After the page was closed and opened again.
      const again = open();
      expect(await again.refresh()).to.equal('open');
      expect((await again.list()).reflections).to.deep.equal([changed.outcome === 'saved' && changed.reflection]);
    });

    it('keeps every text to the letter, in clear and encrypted', async () => {
      const store = open();
      const any = fc.string({ unit: 'binary', maxLength: 50 });
      for (const passphrase of ['', 'p']) {
        await store.setPassphrase('', passphrase);
        await fc.assert(
          fc.asyncProperty(fc.oneof(any, fc.constantFrom('', ' ', '\ud800', '\u0000', '\r\n')), async (text) => {
            const { id } = await keep(store, text);
            expect((await store.list()).reflections.find((one) => one.id === id)?.text).to.equal(text);
          }),
          { numRuns: 25 },
        );
      }
    });

    it('lists the newest first', async () => {
      const store = open();
      for (const text of ['1', '2', '3', '4']) await keep(store, text);
      expect(await texts(store)).to.deep.equal(['4', '3', '2', '1']);
    });

    it('says saved only after what was written has been read back', async () => {
      const steps: string[] = [];
      const store = open({ indexedDB: faulty((step) => void steps.push(step)) });
      await keep(store, 'x');
      expect(steps.slice(-3)).to.deep.equal(['transaction', 'put', 'transaction']);
    });

    it('does not say saved when it cannot be read back', async () => {
      let written = false;
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'put') written = true;
          else if (written) throw new DOMException('', 'UnknownError');
        }),
      });
      expect(await store.save(draft('x'), 0)).to.deep.equal({ outcome: 'failed' });
    });

    it('does not say saved when the browser only claims to have written', async () => {
      const store = open();
      await keep(store, 'before');
      const original = IDBObjectStore.prototype.put;
      atEnd(() => (IDBObjectStore.prototype.put = original));
      IDBObjectStore.prototype.put = function () {
        return this.get('nothing');
      };
      expect(await store.save(draft('x'), 0)).to.deep.equal({ outcome: 'failed' });
      IDBObjectStore.prototype.put = original;
      expect(await texts(store)).to.deep.equal(['before']);
    });

    it('asks for what is saved to be on the disk', async () => {
      const asked: unknown[] = [];
      const original = IDBDatabase.prototype.transaction;
      atEnd(() => (IDBDatabase.prototype.transaction = original));
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        asked.push([mode, options?.durability]);
        return original.call(this, stores, mode, options);
      };
      await keep(open(), 'x');
      expect(asked).to.deep.include(['readwrite', 'strict']);
    });

    it('is one when it was pressed twice', async () => {
      const store = open();
      const one = draft('x');
      const results = await Promise.all([store.save(one, 0), store.save(one, 0)]);
      expect(results.map(({ outcome }) => outcome)).to.deep.equal(['saved', 'saved']);
      expect(results[0]).to.deep.equal(results[1]);
      expect((await store.list()).reflections).to.have.lengthOf(1);
    });

    it('refuses what could not be read again, and changes nothing', async () => {
      const store = open();
      for (const wrong of [draft('x', ''), draft('x', 'a b'), draft('x'.repeat(1_000_001))])
        expect(await store.save(wrong, 0)).to.deep.equal({ outcome: 'failed' });
      expect(await exists()).to.equal(false);
    });
  });

  describe('in two tabs', () => {
    it('does not overwrite what the other tab has changed', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      const changed = await other.save({ ...first, text: 'by the other' }, 1);
      expect(changed.outcome).to.equal('saved');
      expect(await one.save({ ...first, text: 'mine' }, 1)).to.deep.equal({ outcome: 'conflict' });
      expect(await texts(one)).to.deep.equal(['by the other']);
      // Knowing of it, it may.
      expect((await one.save({ ...first, text: 'mine' }, 2)).outcome).to.equal('saved');
    });

    it('does not bring back what the other tab has deleted', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      expect(await other.remove(first.id)).to.equal('done');
      expect(await one.save({ ...first, text: 'mine' }, 1)).to.deep.equal({ outcome: 'conflict' });
      expect(await texts(one)).to.deep.equal([]);
    });

    it('does not delete what the other tab has changed, when asked for a version', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      await other.save({ ...first, text: 'changed' }, 1);
      expect(await one.remove(first.id, 1)).to.equal('conflict');
      expect(await texts(one)).to.deep.equal(['changed']);
      expect(await one.remove(first.id, 2)).to.equal('done');
      expect(await texts(other)).to.deep.equal([]);
    });

    it('lets one of two win that save at the same time, and tells the other', async () => {
      const tabs = [open(), open(), open()];
      const first = await keep(tabs[0]!, 'first');
      for (let version = 1; version < 6; version++) {
        const results = await Promise.all(
          tabs.map((tab, at) => tab.save({ ...first, text: `${version} by ${at}` }, version)),
        );
        const saved = results.filter((result) => result.outcome === 'saved');
        expect(saved).to.have.lengthOf(1);
        const [{ reflection }] = saved as [SaveResult & { outcome: 'saved' }];
        expect(await texts(tabs[0]!)).to.deep.equal([reflection.text]);
        for (const result of results)
          if (result.outcome !== 'saved') expect(result).to.deep.equal({ outcome: 'conflict' });
      }
    });

    it('tells the other tab that something has changed, and nothing of what', async () => {
      const heard: unknown[] = [];
      const listener = new BroadcastChannel(name);
      listener.onmessage = ({ data }) => heard.push(data);
      atEnd(() => listener.close());
      const other = new Promise<void>((resolve) => {
        open({ channel: new BroadcastChannel(name), onChange: resolve });
      });
      const store = open({ channel: new BroadcastChannel(name) });
      await keep(store, 'secret');
      await other;
      expect(heard).to.deep.equal(['changed']);
      store.close();
      expect((await keep(store, 'after closing')).version).to.equal(1);
    });

    it('is up to date when it tells so', async () => {
      const heard = new EventTarget();
      const other = open({
        channel: new BroadcastChannel(name),
        onChange: () => heard.dispatchEvent(new Event('change')),
      });
      const store = open({ channel: new BroadcastChannel(name) });
      for (const [act, state, encrypted] of [
        [() => keep(store, 'x'), 'open', false],
        [() => store.setPassphrase('', 'p'), 'locked', true],
        [() => store.setPassphrase('p', ''), 'open', false],
        [() => store.clear(), 'none', false],
      ] as const) {
        const told = new Promise<void>((resolve) =>
          heard.addEventListener('change', () => other.state === state && other.encrypted === encrypted && resolve()),
        );
        await act();
        await told;
      }
    });
  });

  describe('deleting', () => {
    it('leaves no trace of one, and the others as they are', async () => {
      const store = open();
      const gone = await keep(store, 'gone for good');
      await keep(store, 'stays');
      expect(await store.remove(gone.id)).to.equal('done');
      expect(await texts(store)).to.deep.equal(['stays']);
      const left = await dump();
      expect(left).not.to.contain('gone for good').and.not.to.contain(gone.id);
      expect(await store.remove(gone.id)).to.equal('done');
    });

    it('of all deletes the database, the passphrase with it', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      expect(await store.clear()).to.equal('done');
      expect([store.state, store.encrypted, await exists()]).to.deep.equal(['none', false, false]);
      expect(await texts(store)).to.deep.equal([]);
      await keep(store, 'new');
      expect([await texts(open()), store.encrypted]).to.deep.equal([['new'], false]);
    });

    it('of all works while another tab has it open, which then knows', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await other.list();
      expect(await one.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
      expect(await other.save({ ...first, text: 'y' }, 1)).to.deep.equal({ outcome: 'conflict' });
      expect([await other.refresh(), await exists()]).to.deep.equal(['none', false]);
    });

    it('of all needs no passphrase', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      expect(await store.refresh()).to.equal('locked');
      expect(await store.clear()).to.equal('done');
      expect(await exists()).to.equal(false);
    });

    it('of all is done though another page does not let go of the database: it is empty, and hangs nobody', async () => {
      const store = open();
      await keep(store, 'secret words');
      const holder = await settled(indexedDB.open(name));
      expect(await store.clear()).to.equal('done');
      const transaction = holder.transaction(['entries', 'meta']);
      for (const which of ['entries', 'meta'])
        expect(await settled(transaction.objectStore(which).getAll())).to.deep.equal([]);
      expect(await store.refresh()).to.equal('none');
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.save(draft('x'), 0)).to.deep.equal({ outcome: 'failed' });
      expect(await store.clear()).to.equal('done');
      holder.close();
      await settled(indexedDB.deleteDatabase(name));
      await keep(store, 'again');
      expect(await texts(store)).to.deep.equal(['again']);
    });

    it('of all that cannot be done says so', async () => {
      const store = open({ indexedDB: failing('deleteDatabase', 'UnknownError') });
      await keep(store, 'x');
      expect(await store.clear()).to.equal('failed');
    });

    it('one whose deletion fails does not say done', async () => {
      const store = open({ indexedDB: failing('delete', 'UnknownError') });
      const { id } = await keep(store, 'x');
      expect(await store.remove(id)).to.equal('failed');
      expect(await texts(store)).to.deep.equal(['x']);
    });
  });

  describe('when the browser fails', () => {
    it('is unavailable where there is no IndexedDB, or where it is refused', async () => {
      await keep(open(), 'x');
      for (const one of [undefined, failing('open', 'SecurityError'), failing('open', 'UnknownError')]) {
        const store = open({ indexedDB: one });
        expect(await store.refresh()).to.equal('unavailable');
        expect(await store.list()).to.deep.equal({ reflections: [], damaged: [] });
        expect(await store.save(draft('x'), 0)).to.deep.equal({ outcome: 'failed' });
        expect(await store.remove('x')).to.equal('failed');
        expect(await store.setPassphrase('', 'p')).to.equal('failed');
        expect(await store.unlock('p')).to.equal('failed');
        expect(await store.restore([], 'merge')).to.equal('failed');
        expect(store.state).to.equal('unavailable');
      }
      expect(await open({ indexedDB: undefined }).clear()).to.equal('failed');
    });

    it('says when the device is full, and keeps what was there', async () => {
      const store = open();
      const first = await keep(store, 'before');
      for (const step of ['put', 'open', 'transaction'] as const) {
        const full = open({ indexedDB: failing(step, 'QuotaExceededError') });
        expect(await full.save({ ...first, text: 'x' }, 1)).to.deep.equal({ outcome: 'quota' });
      }
      const full = open({ indexedDB: failing('put', 'QuotaExceededError') });
      expect(await full.setPassphrase('', 'p')).to.equal('quota');
      expect(await full.restore([{ ...first, id: 'other' }], 'replace')).to.equal('quota');
      expect([full.state, full.encrypted]).to.deep.equal(['open', false]);
      expect((await store.list()).reflections).to.deep.equal([first]);
      expect(await dump()).to.contain('before');
    });

    it('does not lose anything when a transaction breaks in its middle', async () => {
      const store = open();
      for (const text of ['1', '2', '3']) await keep(store, text);
      for (const error of ['DataCloneError', 'UnknownError', 'QuotaExceededError'])
        for (const good of [0, 1, 2]) {
          let puts = 0;
          const breaking = faulty((step) => {
            if (step === 'put' && puts++ >= good) throw new DOMException('', error);
          });
          const result = await open({ indexedDB: breaking }).setPassphrase('', 'p');
          expect(result).to.equal(error === 'QuotaExceededError' ? 'quota' : 'failed');
          expect(await texts(store)).to.deep.equal(['3', '2', '1']);
        }
    });

    it('opens a connection anew that was lost', async () => {
      const connections: IDBDatabase[] = [];
      const store = open({
        indexedDB: faulty(
          (_, connection) => connection && !connections.includes(connection) && connections.push(connection),
        ),
      });
      await keep(store, '1');
      // Without a word,
      connections.at(-1)!.close();
      await keep(store, '2');
      // and with the event of a browser that ends it.
      connections.at(-1)!.dispatchEvent(new Event('close'));
      await keep(store, '3');
      expect(await texts(store)).to.deep.equal(['3', '2', '1']);
      expect(connections).to.have.lengthOf(3);
    });

    for (const step of ['open', 'transaction', 'put'] as const)
      it(`saves though it fails twice (${step})`, async () => {
        await keep(open(), 'first');
        const store = open({ indexedDB: failing(step, 'UnknownError', 2) });
        expect((await store.save(draft('x'), 0)).outcome).to.equal('saved');
        expect(await texts(store)).to.deep.equal(['x', 'first']);
      });

    it('knows its own words again when the connection is lost after they were written', async () => {
      let written = 0;
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'put') written++;
          if (step === 'transaction' && written === 1) {
            written++;
            throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
          }
        }),
      });
      const result = await store.save(draft('x'), 0);
      expect(result.outcome === 'saved' && result.reflection.version).to.equal(1);
    });

    it('finishes a save whose transaction was aborted', async () => {
      let aborted = false;
      const original = IDBObjectStore.prototype.put;
      atEnd(() => (IDBObjectStore.prototype.put = original));
      IDBObjectStore.prototype.put = function (...args) {
        const request = original.apply(this, args);
        if (!aborted) this.transaction.abort();
        aborted = true;
        return request;
      };
      const store = open();
      await keep(store, 'x');
      expect([aborted, await texts(store)]).to.deep.equal([true, ['x']]);
    });

    it('works without locks, channels and encryption', async () => {
      const store = open({
        locks: undefined,
        channel: undefined,
        crypto: { getRandomValues: crypto.getRandomValues.bind(crypto) } as Crypto,
      });
      const first = await keep(store, 'x');
      expect((await store.save({ ...first, text: 'y' }, 1)).outcome).to.equal('saved');
      expect(await store.setPassphrase('', 'p')).to.equal('failed');
      expect(await store.backup([], 'p')).to.equal(undefined);
      expect(await texts(store)).to.deep.equal(['y']);
      expect(await store.remove(first.id)).to.equal('done');
      expect(await store.clear()).to.equal('done');
    });

    it('leaves a database of another making alone', async () => {
      const request = indexedDB.open(name, 7);
      (await settled(request)).close();
      const store = open();
      expect(await store.refresh()).to.equal('unavailable');
      expect(await store.save(draft('x'), 0)).to.deep.equal({ outcome: 'failed' });
    });
  });

  describe('with a passphrase', () => {
    it('leaves nothing in clear', async () => {
      const store = open();
      const { id } = await keep(store, 'Secret words.');
      await keep(store, 'More words.');
      expect(await dump()).to.contain('Secret words.');
      expect(await store.setPassphrase('', 'correct horse')).to.equal('done');
      await keep(store, 'Words of later.');
      const stored = await dump();
      for (const told of [
        'ecret',
        'ords',
        'notice',
        'prompt-one',
        'correct',
        'horse',
        '2026',
        btoa('Secret words.').slice(0, 12),
      ])
        expect(stored, told).not.to.contain(told);
      expect(stored).to.contain(id);
      expect(await texts(store)).to.deep.equal(['Words of later.', 'More words.', 'Secret words.']);
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
    });

    it('is locked for who does not know it, and open for who does', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      expect([await store.refresh(), store.encrypted]).to.deep.equal(['locked', true]);
      expect(await store.list()).to.deep.equal({ reflections: [], damaged: [] });
      expect(await store.save(draft('y'), 0)).to.deep.equal({ outcome: 'locked' });
      expect(await store.restore([], 'replace')).to.equal('locked');
      expect(await store.setPassphrase('', 'q')).to.equal('locked');
      expect(await store.unlock('q')).to.equal('wrong-passphrase');
      expect(store.state).to.equal('locked');
      expect(await store.unlock('p')).to.equal('done');
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      await keep(store, 'y');
      store.lock();
      expect([store.state, store.encrypted]).to.deep.equal(['locked', true]);
      expect(await texts(store)).to.deep.equal([]);
      expect(await store.refresh()).to.equal('locked');
    });

    it('stays locked when it was locked while it was being unlocked', async () => {
      await keep(open(), 'x');
      await open().setPassphrase('', 'p');
      const store = open();
      const unlocking = store.unlock('p');
      store.lock();
      await unlocking;
      expect([await store.refresh(), await texts(store)]).to.deep.equal(['locked', []]);
    });

    it('finishes a save in hand when it is locked, encrypted', async () => {
      const store = open();
      await keep(store, 'first');
      await store.setPassphrase('', 'p');
      const saving = store.save(draft('Secret words.'), 0);
      await indexedDB.databases();
      store.lock();
      expect((await saving).outcome).to.be.oneOf(['saved', 'locked']);
      expect(store.state).to.equal('locked');
      expect(await dump()).not.to.contain('ecret');
    });

    it('is changed without encrypting anything anew', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      const entries = (): Promise<unknown> => raw((store) => settled(store.getAll()));
      const before = await entries();
      expect(await store.setPassphrase('wrong', 'q')).to.equal('wrong-passphrase');
      expect(await store.setPassphrase('p', 'q')).to.equal('done');
      expect(await entries()).to.deep.equal(before);
      expect([store.state, await texts(store)]).to.deep.equal(['open', ['x']]);
      const other = open();
      expect(await other.unlock('p')).to.equal('wrong-passphrase');
      expect(await other.unlock('q')).to.equal('done');
      expect(await texts(other)).to.deep.equal(['x']);
    });

    it('is taken away, and all is in clear again', async () => {
      const store = open();
      const first = await keep(store, 'x');
      await store.setPassphrase('', 'p');
      expect(await open().setPassphrase('q', '')).to.equal('wrong-passphrase');
      expect(await open().setPassphrase('p', '')).to.equal('done');
      expect(await open().refresh()).to.equal('open');
      expect([(await open().list()).reflections, open().encrypted]).to.deep.equal([[first], false]);
      expect(JSON.parse(await dump())).to.deep.equal([[first], [first.id], [], []]);
    });

    it('can be set before anything is saved', async () => {
      const store = open();
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect([store.state, store.encrypted]).to.deep.equal(['open', true]);
      await keep(store, 'Secret words.');
      expect(await dump()).not.to.contain('ecret');
      expect(await texts(store)).to.deep.equal(['Secret words.']);
    });

    it('that another tab has set stops this one from writing in clear', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await other.setPassphrase('', 'p');
      expect(await one.save({ ...first, text: 'Secret words.' }, 1)).to.deep.equal({ outcome: 'locked' });
      expect(await one.save(draft('Secret words.'), 0)).to.deep.equal({ outcome: 'locked' });
      expect(await one.restore([first], 'merge')).to.equal('locked');
      expect([one.state, one.encrypted]).to.deep.equal(['locked', true]);
      expect(await dump()).not.to.contain('ecret');
    });

    it('that another tab sets in between does not let a word in clear through', async () => {
      const other = open();
      await keep(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      // It is set after this tab has read that there is none, and before it writes.
      const store = open({
        indexedDB: faulty((step) => {
          if (step === 'transaction' && ++transactions === 2) {
            setting = other.setPassphrase('', 'p');
            throw new DOMException('', 'UnknownError');
          }
        }),
      });
      const saving = store.save(draft('Secret words.'), 0);
      const result = await saving;
      await setting;
      expect(result.outcome).to.be.oneOf(['locked', 'saved']);
      expect(await dump()).not.to.contain('ecret');
      expect((await other.list()).reflections).to.have.lengthOf(result.outcome === 'saved' ? 2 : 1);
    });

    it('that another tab sets between writing and reading back is told; saved again it is not there twice', async () => {
      const other = open();
      await keep(other, 'x');
      let setting: Promise<unknown> | undefined;
      let transactions = 0;
      const meddling = faulty((step) => {
        if (step !== 'transaction' || ++transactions !== 3) return;
        setting = other.setPassphrase('', 'p');
        throw new DOMException('', 'UnknownError');
      });
      const store = open({
        indexedDB: new Proxy(meddling, {
          get: (target, key: keyof IDBFactory) =>
            key === 'databases' ? () => Promise.resolve(setting).then(() => indexedDB.databases()) : target[key],
        }),
      });
      const one = draft('Secret words.');
      expect(await store.save(one, 0)).to.deep.equal({ outcome: 'locked' });
      expect(await store.unlock('p')).to.equal('done');
      expect((await store.save(one, 0)).outcome).to.equal('saved');
      expect(await texts(store)).to.deep.equal(['Secret words.', 'x']);
      expect(await dump()).not.to.contain('ecret');
    });

    it('that was replaced by another one stops a tab from writing with the old key', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.setPassphrase('p', '');
      await other.setPassphrase('', 'p');
      expect(await one.save({ ...first, text: 'y' }, 1)).to.deep.equal({ outcome: 'locked' });
      expect(await one.unlock('p')).to.equal('done');
      expect((await one.save({ ...first, text: 'y' }, 1)).outcome).to.equal('saved');
      expect(await texts(other)).to.deep.equal(['y']);
    });

    it('that was taken away elsewhere is told before anything is written in clear', async () => {
      const [one, other] = [open(), open()];
      await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.setPassphrase('p', '');
      expect(await one.save(draft('Secret words.'), 0)).to.deep.equal({ outcome: 'locked' });
      expect([one.state, one.encrypted]).to.deep.equal(['open', false]);
      expect(await dump()).not.to.contain('ecret');
      await keep(one, 'y');
    });

    it('went with the database: a tab that had it does not write in clear unasked', async () => {
      const [one, other] = [open(), open()];
      await one.setPassphrase('', 'p');
      await other.clear();
      expect(await one.save(draft('Secret words.'), 0)).to.deep.equal({ outcome: 'locked' });
      expect([one.state, one.encrypted, await exists()]).to.deep.equal(['none', false, false]);
    });

    it('changed in one tab stays good in another that is unlocked', async () => {
      const [one, other] = [open(), open()];
      await keep(one, 'x');
      await one.setPassphrase('', 'p');
      await other.unlock('p');
      await one.setPassphrase('p', 'q');
      await keep(other, 'y');
      expect([await texts(one), await texts(other)]).to.deep.equal([
        ['y', 'x'],
        ['y', 'x'],
      ]);
    });

    for (const how of ['with', 'without'])
      it(`is set once when two tabs set one at the same time, and nothing is lost (${how} locks)`, async () => {
        const locks = how === 'with' ? navigator.locks : undefined;
        const [one, other] = [open({ locks }), open({ locks })];
        for (const text of ['1', '2', '3']) await keep(one, text);
        const results = await Promise.all([one.setPassphrase('', 'p'), other.setPassphrase('', 'q')]);
        expect([...results].sort()).to.deep.equal(['done', 'locked']);
        const winner = results[0] === 'done' ? one : other;
        expect(await texts(winner)).to.deep.equal(['3', '2', '1']);
        const fresh = open();
        expect(await fresh.unlock(winner === one ? 'p' : 'q')).to.equal('done');
        expect(await texts(fresh)).to.deep.equal(['3', '2', '1']);
      });

    for (const rivals of [0, 1, 4, 5, 8])
      it(`is not set when it says so, after ${rivals} saves of another tab just before it could be`, async () => {
        let left = rivals;
        const other = open();
        const subtle = new Proxy(crypto.subtle, {
          get: (target, name: keyof SubtleCrypto) =>
            async function (...given: unknown[]): Promise<unknown> {
              if (name === 'deriveKey' && left-- > 0) await keep(other, `Rival ${left}`);
              return (target[name] as (...all: unknown[]) => unknown).apply(target, given);
            },
        });
        const getRandomValues = crypto.getRandomValues.bind(crypto);
        const store = open({ crypto: { subtle, getRandomValues } });
        await keep(store, 'x');
        const result = await store.setPassphrase('', 'p');
        expect(result).to.equal(rivals < 5 ? 'done' : 'failed');
        expect([await open().refresh(), (await texts(store)).length]).to.deep.equal(
          rivals < 5 ? ['locked', 1 + rivals] : ['open', 1 + Math.min(rivals, 6)],
        );
      });

    it('encrypts what another tab saves meanwhile, too', async () => {
      const [one, other] = [open(), open()];
      for (let at = 0; at < 60; at++) await keep(one, `Secret ${at}`);
      const saved: string[] = [];
      const setting = one.setPassphrase('', 'p');
      for (let at = 0; at < 100; at++) {
        const result = await other.save(draft(`Secret meanwhile ${at}`), 0);
        if (result.outcome !== 'saved') break;
        saved.push(result.reflection.text);
      }
      // It gives way as often as it has to, or says that it could not.
      const result = await setting;
      if (result === 'done') expect(await dump()).not.to.contain('ecret');
      else expect([result, one.encrypted]).to.deep.equal(['failed', false]);
      expect(await texts(one)).to.have.members([...saved, ...Array.from({ length: 60 }, (_, at) => `Secret ${at}`)]);
    });

    it('set with fewer rounds is wrapped anew when it is used', async () => {
      const iterations = (): Promise<number> =>
        raw(async (_, meta) => (await settled<{ iterations: number }>(meta.get('key'))).iterations);
      await keep(open(), 'x');
      await open({ iterations: 10 }).setPassphrase('', 'p');
      expect(await iterations()).to.equal(10);
      expect(await open({ iterations: 20 }).unlock('q')).to.equal('wrong-passphrase');
      expect(await iterations()).to.equal(10);
      const store = open({ iterations: 20 });
      expect(await store.unlock('p')).to.equal('done');
      expect([await iterations(), store.state, await texts(store)]).to.deep.equal([20, 'open', ['x']]);
      expect(await open({ iterations: 5 }).unlock('p')).to.equal('done');
      expect(await iterations()).to.equal(20);
      // Reading matters more.
      const full = open({ iterations: 30, indexedDB: failing('put', 'QuotaExceededError') });
      expect([await full.unlock('p'), full.state, await texts(full)]).to.deep.equal(['done', 'open', ['x']]);
      expect(await iterations()).to.equal(20);
    });

    it('has 600,000 rounds when nobody says otherwise', async () => {
      const store = open({ iterations: undefined! });
      await keep(store, 'x');
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect(await dump()).to.contain('"iterations":600000');
      expect(await open({ iterations: undefined! }).unlock('p')).to.equal('done');
    });

    it('is told done when another tab changes something just after it was set', async () => {
      const other = open();
      await keep(other, 'x');
      for (const [current, next] of [
        ['', 'p'],
        ['p', 'q'],
        ['q', ''],
      ] as const) {
        let puts = 0;
        let meddling: Promise<unknown> | undefined;
        const store = open({
          indexedDB: faulty((step) => {
            if (step === 'put') puts++;
            if (step === 'transaction' && puts && !meddling) {
              meddling = raw((entries) =>
                settled(entries.delete('none')).then(() => settled(entries.put({ id: '~' }))),
              );
            }
          }),
        });
        expect(await store.setPassphrase(current, next)).to.equal('done');
        await meddling;
        await raw((entries) => settled(entries.delete('~')));
        expect(await texts(store)).to.deep.equal(['x']);
      }
    });
  });

  describe('with something damaged', () => {
    it('reads the rest, and leaves what it cannot read as it is', async () => {
      const store = open();
      await keep(store, 'good');
      const wrong = [
        { id: 'a' },
        { id: 'b', version: 1, sealed: 'AAAA' },
        { ...(await keep(store, 'x')), id: 'c', text: 5 },
        { ...(await keep(store, 'y')), id: 'd', version: -1 },
      ];
      for (const one of wrong) await raw((entries) => settled(entries.put(one)));
      const { reflections, damaged } = await store.list();
      expect([reflections.length, damaged]).to.deep.equal([3, ['a', 'b', 'c', 'd']]);
      for (const one of wrong) {
        expect(await store.save(draft('z', one.id), (one as { version?: number }).version ?? 0)).to.deep.equal({
          outcome: 'failed',
        });
        expect(await raw((entries) => settled(entries.get(one.id)))).to.deep.equal(one);
      }
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect((await store.list()).damaged).to.deep.equal(damaged);
      // Without the key it would be lost.
      expect(await store.setPassphrase('p', '')).to.equal('damaged');
      expect([store.state, (await store.list()).reflections.length]).to.deep.equal(['open', 3]);
      for (const id of damaged) expect(await store.remove(id)).to.equal('done');
      expect(await store.setPassphrase('p', '')).to.equal('done');
      expect(await texts(store)).to.have.lengthOf(3);
    });

    it('tells a sealed one that was changed, cut, or put in the place of another', async () => {
      const store = open();
      const ids: string[] = [];
      for (const text of ['1', '2', '3', '4']) ids.push((await keep(store, text)).id);
      await store.setPassphrase('', 'p');
      await raw(async (entries) => {
        const [one, two, three, four] = await Promise.all(
          ids.map((id) => settled<{ sealed: string; version: number }>(entries.get(id))),
        );
        entries.put({ ...one, sealed: two!.sealed });
        entries.put({ ...two, sealed: two!.sealed.slice(0, -4) });
        await settled(entries.put({ ...three, version: 2 }));
        expect(four!.version).to.equal(1);
      });
      const { reflections, damaged } = await store.list();
      expect([reflections.map(({ text }) => text), [...damaged].sort()]).to.deep.equal([['4'], ids.slice(0, 3).sort()]);
    });

    it('says so when it is the key, and neither writes in clear nor gives up anything', async () => {
      const store = open();
      await keep(store, 'x');
      await store.setPassphrase('', 'p');
      const key = await raw((_, meta) => settled<Record<string, unknown>>(meta.get('key')));
      const wrong = [
        ...['sealed', 'salt', 'iterations', 'check', 'kdf'].map((part) => ({ ...key, [part]: 'AAAA' })),
        { ...key, iterations: 1 },
        { ...key, sealed: `A${String(key['sealed']).slice(1)}B` },
        {},
        [],
      ];
      for (const one of wrong) {
        await raw((_, meta) => settled(meta.put(one, 'key')));
        const entries = await raw((entries) => settled(entries.getAll()));
        const other = open();
        expect([await other.refresh(), other.encrypted]).to.deep.equal(['damaged', true]);
        expect(await other.unlock('p')).to.equal('damaged');
        expect(await other.setPassphrase('p', 'q')).to.equal('damaged');
        expect(await other.setPassphrase('p', '')).to.equal('damaged');
        expect(await other.save(draft('Secret words.'), 0)).to.deep.equal({ outcome: 'locked' });
        expect(await other.restore([], 'replace')).to.equal('damaged');
        expect(await other.list()).to.deep.equal({ reflections: [], damaged: [] });
        expect(await raw((entries) => settled(entries.getAll()))).to.deep.equal(entries);
      }
      await raw((_, meta) => settled(meta.put(key, 'key')));
      const other = open();
      expect(await other.unlock('p')).to.equal('done');
      expect(await texts(other)).to.deep.equal(['x']);
    });
  });

  describe('backup and restore', () => {
    it('bring everything back, to the letter, into an empty store', async () => {
      const store = open();
      for (const text of ['1', '2', '3']) await keep(store, text);
      const { reflections } = await store.list();
      for (const passphrase of ['', 'p']) {
        if (passphrase) await store.setPassphrase('', passphrase);
        const backup = (await store.backup(reflections, 'backup words'))!;
        expect(await store.openBackup(backup, 'p')).to.equal('wrong-passphrase');
        expect(await store.openBackup(backup.slice(0, -9), 'backup words')).to.equal('damaged');
        const opened = await store.openBackup(backup, 'backup words');
        expect(opened).to.deep.equal(reflections);
        expect((await store.list()).reflections).to.deep.equal(reflections);
        await store.clear();
        expect(await store.restore(opened as Reflection[], 'merge')).to.equal('done');
        expect((await store.list()).reflections).to.deep.equal(reflections);
        expect(await dump()).to.contain(reflections[0]!.text);
      }
    });

    it('merge keeps what is here, and of two the later', async () => {
      const store = open();
      const [same, older, newer] = [await keep(store, 'same'), await keep(store, 'old'), await keep(store, 'kept')];
      const { reflections: backup } = await store.list();
      await store.save({ ...older, text: 'changed since' }, 1);
      const added = await keep(store, 'added since');
      await store.remove(newer.id);
      expect(await store.restore(backup, 'merge')).to.equal('done');
      expect(await texts(store)).to.deep.equal([added.text, newer.text, 'changed since', same.text]);
      // One that is later than what is here.
      const later = { ...same, text: 'later', changed: '2027-01-01T00:00:00.000Z' };
      expect(await store.restore([later], 'merge')).to.equal('done');
      expect((await store.list()).reflections.find(({ id }) => id === same.id)).to.deep.equal({ ...later, version: 2 });
    });

    it('replace leaves nothing but what was in the backup', async () => {
      const store = open();
      const first = await keep(store, 'first');
      const { reflections: backup } = await store.list();
      await store.save({ ...first, text: 'changed' }, 1);
      await keep(store, 'gone for good');
      expect(await store.restore(backup, 'replace')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal([{ ...first, version: 3 }]);
      expect(await dump()).not.to.contain('gone for good');
      expect(await store.restore([], 'replace')).to.equal('done');
      expect(await texts(store)).to.deep.equal([]);
    });

    it('is noticed by a tab that was changing what it has replaced', async () => {
      const [one, other] = [open(), open()];
      const first = await keep(one, 'first');
      const { reflections: backup } = await one.list();
      await one.save({ ...first, text: 'changed' }, 1);
      await other.restore(backup, 'replace');
      expect(await one.save({ ...first, text: 'mine' }, 2)).to.deep.equal({ outcome: 'conflict' });
      expect(await texts(one)).to.deep.equal(['first']);
    });

    it('encrypts what is restored where a passphrase is set', async () => {
      const store = open();
      await keep(store, 'Secret words.');
      const { reflections } = await store.list();
      await store.clear();
      await store.setPassphrase('', 'p');
      expect(await store.restore(reflections, 'merge')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(reflections);
      expect(await dump()).not.to.contain('ecret');
    });

    it('mends what is damaged', async () => {
      const store = open();
      const first = await keep(store, 'first');
      await raw((entries) => settled(entries.put({ ...first, text: 7 })));
      expect((await store.list()).damaged).to.deep.equal([first.id]);
      expect(await store.restore([first], 'merge')).to.equal('done');
      expect(await store.list()).to.deep.equal({ reflections: [first], damaged: [] });
    });

    it('changes nothing when one of them is no reflection', async () => {
      const store = open();
      const first = await keep(store, 'first');
      const good = { ...first, id: 'other' };
      for (const wrong of [{}, null, { ...good, version: 0 }, { ...good, text: 'x'.repeat(1_000_001) }])
        for (const mode of ['merge', 'replace'] as const)
          expect(await store.restore([good, wrong as Reflection], mode)).to.equal('damaged');
      expect((await store.list()).reflections).to.deep.equal([first]);
    });
  });

  describe('with 1,000 reflections', () => {
    const many = Array.from({ length: 1000 }, (_, at): Reflection => ({
      ...draft(`Reflection ${at}. ${'It was a long day, and we sat together. '.repeat(15)}`),
      created: new Date(start + at * 60_000).toISOString(),
      changed: new Date(start + at * 60_000).toISOString(),
      version: 1,
    }));

    it('lists, encrypts, decrypts, backs up and restores them all', async () => {
      const store = open();
      expect(await store.restore(many, 'merge')).to.equal('done');
      const newestFirst = [...many].reverse();
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
      expect(await store.setPassphrase('', 'p')).to.equal('done');
      expect(await dump()).not.to.contain('Reflection');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
      const opened = await store.openBackup((await store.backup(newestFirst, 'b'))!, 'b');
      expect(opened).to.deep.equal(newestFirst);
      expect(await store.setPassphrase('p', '')).to.equal('done');
      expect((await store.list()).reflections).to.deep.equal(newestFirst);
    });

    it('lets the page have its turn while it decrypts, and asks for few at once', async () => {
      let [pending, most] = [0, 0];
      const subtle = new Proxy(crypto.subtle, {
        get(target, key: keyof SubtleCrypto) {
          const method = target[key].bind(target) as (...args: unknown[]) => Promise<unknown>;
          return key !== 'decrypt'
            ? method
            : (...args: unknown[]) => {
                most = Math.max(most, ++pending);
                return method(...args).finally(() => pending--);
              };
        },
      });
      const store = open({ crypto: { getRandomValues: crypto.getRandomValues.bind(crypto), subtle } });
      await store.restore(many, 'merge');
      await store.setPassphrase('', 'p');
      let turns = 0;
      let listing = true;
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = () => {
        turns++;
        if (listing) port1.postMessage('');
      };
      port1.postMessage('');
      expect((await store.list()).reflections).to.have.lengthOf(1000);
      listing = false;
      port1.close();
      expect(most).to.be.at.most(100);
      expect(turns).to.be.at.least(1);
    });
  });
});
