import fc from 'fast-check';
import { ageBandValues, contactValues, formatValues, type Submission } from '../model/submission.js';
import type { AdapterOptions } from '../adapters/adapter.js';
import { adapters } from '../adapters/index.js';

export const names = Object.keys(adapters);

export const options: AdapterOptions = {
  endpoint: 'https://service.example/wp-json/contact-form-7/v1/contact-forms/7/feedback',
  fields: {},
  page: 'https://practice.example/',
};

/** A submission with every field. */
export const full: Submission = {
  submissionId: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  program: 'Parenting',
  session: '#spring',
  format: 'group',
  waitingList: true,
  name: 'Ada',
  email: 'ada@example.com',
  telephone: '919-555-0100',
  preferredContact: 'sms',
  leaveMessage: 'yes',
  times: 'Evenings',
  childAgeBand: '4-6',
  message: 'Line\nline',
  consent: { given: true, version: '1', text: 'I agree.' },
  locale: 'en',
  website: 'https://robot.example',
  elapsed: 0,
};

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
/** Any submission. */
export const submissions: fc.Arbitrary<Submission> = fc.record(
  {
    submissionId: fc.uuid(),
    program: text,
    session: text,
    format: fc.constantFrom(...formatValues),
    waitingList: fc.constant(true as const),
    name: text,
    email: text,
    telephone: text,
    preferredContact: fc.constantFrom(...contactValues),
    leaveMessage: fc.constantFrom('yes' as const, 'no' as const),
    times: text,
    childAgeBand: fc.constantFrom(...ageBandValues),
    message: text,
    consent: fc.record({ given: fc.constant(true as const), version: text, text: text }),
    locale: text,
    website: text,
    elapsed: fc.nat(),
  },
  { requiredKeys: ['submissionId', 'program', 'name', 'consent', 'locale'] },
);
/** A submission as flat fields, without using the adapters' code. */
export function flat({ consent, ...rest }: Submission): Record<string, string> {
  const fields: Record<string, string> = { consent: 'yes', consentVersion: consent.version, consentText: consent.text };
  for (const [key, value] of Object.entries(rest)) fields[key] = value === true ? 'yes' : String(value);
  return fields;
}
