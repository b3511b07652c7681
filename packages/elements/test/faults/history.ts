/**
 * What was done to the reflections of one database, and whether what is there afterwards can have come of it.
 *
 * Every text is written once and begins with the label of its reflection, so a reflection's texts form a line: each change
 * says which text it builds on. Whatever was shown as saved must lie on the line that leads to what is there in the end.
 */

interface Deed {
  /** `wipe`: another script or the browser itself deletes all, and promises nothing. */
  readonly kind: 'add' | 'change' | 'remove' | 'clear' | 'wipe';
  readonly text: string;
  readonly base?: string;
  readonly began: number;
  /** When its outcome was shown; never, when the browser was gone before. */
  ended: number;
  shown: 'done' | 'copied' | 'nothing changed' | 'unknown';
}

export const labelOf = (text: string): string => text.split(' ')[0] ?? '';

export class History {
  #deeds: Deed[] = [];
  #clock = 0;
  /** Everything, for a report. */
  readonly log: string[] = [];

  /** @param copies - whether a change may become a reflection of its own, beside the one that it builds on */
  constructor(private readonly copies: boolean) {}

  /** Notes that something begins. @returns a function that notes the outcome that was shown */
  begin(kind: Deed['kind'], text = '', base?: string): (outcome: string) => void {
    const deed: Deed = { kind, text, ...(base && { base }), began: ++this.#clock, ended: Infinity, shown: 'unknown' };
    this.#deeds.push(deed);
    this.log.push(`${deed.began} ${kind} ${text}${base ? ` <- ${base}` : ''}`);
    return (outcome) => {
      const at = ++this.#clock;
      this.log.push(`${at} ${kind} ${text}: ${outcome}`);
      // What else was shown promises nothing: it may have been written, and then changed or locked by the other tab.
      const meaning = ({ saved: 'done', done: 'done', both: 'copied', quota: 'nothing changed' } as const)[outcome];
      if (!meaning) return;
      deed.ended = at;
      deed.shown = meaning;
    };
  }

  /** Whether all was being deleted when the browser was killed. */
  get wiping(): boolean {
    return this.#deeds.some(({ kind, shown }) => kind === 'wipe' && shown === 'unknown');
  }

  /**
   * Compares what is there now, and goes on from there.
   *
   * @returns what is wrong with it
   */
  compare(texts: readonly string[]): string[] {
    this.log.push(`there: ${texts.join(', ')}`);
    const deeds = this.#deeds.filter(({ shown }) => shown !== 'nothing changed');
    const labels = new Set(deeds.flatMap(({ text }) => (text ? [labelOf(text)] : [])));
    const wrong = texts.filter((text) => !labels.has(labelOf(text))).map((text) => `"${text}" is not known`);
    if (new Set(texts).size < texts.length) wrong.push('one is there twice');
    for (const label of labels) {
      const problem = this.#problem(
        deeds.filter(({ text }) => labelOf(text) === label),
        deeds.filter(({ kind }) => kind === 'clear' || kind === 'wipe'),
        texts.filter((text) => labelOf(text) === label),
      );
      if (problem) wrong.push(`${label}: ${problem}`);
    }
    this.#deeds = [];
    for (const text of texts) this.begin('add', text)('saved');
    return wrong;
  }

  /** @param texts - those that are there; several only where a change may become a reflection of its own */
  #problem(deeds: readonly Deed[], clears: readonly Deed[], texts: readonly string[]): string | undefined {
    const written = deeds.filter(({ kind }) => kind === 'add' || kind === 'change');
    const find = (text: string): Deed | undefined => written.find((deed) => deed.text === text);
    const unknown = texts.find((text) => !find(text));
    if (unknown) return `"${unknown}" was never written`;
    const mayBeCopy = ({ kind, shown }: Deed): boolean => this.copies && kind === 'change' && shown !== 'done';
    /** A text and all that it builds on; `own` is what the same reflection has been for certain. */
    const lineTo = (text: string, own = false): Deed[] => {
      const line: Deed[] = [];
      for (let deed = find(text); deed; deed = find(deed.base ?? '')) {
        line.push(deed);
        if (own && mayBeCopy(deed)) break;
      }
      return line;
    };
    const saved = written.filter(({ shown }) => shown === 'done' || shown === 'copied');
    const removals = deeds.filter(({ kind }) => kind === 'remove');
    const kept = new Set(texts.flatMap((text) => lineTo(text)));
    const deleted = new Set(this.copies || !texts.length ? removals.flatMap(({ text }) => lineTo(text)) : []);
    const wiped = ({ began }: Deed): boolean =>
      (this.copies || !texts.length) && clears.some(({ ended }) => began < ended);
    const lost = saved.find((deed) => !kept.has(deed) && !deleted.has(deed) && !wiped(deed));
    if (lost) return `"${lost.text}" was saved, and there is: ${texts.join(', ') || 'nothing'}`;
    const owns = texts.map((text) => lineTo(text, true));
    const origins = owns.map((own) => own.at(-1)!).filter((deed) => !mayBeCopy(deed));
    if (new Set(origins).size < origins.length) return `it is there more than once: ${texts.join(', ')}`;
    const cleared = clears.filter(({ kind, shown }) => kind === 'clear' && shown === 'done');
    for (const own of owns) {
      if (
        removals.some(({ shown, text }) => shown === 'done' && (!this.copies || own.some((deed) => deed.text === text)))
      )
        return 'it was deleted and has come back';
      if (cleared.some(({ began }) => own.at(-1)!.ended < began)) return 'it was cleared and has come back';
    }
    return undefined;
  }
}
