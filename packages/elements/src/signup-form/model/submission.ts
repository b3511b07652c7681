import type { SignUp } from '#signup.schema.types';

/** A sign-up as it is sent, derived from signup.schema.json. A question that was not asked is absent. */
export type Submission = Readonly<SignUp>;

/** Allowed values of `formats`, and of a submission's `format`. */
export const formatValues = ['individual', 'group', 'unsure'] as const satisfies readonly Submission['format'][];

/** Ways to contact a person. */
export const contactValues = ['telephone', 'sms', 'email'] as const satisfies readonly Submission['preferredContact'][];

/** Age bands of the child, instead of a date of birth. */
export const ageBandValues = ['expecting', '0-1', '2-3', '4-6', '7-12', '13-17'] as const;
