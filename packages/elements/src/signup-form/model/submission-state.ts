import type { Result } from './result.js';
import { isSamePerson, sameContent } from './compare-submissions.js';
import type { Submission } from './submission.js';

/** A sign-up that has been sent at least once. */
interface Attempted {
  /** What was sent last. Every attempt to send one sign-up has the same `submissionId`. */
  readonly submission: Submission;
  /** Number of the latest attempt, to recognize late answers to earlier ones. */
  readonly attempt: number;
  /** Whether an attempt that was made may have arrived although the endpoint did not confirm it. */
  readonly uncertain: boolean;
}

interface Settled extends Attempted {
  /** When the endpoint accepts another attempt, on the clock of `Circumstances.now`. */
  readonly notBefore?: number | undefined;
}

/** Nothing has been sent, or the person started again. */
export interface Idle extends Omit<Settled, 'submission' | 'uncertain'> {
  readonly state: 'idle';
}

/** An attempt is being made, or will be made after a delay. */
export interface Sending extends Attempted {
  readonly state: 'sending';
  /** Milliseconds until the attempt is made. */
  readonly delay: number;
  /** Automatic retries in a row. */
  readonly retries: number;
}

/** The endpoint confirmed that it has the sign-up. */
export interface Confirmed extends Settled {
  readonly state: 'confirmed';
  readonly result: Result;
}

/** It was handed over, and the form cannot learn more: an unreadable response, or an email program. */
export interface Unconfirmed extends Settled {
  readonly state: 'unconfirmed';
  readonly result: Result;
}

/** The endpoint refused it, or accepts it only later. */
export interface Refused extends Settled {
  readonly state: 'refused';
  readonly result: Result;
}

/** The session has no place left. */
export interface Full extends Settled {
  readonly state: 'full';
  readonly result: Result;
}

/** It was sent, and may have arrived. */
export interface Unknown extends Settled {
  readonly state: 'unknown';
  readonly result?: Result | undefined;
  /** Whether somebody returned to the page since it was sent. It may be another person. */
  readonly returned: boolean;
}

/** It has not left the page, and no earlier attempt has: there was no challenge, or no solution. */
export interface NotSent extends Settled {
  readonly state: 'offline';
}

/** The state of a sign-up, with the data of that state. */
export type Progress = Idle | Sending | Confirmed | Unconfirmed | Refused | Full | Unknown | NotSent;

/** Values of the `state` attribute. */
export type SignupState = Progress['state'];

/** An event of a sign-up. */
export type SignupEvent =
  /** The person sends it. `create` makes the submission under an id: a new one, or that of an earlier attempt. */
  | { readonly type: 'submit'; readonly id: string; readonly create: (id: string) => Submission }
  /** The endpoint answered. `retryAfter` is in milliseconds. */
  | {
      readonly type: 'answer';
      readonly attempt: number;
      readonly result: Result;
      readonly retryAfter?: number | undefined;
    }
  /** There is no answer. `sent` is false if the attempt ended before the request was made. */
  | { readonly type: 'failure'; readonly attempt: number; readonly sent: boolean }
  /** Somebody returns to the page or starts again. `inDoubt` is a submission that may have arrived. */
  | { readonly type: 'return'; readonly inDoubt?: Submission | undefined };

