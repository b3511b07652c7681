import type { Submission } from './submission.js';

/** What a person answered, without the time that it took and the language that it was asked in. */
const content = (submission: Submission): string =>
  JSON.stringify({ ...submission, elapsed: 0, locale: 0, consent: submission.consent.version });

/** Whether two submissions have the same id and answers. */
export const sameContent = (first: Submission, second: Submission): boolean => content(first) === content(second);

const digits = (telephone = ''): string => telephone.replace(/\D/g, '');

/** Whether two submissions may come from one person: the same name, telephone number or email address. */
export const isSamePerson = (first: Submission, second: Submission): boolean =>
  first.name === second.name ||
  (!!digits(first.telephone) && digits(first.telephone) === digits(second.telephone)) ||
  (!!first.email && first.email.toLowerCase() === second.email?.toLowerCase());
