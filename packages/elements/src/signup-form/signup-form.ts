import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { RawConfiguration, Reading } from '../foundation/configuration/readers.js';
import { fileName } from '../foundation/formats/file-name.js';
import { LeaveGuard } from '../foundation/controllers/leave-guard.js';
import { TimerController } from '../foundation/controllers/timer-controller.js';
import { settingProperties } from '../foundation/element/settings.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { heading } from '../foundation/views/heading.js';
import { maskFromRecorders } from '../foundation/browser/mask.js';
import { post } from '../foundation/browser/post.js';
import { saveFile } from '../foundation/browser/save-file.js';
import type { Localized } from '../foundation/localization/strings.js';
import { uuid } from '../foundation/browser/uuid.js';
import { outcomes, type Result } from './adapters/adapter.js';
import { calendar } from './model/calendar.js';
import { FormAnswers } from './controllers/form-answers.js';
import { consentText, questionsView, sentView, type FormActions } from './form.view.js';
import { en, type SignupFormStrings } from './locales/en.js';
import { callView, goneView, stayedView } from './outcome.view.js';
import { readPageAnswer } from './model/page-answer.js';
import { parseProgram, programSettings, type Program } from './model/program.js';
import { solve, type Challenge } from './model/proof-of-work.js';
import { SignupController } from './controllers/signup-controller.js';
import { HavenSignupEvent, HavenSignupRequestEvent } from './signup-event.js';
import { styles } from './signup-form.styles.js';
import { mailHref, makeSubmission } from './model/make-submission.js';
import { sessionOf, suggestEmail, validate, type Answers, type FieldErrors } from './model/validation.js';
import type { Submission } from './model/submission.js';

export { HavenSignupEvent, HavenSignupRequestEvent } from './signup-event.js';
export { adapterValues, askValues } from './model/program.js';
export { formatValues, type Submission } from './model/submission.js';
export type { SignupState } from './model/submission-machine.js';
export type { SignupFormStrings } from './locales/en.js';

/**
 * Signs a caregiver up for a program. No sign-up is lost, none is doubled, and the person always knows which it is.
 *
 * @tag haven-signup-form
 * @tagname haven-signup-form
 *
 * @attr {string} result - with `adapter="event"`: the answer as JSON, `{ "outcome": "confirmed", "reference"?: … }`
 * @attr {'idle' | 'sending' | 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'unknown' | 'offline'} state - where the sign-up is.
 * Set by the form; setting it does nothing
 *
 * @slot - Shown without script: put a native `<form action method="post">` there. A `<script type="application/json">` or
 * `application/ld+json` child is read as configuration.
 *
 * @csspart form - the whole widget
 * @csspart title - the heading
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand colour; every other colour is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenSignupEvent} haven-signup - where the sign-up is has changed; detail `{ state, reference? }`, never what was typed
 * @event {HavenSignupRequestEvent} haven-signup-request - with `adapter="event"` alone: the page takes the sign-up over; cancelable, detail `{ submission }`
 */
export class SignupForm extends HavenElement<Program> {
  static override readonly tag = 'haven-signup-form';
  static override readonly settings = programSettings;
  static override readonly properties: PropertyDeclarations = settingProperties(programSettings);
  static override readonly styles = styles;

  /** The program's name. Without one `haven-error` is fired and the fallback form stays. */
  declare name: string | null | undefined;

  /**
   * URL to send to: https or http, without a password, may be relative to the page; with `adapter="mailto"` a `mailto:` address;
   * with `adapter="event"` none. Other values are reported, and nothing can be sent.
   */
  declare endpoint: string | null | undefined;

  /** The kind of endpoint. Default `json`, the reference receiver. Other values are reported, and `json` is used. */
  declare adapter:
    | 'json'
    | 'form'
    | 'formspree'
    | 'netlify'
    | 'basin'
    | 'web3forms'
    | 'formspark'
    | 'google-forms'
    | 'hubspot'
    | 'contact-form-7'
    | 'wix'
    | 'event'
    | 'mailto'
    | null
    | undefined;

  /**
   * URL that issues ALTCHA challenges, of the endpoint's origin or the page's, for the adapters `json`, `form` and `wix`. It is
   * asked, and the challenge solved, when somebody sends. Default: none. Other values, and a page without https, are reported.
   */
  declare challenge: string | null | undefined;

  /** Ways to take part: `individual`, `group` and `unsure`, separated by spaces. Default: all three. */
  declare formats: string | null | undefined;

  /** Optional questions: `child-age-band` and `message`, separated by spaces. Default: none. */
  declare ask: string | null | undefined;

