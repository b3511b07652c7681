import { html, nothing, type TemplateResult } from 'lit/html.js';
import {
  base,
  button,
  card,
  choice,
  details,
  field,
  heading as headings,
  link,
  list,
  notice,
  theme,
} from '@havenkit/tokens/styles';
import type { RawConfiguration, Reading } from '../foundation/configuration.js';
import { fileName } from '../foundation/file-name.js';
import { HavenElement } from '../foundation/haven-element.js';
import { heading } from '../foundation/heading.js';
import { maskFromRecorders } from '../foundation/mask.js';
import { post } from '../foundation/post.js';
import { saveFile } from '../foundation/save-file.js';
import { wordsFor, type Words } from '../foundation/strings.js';
import { uuid } from '../foundation/uuid.js';
import { outcomes, type Result } from './adapters/adapter.js';
import { calendar } from './calendar.js';
import { Draft } from './draft.js';
import { questionsView, sentView, type FormActions } from './form.view.js';
import { en, type SignupFormStrings } from './locales/en.js';
import { callView, goneView, stayedView } from './outcome.view.js';
import { readPageAnswer } from './page-answer.js';
import { parseProgram, settingKeys, type Program, type Session } from './program.js';
import { solve, type Challenge } from './proof-of-work.js';
import { SignupController } from './signup-controller.js';
import { HavenSignupEvent, HavenSignupRequestEvent } from './signup-event.js';
import { styles } from './signup-form.styles.js';
import { makeSubmission, submissionText } from './make-submission.js';
import { fieldNames, suggestEmail, validate, type Answers, type FieldErrors, type FieldName } from './validation.js';
import type { Submission } from './submission.js';

export { HavenSignupEvent, HavenSignupRequestEvent } from './signup-event.js';
export { adapterValues, askValues } from './program.js';
export { formatValues, type Submission } from './submission.js';
export type { SignupState } from './submission-machine.js';
export type { SignupFormStrings } from './locales/en.js';

/** Outcomes that leave the form behind. */
const gone = ['confirmed', 'unconfirmed'];

