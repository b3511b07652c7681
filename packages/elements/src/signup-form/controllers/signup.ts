import { post } from '../../foundation/browser/post.js';
import { viewerZone } from '../../foundation/formats/intl.js';
import type { Localized } from '../../foundation/localization/strings.js';
import { adapters } from '../adapters/index.js';
import type { SignupFormStrings } from '../locales/en.js';
import { mailLink } from '../model/mail.js';
import type { Program } from '../model/program.js';
import { solve, type Challenge } from '../model/proof-of-work.js';
import type { Result } from '../model/result.js';
import { advance, idle, type Progress, type Sending, type SignupEvent } from '../model/submission-state.js';
import type { Submission } from '../model/submission.js';
import { HavenSignupRequestEvent } from '../signup-event.js';

/** Timeout of a response, in milliseconds. */
const responseTimeout = 20_000;
/** Timeout of a challenge and its solution, in milliseconds. */
const proofTimeout = 30_000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function solveChallenge(url: string, isWanted: () => boolean): Promise<string | undefined> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
  return solve((await response.json()) as Challenge, crypto.subtle, isWanted);
}

/** Where a submission goes, and the strings in which an email says what is in it. */
export interface Target {
  readonly program: Program;
  readonly strings: Localized<SignupFormStrings>;
}

/** What shows a sign-up. */
interface SignupView {
  /** The element whose page is asked to handle a submission. */
  readonly host: EventTarget;
  /** Shows the progress, and reports it. */
  progressChanged(): void;
}

/**
 * A sign-up from its first attempt to its end: sent to an endpoint, to the page, or to an email program. It goes on while the page
 * replaces the element that shows it.
 */
export class Signup {
  progress: Progress = idle;
  /** Where it goes, as it was when it was sent. */
  target: Target | undefined;
  #sendingSince = 0;
  /** Solution of a challenge. It is used until it is certain whether the submission has arrived. */
  #proof: string | undefined;

  /** @param view - what shows it at the moment */
  constructor(public view: SignupView) {}

  /** Milliseconds since it began to be sent. */
  get sendingTime(): number {
    return performance.now() - this.#sendingSince;
  }

  /** Whether it is about a submission. */
  isAbout(submissionId: string): boolean {
    return this.progress.state !== 'idle' && this.progress.submission.submissionId === submissionId;
  }

  /** Begins again; with a submission that may have arrived, if there is one. */
  restart(inDoubt?: Submission): void {
    this.#proof = undefined;
    this.step({ type: 'return', inDoubt });
  }

  /** Advances with an event, and makes the attempt that follows from it. */
  step(event: SignupEvent): void {
    const { progress: previous, target } = this;
    const progress = advance(previous, event, {
      idempotent: !!adapters[target?.program.adapter ?? '']?.idempotent,
      now: performance.now(),
      random: Math.random(),
    });
    if (progress === previous) return;
    this.progress = progress;
    if (progress.state === 'sending') {
      if (previous.state !== 'sending') this.#sendingSince = performance.now();
      setTimeout(() => void this.#attempt(progress), progress.delay);
    }
    this.view.progressChanged();
  }

  /** Makes an attempt, unless the person starts again before it is made. */
  async #attempt(sending: Sending): Promise<void> {
    const event = await this.#send(sending);
    // A response about one submission means nothing for the next one.
    if (event && this.isAbout(sending.submission.submissionId)) this.step(event);
  }

  /** Returns the result of an attempt; nothing if the page reports it later, or if the attempt is no longer wanted. */
  async #send(sending: Sending): Promise<SignupEvent | undefined> {
    // It was not withdrawn, and no newer attempt has replaced it.
    const isWanted = (): boolean => this.progress === sending;
    const { target } = this;
    if (!target || !isWanted()) return undefined;
    const { submission, attempt } = sending;
    const { program } = target;
    const { endpoint, fields, challenge } = program;
    const adapter = adapters[program.adapter];
    if (!adapter || !endpoint) {
      const result = await this.#handOver(submission, target);
      return result && { type: 'answer', attempt, result };
    }
    let sent = false;
    try {
      if (challenge)
        this.#proof ??= await Promise.race([
          solveChallenge(challenge, isWanted),
          wait(proofTimeout).then(() => Promise.reject(new Error('timeout'))),
        ]);
      if (!isWanted()) return undefined;
      const request = adapter.encode(this.#proof ? { ...submission, altcha: this.#proof } : submission, {
        endpoint,
        fields,
        page: location.origin + location.pathname,
      });
      sent = true;
      const response = await post(request, responseTimeout);
      const result = adapter.decode(response, fields);
      // The endpoint may have used up the solution, whatever else it answers.
      if (result.outcome !== 'unknown') this.#proof = undefined;
      return { type: 'answer', attempt, result, retryAfter: response.retryAfter };
    } catch {
      // Once `fetch` was called, nothing proves that the request did not arrive. A lost response, a refused connection and
      // blocked mixed content are the same error. `navigator.onLine` is wrong with a VPN, and true or false of another moment.
      // A `securitypolicyviolation` may be about a redirect after the endpoint has stored the submission.
    }
    return { type: 'failure', attempt, sent };
  }

  /** Hands a submission to an email program or to the page. */
  async #handOver(submission: Submission, { program, strings }: Target): Promise<Result | undefined> {
    const { adapter, endpoint } = program;
    if (adapter === 'mailto' && endpoint) {
      const link = document.createElement('a');
      link.href = mailLink(submission, program, strings, viewerZone()).href;
      link.click();
      return { outcome: 'unconfirmed' };
    }
    if (adapter !== 'event') return { outcome: 'refused' };
    // The page cancels the event if it answers later. Where its code runs elsewhere (Wix), it cannot cancel in time.
    if (!this.view.host.dispatchEvent(new HavenSignupRequestEvent(submission))) return undefined;
    await wait(responseTimeout);
    return { outcome: 'unknown' };
  }
}
