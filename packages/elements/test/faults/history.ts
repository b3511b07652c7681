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
  shown: 'done' | 'nothing changed' | 'unknown';
}

export const labelOf = (text: string): string => text.split(' ')[0] ?? '';

export class History {
  #deeds: Deed[] = [];
  #clock = 0;
  /** Everything, for a report. */
  readonly log: string[] = [];

  /** Notes that something begins. @returns a function that notes the outcome that was shown */
  begin(kind: Deed['kind'], text = '', base?: string): (outcome: string) => void {
    const deed: Deed = { kind, text, ...(base && { base }), began: ++this.#clock, ended: Infinity, shown: 'unknown' };
    this.#deeds.push(deed);
    this.log.push(`${deed.began} ${kind} ${text}${base ? ` <- ${base}` : ''}`);
    return (outcome) => {
      const at = ++this.#clock;
      this.log.push(`${at} ${kind} ${text}: ${outcome}`);
      // What else was shown promises nothing: it may have been written, and then changed or locked by the other tab.
      if (outcome !== 'saved' && outcome !== 'done' && outcome !== 'quota') return;
      deed.ended = at;
      deed.shown = outcome === 'quota' ? 'nothing changed' : 'done';
    };
  }

  /**
   * Compares what is there now, and goes on from there.
   *
   * @returns what is wrong with it
   */
  compare(texts: readonly string[]): string[] {
    this.log.push(`there: ${texts.join(', ')}`);
    const deeds = this.#deeds.filter(({ shown }) => shown !== 'nothing changed');
    const present = new Map(texts.map((text) => [labelOf(text), text]));
    const labels = new Set(deeds.flatMap(({ text }) => (text ? [labelOf(text)] : [])));
    const wrong = [...present.keys()].filter((label) => !labels.has(label)).map((label) => `${label} is not known`);
    if (present.size < texts.length) wrong.push('one is there twice');
    for (const label of labels) {
      const problem = this.#problem(
        deeds.filter(({ text }) => labelOf(text) === label),
        deeds.filter(({ kind }) => kind === 'clear' || kind === 'wipe'),
        present.get(label),
      );
      if (problem) wrong.push(`${label}: ${problem}`);
    }
    this.#deeds = [];
    for (const text of texts) this.begin('add', text)('saved');
    return wrong;
  }

  #problem(deeds: readonly Deed[], clears: readonly Deed[], text: string | undefined): string | undefined {
    const written = deeds.filter(({ kind }) => kind === 'add' || kind === 'change');
    /** A text and all that it builds on. */
    const lineTo = (text: string | undefined): Set<string> => {
      const line = new Set<string>();
      for (let at = text; at !== undefined; at = written.find((deed) => deed.text === at)?.base) line.add(at);
      return line;
    };
    const saved = written.filter(({ shown }) => shown === 'done');
    const missing = (line: Set<string>): Deed | undefined => saved.find((deed) => !line.has(deed.text));
    const removals = deeds.filter(({ kind }) => kind === 'remove');
    if (text === undefined) {
      const lost = missing(new Set());
      return !lost ||
        removals.some((removal) => !missing(lineTo(removal.text))) ||
        clears.some(({ ended }) => saved.every(({ began }) => began < ended))
        ? undefined
        : `"${lost.text}" was saved and is missing`;
    }
    if (!written.some((deed) => deed.text === text)) return `"${text}" was never written`;
    const lost = missing(lineTo(text));
    if (lost) return `"${lost.text}" was saved, and "${text}" is there`;
    if (removals.some(({ shown }) => shown === 'done')) return 'it was deleted and has come back';
    const begin = written.find(({ kind }) => kind === 'add');
    return begin && clears.some(({ kind, shown, began }) => kind === 'clear' && shown === 'done' && begin.ended < began)
      ? 'it was cleared and has come back'
      : undefined;
  }
}
