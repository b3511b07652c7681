import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { moveFocus } from '../../foundation/browser/move-focus.js';
import { printAlone } from '../../foundation/browser/print-alone.js';
import { uuid } from '../../foundation/browser/uuid.js';
import { AnnouncementController } from '../../foundation/controllers/announcement-controller.js';
import { ClipboardController } from '../../foundation/controllers/clipboard-controller.js';
import { LeaveGuard } from '../../foundation/controllers/leave-guard.js';
import { TimerController } from '../../foundation/controllers/timer-controller.js';
import type { Localized } from '../../foundation/localization/strings.js';
import type { SignupFormStrings } from '../locales/en.js';
import { consentText, makeSubmission } from '../model/make-submission.js';
import type { Program, Session } from '../model/program.js';
import { isFinished } from '../model/program-to-show.js';
import type { Result } from '../model/result.js';
import { resultOf, submissionInDoubt, type Progress, type SignupState } from '../model/submission-state.js';
import type { Submission } from '../model/submission.js';
import { sessionOf, validate, type FieldErrors } from '../model/validation.js';
import { HavenSignupEvent } from '../signup-event.js';
import { styles } from '../signup-form.styles.js';
import { DraftController } from './draft-controller.js';
import { EmailSuggestion } from './email-suggestion.js';
import { OtherTabsController } from './other-tabs-controller.js';
import { saveCalendar } from './save-calendar.js';
import { Signup } from './signup.js';

type SubmissionHost = ReactiveControllerHost & HTMLElement & { state: SignupState };

/** What may be announced after a sign-up was sent. */
type News = 'downloaded' | 'notPrinted' | 'copied' | 'notCopied';

/** Milliseconds after which it is announced that a sign-up is being sent. */
const announced = 1000;
/** Milliseconds after which it is announced that it takes long. */
const slow = 10_000;

/** The forms on the page, and those that the page removed while they were sending, by key. */
const forms = new Map<string, SubmissionController>();

/**
 * Gives a form a key that no other form on the page has; its own again, if there is one.
 *
 * @returns the form that had it and is no longer on the page
 */
function claimKey(form: SubmissionController, base: string): SubmissionController | undefined {
  let key = form.key.startsWith(base) ? form.key : base;
  let owner: SubmissionController | undefined;
  while ((owner = forms.get(key)) && owner !== form && owner.host.isConnected) key += '+';
  forms.set(key, form);
  form.key = key;
  return owner === form ? undefined : owner;
}

/** Takes a sign-up from the form to its end. Keeps the host's `state`, reports changes, and moves the focus. */
export class SubmissionController implements ReactiveController {
  /** Errors by field: found before sending, or reported by the endpoint. */
  errors: FieldErrors = {};
  /** The endpoint's message, besides its errors. */
  message: string | undefined;
  /** Whether the person is asked if the form is to be cleared. */
  asksToClear = false;
  readonly draft: DraftController;
  readonly suggestion: EmailSuggestion;
  readonly otherTabs: OtherTabsController;
  readonly clipboard: ClipboardController;
  /** What is known after a person has printed or copied the outcome, or saved its dates. */
  readonly announcement: AnnouncementController<News>;
  #signup = new Signup(this);
  #timer: TimerController;
  #shownSince = performance.now();
  #shown: Program | undefined;
  /** Key of the form: that of its draft. */
  key = '';

  constructor(readonly host: SubmissionHost) {
    host.addController(this);
    this.draft = new DraftController(host, () => submissionInDoubt(this.progress));
    this.suggestion = new EmailSuggestion(host, this.draft);
    this.otherTabs = new OtherTabsController(host);
    this.announcement = new AnnouncementController(host);
    this.clipboard = new ClipboardController(host, this.announcement);
    this.#timer = new TimerController(host);
    // Opening an email program does not leave the page.
    new LeaveGuard(host, () => this.isSending && this.#signup.target?.program.adapter !== 'mailto');
  }

  get progress(): Progress {
    return this.#signup.progress;
  }

  /** Minutes until the endpoint accepts another attempt; 0 or less if it does now. */
  get waitingMinutes(): number {
    return Math.ceil(this.#waitingTime / 60_000);
  }

  get isSending(): boolean {
    return this.progress.state === 'sending';
  }

  /** What the live region announces, besides a suggestion. An outcome is read when its heading receives the focus. */
  get status(): 'sending' | 'sendingSlow' | News | undefined {
    if (!this.isSending) return this.announcement.current;
    const time = this.#signup.sendingTime;
    if (time < announced) return undefined;
    return time < slow ? 'sending' : 'sendingSlow';
  }

  get #waitingTime(): number {
    const { progress } = this;
    return progress.state === 'sending' ? 0 : (progress.notBefore ?? 0) - performance.now();
  }

  get #isFinished(): boolean {
    return !!this.#shown && isFinished(this.progress, this.#shown);
  }

