import type { Result } from '../adapters/adapter.js';
import type { Submission } from './submission.js';

/** Where a sign-up is, as the `state` attribute says it. */
export type SignupState = 'idle' | 'sending' | 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'unknown' | 'offline';

/** What is known of a sign-up. */
export interface Progress {
  readonly state: SignupState;
  /** The id of this sign-up, kept over every try until one is confirmed. */
  readonly submissionId?: string;
  /** What was sent last. */
  readonly submission?: Submission;
  /** Whether somebody came back since it was sent: it may be another person who goes on. */
  readonly returned?: boolean;
  /** Number of the try that is under way, or was the last one; late answers to earlier ones are told by it. */
  readonly attempt: number;
  /** Tries in a row that the form made by itself. */
  readonly retries: number;
  /** Whether an earlier try may have arrived. */
  readonly uncertain: boolean;
  /** Until when the endpoint wants no other try, in milliseconds since 1970. */
  readonly notBefore?: number | undefined;
  readonly result?: Result | undefined;
}

/** What happens to a sign-up. */
export type SignupEvent =
  /** The person sends it; `create` makes it under the given id, as a further try of an earlier one or as the first. */
  | {
      readonly type: 'submit';
      readonly id: string;
      readonly create: (id: string, earlier: Submission | undefined) => Submission;
    }
  /** The endpoint answered. `retryAfter` in milliseconds. */
  | {
      readonly type: 'answer';
      readonly attempt: number;
      readonly result: Result;
      readonly retryAfter?: number | undefined;
    }
  /** No answer came: the connection failed or took too long. `sent` is false when the browser knows that it is offline. */
  | { readonly type: 'failure'; readonly attempt: number; readonly sent: boolean }
  /** Somebody comes back to the page, or begins anew; with a sign-up that may have arrived, and was not heard of. */
  | { readonly type: 'return'; readonly doubtful?: Submission | undefined };

/** What is to be done: send, after so many milliseconds. */
export interface Send {
  readonly submission: Submission;
  readonly attempt: number;
  readonly delay: number;
}

/** What a person has said, without the time that it took and the language that it was asked in. */
const content = (submission: Submission): string =>
  JSON.stringify({ ...submission, elapsed: 0, locale: 0, consent: submission.consent.version });

/** How a person can be reached, however it is written. */
const ways = ({ telephone = '', email = '' }: Submission): string[] => [
  telephone.replace(/\D/g, ''),
  email.toLowerCase(),
];

/** A sign-up that nobody has sent yet. */
export const idle: Progress = { state: 'idle', attempt: 0, retries: 0, uncertain: false };

/** How often the form tries again by itself, and how long it waits at most, in milliseconds. */
const [mostRetries, longestWait] = [3, 20_000];

/**
 * How long to wait before a try, in milliseconds: exponential with full jitter, capped; never less than the endpoint asked for
 * (`Retry-After`, RFC 9110). Longer than the cap is for the person to decide: `undefined`.
 */
export function waitBefore(retry: number, random: number, retryAfter = 0): number | undefined {
  if (retry > mostRetries || retryAfter > longestWait) return undefined;
  return Math.max(retryAfter, random * Math.min(longestWait, 1000 * 2 ** retry));
}

/**
 * What becomes of a sign-up when something happens. Pure.
 *
 * - While one is being sent nothing else is: a double click or a second Enter does nothing.
 * - The id stays until the endpoint has confirmed it or said that it does not have it, so that a second try is never a second
 *   sign-up.
 * - It is `confirmed` only by the endpoint's word. Sent without an answer it is `unknown`, not sent it is `offline`. Once a
 *   try may have arrived, a refusal of the next one does not say that nothing was stored.
 * - Nothing is sent before the endpoint wants it again.
 * - Coming back to the page never sends anything, and shows nothing of an earlier sign-up.
 *
 * @param idempotent - whether the endpoint knows a sign-up again by its id: only then it is tried again without being asked
 * when it may have arrived
 * @param now - milliseconds since 1970
 * @param random - from 0 to 1
 */
export function advance(
  progress: Progress,
  event: SignupEvent,
  idempotent: boolean | undefined,
  now: number,
  random: number,
): { progress: Progress; send?: Send } {
  const { state, attempt, retries, submission, uncertain, notBefore = 0 } = progress;
  const settled = (next: SignupState, more: Partial<Progress> = {}): { progress: Progress } => ({
    progress: { ...progress, state: next, retries: 0, ...more },
  });
  const sending = (
    submission: Submission,
    delay: number,
    more: Partial<Progress>,
  ): { progress: Progress; send: Send } => ({
    progress: { ...progress, state: 'sending', submission, attempt: attempt + 1, ...more },
    send: { submission, attempt: attempt + 1, delay },
  });
  switch (event.type) {
    case 'submit': {
      if (state === 'sending' || state === 'confirmed' || now < notBefore) return { progress };
      let submissionId = progress.submissionId ?? event.id;
      let created = event.create(submissionId, submission);
      // Another person's sign-up under the same id would be taken for a change of this one, and be lost. Who has the same name,
      // or can be reached in the same way, is no other one.
      const another =
        progress.returned &&
        submission &&
        submission.name !== created.name &&
        !ways(submission).some((way, index) => way && way === ways(created)[index]);
      if (another) created = event.create((submissionId = event.id), undefined);
      // The same again is the same to the letter, so that an endpoint knows it again.
      const made = submission && content(submission) === content(created) ? submission : created;
      return sending(made, 0, {
        submissionId,
        returned: false,
        uncertain: !another && uncertain,
        retries: 0,
        result: undefined,
      });
    }
    case 'failure':
    case 'answer': {
      const { result, retryAfter, sent }: { result?: Result; retryAfter?: number | undefined; sent?: boolean } = event;
      // No answer says as much as one that says neither.
      const outcome = result?.outcome ?? (sent ? 'unknown' : 'offline');
      // A late answer counts only for what it proves: that the sign-up is there.
      if (state !== 'sending' || (event.attempt !== attempt && outcome !== 'confirmed'))
        // Nor is it for whoever has come back: they may be another person.
        return progress.submissionId && state !== 'confirmed' && outcome === 'confirmed' && !progress.returned
          ? settled('confirmed', { result, uncertain: false })
          : { progress };
      const doubt = uncertain || outcome === 'unknown';
      if (outcome === 'retry' || (outcome === 'unknown' && idempotent)) {
        const delay = waitBefore(retries + 1, random, retryAfter);
        if (delay !== undefined && submission)
          return sending(submission, delay, { retries: retries + 1, uncertain: doubt });
      }
      const taken = outcome === 'retry' ? 'refused' : outcome;
      // A later no takes back nothing that an earlier try may have left there; what is wrong at a field is said there.
      return settled(doubt && /ref|off/.test(taken) && !result?.fieldErrors ? 'unknown' : taken, {
        result,
        uncertain: doubt && !taken.endsWith('confirmed'),
        notBefore: retryAfter && now + retryAfter,
      });
    }
    case 'return':
      // What was sent may have arrived; nobody who comes back later may read it. It tells whether they go on with it.
      return {
        progress: {
          ...idle,
          attempt: attempt + 1,
          notBefore: progress.notBefore,
          ...(event.doubtful && {
            state: 'unknown',
            submissionId: event.doubtful.submissionId,
            submission: event.doubtful,
            returned: true,
            uncertain: true,
          }),
        },
      };
  }
}
