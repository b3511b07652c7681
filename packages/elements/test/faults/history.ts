/**
 * Records the actions on the reflections of one database, and checks whether the final contents are consistent with them.
 *
 * Every text is written once and begins with the label of its reflection. Each change names the text that it is based on, so
 * the texts of a reflection form a chain. Everything that was shown as saved must be on the chain of a final text.
 */

interface Action {
  /** `wipe`: another script or the browser deletes everything, at any time. */
  readonly kind: 'add' | 'change' | 'remove' | 'clear' | 'wipe';
  readonly text: string;
  readonly base?: string;
  readonly began: number;
  /** When its outcome was shown; `Infinity` if the browser was killed before. */
  ended: number;
  shown: 'done' | 'copied' | 'nothing changed' | 'unknown';
}

export const labelOf = (text: string): string => text.split(' ')[0] ?? '';

export class History {
  #actions: Action[] = [];
  #clock = 0;
  /** All events, for the report of a failure. */
  readonly log: string[] = [];

  /** @param copies - whether a change may be saved as a separate reflection, beside the one that it is based on */
  constructor(private readonly copies: boolean) {}

  /**
   * Records the start of an action.
   *
   * @returns a function that records the outcome that was shown
   */
  begin(kind: Action['kind'], text = '', base?: string): (outcome: string) => void {
    const action: Action = {
      kind,
      text,
      ...(base && { base }),
      began: ++this.#clock,
      ended: Infinity,
      shown: 'unknown',
    };
    this.#actions.push(action);
    this.log.push(`${action.began} ${kind} ${text}${base ? ` <- ${base}` : ''}`);
    return (outcome) => {
      const at = ++this.#clock;
      this.log.push(`${at} ${kind} ${text}: ${outcome}`);
      // Other outcomes are inconclusive: it may have been written, and then changed or locked by the other tab.
      const meaning = ({ saved: 'done', done: 'done', both: 'copied', quota: 'nothing changed' } as const)[outcome];
      if (!meaning) return;
      action.ended = at;
      action.shown = meaning;
    };
  }

  /** Whether the browser was killed during a wipe. */
  get wiping(): boolean {
    return this.#actions.some(({ kind, shown }) => kind === 'wipe' && shown === 'unknown');
  }

  /**
   * Compares the final texts with the actions, and begins a new history with them.
   *
   * @returns the problems
   */
  compare(texts: readonly string[]): string[] {
    this.log.push(`found: ${texts.join(', ')}`);
    const actions = this.#actions.filter(({ shown }) => shown !== 'nothing changed');
    const labels = new Set(actions.flatMap(({ text }) => (text ? [labelOf(text)] : [])));
    const problems = texts.filter((text) => !labels.has(labelOf(text))).map((text) => `"${text}" is unknown`);
    if (new Set(texts).size < texts.length) problems.push('a text exists twice');
    for (const label of labels) {
      const problem = this.#problem(
        actions.filter(({ text }) => labelOf(text) === label),
        actions.filter(({ kind }) => kind === 'clear' || kind === 'wipe'),
        texts.filter((text) => labelOf(text) === label),
      );
      if (problem) problems.push(`${label}: ${problem}`);
    }
    this.#actions = [];
    for (const text of texts) this.begin('add', text)('saved');
    return problems;
  }

  /** @param texts - the final texts of a reflection; several only if a change may be saved as a separate one */
  #problem(actions: readonly Action[], clears: readonly Action[], texts: readonly string[]): string | undefined {
    const written = actions.filter(({ kind }) => kind === 'add' || kind === 'change');
    const find = (text: string): Action | undefined => written.find((action) => action.text === text);
    const unknown = texts.find((text) => !find(text));
    if (unknown) return `"${unknown}" was never written`;
    const mayBeCopy = ({ kind, shown }: Action): boolean => this.copies && kind === 'change' && shown !== 'done';
    /** A text and those that it is based on; with `own` only those that certainly belong to the same reflection. */
    const chainOf = (text: string, own = false): Action[] => {
      const chain: Action[] = [];
      for (let action = find(text); action; action = find(action.base ?? '')) {
        chain.push(action);
        if (own && mayBeCopy(action)) break;
      }
      return chain;
    };
    const saved = written.filter(({ shown }) => shown === 'done' || shown === 'copied');
    const removals = actions.filter(({ kind }) => kind === 'remove');
    const found = new Set(texts.flatMap((text) => chainOf(text)));
    const deleted = new Set(this.copies || !texts.length ? removals.flatMap(({ text }) => chainOf(text)) : []);
    const wiped = ({ began }: Action): boolean =>
      (this.copies || !texts.length) && clears.some(({ ended }) => began < ended);
    const lost = saved.find((action) => !found.has(action) && !deleted.has(action) && !wiped(action));
    if (lost) return `"${lost.text}" was saved, but was not found; found: ${texts.join(', ') || 'nothing'}`;
    const owns = texts.map((text) => chainOf(text, true));
    const origins = owns.map((own) => own.at(-1)!).filter((action) => !mayBeCopy(action));
    if (new Set(origins).size < origins.length) return `it exists more than once: ${texts.join(', ')}`;
    const cleared = clears.filter(({ kind, shown }) => kind === 'clear' && shown === 'done');
    for (const own of owns) {
      if (
        removals.some(
          ({ shown, text }) => shown === 'done' && (!this.copies || own.some((action) => action.text === text)),
        )
      )
        return 'it was deleted and reappeared';
      if (cleared.some(({ began }) => own.at(-1)!.ended < began)) return 'it was cleared and reappeared';
    }
    return undefined;
  }
}
