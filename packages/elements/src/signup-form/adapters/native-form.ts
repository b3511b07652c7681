import { fieldNames, type FieldName } from '../model/validation.js';
import type { Program } from '../model/program.js';
import type { Submission } from '../model/submission.js';
import { adapters } from './index.js';

/** What a form without a script sends, and where. */
export interface NativeForm {
  readonly action: string;
  readonly enctype: 'multipart/form-data' | undefined;
  /** The service's names of the questions that it takes. */
  readonly names: ReadonlyMap<FieldName, string>;
  /** Fields that are the same for everybody. */
  readonly constants: readonly (readonly [name: string, value: string])[];
}

/** Services that answer a form in the browser with a page. The others answer with JSON, or take no form. */
const answersWithPage: Program['adapter'][] = [
  'json',
  'form',
  'formspree',
  'netlify',
  'basin',
  'web3forms',
  'formspark',
  'google-forms',
];

/**
 * Returns how a form without a script sends a sign-up to the program's endpoint. For `json`, the endpoint has to take forms too, as
 * the reference receiver does. A question that the service takes only in a text with others is not asked.
 *
 * @param consent - the sentence that the person agrees to
 * @returns `undefined` when there is no endpoint, or one that answers no form
 */
export function nativeForm(
  { name, adapter, endpoint, fields, consentVersion }: Program,
  consent: string,
  locale: string,
): NativeForm | undefined {
  const encode = adapters[adapter === 'json' ? 'form' : adapter]?.encode;
  if (!encode || !endpoint || !answersWithPage.includes(adapter)) return undefined;
  // Every answer is the name of its own question, so that the request says what the service calls it.
  const answers = Object.fromEntries(fieldNames.map((field) => [field, field]));
  const submission = {
    ...answers,
    program: name,
    consent: { given: true, version: consentVersion, text: consent },
    locale,
  } as unknown as Submission;
  const { url, type, body } = encode(submission, { endpoint, fields, page: '' });
  const names = new Map<FieldName, string>();
  const constants: [string, string][] = [];
  for (const [key, value] of typeof body === 'string' ? [] : body) {
    const field = value === 'yes' ? 'consent' : fieldNames.find((each) => each === value);
    if (field) names.set(field, key);
    else if (!value.includes('\n')) constants.push([key, value]);
  }
  return { action: url, enctype: type === 'multipart' ? 'multipart/form-data' : undefined, names, constants };
}
