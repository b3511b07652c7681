import type { Answers } from './validation.js';

/** Answers by field, a text for each choice; also those of fields that are not shown now. */
export type Kept = Record<string, readonly string[]>;

/**
 * Takes over what stands in a form. A field that is not shown keeps its answer.
 *
 * @returns what is answered in fields that are shown
 */
export function takeAnswers(form: HTMLFormElement, kept: Kept): Answers {
  const data = new FormData(form);
  const answers: Record<string, string> = {};
  for (const { name } of form.elements as Iterable<HTMLInputElement>) {
    const values = (kept[name] = data.getAll(name) as string[]);
    if (values.join('')) answers[name] = values.join(', ');
  }
  return answers;
}

/** Writes answers into their fields: a choice follows its value, wherever in the form it stands now. */
export function fillAnswers(form: HTMLFormElement, kept: Kept): void {
  for (const input of form.elements as Iterable<HTMLInputElement>) {
    const { name, type, value } = input;
    const answer = name && kept[name];
    if (!answer) continue;
    const [text = ''] = answer;
    if (/^(radio|checkbox)$/.test(type)) input.checked = answer.includes(value);
    else if (value !== text) input.value = text;
  }
}
