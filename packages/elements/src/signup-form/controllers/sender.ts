import { post } from '../../foundation/browser/post.js';
import { viewerZone } from '../../foundation/formats/intl.js';
import type { Localized } from '../../foundation/localization/strings.js';
import { adapters } from '../adapters/index.js';
import type { SignupFormStrings } from '../locales/en.js';
import { mailLink } from '../model/mail.js';
import type { Program } from '../model/program.js';
import { solve, type Challenge } from '../model/proof-of-work.js';
import type { Result } from '../model/result.js';
import type { Sending, SignupEvent } from '../model/submission-state.js';
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

/** Sends submissions: to an endpoint, to the page, or to an email program. */
export class Sender {
  /** Solution of a challenge. It is used until it is certain whether the submission has arrived. */
  #proof: string | undefined;

  constructor(private readonly page: EventTarget) {}

  /** Forgets what belongs to the current sign-up. */
  reset(): void {
    this.#proof = undefined;
  }

  /**
   * Makes an attempt.
   *
   * @param isWanted - returns whether it is still to be made
   * @returns its result; nothing if the page reports the result later, or if the attempt is no longer wanted
   */
  async send(
    { submission, attempt }: Sending,
    target: Target,
    isWanted: () => boolean,
  ): Promise<SignupEvent | undefined> {
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
      if (result.outcome !== 'unknown') this.reset();
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
    if (!this.page.dispatchEvent(new HavenSignupRequestEvent(submission))) return undefined;
    await wait(responseTimeout);
    return { outcome: 'unknown' };
  }
}
