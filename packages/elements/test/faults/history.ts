/**
 * Records the operations on one database, and checks whether its content can result from them.
 *
 * Every text is unique and begins with the label of its reflection. Each change names the text that it is based on, so the
 * texts of a reflection form a chain. Every text that was shown as saved must be part of the chain to the final text.
 */

interface Operation {
  /** `wipe`: another script or the browser deletes everything, which guarantees nothing. */
  readonly kind: 'add' | 'change' | 'remove' | 'clear' | 'wipe';
  readonly text: string;
  readonly base?: string;
  readonly startedAt: number;
  /** When its outcome was shown; `Infinity` if the browser was killed before. */
  endedAt: number;
  shown: 'done' | 'copied' | 'nothing changed' | 'unknown';
}

export const labelOf = (text: string): string => text.split(' ')[0] ?? '';

export class History {
  #operations: Operation[] = [];
  #clock = 0;
  /** All operations, for a report. */
  readonly log: string[] = [];

  /** @param copies - whether a conflicting change may become a separate reflection */
  constructor(private readonly copies: boolean) {}

  /** Records the start of an operation. @returns a function that records the shown outcome */
  begin(kind: Operation['kind'], text = '', base?: string): (outcome: string) => void {
    const operation: Operation = {
      kind,
      text,
      ...(base && { base }),
      startedAt: ++this.#clock,
      endedAt: Infinity,
      shown: 'unknown',
    };
    this.#operations.push(operation);
    this.log.push(`${operation.startedAt} ${kind} ${text}${base ? ` <- ${base}` : ''}`);
    return (outcome) => {
      const at = ++this.#clock;
      this.log.push(`${at} ${kind} ${text}: ${outcome}`);
      // Other outcomes guarantee nothing: the text may have been written, and then changed or locked by the other tab.
      const meaning = ({ saved: 'done', done: 'done', both: 'copied', quota: 'nothing changed' } as const)[outcome];
      if (!meaning) return;
      operation.endedAt = at;
      operation.shown = meaning;
    };
  }

  /** Whether everything was being deleted when the browser was killed. */
  get wiping(): boolean {
    return this.#operations.some(({ kind, shown }) => kind === 'wipe' && shown === 'unknown');
  }

  /** Checks the current content, and continues from it. @returns the problems */
  compare(texts: readonly string[]): string[] {
    this.log.push(`content: ${texts.join(', ')}`);
    const operations = this.#operations.filter(({ shown }) => shown !== 'nothing changed');
    const labels = new Set(operations.flatMap(({ text }) => (text ? [labelOf(text)] : [])));
    const problems = texts.filter((text) => !labels.has(labelOf(text))).map((text) => `"${text}" is unknown`);
    if (new Set(texts).size < texts.length) problems.push('a text is duplicated');
    for (const label of labels) {
      const problem = this.#problem(
        operations.filter(({ text }) => labelOf(text) === label),
        operations.filter(({ kind }) => kind === 'clear' || kind === 'wipe'),
        texts.filter((text) => labelOf(text) === label),
      );
      if (problem) problems.push(`${label}: ${problem}`);
    }
    this.#operations = [];
    for (const text of texts) this.begin('add', text)('saved');
    return problems;
  }

  /** @param texts - current texts; several only if a change may become a separate reflection */
  #problem(
    operations: readonly Operation[],
    clears: readonly Operation[],
    texts: readonly string[],
  ): string | undefined {
    const written = operations.filter(({ kind }) => kind === 'add' || kind === 'change');
    const find = (text: string): Operation | undefined => written.find((operation) => operation.text === text);
    const unknown = texts.find((text) => !find(text));
    if (unknown) return `"${unknown}" was never written`;
    const mayBeCopy = ({ kind, shown }: Operation): boolean => this.copies && kind === 'change' && shown !== 'done';
    /** A text and its chain of bases; with `own` only those that were certainly the same reflection. */
    const chainOf = (text: string, own = false): Operation[] => {
      const chain: Operation[] = [];
      for (let operation = find(text); operation; operation = find(operation.base ?? '')) {
        chain.push(operation);
        if (own && mayBeCopy(operation)) break;
      }
      return chain;
    };
    const saved = written.filter(({ shown }) => shown === 'done' || shown === 'copied');
    const removals = operations.filter(({ kind }) => kind === 'remove');
    const preserved = new Set(texts.flatMap((text) => chainOf(text)));
    const deleted = new Set(this.copies || !texts.length ? removals.flatMap(({ text }) => chainOf(text)) : []);
    const wiped = ({ startedAt }: Operation): boolean =>
      (this.copies || !texts.length) && clears.some(({ endedAt }) => startedAt < endedAt);
    const lost = saved.find((operation) => !preserved.has(operation) && !deleted.has(operation) && !wiped(operation));
    if (lost) return `"${lost.text}" was saved, but the content is: ${texts.join(', ') || 'nothing'}`;
    const owns = texts.map((text) => chainOf(text, true));
    const origins = owns.map((own) => own.at(-1)!).filter((operation) => !mayBeCopy(operation));
    if (new Set(origins).size < origins.length) return `it exists more than once: ${texts.join(', ')}`;
    const cleared = clears.filter(({ kind, shown }) => kind === 'clear' && shown === 'done');
    for (const own of owns) {
      if (
        removals.some(
          ({ shown, text }) => shown === 'done' && (!this.copies || own.some((operation) => operation.text === text)),
        )
      )
        return 'it was deleted and has reappeared';
      if (cleared.some(({ startedAt }) => own.at(-1)!.endedAt < startedAt)) return 'it was cleared and has reappeared';
    }
    return undefined;
  }
}