/**
 * Signs a caregiver up for a program. No sign-up is lost, none is doubled, and the person always knows which it is.
 *
 * @tag haven-signup-form
 * @tagname haven-signup-form
 *
 * @attr {string} name - the program's name. Without one `haven-error` tells, and the form between the tags stays
 * @attr {string} endpoint - URL to send to: https or http, without a password, may be relative to the page; with `adapter="mailto"` a `mailto:`
 * address; with `event` none. Anything else is told, and nothing can be sent
 * @attr {'json' | 'form' | 'formspree' | 'netlify' | 'basin' | 'web3forms' | 'formspark' | 'google-forms' | 'hubspot' | 'contact-form-7' | 'wix' | 'event' | 'mailto'} adapter - the
 * kind of endpoint. Default `json`, the reference receiver. Anything else is told and counts as `json`
 * @attr {string} challenge - URL that gives out challenges of ALTCHA, of the endpoint's origin or the page's, for the adapters
 * `json`, `form` and `wix`: asked and solved when somebody sends. Default none. Anything else, and a page without https, is told
 * @attr {string} formats - ways to take part, of `individual group unsure`, with spaces between. Default all three
 * @attr {string} ask - what to ask besides what is needed, of `child-age-band message`. Default nothing
 * @attr {string} privacy-url - URL of the privacy notice: https or http. Anything else is told and left out
 * @attr {string} consent-version - version of the words that are agreed to; sent along. Default `1`
 * @attr {string} telephone - number that is shown where the form cannot help. Default the provider's
 * @attr {string} keeps - for how long what is sent is kept, in words such as `6 months`
 * @attr {string} response-time - when people hear back, in words; shown when the sign-up has arrived
 * @attr {'session'} draft - `session` keeps what is written in this tab (`sessionStorage`) until it is sent or cleared, and
 * says so. Default: nothing is kept
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
  static override readonly attributeKeys = settingKeys;
  static override readonly styles =
    theme + base + card + headings + button + link + field + choice + list + notice + details + styles;

  #program: Program | undefined;
  #errors: FieldErrors = {};
  #shownAt = Date.now();
  #waitingList = false;
  #suggestion: string | undefined;
  #answered = '';
  #draft: Draft | undefined;
  #elsewhere = false;
  /** Where an answer came from that could not be understood. */
  #misread = '';
  #otherTabs: BroadcastChannel | undefined;
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

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'result', 'state'];
  }

  protected override connected(signal: AbortSignal): void {
    maskFromRecorders(this);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#return(), { signal });
    const otherTabs = (this.#otherTabs = new BroadcastChannel('havenkit-signup'));
    // Nothing but the program's name is told from tab to tab.
    otherTabs.onmessage = ({ data }) => {
      this.#elsewhere ||= data === this.#program?.name;
      this.requestUpdate();
    };
    signal.onabort = () => otherTabs.close();
  }

  override attributeChangedCallback(name?: string, _old?: string | null, value?: string | null): void {
    if (name === 'result' && value) this.#settle(value, name);
    else super.attributeChangedCallback();
  }

  /**
   * Says what became of a sign-up that the page has taken over.
   *
   * @param result - `{ outcome: 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'retry' | 'unknown', reference?, message?, fieldErrors? }`
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
    return parseProgram(raw, reading, Date.now(), isSecureContext);
  }

  protected override renderModel(program: Program): TemplateResult {
    this.#program = program;
    const words = wordsFor<SignupFormStrings>(this, 'signup-form', en);
    const { progress } = this.#controller;
    const { state } = progress;
    const { level } = this;
    const session = program.sessions.find(({ id }) => id === progress.submission?.session);
    const answers = this.#answers();
    const stayed = state !== 'idle' && state !== 'sending';
    const actions: FormActions = {
      submit: (event) => this.#submit(event, program, words),
      typed: () => this.#typed(),
      focus: (name) => (event) => this.#focus(name, event),
      useEmail: () => this.#useEmail(),
    };
    return html`<section class="card" part="form" lang=${words.$lang} aria-labelledby="title">
      ${heading(level, words.title(program.name), 'title', true)}
      ${
        gone.includes(state)
          ? goneView(progress, program, words, level + 1, {
              print: () => print(),
              calendar: session?.meetings[0] ? () => this.#saveCalendar(session, program.name) : undefined,
            })
          : [
              program.description ? html`<p>${program.description}</p>` : nothing,
              html`<form novalidate @submit=${actions.submit} @input=${actions.typed} @change=${actions.typed}>
                ${questionsView(program, answers, this.#suggestion, { words, errors: this.#errors }, level + 1, actions)}
                ${stayed && !Object.keys(this.#errors).length ? stayedView(progress, program, words, level + 1) : nothing}
                ${this.#elsewhere && state === 'idle' ? html`<p class="notice">${words.elsewhere}</p>` : nothing}
                <div class="keep">
                  <button type="submit" class="primary" aria-disabled=${state === 'sending'}>
                    ${state === 'full' ? words.joinList : stayed ? words.again : words.submit}
                  </button>
                </div>
                <p role="status">${state === 'sending' ? words.sending : ''}</p>
                ${
                  program.draft
                    ? html`<p>
                        ${words.draft}
                        <button type="button" class="quiet" @click=${() => this.#clear()}>${words.clearDraft}</button>
                      </p>`
                    : nothing
                }
                ${sentView(program, answers, words)} ${callView(program.telephone, words)}
              </form>`,
            ]
      }
    </section>`;
  }

  protected override rendered(program: Program): void {
    if (program.draft && this.#form && !this.#draft)
      this.#restore((this.#draft = new Draft(() => sessionStorage, program.name)));
  }

  /** Writes what was kept into the fields that are empty; those that an answer brings up come in the next turn. */
  #restore(draft: Draft): void {
    const before = JSON.stringify(this.#answers());
    for (const [name, value] of Object.entries(draft.read() as Record<string, string>))
      for (const input of this.#form?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) ?? [])
        if (/^(radio|checkbox)$/.test(input.type)) input.checked = value.split(', ').includes(input.value);
        else input.value ||= value;
    if (JSON.stringify(this.#answers()) !== before) {
      this.requestUpdate();
      void this.updateComplete.then(() => this.#restore(draft));
    }
  }

  #clear(): void {
    this.#draft?.clear();
    this.#form?.reset();
    this.requestUpdate();
  }

  get #form(): HTMLFormElement | undefined {
    return this.#find('form') as HTMLFormElement | undefined;
  }

  #find(selector: string): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** What stands in the form. */
  #answers(): Answers {
    const data = new FormData(this.#form);
    return Object.fromEntries(
      [...new Set(data.keys())].flatMap((name) => {
        const value = (data.getAll(name) as string[]).join(', ');
        return value ? [[name, value]] : [];
      }),
    );
  }

  /** Renders again where an answer changes what is asked; a letter more does not. */
  #typed(): void {
    const answers = this.#answers();
    this.#draft?.write(answers);
    // Not while it is being written.
    this.#suggestion = this.shadowRoot?.activeElement?.id === 'email' ? undefined : suggestEmail(answers.email ?? '');
    const shape = JSON.stringify([answers.format, answers.preferredContact, Object.keys(answers), this.#suggestion]);
    if (shape !== this.#answered) {
      this.#answered = shape;
      this.requestUpdate();
    }
  }

  #useEmail(): void {
    const input = this.#find('#email') as HTMLInputElement | undefined;
    if (input && this.#suggestion) input.value = this.#suggestion;
    this.#suggestion = undefined;
    input?.focus();
    this.requestUpdate();
  }

  #submit(event: Event, program: Program, words: Words<SignupFormStrings>): void {
    event.preventDefault();
    const { state } = this.#controller.progress;
    if (state === 'sending') return;
    const answers = this.#answers();
    this.#errors = validate(answers, program);
    if (Object.keys(this.#errors).length) {
      void this.#show('#summary');
      return;
    }
    if (state === 'full') this.#waitingList = true;
    const elapsed = Date.now() - this.#shownAt;
    this.#controller.submit(program, (id) =>
      makeSubmission(id, answers, program, {
        consent: `${words.consent(program.provider ?? '')} ${program.keeps ? words.keeps(program.keeps) : ''}`.trim(),
        locale: words.$locale,
        waitingList: this.#waitingList,
        elapsed,
      }),
    );
  }

  /** Hands a sign-up to the page or to an e-mail programme. */
  #hand(submission: Submission): Result | 'taken' | undefined {
    const { adapter, endpoint } = this.#program ?? {};
    if (adapter === 'mailto' && endpoint) {
      const said = new URLSearchParams({ subject: submission.program, body: submissionText(submission) });
      Object.assign(document.createElement('a'), {
        // RFC 6068 knows no `+` for a space.
        href: `${endpoint}?${`${said}`.replaceAll('+', '%20')}`,
      }).click();
      return { outcome: 'unconfirmed' };
    }
    if (adapter !== 'event') return { outcome: 'refused' };
    // A page whose code runs elsewhere (Wix) cannot say at once that it takes it; it answers all the same.
    return this.dispatchEvent(new HavenSignupRequestEvent(submission)) ? undefined : 'taken';
  }

  #changed(): void {
    const { state, result } = this.#controller.progress;
    this.setAttribute('state', state);
    if (state === 'confirmed') this.#draft?.clear();
    if (state === 'sending') this.#otherTabs?.postMessage(this.#program?.name);
    const { fieldErrors } = result ?? {};
    this.#errors =
      state === 'refused' && fieldErrors
        ? Object.fromEntries(Object.entries(fieldErrors).filter(([name]) => fieldNames.includes(name as FieldName)))
        : {};
    this.dispatchEvent(new HavenSignupEvent(state, result?.reference));
    if (gone.includes(state)) void this.#show('.gone');
    else if (state !== 'idle' && state !== 'sending')
      void this.#show(Object.keys(this.#errors).length ? '#summary' : '#stayed');
    else this.requestUpdate();
  }

  /** Renders, and moves the focus to what has to be read. */
  async #show(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.#find(selector)?.focus();
  }

  #focus(name: FieldName, event: Event): void {
    event.preventDefault();
    this.#find(`#${name}`)?.focus();
  }

  /** Somebody has come back to a page that the browser kept: what was sent from it is not shown, and not sent again. */
  #return(): void {
    const { state } = this.#controller.progress;
    this.#controller.return();
    if (state !== 'idle') this.#form?.reset();
    this.#waitingList = false;
  }

  #saveCalendar(session: Session, title: string): void {
    saveFile(
      new Blob([calendar(session, title, Date.now())], { type: 'text/calendar' }),
      fileName(title, 'program', 'ics'),
    );
  }
}