/** Conditions of an event besides the progress. */
export interface Circumstances {
  /** Whether the endpoint recognizes a submission by its id. Only then is one that may have arrived retried automatically. */
  readonly idempotent: boolean;
  /** Milliseconds on a monotonic clock, which nobody can set. */
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** The progress before anything was sent. */
export const idle: Idle = { state: 'idle', attempt: 0 };

const maxRetries = 3;
const longestWait = 20_000;

/**
 * Delay before an automatic retry, in milliseconds: exponential with full jitter, capped, and at least as long as the endpoint
 * requests (`Retry-After`, RFC 9110).
 *
 * @returns `undefined` if there is no automatic retry: after the last one, or if the requested delay exceeds the cap
 */
export function waitBefore(retry: number, random: number, retryAfter = 0): number | undefined {
  if (retry > maxRetries || retryAfter > longestWait) return undefined;
  return Math.max(retryAfter, random * Math.min(longestWait, 1000 * 2 ** retry));
}

/** The latest answer, if there was one. */
export const resultOf = (progress: Progress): Result | undefined =>
  'result' in progress ? progress.result : undefined;

/** The submission that may have arrived, or is about to. */
export const submissionInDoubt = (progress: Progress): Submission | undefined =>
  progress.state !== 'idle' && (progress.state === 'sending' || progress.uncertain) ? progress.submission : undefined;

/**
 * The progress after an event. Pure.
 *
 * - Only one attempt is made at a time: a double click or a second Enter does nothing.
 * - The id stays until somebody starts again, so that a second attempt is never a second sign-up.
 * - Only the endpoint makes it `confirmed`. Without an answer it is `unknown`; if nothing was sent it is `offline`. Once an
 *   attempt may have arrived, the refusal of a later one does not mean that nothing was stored.
 * - Nothing is sent before the endpoint accepts another attempt.
 * - A return to the page never sends anything, and shows nothing of an earlier sign-up.
 */
export function advance(progress: Progress, event: SignupEvent, circumstances: Circumstances): Progress {
  switch (event.type) {
    case 'submit':
      return submit(progress, event, circumstances);
    case 'answer':
      return settle(progress, event, circumstances);
    case 'failure':
      // No answer is the same as an answer of unknown meaning.
      return event.sent
        ? settle(progress, { ...event, type: 'answer', result: { outcome: 'unknown' } }, circumstances)
        : notSent(progress, event.attempt);
    case 'return':
      return restart(progress, event.inDoubt);
    default:
      return event satisfies never;
  }
}

type EventOf<Type extends SignupEvent['type']> = Extract<SignupEvent, { readonly type: Type }>;

function submit(progress: Progress, { id, create }: EventOf<'submit'>, { now }: Circumstances): Progress {
  if (progress.state === 'sending' || progress.state === 'confirmed' || now < (progress.notBefore ?? 0))
    return progress;
  const next = { state: 'sending', attempt: progress.attempt + 1, retries: 0, delay: 0 } as const;
  const first = (): Sending => ({ ...next, submission: create(id), uncertain: false });
  if (progress.state === 'idle') return first();
  const { submission: earlier } = progress;
  const again = create(earlier.submissionId);
  // Under the same id, the endpoint would treat another person's sign-up as a change of this one.
  if (progress.state === 'unknown' && progress.returned && !isSamePerson(earlier, again)) return first();
  return {
    ...next,
    // The same content is sent unchanged, so that the endpoint recognizes it.
    submission: sameContent(earlier, again) ? earlier : again,
    uncertain: progress.uncertain,
  };
}

function settle(progress: Progress, event: EventOf<'answer'>, circumstances: Circumstances): Progress {
  const { result } = event;
  switch (progress.state) {
    case 'sending':
      // A late answer counts only if it confirms.
      return event.attempt === progress.attempt || result.outcome === 'confirmed'
        ? conclude(progress, event, circumstances)
        : progress;
    case 'unknown':
    case 'unconfirmed':
    case 'refused':
    case 'full':
    case 'offline': {
      // After a return to the page it may be another person. A late answer is not for them.
      const isForSomebodyElse = progress.state === 'unknown' && progress.returned;
      return result.outcome === 'confirmed' && !isForSomebodyElse
        ? { ...progress, state: 'confirmed', uncertain: false, result }
        : progress;
    }
    case 'idle':
    case 'confirmed':
      return progress;
    default:
      return progress satisfies never;
  }
}

/** Ends an attempt with its answer, or starts an automatic retry. */
function conclude(progress: Sending, event: EventOf<'answer'>, circumstances: Circumstances): Progress {
  const { submission, attempt } = progress;
  const { result, retryAfter } = event;
  const { outcome } = result;
  const uncertain = progress.uncertain || outcome === 'unknown';
  if (outcome === 'retry' || (outcome === 'unknown' && circumstances.idempotent)) {
    const retries = progress.retries + 1;
    const delay = waitBefore(retries, circumstances.random, retryAfter);
    if (delay !== undefined) return { ...progress, attempt: attempt + 1, retries, delay, uncertain };
  }
  const settled = { submission, attempt, result, uncertain, notBefore: retryAfter && circumstances.now + retryAfter };
  switch (outcome) {
    case 'confirmed':
    case 'unconfirmed':
      return { ...settled, state: outcome, uncertain: false };
    case 'full':
      return { ...settled, state: outcome };
    case 'refused':
    case 'retry':
      // An earlier attempt may have been stored in spite of the refusal. Field errors are shown at their fields.
      return uncertain && !result.fieldErrors
        ? { ...settled, state: 'unknown', returned: false }
        : { ...settled, state: 'refused' };
    case 'unknown':
      return { ...settled, state: outcome, returned: false };
    default:
      return outcome satisfies never;
  }
}

/** Ends an attempt that was not sent. */
function notSent(progress: Progress, failedAttempt: number): Progress {
  if (progress.state !== 'sending' || progress.attempt !== failedAttempt) return progress;
  const { submission, attempt, uncertain } = progress;
  const settled = { submission, attempt, uncertain };
  return uncertain ? { ...settled, state: 'unknown', returned: false } : { ...settled, state: 'offline' };
}

function restart(progress: Progress, inDoubt: Submission | undefined): Progress {
  const attempt = progress.attempt + 1;
  const notBefore = progress.state === 'sending' ? undefined : progress.notBefore;
  // After a return the form reports that a sign-up may have arrived and can continue it, but shows nothing of it.
  return inDoubt
    ? { state: 'unknown', submission: inDoubt, attempt, notBefore, uncertain: true, returned: true }
    : { state: 'idle', attempt, notBefore };
}
