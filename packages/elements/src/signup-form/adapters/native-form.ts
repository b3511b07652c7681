import { shortenTo } from '../../foundation/formats/shorten.js';
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

/** Services that answer a browser's form with JSON, or accept no form. */
const withoutPage: readonly Program['adapter'][] = ['contact-form-7', 'hubspot', 'wix'];

/** Stands for the answer to a question, to find out what the service calls it. */
const placeholder = (field: FieldName): string => `havenkit:${field}`;

/**
 * Returns how a form without a script sends a sign-up to the program's endpoint. For `json`, the endpoint has to take forms too, as
 * the reference receiver does. A question that the service takes only in a text with others is not asked.
 *
 * @param consent - the sentence that the person agrees to
 * @returns `undefined` when the program has no endpoint that takes such a form, or no way to answer the person
 */
export function nativeForm(program: Program, consent: string, locale: string): NativeForm | undefined {
  const { name, adapter, endpoint, formats, consentVersion, challenge } = program;
  const isJson = adapter === 'json';
  const encode = adapters[isJson ? 'form' : adapter]?.encode;
  // Only a script solves a challenge.
  if (!encode || !endpoint || challenge || withoutPage.includes(adapter)) return undefined;
  const fields = isJson ? {} : program.fields;
  const submission = {
    ...Object.fromEntries(fieldNames.map((field) => [field, placeholder(field)])),
    ...(formats.length === 1 && { format: formats[0] }),
    program: shortenTo(name, 200),
    consent: { given: true, version: consentVersion, text: consent },
    locale,
  } as unknown as Submission;
  const { url, type, body } = encode(submission, { endpoint, fields, page: '' });
  const names = new Map<FieldName, string>();
  const constants: [string, string][] = [];
  const consentName = fields['consent'] || 'consent';
  for (const [key, value] of typeof body === 'string' ? [] : body) {
    const field = key === consentName ? 'consent' : fieldNames.find((each) => placeholder(each) === value);
    if (field) names.set(field, key);
    else if (key !== fields['rest']) constants.push([key, value]);
  }
  const isComplete = names.has('name') && names.has('consent') && (names.has('telephone') || names.has('email'));
  return isComplete
    ? { action: url, enctype: type === 'multipart' ? 'multipart/form-data' : undefined, names, constants }
    : undefined;
}
