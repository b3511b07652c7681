import { randomUUID } from 'node:crypto';

/** Values that a person types. No log may contain them, and they appear nowhere else. */
export const typed = {
  name: 'Quenya Testperson',
  email: 'quenya.testperson@mail.example',
  telephone: '+1 (503) 555-0142',
  times: 'Tuesdays after half past six',
  message: 'We would like to begin in spring.',
};

/** A complete sign-up with a new id. `undefined` removes a field. */
export const submission = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  submissionId: randomUUID(),
  program: 'Eight evenings',
  format: 'group',
  preferredContact: 'telephone',
  leaveMessage: 'no',
  childAgeBand: '3-5',
  ...typed,
  consent: { given: true, version: '2026-11', text: 'I agree that you may keep what I enter here to call me back.' },
  locale: 'en-US',
  website: '',
  elapsed: 41_250.5,
  ...fields,
});
