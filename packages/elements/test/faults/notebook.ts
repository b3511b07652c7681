import { History, labelOf } from './history.js';
import type { Driver } from './page.js';
import { Gone, type Tab } from './tabs.js';

/** Pseudorandom numbers from 0 to 1 (mulberry32), reproducible by their seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const passwords = ['one', 'two', 'three'];
const frequent = ['add', 'add', 'add', 'change', 'change', 'change', 'remove', 'list'] as const;
const rare = ['setPassword', 'setPassword', 'clear', 'deleteDatabase'] as const;

/** One database, and the random operations on it. */
export interface Notebook {
  readonly name: string;
  readonly history: History;
  /** Performs random operations until the tab is gone. `onOutcome` is called with each shown outcome. */
  readonly work: (tab: Tab, onOutcome: (outcome: string) => void) => Promise<void>;
  /** Returns the problems of the current content. */
  readonly check: (tab: Tab) => Promise<string[]>;
}

/** @param copies - whether a conflicting change is saved as a separate reflection */
export function createNotebook(name: string, seed: number, copies = false): Notebook {
  const history = new History(copies);
  const random = randomFrom(seed);
  let count = 0;
  let broken = false;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  /** A unique text. */
  const newText = (label = `r${++count}`): string => `${label} text ${++count}`;

  /** Unlocks the database. @returns its password; empty when there is none */
  async function unlock(tab: Tab): Promise<string> {
    const outcomes: string[] = [];
    for (const password of passwords) {
      outcomes.push(await tab.do(name, 'unlock', password));
      if (outcomes.at(-1) === 'done') return password;
    }
    // Another tab may have changed it meanwhile. The check after a start detects a database that cannot be unlocked.
    return '';
  }

  async function work(tab: Tab, onOutcome: (outcome: string) => void): Promise<void> {
    let listed: string[] = [];
    let password = '';
    const list = async (): Promise<string> => {
      const result: unknown = await tab.do(name, 'list');
      if (typeof result === 'string') throw new Error(result);
      const { texts, state } = result as Awaited<ReturnType<Driver['list']>>;
      listed = [...texts];
      return state;
    };
    const record = async (end: (outcome: string) => void, outcome: Promise<string>): Promise<string> => {
      end(await outcome);
      return outcome;
    };
    const acts = {
      list,
      add(): Promise<string> {
        if (listed.length > 9) return acts.remove();
        const text = newText();
        return record(history.begin('add', text), tab.do(name, 'add', text));
      },
      change(): Promise<string> {
        const base = pick(listed);
        if (!base) return acts.add();
        const text = newText(labelOf(base));
        return record(history.begin('change', text, base), tab.do(name, 'change', base, text));
      },
      remove(): Promise<string> {
        const text = pick(listed);
        return text ? record(history.begin('remove', text), tab.do(name, 'remove', text)) : acts.add();
      },
      async setPassword(): Promise<string> {
        const next = pick(['', ...passwords])!;
        const outcome = await tab.do(name, 'setPassword', password, next);
        if (outcome === 'done') password = next;
        return outcome;
      },
      clear: (): Promise<string> => record(history.begin('clear'), tab.do(name, 'clear')),
      deleteDatabase: (): Promise<string> => record(history.begin('wipe'), tab.deleteDatabase(name)),
    };
    for (;;) {
      if (['locked', 'wrong-password'].includes(await list())) password = await unlock(tab);
      // A few operations before the next list, so that the other tab has changed some of the listed texts.
      for (let left = 1 + random() * 4; left > 0; left--) {
        const outcome = await acts[pick<keyof typeof acts>(random() < 0.93 ? frequent : rare)!]();
        onOutcome(outcome);
        if (outcome === 'locked' || outcome === 'wrong-password') password = await unlock(tab);
      }
    }
  }

  return {
    name,
    history,
    work: (tab, onOutcome) =>
      work(tab, onOutcome).catch((error: unknown) => {
        if (!(error instanceof Gone)) throw error;
      }),
    async check(tab) {
      await unlock(tab);
      const { state, texts, damaged } = await tab.do(name, 'list');
      // A browser that is killed while it clears a site's data may refuse to store data of that site afterwards. It reports that,
      // and the content was to be deleted.
      broken = state === 'unavailable' && (broken || history.wiping);
      const problems = history.compare(texts);
      if (state !== 'open' && state !== 'none' && !broken) problems.push(`its state is ${state}`);
      if (damaged) problems.push(`${damaged} entries cannot be read`);
      if (problems.length) problems.push(...history.log.slice(-100));
      return problems.map((problem) => `${name} (seed ${seed}): ${problem}`);
    },
  };
}
