import { toJson } from '../../foundation/formats/json.js';
import { shortenTo } from '../../foundation/formats/shorten.js';
import type { SignupFormStrings } from '../locales/en.js';
import type { Program } from './program.js';
import type { Submission } from './submission.js';
import { formatOf, isAsked, sessionOf, type Answers } from './validation.js';

/** Parts of a submission besides the answers. */
export interface Circumstances {
  /** The consent text. */
  readonly consent: string;
  readonly locale: string;
  /** Whether it is for the waiting list, because the endpoint reported that no place is left. */
  readonly waitingList: boolean;
  /** Milliseconds since the form was shown. */
  readonly elapsed: number;
}

/** A telephone number as E.164 (ITU-T), if it has its country code. No country code begins with 0. */
export const e164 = (telephone = ''): string | undefined =>
  /^\+[1-9]\d{6,14}$/.exec(telephone.replace(/\(0\)|[\s().-]/g, ''))?.[0];

/** The text that the person consents to. */
export const consentText = ({ provider = '', keeps }: Program, strings: SignupFormStrings): string =>
  strings.consent(provider) + (keeps ? ` ${strings.keeps(keeps)}` : '');

/** A BCP 47 code that is short enough for every endpoint: the language, script and region. */
function endpointLocale(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale);
  return [language, script, region].filter(Boolean).join('-');
}

/** Makes a submission of valid answers, without empty ones. */
export function makeSubmission(
  submissionId: string,
  answers: Answers,
  program: Program,
  { consent, locale, waitingList, elapsed }: Circumstances,
): Submission {
  const trimmed: Answers = Object.fromEntries(
    Object.entries(answers).map(([name, text]) => [name, text.trim() || undefined]),
  );
  const session = sessionOf(answers, program);
  // Leaves out what is undefined.
  return JSON.parse(
    toJson({
      ...trimmed,
      telephoneE164: e164(trimmed.telephone),
      submissionId,
      // The maximum that an endpoint accepts.
      program: shortenTo(program.name, 200),
      session: session?.id,
      format: formatOf(answers, program),
      waitingList: waitingList || session?.places === 0 || undefined,
      leaveMessage: isAsked('leaveMessage', answers, program) ? trimmed.leaveMessage : undefined,
      website: undefined,
      consent: { given: true, version: program.consentVersion, text: consent },
      locale: endpointLocale(locale),
      elapsed,
    }),
  ) as Submission;
}
