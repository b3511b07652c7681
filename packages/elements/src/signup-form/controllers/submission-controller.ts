import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Result } from '../adapters/adapter.js';
import { adapters } from '../adapters/index.js';
import type { Program } from '../model/program.js';
import { isFinished } from '../model/program-to-show.js';
import {
  advance,
  idle,
  resultOf,
  submissionInDoubt,
  type Progress,
  type Sending,
  type SignupEvent,
  type SignupState,
} from '../model/submission-state.js';
import type { Submission } from '../model/submission.js';
import { validate, type FieldErrors } from '../model/validation.js';
import { HavenSignupEvent } from '../signup-event.js';
import type { Services } from './browser-services.js';
import type { DraftController } from './draft-controller.js';
import type { OtherTabsController } from './other-tabs-controller.js';
import { Sender } from './sender.js';

type SubmissionHost = ReactiveControllerHost & HTMLElement & { state: SignupState };

/** What the controller works with. */
export interface SubmissionOptions {
  readonly services: Services;
  readonly draft: DraftController;
  readonly otherTabs: OtherTabsController;
}

/** Takes a sign-up from the form to its end. Keeps the host's `state`, reports changes, and moves the focus. */
export class SubmissionController implements ReactiveController {
  progress: Progress = idle;
  /** What is wrong: found before sending, or reported by the endpoint. */
  errors: FieldErrors = {};
  /** What the endpoint wrote besides its errors. */
  message: string | undefined;
  #services: Services;
  #draft: DraftController;
  #otherTabs: OtherTabsController;
  #sender: Sender;
  #shownSince: number;
  #shown: Program | undefined;
  /** The program of the sign-up, as it was when it was sent. */
  #target: Program | undefined;

  constructor(
    private readonly host: SubmissionHost,
    { services, draft, otherTabs }: SubmissionOptions,
  ) {
    this.#services = services;
    this.#draft = draft;
    this.#otherTabs = otherTabs;
    this.#sender = new Sender(host, services);
    this.#shownSince = services.now();
    host.addController(this);
  }

  /** A sign-up that may have arrived, or is about to. */
  get inDoubt(): Submission | undefined {
    return submissionInDoubt(this.progress);
  }

  /** Milliseconds until the endpoint accepts another attempt; 0 or less if it does now. */
  get waitingTime(): number {
    const { progress } = this;
    return (progress.state === 'sending' ? 0 : (progress.notBefore ?? 0)) - this.#services.now();
  }

  /** Milliseconds since the form was shown. */
  get elapsed(): number {
    return this.#services.now() - this.#shownSince;
  }

  /** Whether leaving the page now could lose the sign-up. To open an email program is not to leave. */
  get isLeavingUnsafe(): boolean {
    return this.isSending && this.#target?.adapter !== 'mailto';
  }

  get isSending(): boolean {
    return this.progress.state === 'sending';
  }

