import { toJson } from '../../foundation/formats/json.js';
import type { Submission } from './submission.js';

/** The answers of a submission, without the time that they took and the language of the form. */
const content = (submission: Submission): string =>
  toJson({ ...submission, elapsed: 0, locale: 0, consent: submission.consent.version });

/** Whether two submissions have the same id and answers. */
export const sameContent = (first: Submission, second: Submission): boolean => content(first) === content(second);

const digits = (telephone = ''): string => telephone.replace(/\D/g, '');

/** Whether two submissions may be from the same person: with the same name, telephone number or email address. */
export const isSamePerson = (first: Submission, second: Submission): boolean =>
  first.name === second.name ||
  (!!digits(first.telephone) && digits(first.telephone) === digits(second.telephone)) ||
  (!!first.email && first.email.toLowerCase() === second.email?.toLowerCase());
