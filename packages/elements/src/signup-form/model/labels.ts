import type { SignupFormStrings } from '../locales/en.js';
import type { FieldName } from './validation.js';

/** The label of a field, which may be a question. */
export const labelOf = (field: FieldName, strings: SignupFormStrings): string => strings[field as 'name'];

/** The labels of a question's choices, by their values; none for a text field. */
export const choiceLabels = (field: FieldName, strings: SignupFormStrings): Readonly<Record<string, string>> =>
  strings[`${field as 'format'}Choices`] ?? {};
