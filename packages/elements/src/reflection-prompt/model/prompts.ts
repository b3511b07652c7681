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
  /** A short explanation, where the prompt needs one. */
  readonly hint?: string | undefined;
  /** Id of the circle diagram's stop that it belongs to. */
  readonly stop?: string | undefined;
}

/** Title and prompts in one language. */
export interface PromptTexts {
  readonly title: string;
  /** In order; at least one. */
  readonly prompts: readonly Prompt[];
}

/** The parsed configuration. */
export interface PromptSet extends PromptTexts {
  /** Which prompt comes first: the prompt of the day, or the first in order. */
  readonly choice: (typeof choiceValues)[number];
  /** Time to use instead of the clock. */
  readonly now?: Date | undefined;
  readonly privacyUrl?: string | undefined;
  /** Crisis help, or the reason why there is none. */
  readonly crisis: CrisisHelp | string;
}

export const promptSettings = {
  ...crisisSettings,
  choice: oneOf(...choiceValues),
  now: instant,
  privacyUrl: link,
};

/** Default prompts in one language, by the stop of the default circle that they belong to. */
export type DefaultPrompts = Readonly<Record<string, readonly string[]>>;

/** Default prompts, with ids that are the same in every language: the stop and a number from 1. */
export const defaultPrompts = (texts: DefaultPrompts): readonly Prompt[] =>
  Object.entries(texts).flatMap(([stop, ofStop]) =>
    ofStop.map((text, index) => ({ id: `${stop}-${index + 1}`, text, stop })),
  );

/**
 * Reads `{ prompts: [ { id, text, hint?, stop? } ], title? }` and the settings. A prompt without a text is ignored, and an id that
 * is missing or taken is replaced; both are reported with their path. Without any prompt the default ones are shown.
 *
 * @param standard - the default in the reader's language
 */
export function parsePrompts(raw: RawConfiguration, reading: Reading, standard: PromptTexts): PromptSet {
  const configured =
    objectOf({ ...promptSettings, title: text, prompts: listOf(promptReader()) })(raw, '', reading) ?? {};
  const { title = standard.title, prompts, choice = 'day' } = configured;
  return {
    ...configured,
    title,
    prompts: prompts?.length ? prompts : standard.prompts,
    choice,
    crisis: crisisShown(configured, reading),
  };
}

/** Reader of the prompts of one set, whose ids are unique. */
function promptReader(): Reader<Prompt> {
  const ids = new Set<string>();
  const fields = objectOf({ id: text, text, hint: text, stop: text });
  return (value, path, reading) => {
    const configured = fields(value, path, reading);
    if (!configured) return undefined;
    const { text, ...rest } = configured;
    let { id } = configured;
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
}

/** The prompts of a stop, or all of them when there is no stop, or no prompt for it. */
export function promptsFor(prompts: readonly Prompt[], stop: string | null | undefined): readonly Prompt[] {
  const ofStop = prompts.filter((prompt) => stop && prompt.stop === stop);
  return ofStop.length ? ofStop : prompts;
}

/** Days since 1970 by the reader's own clock. */
export const dayNumber = (now: Date): number => Math.floor(now.getTime() / 864e5 - now.getTimezoneOffset() / 1440);

/** The prompt of a day: the same all day long, and another one on the next day where there are more. */
export const promptOfDay = (prompts: readonly Prompt[], day: number): Prompt =>
  prompts.at(day % prompts.length) as Prompt;

/** The prompt after another one; after the last, the first. */
export const promptAfter = (prompts: readonly Prompt[], id: string): Prompt =>
  prompts[(prompts.findIndex((prompt) => prompt.id === id) + 1) % prompts.length] as Prompt;

/** A prompt, and those to choose the next one from. */
export interface ShownPrompt {
  readonly prompt: Prompt;
  readonly offered: readonly Prompt[];
}

/**
 * Chooses the prompt to show.
 *
 * @param wanted.id - id of a prompt; any other counts as none
 * @param wanted.stop - stop whose prompts are offered
 * @param wanted.answered - prompts with an answer in progress, which are offered even when the set has them no more
 * @param wanted.now - decides which prompt is that of the day
 */
export function choosePrompt(
  { prompts, choice }: Pick<PromptSet, 'prompts' | 'choice'>,
  wanted: {
    readonly id: string | null | undefined;
    readonly stop: string | null | undefined;
    readonly answered: readonly Prompt[];
    readonly now: Date;
  },
): ShownPrompt {
  const removed = wanted.answered.filter(({ id }) => !prompts.some((prompt) => prompt.id === id));
  const offered = [...promptsFor(prompts, wanted.stop), ...removed];
  const chosen = [...prompts, ...removed].find(({ id }) => id === wanted.id);
  const first = choice === 'order' ? (offered[0] as Prompt) : promptOfDay(offered, dayNumber(wanted.now));
  return { prompt: chosen ?? first, offered };
}