  get #isFinished(): boolean {
    return !!this.#shown && isFinished(this.progress, this.#shown);
  }

  hostConnected(): void {
    // A clone of the host carries the state of its original.
    this.hostUpdate();
    addEventListener('pageshow', this.#comeBack);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#comeBack);
  }

  /** A state that the page has set is ignored. */
  hostUpdate(): void {
    const { host, progress } = this;
    // Lit reflects a default value that is set again.
    if (host.state !== progress.state) host.state = progress.state;
  }

  /**
   * Call it after a program was rendered. Another program begins a new sign-up; a draft may hold one in doubt.
   *
   * @param formId - tells the drafts of several forms on a page apart
   */
  programShown(program: Program, formId: string): void {
    const before = this.#shown;
    this.#shown = program;
    if (before && before.name !== program.name) this.restart();
    const stored = this.#draft.restore(program.draft && program.name + formId, this.inDoubt);
    if (stored) this.restart(stored);
  }

  /**
   * Validates the answers and sends a sign-up, unless one is on its way.
   *
   * @param create - makes it under an id, as another attempt at an earlier one or as the first
   */
  submit(program: Program, create: (id: string, earlier: Submission | undefined) => Submission): void {
    if (this.isSending) return;
    this.errors = validate(this.#draft.collect(), program);
    this.message = undefined;
    if (Object.keys(this.errors).length === 0) {
      this.#target = program;
      this.#step({ type: 'submit', id: this.#services.uuid(), create });
    }
    // There are errors, or the endpoint accepts no other attempt yet.
    if (!this.isSending) void this.focus('[role=group]');
  }

  /** Takes the page's answer (`adapter="event"`). One about another sign-up is ignored. */
  settle(result: Result): void {
    if (!result.submissionId || this.#isAbout(result.submissionId))
      this.#step({ type: 'answer', attempt: this.progress.attempt, result });
  }

  /**
   * Starts again.
   *
   * @param inDoubt - a sign-up that may have arrived
   */
  restart(inDoubt?: Submission): void {
    this.#sender.reset();
    this.#step({ type: 'return', inDoubt });
  }

  /** Renders, then moves the focus. */
  async focus(selector: string): Promise<void> {
    const { host } = this;
    host.requestUpdate();
    await host.updateComplete;
    host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Somebody comes back to a page that the browser kept: what was sent is not shown, and not sent again. */
  #comeBack = ({ persisted }: PageTransitionEvent): void => {
    const { inDoubt } = this;
    // What was certainly not sent stays, and so does what the tab stores.
    if (!persisted || !(inDoubt || this.#isFinished)) return;
    if (!this.#draft.isStored) this.#draft.clear();
    this.restart(inDoubt);
  };

  #isAbout(submissionId: string): boolean {
    return this.progress.state !== 'idle' && this.progress.submission.submissionId === submissionId;
  }

  #step(event: SignupEvent): void {
    const { now, random, wait } = this.#services;
    const progress = advance(this.progress, event, {
      idempotent: !!(this.#target && adapters[this.#target.adapter]?.idempotent),
      now: now(),
      random: random(),
    });
    if (progress === this.progress) return;
    this.progress = progress;
    if (progress.state === 'sending') wait(() => this.#send(progress), progress.delay);
    this.#progressChanged();
  }

  #send({ submission, attempt }: Sending): void {
    // Nobody has withdrawn the attempt, and no newer one is on its way.
    const isWanted = (): boolean => this.progress.state === 'sending' && this.progress.attempt === attempt;
    if (!this.#target || !isWanted()) return;
    void this.#sender.send({
      submission,
      attempt,
      program: this.#target,
      isWanted,
      report: (event) => {
        // An answer about one sign-up means nothing for the next one.
        if (this.#isAbout(submission.submissionId)) this.#step(event);
      },
    });
  }

  #progressChanged(): void {
    const { progress } = this;
    const result = resultOf(progress);
    this.host.state = progress.state;
    if (this.#isFinished) this.#draft.clear();
    else if (progress.state !== 'idle') this.#draft.save(this.inDoubt);
    if (this.#isFinished || (progress.state === 'unknown' && !progress.returned)) this.#otherTabs.announce();
    const fieldErrors = progress.state === 'refused' ? result?.fieldErrors : undefined;
    this.errors = fieldErrors ?? {};
    this.message = fieldErrors && result?.message;
    this.host.dispatchEvent(new HavenSignupEvent(progress.state, result?.reference));
    const target = focusTarget(progress);
    if (target) void this.focus(target);
    else this.host.requestUpdate();
  }
}

/** Selector of what has to be read after a change. */
function focusTarget(progress: Progress): string | undefined {
  switch (progress.state) {
    case 'idle':
      return undefined;
    case 'sending':
      // During an automatic retry the person may be elsewhere.
      return progress.retries ? undefined : '[type=submit]';
    case 'unknown':
      // Whoever came back has not sent anything yet.
      return progress.returned ? undefined : '[role=group]';
    case 'confirmed':
    case 'unconfirmed':
    case 'refused':
    case 'full':
    case 'offline':
      return '[role=group]';
    default:
      progress satisfies never;
      return '[role=group]';
  }
}