  /** URL of the privacy notice: https or http. Other values are reported and ignored. */
  declare privacyUrl: string | null | undefined;

  /** Version of the consent text; part of every submission. Default `1`. */
  declare consentVersion: string | null | undefined;

  /** Number that is shown where the form cannot help. Default: the provider's. */
  declare telephone: string | null | undefined;

  /** How long submissions are kept, in words such as `6 months`. */
  declare keeps: string | null | undefined;

  /** When people hear back, in words; shown when the submission has arrived. */
  declare responseTime: string | null | undefined;

  /**
   * `session` keeps a draft in this tab (`sessionStorage`) until it is sent or cleared, and says so. Default: nothing is kept.
   */
  declare draft: 'session' | null | undefined;

  #program: Program | undefined;
  /** Name of the program that is configured, which may be another one than what is shown. */
  #wanted: string | undefined;
  /** Whether it was shown that the sign-up has gone. */
  #told = false;
  #kept = new FormAnswers(() => sessionStorage);
  #errors: FieldErrors = {};
  #shownAt = Date.now();
  #suggestion: string | undefined;
  #pressed = false;
  /** What decides which questions are shown. */
  #shape = '';
  #elsewhere = false;
  /** Where an answer came from that could not be understood. */
  #misread = '';
  #otherTabs: BroadcastChannel | undefined;
  // To open an e-mail program is no leaving.
  #leaveGuard = new LeaveGuard(
    this,
    () => this.#controller.progress.state === 'sending' && this.#program?.adapter !== 'mailto',
  );
  #timer = new TimerController(this);
  #connection = new AbortController();
  #controller = new SignupController(
    {
      post,
      wait: (act, milliseconds) => setTimeout(act, milliseconds),
      random: Math.random,
      now: Date.now,
      uuid,
      online: () => navigator.onLine,
      page: () => location.origin + location.pathname,
      prove: async (url, going) => {
        const response = await fetch(url, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          redirect: 'error',
        });
        return solve((await response.json()) as Challenge, crypto.subtle, going);
      },
      hand: (submission) => this.#hand(submission),
    },
    () => this.#changed(),
  );

  readonly #typed = ({ type }: Event): void => {
    if (type !== 'change') this.#pressed = type === 'pointerdown';
    const { email = '' } = this.#answers();
    // Not while it is being written, and not between the two halves of a click: what is pressed would move away.
    if (!this.#pressed)
      this.#suggestion = this.shadowRoot?.activeElement?.id === 'email' ? undefined : suggestEmail(email);
    if (/input|change/.test(type)) this.#save();
    this.#ask();
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'result', 'state'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    maskFromRecorders(this);
    // A copy carries the attribute of what it was copied from.
    this.setAttribute('state', this.#controller.progress.state);
    for (const type of ['pointerdown', 'click']) this.addEventListener(type, this.#typed, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#return(), { signal });
    const otherTabs = (this.#otherTabs = new BroadcastChannel('havenkit-signup'));
    // Nothing but the program's name is told from tab to tab.
    otherTabs.onmessage = ({ data }) => {
      this.#elsewhere ||= data === this.#program?.name;
      this.requestUpdate();
    };
    signal.onabort = () => {
      otherTabs.close();
      this.#otherTabs = undefined;
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'result' && value) this.#settle(value, name);
    else super.attributeChangedCallback(name, old, value);
  }

  /**
   * Says what became of a sign-up that the page has taken over.
   *
   * @param result - `{ outcome: 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'retry' | 'unknown', submissionId?, reference?, message?, fieldErrors? }`;
   * of a `submissionId` that is not the current one nothing is taken
   */
  settle(result: Result): void {
    this.#settle(JSON.stringify(result), 'settle()');
  }

  #settle(json: string, from: string): void {
    this.#misread = '';
    this.#controller.settle(readPageAnswer(json, () => (this.#misread = from)));
    this.requestUpdate();
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Program | undefined {
    if (this.#misread) reading.report(this.#misread, `an outcome, one of ${outcomes.join(', ')}`);
    // What somebody has typed outlives a setting that is wrong for a while.
    const program = parseProgram(raw, reading, Date.now(), isSecureContext) ?? this.#program;
    const before = this.#wanted;
    this.#wanted = program?.name;
    // What was sent stays with its program until it is known what became of it, and that was shown.
    const stays = this.#controller.doubtful ?? (this.#gone && !(this.#told && this.#wanted !== before));
    return stays && this.#program?.name !== this.#wanted ? this.#program : program;
  }

  protected override renderModel(program: Program): TemplateResult {
    const words = this.locale.strings('signup-form', en);
    const { level } = this;
    const { progress } = this.#controller;
    const { state, submission, result } = progress;
    const session = result?.mismatch ? undefined : program.sessions.find(({ id }) => id === submission?.session);
    const answers = this.#answers();
    this.#shape = this.#shapeOf(answers);
    const sending = state === 'sending';
    const inert = sending ? '' : nothing;
    // That one session is full says nothing of another one.
    const stayed = !(
      state === 'idle' ||
      sending ||
      (state === 'full' && sessionOf(answers, program)?.id !== submission?.session)
    );
    const told = stayed && !Object.keys(this.#errors)[0];
    const minutes = Math.ceil(this.#toWait / 60_000);
    const context = {
      words,
      errors: this.#errors,
      said: this.#errors === result?.fieldErrors ? result.message : undefined,
    };
    const actions: FormActions = {
      focus: (name) => (event) => {
        event.preventDefault();
        this.#find(`#${name}`)?.focus();
      },
      shows: (name) => !!this.#form?.elements.namedItem(name),
      useEmail: () => this.#useEmail(),
    };
    return html`<section class="card" part="form" lang=${words.$lang} aria-labelledby="title">
      ${heading(level, words.title(program.name), 'title', { part: true })}
      ${
        this.#gone
          ? goneView(progress, session, program, this.#wanted, words, level + 1, {
              print: () => print(),
              clear: () => this.#clear(),
              calendar: () =>
                session &&
                saveFile(
                  new Blob([calendar(session, program.name, Date.now())], { type: 'text/calendar' }),
                  fileName(program.name, 'program', 'ics'),
                ),
            })
          : [
              program.description ? html`<p>${program.description}</p>` : nothing,
              html`<form
                novalidate
                @submit=${(event: Event) => this.#submit(event, program, words)}
                @input=${this.#typed}
                @change=${this.#typed}
              >
                <div class="questions" inert=${inert}>
                  ${questionsView(program, answers, this.#suggestion, context, level + 1, actions)}
                </div>
                ${told ? stayedView(progress, program, words, level + 1) : nothing}
                ${this.#elsewhere && state === 'idle' ? html`<p class="notice">${words.elsewhere}</p>` : nothing}
                <div class="keep">
                  <button type="submit" class="primary" aria-disabled=${sending || minutes > 0}>
                    ${stayed ? (state === 'full' ? words.joinList : words.again) : words.submit}
                  </button>
                </div>
                <p role="status">${sending ? words.sending : minutes > 0 ? words.wait(minutes) : nothing}</p>
                ${
                  program.draft || (this.#controller.doubtful && !sending)
                    ? html`<p inert=${inert}>
                        ${program.draft && !this.#kept.failed ? words.draft : nothing}
                        <button type="button" class="quiet" @click=${() => this.#clear()}>${words.clear}</button>
                      </p>`
                    : nothing
                }
                ${sentView(program, this.#make('', submission, answers, program, words), words)}
                ${told ? nothing : callView(program.telephone, words)}
              </form>`,
            ]
      }
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const program = this.model;
    if (!program) return;
    const form = this.#form;
    const before = this.#program;
    this.#program = program;
    this.#told = this.#gone;
    if (before && before.name !== program.name) {
      this.#elsewhere = false;
      this.#controller.return();
    }
    if (!form) return;
    if (!before) this.#takeOver();
    const doubtful = this.#kept.keepDraft(program.draft && program.name + this.id, this.#controller.doubtful);
    if (doubtful) this.#controller.return(doubtful);
    this.#kept.fillIn(form);
    this.#ask();
    if (this.#toWait > 0) this.#timer.requestUpdateIn(this.#toWait % 60_000);
  }

  /** Goes on with what was typed into the form between the tags before the script was there. */
  #takeOver(): void {
    const before = this.querySelector('form');
    const { activeElement } = this.getRootNode() as Document;
    if (!before) return;
    this.#kept.takeOver(before);
    const { name } = activeElement as HTMLInputElement;
    if (name && before.contains(activeElement)) void this.#resume(name);
  }

  /** Goes on in the field of that name, when what stands in the others has brought it up. */
  async #resume(name: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const field = `[name=${CSS.escape(name)}]`;
    (this.#find(`${field}:checked`) ?? this.#find(field))?.focus();
  }

  /** Whether the form is left behind. What an e-mail program has is not sent yet. */
  get #gone(): boolean {
    const { state } = this.#controller.progress;
    return state === 'confirmed' || (state === 'unconfirmed' && this.#program?.adapter !== 'mailto');
  }

  /** Milliseconds before which the endpoint wants no other try. */
  get #toWait(): number {
    return (this.#controller.progress.notBefore ?? 0) - Date.now();
  }

  /** Makes it a new form, for whoever comes next. */
  #clear(): void {
    this.#empty();
    this.#controller.return();
    void this.#show('input');
  }

  #empty(): void {
    this.#kept.empty();
    this.#form?.reset();
    this.#errors = {};
    this.#suggestion = undefined;
  }

  get #form(): HTMLFormElement | undefined {
    return this.#find('form') as HTMLFormElement | undefined;
  }

  #find(selector: string): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** What is answered in the fields that are shown. */
  #answers(): Answers {
    return this.#form ? this.#kept.takeFrom(this.#form) : {};
  }

  #shapeOf(answers: Answers): string {
    const { format, preferredContact, session } = answers;
    return JSON.stringify([
      format,
      preferredContact,
      session,
      Object.keys(answers),
      this.#suggestion,
      this.#kept.failed,
    ]);
  }

  /** Renders again where an answer changes what is asked; a letter more does not. */
  #ask(): void {
    if (this.#shapeOf(this.#answers()) !== this.#shape) this.requestUpdate();
  }

  /** Keeps a draft, with the id of a try that may have arrived. */
  #save(): void {
    this.#kept.saveDraft(this.#controller.doubtful);
  }

  #useEmail(): void {
    const input = this.#find('#email') as HTMLInputElement | undefined;
    if (input && this.#suggestion) input.value = this.#suggestion;
    this.#suggestion = undefined;
    this.#answers();
    this.#save();
    input?.focus();
    this.requestUpdate();
  }

  #submit(event: Event, program: Program, words: Localized<SignupFormStrings>): void {
    event.preventDefault();
    if (this.#controller.progress.state === 'sending') return;
    const answers = this.#answers();
    this.#errors = validate(answers, program);
    if (Object.keys(this.#errors).length) {
      void this.#show();
      return;
    }
    const before = this.#controller.progress;
    this.#controller.submit(program, (id, earlier) => this.#make(id, earlier, answers, program, words));
    // The endpoint wants no other try yet.
    if (before === this.#controller.progress) void this.#show();
  }

  /** Makes a sign-up, as a further try of an earlier one or as the first. */
  #make(
    id: string,
    earlier: Submission | undefined,
    answers: Answers,
    program: Program,
    words: Localized<SignupFormStrings>,
  ): Submission {
    return makeSubmission(id, answers, program, {
      consent: consentText(program, words),
      locale: words.$locale,
      // Of the session that was full, and of no other.
      waitingList:
        sessionOf(answers, program)?.id === earlier?.session &&
        (this.#controller.progress.state === 'full' || !!earlier?.waitingList),
      elapsed: Date.now() - this.#shownAt,
    });
  }

  /** Hands a sign-up to the page or to an e-mail programme. */
  #hand(submission: Submission): Result | 'taken' | undefined {
    const { adapter, endpoint } = this.#program ?? {};
    if (adapter === 'mailto' && endpoint) {
      Object.assign(document.createElement('a'), { href: mailHref(endpoint, submission) }).click();
      return { outcome: 'unconfirmed' };
    }
    if (adapter !== 'event') return { outcome: 'refused' };
    // A page whose code runs elsewhere (Wix) cannot say at once that it takes it; it answers all the same.
    return this.dispatchEvent(new HavenSignupRequestEvent(submission)) ? undefined : 'taken';
  }

  #changed(): void {
    const { state, result, submission, retries, returned } = this.#controller.progress;
    this.setAttribute('state', state);
    const sending = state === 'sending';
    if (this.#gone) this.#empty();
    else if (state !== 'idle') this.#save();
    if (this.#gone || (state === 'unknown' && !returned)) this.#otherTabs?.postMessage(this.#program?.name);
    this.#errors = state === 'refused' ? (result?.fieldErrors ?? {}) : {};
    this.dispatchEvent(new HavenSignupEvent(state, result?.reference));
    // After a return nobody has sent anything yet, and where it is tried again by itself the person may be elsewhere.
    if (submission && !returned && !(sending && retries)) void this.#show(sending ? '[type=submit]' : undefined);
    else this.requestUpdate();
  }

  /** Renders, and moves the focus to what has to be read. */
  async #show(selector = '[role=group]'): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.#find(selector)?.focus();
  }

  /** Somebody has come back to a page that the browser kept: what was sent from it is not shown, and not sent again. */
  #return(): void {
    const { doubtful } = this.#controller;
    // What surely was not sent it shows, and what the tab keeps.
    if (!this.#gone && !doubtful) return;
    if (!this.#kept.drafted) this.#empty();
    this.#controller.return(doubtful);
  }
}
