import type { Adapter, AdapterRequest, AdapterResponse, Result } from '../adapters/adapter.js';
import { adapters } from '../adapters/index.js';
import type { Program } from '../model/program.js';
import { advance, idle, type Progress, type Send, type SignupEvent } from '../model/submission-machine.js';
import type { Submission } from '../model/submission.js';

/** What a sign-up needs of the world: network, time, chance. */
export interface Outside {
  readonly post: (
    request: AdapterRequest,
    timeout: number,
  ) => Promise<AdapterResponse & { readonly retryAfter?: number }>;
  readonly wait: (act: () => void, milliseconds: number) => void;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly uuid: () => string;
  /** False only where the browser knows that there is no connection. */
  readonly online: () => boolean;
  /** Fetches a challenge and solves it; asks `going` whether it is still wanted. */
  readonly prove: (challenge: string, going: () => boolean) => Promise<string | undefined>;
  /** URL of the page, without its query and fragment. */
  readonly page: () => string;
  /**
   * Hands the sign-up to the page (`adapter="event"`) or to an e-mail programme. Gives what is known at once; `taken` when the
   * page has said that it will answer; nothing when it may.
   */
  readonly hand: (submission: Submission) => Result | 'taken' | undefined;
}

/** How long an answer may take, and a challenge with its solution, in milliseconds. */
const [patience, proofPatience] = [20_000, 30_000];

/** Takes a sign-up from the form to its end, and tells when something has changed. */
export class SignupController {
  /** Where it is. */
  progress: Progress = idle;
  #program: Program | undefined;
  #adapter: Adapter | undefined;
  /** Solution of a challenge. It belongs to the sign-up that is being sent, while nobody knows whether that has arrived. */
  #proof: string | undefined;

  constructor(
    private readonly outside: Outside,
    private readonly changed: () => void,
  ) {}

  /**
   * Sends a sign-up, unless one is under way.
   *
   * @param create - makes it under an id, as a further try of an earlier one or as the first
   */
  submit(program: Program, create: (id: string, earlier: Submission | undefined) => Submission): void {
    this.#program = program;
    this.#adapter = adapters[program.adapter];
    this.#step({ type: 'submit', id: this.outside.uuid(), create });
  }

  /** What became of a sign-up that the page itself has taken (`adapter="event"`); of another one it says nothing. */
  settle(result: Result): void {
    if ((result.submissionId ?? this.progress.submissionId) === this.progress.submissionId)
      this.#step({ type: 'answer', attempt: this.progress.attempt, result });
  }

  /** A sign-up that may have arrived, or is about to. */
  get doubtful(): Submission | undefined {
    const { state, uncertain, submission } = this.progress;
    return uncertain || state === 'sending' ? submission : undefined;
  }

  /**
   * Somebody came back to the page, or begins anew.
   *
   * @param doubtful - a sign-up that may have arrived
   */
  return(doubtful?: Submission): void {
    this.#proof = undefined;
    this.#step({ type: 'return', doubtful });
  }

  #step(event: SignupEvent): void {
    const { progress, send } = advance(
      this.progress,
      event,
      this.#adapter?.idempotent,
      this.outside.now(),
      this.outside.random(),
    );
    const before = this.progress;
    this.progress = progress;
    if (send) this.outside.wait(() => void this.#send(send), send.delay);
    if (before !== progress) this.changed();
  }

  async #send({ submission, attempt }: Send): Promise<void> {
    // Not taken back meanwhile, and no newer try is under way.
    const going = (): boolean => this.progress.state === 'sending' && this.progress.attempt === attempt;
    if (!going()) return;
    const { endpoint, fields, challenge } = this.#program as Program;
    const adapter = this.#adapter;
    // What is heard of a sign-up says nothing of the next one.
    const heard = (event: SignupEvent): void => {
      if (this.progress.submissionId === submission.submissionId) this.#step(event);
    };
    const failed = (sent: boolean): void => heard({ type: 'failure', attempt, sent });
    const answered = (result: Result, retryAfter?: number): void => {
      // Whatever else it says, the endpoint may have used it up.
      if (result.outcome !== 'unknown') this.#proof = undefined;
      heard({ type: 'answer', attempt, result, retryAfter });
    };
    if (!adapter || !endpoint) {
      const result = this.outside.hand(submission);
      if (result === undefined) this.outside.wait(() => failed(true), patience);
      else if (result !== 'taken') answered(result);
      return;
    }
    if (!this.outside.online()) {
      failed(false);
      return;
    }
    let sent = false;
    try {
      if (challenge)
        this.#proof ??= await Promise.race([
          this.outside.prove(challenge, going),
          new Promise<never>((_, giveUp) => this.outside.wait(giveUp as () => void, proofPatience)),
        ]);
      if (!going()) return;
      sent = true;
      const { retryAfter, ...response } = await this.outside.post(
        adapter.encode({ ...submission, altcha: this.#proof }, { endpoint, fields, page: this.outside.page() }),
        patience,
      );
      answered(adapter.decode(response, fields), retryAfter);
    } catch {
      // A refused connection cannot be told from a lost answer.
      failed(sent && this.outside.online());
    }
  }
}
