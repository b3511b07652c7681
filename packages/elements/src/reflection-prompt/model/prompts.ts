import { crisisSettings, crisisShown, type CrisisHelp } from '../../foundation/crisis/crisis.js';
import {
  instant,
  link,
  listOf,
  objectOf,
  oneOf,
  text,
  type RawConfiguration,
  type Reader,
  type Reading,
} from '../../foundation/configuration/readers.js';

/** Allowed values of `choice`. */
export const choiceValues = ['day', 'order'] as const;

/** Something to think about for a moment. */
export interface Prompt {
  /** Unique in its set. */
  readonly id: string;
  readonly text: string;
  /** A word more, where the prompt needs one. */
  readonly hint?: string | undefined;
  /** Id of the stop of a circle that it belongs to. */
  readonly stop?: string | undefined;
}

/** The words of a set of prompts. */
export interface PromptWords {
  readonly title: string;
  /** In order; at least one. */
  readonly prompts: readonly Prompt[];
}

/** What the widget shows. */
export interface PromptSet extends PromptWords {
  /** Which prompt comes first: that of the day, or the first in order. */
  readonly choice: (typeof choiceValues)[number];
  /** Instead of the clock. */
  readonly now?: Date | undefined;
  readonly privacyUrl?: string | undefined;
  /** Crisis help, or the words that say why it is not here. */
  readonly crisis: CrisisHelp | string;
}

export const promptSettings = {
  ...crisisSettings,
  choice: oneOf(...choiceValues),
  now: instant,
  privacyUrl: link,
};

/** The default prompts of a language, by the stop of the default circle that they belong to. */
export type DefaultPrompts = Readonly<Record<string, readonly string[]>>;

/** Default prompts, with ids that are the same in every language: the stop and a number from 1. */
export const defaultPrompts = (texts: DefaultPrompts): readonly Prompt[] =>
  Object.entries(texts).flatMap(([stop, ofStop]) =>
    ofStop.map((text, index) => ({ id: `${stop}-${index + 1}`, text, stop })),
  );

/**
 * Reads `{ prompts: [ { id, text, hint?, stop? } ], title? }` and the settings beside it. A prompt without a text is left out, an id that is missing or
 * taken is replaced; where none is left, the default's are shown. All of that is reported with its path.
 *
 * @param standard - the default in the reader's language
 */
export function parsePrompts(raw: RawConfiguration, reading: Reading, standard: PromptWords): PromptSet {
  const ids = new Set<string>();
  const fields = objectOf({ id: text, text, hint: text, stop: text });
  const prompt: Reader<Prompt> = (value, path, reading) => {
    const found = fields(value, path, reading);
    if (!found) return undefined;
    const { text, ...rest } = found;
    let { id } = found;
    if (!text) {
      reading.report(`${path}.text`, 'a text', 'missing-value');
      return undefined;
    }
    if (!id) reading.report(`${path}.id`, 'an id', 'missing-value');
    else if (ids.has(id)) reading.report(`${path}.id`, 'an id of its own');
    id ??= path;
    while (ids.has(id)) id += '-2';
    ids.add(id);
    return { ...rest, id, text };
  };
  const found = objectOf({ ...promptSettings, title: text, prompts: listOf(prompt) })(raw, '', reading) ?? {};
  const { title, prompts, choice, now, privacyUrl } = found;
  return {
    title: title ?? standard.title,
    prompts: prompts?.[0] ? prompts : standard.prompts,
    choice: choice ?? 'day',
    now,
    privacyUrl,
    crisis: crisisShown(found, reading),
  };
}

/** The prompts of a stop; all of them where there is no stop, or none for it. */
export function promptsFor(prompts: readonly Prompt[], stop: string | null | undefined): readonly Prompt[] {
  const ofStop = prompts.filter((prompt) => stop && prompt.stop === stop);
  return ofStop[0] ? ofStop : prompts;
}

/** Days since 1970 by the reader's own clock. */
export const dayNumber = (now: Date): number => Math.floor(now.getTime() / 864e5 - now.getTimezoneOffset() / 1440);

/** The prompt of a day: the same all day long, and another one on the next where there are more. */
export const promptOfDay = (prompts: readonly Prompt[], day: number): Prompt =>
  prompts.at(day % prompts.length) as Prompt;

/** The one after a prompt, and after the last one the first. */
export const promptAfter = (prompts: readonly Prompt[], id: string): Prompt =>
  prompts[(prompts.findIndex((prompt) => prompt.id === id) + 1) % prompts.length] as Prompt;
