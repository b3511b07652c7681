import { toJson } from '../../foundation/formats/json.js';
import type { Submission } from './submission.js';

/** The answers of a submission, without the time that they took and the language of the form. */
const content = (submission: Submission): string =>
  toJson({ ...submission, elapsed: 0, locale: 0, consent: submission.consent.version });

/** Whether two submissions have the same id and answers. */
export const sameContent = (first: Submission, second: Submission): boolean => content(first) === content(second);

/** Whether two submissions may be from the same person: with the same name, telephone number or email address. */
export const isSamePerson = (first: Submission, second: Submission): boolean => {
  const telephones = [first, second].map(({ telephone = '' }) => telephone.replace(/\D/g, ''));
  return (
    first.name === second.name ||
    (!!telephones[0] && telephones[0] === telephones[1]) ||
    (!!first.email && first.email.toLowerCase() === second.email?.toLowerCase())
  );
};