  hostConnected(): void {
    // A clone of the host carries the state of its original.
    this.hostUpdate();
    addEventListener('pageshow', this.#returnToPage);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#returnToPage);
    // What the tab stores is found there.
    if (!this.isSending || this.draft.isStored) forms.delete(this.key);
  }

  /** A state that the page has set is ignored. */
  hostUpdate(): void {
    const { host, progress } = this;
    // Lit reflects a default value that is set again.
    if (host.state !== progress.state) host.state = progress.state;
  }

  /** Call it after a program was rendered. Another program begins a new sign-up; a draft may hold one in doubt. */
  programShown(program: Program): void {
    const previous = this.#shown;
    this.#shown = program;
    const removed = claimKey(this, `havenkit-signup ${program.name} ${program.endpoint} ${this.host.id}`);
    if (removed) this.#signup = removed.#signup;
    this.#signup.view = this;
    const stored = this.draft.restore(program.draft && this.key, removed?.draft);
    // It changes the state, which needs another update, and this one is not over yet.
    void this.host.updateComplete.then(() => {
      if (removed) {
        if (!this.isSending && submissionInDoubt(this.progress)) this.#hideAnswers();
      } else if (stored || (previous && previous.name !== program.name)) this.#signup.restart(stored);
    });
    this.#updateInTime();
  }

  /** Updates the host when a time that it shows is over. */
  #updateInTime(): void {
    if (this.isSending) {
      const time = this.#signup.sendingTime;
      if (time < slow) this.#timer.requestUpdateIn((time < announced ? announced : slow) - time);
    } else if (this.#waitingTime > 0) this.#timer.requestUpdateIn(this.#waitingTime % 60_000);
  }

  /** Makes a submission of the answers. */
  make(program: Program, strings: Localized<SignupFormStrings>, id = ''): Submission {
    const { progress, draft } = this;
    const earlier = progress.state === 'idle' ? undefined : progress.submission;
    // The session that was full, and no other.
    const isSameSession = sessionOf(draft.answers, program)?.id === earlier?.session;
    return makeSubmission(id, draft.answers, program, {
      consent: consentText(program, strings),
      locale: strings.$locale,
      waitingList: isSameSession && (progress.state === 'full' || !!earlier?.waitingList),
      elapsed: Math.round(performance.now() - this.#shownSince),
    });
  }

  /** Validates the answers and sends a submission, unless one is being sent. */
  submit(program: Program, strings: Localized<SignupFormStrings>): void {
    if (this.isSending) return;
    this.errors = validate(this.draft.collect(), program);
    this.message = undefined;
    if (Object.keys(this.errors).length === 0) {
      this.#signup.target = { program, strings };
      this.#signup.step({
        type: 'submit',
        id: uuid(),
        create: (id) => this.make(program, strings, id),
      });
    }
    // There are errors, or the endpoint accepts no other attempt yet.
    if (!this.isSending) this.focus('#announcement');
  }

  /** Uses the page's result (`adapter="event"`). One about another submission is ignored. */
  settle(result: Result): void {
    if (!result.submissionId || this.#signup.isAbout(result.submissionId))
      this.#signup.step({ type: 'answer', attempt: this.progress.attempt, result });
  }

  /** Asks whether the form is to be cleared, or stops asking. */
  askToClear(asks: boolean): void {
    this.asksToClear = asks;
    this.focus(asks ? '#clear-no' : '#clear');
  }

  /** Saves the dates of a session as a file. */
  downloadCalendar(session: Session, program: Program): void {
    saveCalendar(session, program);
    void this.announcement.announce('downloaded');
  }

  /** Prints what the form shows, without the rest of the page. */
  async print(title: string, strings: Localized<SignupFormStrings>): Promise<void> {
    const { host, progress, announcement } = this;
    const content = host.shadowRoot?.querySelector('section');
    if (!content) return;
    announcement.clear();
    await host.updateComplete;
    const css = styles.map(({ cssText }) => cssText).join('\n');
    const hasBegun = await printAlone(host, { content, title, lang: strings.$lang, css });
    // Somebody else may use the form by now.
    if (!hasBegun && this.progress === progress) await announcement.announce('notPrinted');
  }

  /** Makes it a new form, for the next person. */
  clear(): void {
    this.draft.clear();
    this.#signup.restart();
    this.focus('input');
  }

  /** After a return to a page that the browser kept, what was sent is not shown, and not sent again. */
  #returnToPage = ({ persisted }: PageTransitionEvent): void => {
    // What was certainly not sent stays.
    if (persisted && (this.#isFinished || submissionInDoubt(this.progress))) this.#hideAnswers();
  };

  /** Begins again for whoever uses the form now, with a sign-up that may have arrived. What the tab stores stays. */
  #hideAnswers(): void {
    if (!this.draft.isStored) this.draft.clear();
    this.#signup.restart(submissionInDoubt(this.progress));
  }

  /** Moves the focus. */
  focus(selector: string): void {
    void moveFocus(this.host, [selector]);
  }

  /** Shows the progress, and reports it. */
  progressChanged(): void {
    const { progress, host, draft } = this;
    const result = resultOf(progress);
    const isReturn = progress.state === 'unknown' && progress.returned;
    host.state = progress.state;
    this.announcement.clear();
    this.asksToClear = false;
    if (this.#isFinished) draft.clear();
    else if (progress.state !== 'idle') draft.save();
    const mayHaveArrived = this.#isFinished || (progress.state === 'unknown' && !isReturn);
    if (mayHaveArrived && this.#shown) this.otherTabs.announce(this.#shown.name);
    const fieldErrors = progress.state === 'refused' ? result?.fieldErrors : undefined;
    this.errors = fieldErrors ?? {};
    this.message = fieldErrors && result?.message;
    host.dispatchEvent(new HavenSignupEvent(progress.state, result?.reference));
    const isRetry = progress.state === 'sending' && progress.retries > 0;
    // The person may be elsewhere during an automatic retry, and has sent nothing yet after a return to the page.
    if (isRetry || isReturn) host.requestUpdate();
    else this.focus(progress.state === 'sending' ? '[type=submit]' : '#announcement');
  }
}
