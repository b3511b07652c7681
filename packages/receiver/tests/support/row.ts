import { type SignupRow } from '@havenkit/receiver';

/** A stored sign-up with the fewest answers. */
export const signupRow = (fields: Partial<SignupRow> = {}): SignupRow => ({
  submission_id: '5a1f3c9e-0000-4000-8000-000000000001',
  reference: 'K7QX-3MTD',
  digest: '0'.repeat(64),
  created_at: '2026-11-24T10:00:00.000Z',
  program: 'Eight evenings',
  session: null,
  format: null,
  waiting_list: 0,
  waiting_position: null,
  name: 'Ana',
  email: null,
  telephone: null,
  telephone_e164: null,
  preferred_contact: null,
  leave_message: null,
  times: null,
  child_age_band: null,
  message: null,
  consent_version: '1',
  consent_text: 'Yes',
  locale: 'en',
  elapsed: null,
  ...fields,
});
