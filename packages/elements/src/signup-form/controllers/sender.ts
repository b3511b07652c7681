import { adapters } from '../adapters/index.js';
import type { Result } from '../adapters/adapter.js';
import { mailHref } from '../model/make-submission.js';
import type { Program } from '../model/program.js';
import type { SignupEvent } from '../model/submission-state.js';
import type { Submission } from '../model/submission.js';
import { HavenSignupRequestEvent } from '../signup-event.js';
import type { Services } from './browser-services.js';

/** How long an answer may take, in milliseconds. */
const answerTimeout = 20_000;
/** How long a challenge and its solution may take, in milliseconds. */
const proofTimeout = 30_000;

/** One attempt to send a sign-up. */
export interface Attempt {
  readonly submission: Submission;
  /** Its number. */
  readonly attempt: number;
  readonly program: Program;
  /** Whether it is still to be made. */
  readonly isWanted: () => boolean;
  /** Takes what became of it. */
  readonly report: (event: SignupEvent) => void;
}

/** Sends sign-ups: to an endpoint, to the page, or to an email program. */
export class Sender {
  /** Solution of a challenge. It belongs to the sign-up while nobody knows whether that has arrived. */
  #proof: string | undefined;

  constructor(
    private readonly page: EventTarget,
    private readonly services: Services,
  ) {}

  /** Forgets what belongs to the current sign-up. */
  reset(): void {
    this.#proof = undefined;
  }

  async send({ submission, attempt, program, isWanted, report }: Attempt): Promise<void> {
    const { post, wait, isOnline, pageUrl } = this.services;
    const { endpoint, fields, challenge } = program;
    const adapter = adapters[program.adapter];
    const fail = (sent: boolean): void => report({ type: 'failure', attempt, sent });
    const answer = (result: Result, retryAfter?: number): void => {
      // Whatever else it says, the endpoint may have used the solution up.
      if (result.outcome !== 'unknown') this.#proof = undefined;
      report({ type: 'answer', attempt, result, retryAfter });
    };
    if (!adapter || !endpoint) {
      const result = this.#handOver(submission, program);
      if (result === 'page may answer') wait(() => fail(true), answerTimeout);
      else if (result !== 'page will answer') answer(result);
      return;
    }
    if (!isOnline()) {
      fail(false);
      return;
    }
    let sent = false;
    try {
      if (challenge) this.#proof ??= await this.#prove(challenge, isWanted);
      if (!isWanted()) return;
      sent = true;
      const request = adapter.encode(this.#proof ? { ...submission, altcha: this.#proof } : submission, {
        endpoint,
        fields,
        page: pageUrl(),
      });
      const { retryAfter, ...response } = await post(request, answerTimeout);
      answer(adapter.decode(response, fields), retryAfter);
    } catch {
      // A refused connection cannot be told from a lost answer.
      fail(sent && isOnline());
    }
  }

  #prove(challenge: string, isWanted: () => boolean): Promise<string | undefined> {
    const { prove, wait } = this.services;
    return Promise.race([
      prove(challenge, isWanted),
      new Promise<never>((_, reject) => wait(() => reject(new Error('timeout')), proofTimeout)),
    ]);
  }

  #handOver(submission: Submission, { adapter, endpoint }: Program): Result | 'page may answer' | 'page will answer' {
    if (adapter === 'mailto' && endpoint) {
      this.services.openMail(mailHref(endpoint, submission));
      return { outcome: 'unconfirmed' };
    }
    if (adapter !== 'event') return { outcome: 'refused' };
    // A page whose code runs elsewhere (Wix) cannot cancel the event in time; it answers all the same.
    return this.page.dispatchEvent(new HavenSignupRequestEvent(submission)) ? 'page may answer' : 'page will answer';
  }
}
