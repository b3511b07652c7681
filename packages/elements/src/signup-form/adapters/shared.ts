import { safeUrl } from '../../foundation/configuration/safe-url.js';
import type { Submission } from '../model/submission.js';
import { fieldNames, type FieldName } from '../model/validation.js';
import type { Outcome, Result } from '../model/result.js';
import type { Adapter, AdapterRequest, AdapterResponse } from './adapter.js';

/** A JSON answer; nothing about it is certain. Empty where the answer was none. */
export type Answer = Readonly<Record<string, unknown>>;

/** A service's names by ours, see {@link namedFields}. */
export type Names = Readonly<Record<string, string>>;

/**
 * What a service's answer means where it differs from the common reading.
 *
 * @param answer - the answer as JSON
 * @param taken - whether the status is 2xx and the answer names no failure
 * @returns nothing for the common reading, which never confirms
 */
export type Rule = (answer: Answer, taken: boolean, response: AdapterResponse) => Outcome | false | undefined;

/**
 * The fields of a submission under a service's names. The consent becomes three fields; `true` is `yes`, as people read
 * these in an e-mail. What is empty is left out: where a honeypot is a checkbox, its presence alone means a robot.
 *
 * @param names - by our name the service's. A name with anything but letters in it is none of ours but a fixed field of
 *   the service, sent as it is (`form-name`, `access_key`, `_subject`). `rest` names the field that takes all that has no
 *   name here, one `name: value` a line: for services that refuse or drop what their form does not have. Without it such
 *   fields keep our names.
 */
export function namedFields(submission: Submission, { rest, ...names }: Names): [name: string, value: string][] {
  const fields = Object.entries(names).filter(([key]) => /[^a-z]/i.test(key));
  const lines: string[] = [];
  const { version, text } = submission.consent;
  for (const [key, value] of Object.entries({
    ...submission,
    consent: true,
    consentVersion: version,
    consentText: text,
  })) {
    const words = value === true ? 'yes' : `${value ?? ''}`;
    if (words) rest && !names[key] ? lines.push(`${key}: ${words}`) : fields.push([names[key] || key, words]);
  }
  if (rest && lines.length) fields.push([rest, lines.join('\n')]);
  return fields;
}

const entities: Names = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/**
 * Text of what may be HTML, short enough for a message. No `<` is left in it, whatever came, so that it is harmless
 * even where somebody takes it for markup; nor anything that changes the direction of the text around it.
 */
