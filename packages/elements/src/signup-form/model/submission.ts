/** Allowed values of `formats`, and of a submission's `format`. */
export const formatValues = ['individual', 'group', 'unsure'] as const;
/** Ways of being reached. */
export const contactValues = ['telephone', 'email', 'sms'] as const;
/** Child's age, as bands: never a date of birth. */
export const ageBandValues = ['expecting', '0-1', '2-3', '4-6', '7-12', '13-17'] as const;

/** What was agreed to, in the words that were shown. */
export interface Consent {
  readonly given: true;
  /** Version of the words, from `consent-version`. */
  readonly version: string;
  readonly text: string;
}

/**
 * A sign-up as it is sent. What was not asked is absent. Its names are those of the form's fields.
 */
export interface Submission {
  /** UUID (RFC 9562); the same for every try to send the same sign-up. */
  readonly submissionId: string;
  /** Name of the program. */
  readonly program: string;
  /** `@id` of the chosen session. */
  readonly session?: string;
  readonly format?: (typeof formatValues)[number];
  /** Whether a place on the waiting list is meant. */
  readonly waitingList?: true;
  readonly name: string;
  readonly email?: string;
  /** As it was typed. */
  readonly telephone?: string;
  /** The same as E.164 (`+15035550142`), when it was typed with its country code; without its extension. */
  readonly telephoneE164?: string;
  readonly preferredContact?: (typeof contactValues)[number];
  /** Whether a message may be left, or said who is calling. */
  readonly leaveMessage?: 'yes' | 'no';
  /** Times that suit, where there are no dates. */
  readonly times?: string;
  readonly childAgeBand?: (typeof ageBandValues)[number];
  readonly message?: string;
  readonly consent: Consent;
  /** BCP 47 language of the form. */
  readonly locale: string;
  /** The honeypot of a form without script; a person leaves it empty. */
  readonly website?: string;
  /** Milliseconds since the form was shown: a soft signal, for the receiver alone. */
  readonly elapsed?: number;
  /** Solution of the endpoint's challenge, where it gives out challenges. */
  readonly altcha?: string | undefined;
}
