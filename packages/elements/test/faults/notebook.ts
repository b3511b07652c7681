import { History, labelOf } from './history.js';
import type { Desk } from './page.js';
import { Gone, type Tab } from './tabs.js';

/** Numbers from 0 to 1 (mulberry32): the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const passphrases = ['one', 'two', 'three'];
const usual = ['add', 'add', 'add', 'change', 'change', 'change', 'remove', 'look'] as const;
const rare = ['setPassphrase', 'setPassphrase', 'clear', 'deleteDatabase'] as const;

/** One database, and what it goes through. */
export interface Notebook {
  readonly name: string;
  readonly history: History;
  /** Does something at random, again and again, until the tab is gone. `told` hears of each outcome that was shown. */
  readonly work: (tab: Tab, told: (outcome: string) => void) => Promise<void>;
  /** What is wrong with what is there. */
  readonly check: (tab: Tab) => Promise<string[]>;
}

/**
 * @param copies - whether a change that another tab was faster than is kept beside the other one
 */
export function createNotebook(name: string, seed: number, copies = false): Notebook {
  const history = new History(copies);
  const random = randomFrom(seed);
  let count = 0;
  let torn = false;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  /** A text that was never written before. */
  const newText = (label = `r${++count}`): string => `${label} text ${++count}`;

  /** Unlocks it with whatever passphrase it has; gives that, or an empty one when there is none. */
  async function unlock(tab: Tab): Promise<string> {
    const outcomes: string[] = [];
    for (const passphrase of passphrases) {
      outcomes.push(await tab.do(name, 'unlock', passphrase));
      if (outcomes.at(-1) === 'done') return passphrase;
    }
    // Another tab may have changed it meanwhile; what cannot be unlocked at all is found by the check after a start.
    return '';
  }

  async function work(tab: Tab, told: (outcome: string) => void): Promise<void> {
    let seen: string[] = [];
    let passphrase = '';
    const look = async (): Promise<string> => {
      const listed: unknown = await tab.do(name, 'list');
      if (typeof listed === 'string') throw new Error(listed);
      const { texts, state } = listed as Awaited<ReturnType<Desk['list']>>;
      seen = [...texts];
      return state;
    };
    const note = async (ended: (outcome: string) => void, outcome: Promise<string>): Promise<string> => {
      ended(await outcome);
      return outcome;
    };
    const acts = {
      look,
      add(): Promise<string> {
        if (seen.length > 9) return acts.remove();
        const text = newText();
        return note(history.begin('add', text), tab.do(name, 'add', text));
      },
      change(): Promise<string> {
        const base = pick(seen);
        if (!base) return acts.add();
        const text = newText(labelOf(base));
        return note(history.begin('change', text, base), tab.do(name, 'change', base, text));
      },
      remove(): Promise<string> {
        const text = pick(seen);
        return text ? note(history.begin('remove', text), tab.do(name, 'remove', text)) : acts.add();
      },
      async setPassphrase(): Promise<string> {
        const next = pick(['', ...passphrases])!;
        const outcome = await tab.do(name, 'setPassphrase', passphrase, next);
        if (outcome === 'done') passphrase = next;
        return outcome;
      },
      clear: (): Promise<string> => note(history.begin('clear'), tab.do(name, 'clear')),
      deleteDatabase: (): Promise<string> => note(history.begin('wipe'), tab.deleteDatabase(name)),
    };
    for (;;) {
      if (['locked', 'wrong-passphrase'].includes(await look())) passphrase = await unlock(tab);
      // A few things before it looks again, so that the other tab has changed some of what it knows.
      for (let left = 1 + random() * 4; left > 0; left--) {
        const outcome = await acts[pick<keyof typeof acts>(random() < 0.93 ? usual : rare)!]();
        told(outcome);
        if (outcome === 'locked' || outcome === 'wrong-passphrase') passphrase = await unlock(tab);
      }
    }
  }

  return {
    name,
    history,
    work: (tab, told) =>
      work(tab, told).catch((error: unknown) => {
        if (!(error instanceof Gone)) throw error;
      }),
    async check(tab) {
      await unlock(tab);
      const { state, texts, damaged } = await tab.do(name, 'list');
      // A browser that is killed while it clears a site's data may not let that site keep anything again: it says so, and
      // what was there was to go.
      torn = state === 'unavailable' && (torn || history.wiping);
      const wrong = history.compare(texts);
      if (state !== 'open' && state !== 'none' && !torn) wrong.push(`it is ${state}`);
      if (damaged) wrong.push(`${damaged} cannot be read`);
      if (wrong.length) wrong.push(...history.log.slice(-100));
      return wrong.map((one) => `${name} (seed ${seed}): ${one}`);
    },
  };
}