export const plainText = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/<[^<>]*>/g, ' ')
        .replace(/&#(x?\w{1,7});/gi, (_, code) => String.fromCodePoint(Math.min(+`0${code}`, 0x10ffff) | 0))
        .replace(/&(\w{2,4});/g, (all, name: string) => entities[name] ?? all)
        .replaceAll('<', '‹')
        .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
        .trim()
        .replace(/^(.{299}).{2,}$/su, '$1…')
    : '';

function parse(text: string): Answer {
  try {
    return Object(JSON.parse(text)) as Answer;
  } catch {
    return {};
  }
}

/** Whether an answer says in its own words that it succeeded, or (`false`) that it did not. */
export const says = ({ success, ok }: Answer, what = true): boolean => [success, ok].includes(what);

/** A code that the form has words for, from those of Formspree and HubSpot; else the service's words. */
const wording = (code: string, words: string): string =>
  code.includes('REQUIRED')
    ? 'missing'
    : code.includes('TOO_L')
      ? 'too-long'
      : /TYPE_|INVALID/.test(code)
        ? 'invalid'
        : words || 'invalid';

/**
 * Makes a decoder. The common reading: a failure inside 2xx is `refused`, and 2xx alone proves nothing; 408, 425 and 429
 * say that the request was not dealt with (`retry`); any other 4xx is `refused`. A 5xx is `unknown`: the service may have
 * stored the sign-up before it failed, and none of them finds a second one by its id; `json` does, and says so itself.
 */
export const decodeBy =
  (rule: Rule) =>
  (response: AdapterResponse, names: Names = {}): Result => {
    const { status, text } = response;
    const answer = parse(text);
    const { error, body, next, redirectUri } = answer;
    const fieldErrors: Record<string, string> = {};
    // Some give back what was sent; the visitor's own message is no word of the service.
    const message = answer.consent ? '' : answer.message;
    const messages = [message, error, (Object(body) as Answer).message, answer.inlineMessage].map(plainText);
    // Lists of objects (Formspree, HubSpot, Contact Form 7), or words or objects by field name.
    const problems = [answer.fieldErrors, answer.errors, answer.invalid_fields].flatMap((list) =>
      typeof list === 'object' && list ? Object.entries(list) : [],
    );
    for (const [key, value] of problems) {
      const item: unknown = [value].flat()[0];
      const { field, code, errorType, message: own } = Object(item) as Answer;
      const description = plainText(own ?? item);
      const codes = plainText(code ?? errorType);
      // HubSpot names the field in its words only.
      const theirs = plainText(field) || (/fields\.(\w+)/.exec(description)?.[1] ?? key);
      // By the owner's names, or those of the standard forms of Contact Form 7 and HubSpot.
      const ours =
        fieldNames.find((name) => names[name] === theirs) ??
        theirs.replace(/^your-|^first(?=name$)/, '').replace(/^phone$/, 'telephone');
      // What the service's form does not have its owner must add; no visitor can.
      if (fieldNames.includes(ours as FieldName) && !codes.includes('NOT_IN'))
        fieldErrors[ours] = wording(codes, description);
      else messages.push(`${plainText(theirs).replace(/^\d+$/, '')} ${description || codes}`.trim());
    }
    const failed =
      problems[0] ?? (error || says(answer, false) || /error|fail|missing|spam|abort/.test(plainText(answer.status)));
    const kind = (status / 100) | 0;
    const outcome =
      rule(answer, kind === 2 && !failed, response) ||
      (kind === 2 ? failed && 'refused' : /^4(08|25|29)$/.test(`${status}`) ? 'retry' : kind === 4 && 'refused') ||
      'unknown';
    const summary = plainText(
      [...new Set(messages)].join(' ').trim() ||
        // A page says most in its title.
        (outcome === 'refused' && !/^\s*[{[]/.test(text) && (/<title[^<>]*>([^<]*)/i.exec(text)?.[1] ?? text)),
    );
    const reference = plainText(answer.reference);
    const submissionId = plainText(answer.submissionId);
    const link = safeUrl(next ?? redirectUri);
    return {
      outcome,
      ...(Object.keys(fieldErrors).length && { fieldErrors }),
      ...(summary && { message: summary }),
      ...(reference && { reference }),
      ...(link?.startsWith('https:') && { next: link }),
      ...(answer.waitingList === true && { waitingList: true }),
      ...(answer.code === 'mismatch' && { mismatch: true }),
      ...(submissionId && { submissionId }),
    };
  };

/**
 * For back-ends whose status is their word. JSON was asked for, so a page in its place, or one that a redirect led to,
 * is no word: it may be thanks, the form again with its errors, a log-in or a site's catch-all.
 */
export const byStatus: Rule = (answer, taken, { type, text, redirected }) =>
  taken && (says(answer) || !(redirected || type.includes('html') || /^\s*</.test(text)) ? 'confirmed' : 'unconfirmed');

/** A request with a JSON body. */
export const jsonRequest = (url: string, value: unknown): AdapterRequest => ({
  url,
  type: 'json',
  body: JSON.stringify(value),
});

/**
 * An adapter for a service that takes flat fields.
 *
 * @param names - the service's names and fixed fields; those that the site's owner configures win
 * @param change - returns what differs in the request
 */
export const service = (
  type: 'urlencoded' | 'multipart',
  rule: Rule,
  names: Names | ((endpoint: string) => Names) = {},
  change?: (endpoint: string) => Partial<AdapterRequest>,
): Adapter => ({
  encode: (submission, { endpoint, fields }) => ({
    url: endpoint,
    type,
    body: namedFields(submission, { ...(typeof names === 'function' ? names(endpoint) : names), ...fields }),
    ...change?.(endpoint),
  }),
  decode: decodeBy(rule),
});
