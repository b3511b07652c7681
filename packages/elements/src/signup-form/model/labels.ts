import type { SignupFormStrings } from '../locales/en.js';
import type { FieldName } from './validation.js';

/** The label of a field, which may be a question. */
export const labelOf = (field: FieldName, strings: SignupFormStrings): string => strings[field as 'name'];

/** The labels of a question's choices, by their values. */
export function choiceLabels(field: FieldName, strings: SignupFormStrings): Readonly<Record<string, string>> {
  switch (field) {
    case 'format':
      return strings.formats;
    case 'times':
      return strings.timeValues;
    case 'preferredContact':
      return strings.contacts;
    case 'leaveMessage':
      return strings.leave;
    case 'childAgeBand':
      return strings.ages;
    default:
      return {};
  }
}
