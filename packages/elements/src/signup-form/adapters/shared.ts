import { safeUrl } from '../../foundation/configuration/safe-url.js';
import { decodeEntities } from '../../foundation/formats/html-entities.js';
import { toJson } from '../../foundation/formats/json.js';
import { shortenTo } from '../../foundation/formats/shorten.js';
import type { Submission } from '../model/submission.js';
import { fieldNames, type FieldName } from '../model/validation.js';
import type { Outcome, Result } from '../model/result.js';
import type { Adapter, AdapterRequest, AdapterResponse } from './adapter.js';

/** A response as an untrusted JSON object; empty if it is no JSON. */
export type Answer = Readonly<Record<string, unknown>>;

/** A service's field names by ours, see {@link namedFields}. */
export type Names = Readonly<Record<string, string>>;

/**
 * The outcome of a service's response, where it differs from the default.
 *
 * @param answer - the response as JSON
 * @param isSuccess - whether the status is 2xx and the response names no failure
 * @returns a falsy value for the default, which never confirms
 */
export type Rule = (answer: Answer, isSuccess: boolean, response: AdapterResponse) => Outcome | false | undefined;

/**
 * The fields of a submission under a service's names. The consent becomes three fields, and `true` becomes `yes`, since
 * people read these in an email. Empty fields are left out: if the honeypot is a checkbox, its presence alone means a robot.
 *
 * @param names - the service's names by ours. A key with anything but letters in it is a fixed field of the service, sent as
 *   it is (`form-name`, `access_key`, `_subject`). `rest` names the field for all fields without a name here, one
 *   `name: value` per line: for services that refuse or drop unknown fields. Without `rest` such fields keep our names.
 */
export function namedFields(submission: Submission, { rest, ...names }: Names): [name: string, value: string][] {
  const fields = Object.entries(names).filter(([key]) => /[^a-z]/i.test(key));
  const lines: string[] = [];
  const { consent } = submission;
  for (const [key, value] of Object.entries({
    ...submission,
    consent: true,
    consentVersion: consent.version,
    consentText: consent.text,
  })) {
    const text = value === true ? 'yes' : `${value ?? ''}`;
    if (text) rest && !names[key] ? lines.push(`${key}: ${text}`) : fields.push([names[key] || key, text]);
  }
  if (rest && lines.length) fields.push([rest, lines.join('\n')]);
  return fields;
}

/**
 * The plain text of a value that may be HTML, short enough for a message. It never contains `<`, so it is harmless even if
 * it is used as markup, and no characters that change the direction of the text around it.
 */
export const plainText = (value: unknown): string =>
  typeof value === 'string'
    ? shortenTo(
        decodeEntities(value.replace(/<[^<>]*>/g, ' '))
          .replaceAll('<', '‹')
          .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
          .trim(),
        300,
      )
    : '';

function parse(text: string): Answer {
  try {
    return Object(JSON.parse(text)) as Answer;
  } catch {
    return {};
  }
}

/** Whether a response states success, or (`expected` is `false`) failure. */
export const reportsSuccess = ({ success, ok }: Answer, expected = true): boolean => [success, ok].includes(expected);

/** The form's own code for a code of Formspree or HubSpot; otherwise the service's message. */
const errorCode = (code: string, message: string): string =>
  code.includes('REQUIRED')
    ? 'missing'
    : code.includes('TOO_L')
      ? 'too-long'
      : /TYPE_|INVALID/.test(code)
        ? 'invalid'
        : message || 'invalid';

/**
 * Makes a decoder. By default a failure inside 2xx is `refused`, and 2xx alone proves nothing; 408, 425 and 429 mean that the
 * request was not processed (`retry`); any other 4xx is `refused`. A 5xx is `unknown`: the service may have stored the
 * submission before it failed, and only `json` recognizes a second one by its id.
 */
export const decodeBy =
  (rule: Rule) =>
  (response: AdapterResponse, names: Names = {}): Result => {
    const { status, text } = response;
    const answer = parse(text);
    const { error, body, next, redirectUri } = answer;
    const fieldErrors: Record<string, string> = {};
    const messages = [
      // A service that echoes the submission echoes the visitor's own message.
      answer.consent ? '' : answer.message,
      error,
      (Object(body) as Answer).message,
      answer.inlineMessage,
    ].map(plainText);
    // Lists of objects (Formspree, HubSpot, Contact Form 7), or texts or objects by field name.
    const problems = [answer.fieldErrors, answer.errors, answer.invalid_fields].flatMap((list) =>
      typeof list === 'object' && list ? Object.entries(list) : [],
    );
    for (const [key, value] of problems) {
      const item: unknown = [value].flat()[0];
      const { field, code, errorType, message } = Object(item) as Answer;
      const description = plainText(message ?? item);
      const codes = plainText(code ?? errorType);
      // HubSpot names the field only in its message.
      const serviceName = plainText(field) || (/fields\.(\w+)/.exec(description)?.[1] ?? key);
      // By the configured names, or those of the standard forms of Contact Form 7 and HubSpot.
      const ownName =
        fieldNames.find((name) => names[name] === serviceName) ??
        serviceName.replace(/^your-|^first(?=name$)/, '').replace(/^phone$/, 'telephone');
      // A field that is not on the service's form is a mistake of its owner. No visitor can correct it.
      if (fieldNames.includes(ownName as FieldName) && !codes.includes('NOT_IN'))
        fieldErrors[ownName] = errorCode(codes, description);
      else messages.push(`${plainText(serviceName).replace(/^\d+$/, '')} ${description || codes}`.trim());
    }
    const failed =
      problems[0] ??
      (error || reportsSuccess(answer, false) || /error|fail|missing|spam|abort/.test(plainText(answer.status)));
    const kind = (status / 100) | 0;
    const outcome =
      rule(answer, kind === 2 && !failed, response) ||
      (kind === 2 ? failed && 'refused' : /^4(08|25|29)$/.test(`${status}`) ? 'retry' : kind === 4 && 'refused') ||
      'unknown';
    const summary = plainText(
      [...new Set(messages)].join(' ').trim() ||
        // The title is the most informative part of a page.
        (outcome === 'refused' && !/^\s*[{[]/.test(text) && (/<title[^<>]*>([^<]*)/i.exec(text)?.[1] ?? text)),
    );
    const link = safeUrl(next ?? redirectUri);
    const result = {
      outcome,
      fieldErrors: Object.keys(fieldErrors).length && fieldErrors,
      message: summary,
      reference: plainText(answer.reference),
      next: link?.startsWith('https:') && link,
      waitingList: answer.waitingList === true,
      mismatch: answer.code === 'mismatch',
      submissionId: plainText(answer.submissionId),
    };
    // Without what the response does not say.
    return Object.fromEntries(Object.entries(result).filter(([, value]) => value)) as unknown as Result;
  };

/**
 * For back-ends whose status decides. JSON was requested, so HTML or a response after a redirect does not confirm: it may be
 * a thank-you page, the form with its errors, a login or a site's catch-all page.
 */
export const byStatus: Rule = (answer, isSuccess, { type, text, redirected }) =>
  isSuccess &&
  (reportsSuccess(answer) || !(redirected || type.includes('html') || /^\s*</.test(text))
    ? 'confirmed'
    : 'unconfirmed');

/** A request with a JSON body. */
export const jsonRequest = (url: string, value: unknown): AdapterRequest => ({
  url,
  type: 'json',
  body: toJson(value),
});

/**
 * Makes an adapter for a service that accepts flat fields.
 *
 * @param names - the service's names and fixed fields; configured ones override them
 * @param change - returns changes to the request
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
