import { html, isServer, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { currentTime } from '../foundation/browser/current-time.js';
import { keepInput } from '../foundation/browser/typed-input.js';
import { maskFromRecorders, recorderClasses } from '../foundation/browser/mask.js';
import type { RawConfiguration, Reading } from '../foundation/configuration/readers.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { settingProperties } from '../foundation/element/settings.js';
import { toJson } from '../foundation/formats/json.js';
import { heading } from '../foundation/views/heading.js';
import type { SignupFormConfiguration } from './configuration.js';
import { outcomes, type Result } from './model/result.js';
import { SubmissionController } from './controllers/submission-controller.js';
import { formView, titleView } from './form.view.js';
import { en } from './locales/en.js';
import { readPageAnswer } from './adapters/page-answer.js';
import { isFinished, programToShow, type Shown } from './model/program-to-show.js';
import { parseProgram, programSettings } from './model/program.js';
import { finishedView } from './outcome.view.js';
import { styles } from './signup-form.styles.js';

export { HavenSignupEvent, HavenSignupRequestEvent } from './signup-event.js';
export { adapterValues, askValues } from './model/program.js';
export { formatValues, type Submission } from './model/submission.js';
export type { SignupState } from './model/submission-state.js';
export type { SignupFormConfiguration } from './configuration.js';
export type { SignupFormStrings } from './locales/en.js';

/**
 * Signs a caregiver up for a program. An answer is never lost, a retry is recognizable, and the form
 * says only what is known about the outcome.
 *
 * @tag haven-signup-form
 * @tagname haven-signup-form
 *
 * @slot - Fallback content, shown without script: put a native `<form action method="post" accept-charset="utf-8">` there.
 * A `<script type="application/json">` or `application/ld+json` child is read as configuration.
 *
 * @csspart form - the whole widget
 * @csspart title - the heading
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand color; every other color is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenSignupEvent} haven-signup - the state has changed; detail `{ state, reference? }`, never what was typed
 * @event {HavenSignupRequestEvent} haven-signup-request - only with `adapter="event"`: the page handles the sign-up; cancelable, detail `{ submission }`
 */
export class SignupForm extends HavenElement<Shown, SignupFormConfiguration> {
  static override readonly tag = 'haven-signup-form';
  static override readonly settings = programSettings;
  static override readonly properties: PropertyDeclarations = {
    ...settingProperties(programSettings),
    state: { reflect: true, useDefault: true },
    result: {},
  };
  static override readonly styles = styles;

  /** The program's name. Without one `haven-error` is fired and the fallback form stays. */
  declare name: string | null | undefined;

  /**
   * URL to send to: https or http, without a password, may be relative to the page; with `adapter="mailto"` a `mailto:` address;
   * with `adapter="event"` none. A service's endpoint has to have the form that the service documents. Other values are
   * reported, and nothing can be sent.
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
   * requested, and the challenge solved, when somebody sends. Default: none. Other values, and a page without https, are reported.
   */
  declare challenge: string | null | undefined;

  /** Ways to take part: `individual`, `group` and `unsure`, separated by spaces. Default: all three. */
  declare formats: string | null | undefined;

  /** Optional questions: `child-age-band` and `message`, separated by spaces. Default: none. */
  declare ask: string | null | undefined;

  /** URL of the privacy notice: https or http. Other values are reported and ignored. */
  declare privacyUrl: string | null | undefined;

  /** Version of the consent text; part of every submission. Default `2`. */
  declare consentVersion: string | null | undefined;

  /** Telephone number that is shown if the form cannot help. Default: the provider's. */
  declare telephone: string | null | undefined;

  /** How long submissions are stored, for example `6 months`. */
  declare keeps: string | null | undefined;

  /** When people hear back, as a sentence: `We call you within two days.` Shown before and after sending. */
  declare responseTime: string | null | undefined;

  /**
   * `session` stores a draft in this tab (`sessionStorage`) until it is sent or cleared, and says so. Default: nothing is stored.
   */
  declare draft: 'session' | null | undefined;

  /**
   * State of the sign-up. Set by the form; setting it has no effect.
   *
   * @reflect
   */
  declare state: 'idle' | 'sending' | 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'unknown' | 'offline';

  /** The source of the last result of the page, if it was unreadable: `result` or `settle()`. */
  #unreadable: string | undefined;
  #result: Result | string | null | undefined;
  #submission = new SubmissionController(this);

  constructor() {
    super();
    this.state = 'idle';
    maskFromRecorders(this);
  }

  /** With `adapter="event"`: the page's result, as for `settle`; as an attribute it is JSON. */
  get result(): Result | string | null | undefined {
    return this.#result;
  }

  set result(result: Result | string | null | undefined) {
    this.#result = result;
    if (result) this.#settle(typeof result === 'string' ? result : toJson(result), 'result');
  }

  /**
   * Reports the outcome of a submission that the page has handled.
   *
   * @param result - `{ outcome: 'confirmed' | 'unconfirmed' | 'refused' | 'full' | 'retry' | 'unknown', submissionId?, reference?, message?, fieldErrors? }`;
   * ignored if `submissionId` is not that of the current sign-up
   */
  settle(result: Result): void {
    this.#settle(toJson(result), 'settle()');
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Shown | undefined {
    if (this.#unreadable) reading.report(this.#unreadable, `an outcome, one of ${outcomes.join(', ')}`);
    // The rest of a configuration could ask for another program, or for one without its dates.
    const configured = this.isUnreadable
      ? undefined
      : parseProgram(raw, reading, currentTime(), isServer || globalThis.isSecureContext);
    return programToShow(this.model, configured, this.#submission.progress);
  }

  protected override renderModel(shown: Shown): TemplateResult {
    const { program } = shown;
    const { progress, suggestion, status } = this.#submission;
    const strings = this.locale.strings('signup-form', en);
    const finished = isFinished(progress, program) && progress;
    const announcement = status ? strings[status] : suggestion.value && strings.didYouMean(suggestion.value);
    return html`<section
      class="card ${recorderClasses}"
      data-hj-suppress="true"
      data-clarity-mask="true"
      data-dd-privacy="hidden"
      data-private="true"
      part="form"
      lang=${strings.$lang}
    >
      ${heading(this.level, titleView(program, finished ? String : strings.title), 'title', 'title')}
      ${
        finished
          ? finishedView(shown, finished, strings, this.level + 1, this.#submission)
          : formView(program, this.#submission, strings, this.level + 1)
      }
      <div class="aloud" aria-live="polite" aria-atomic="true">${announcement}</div>
    </section>`;
  }

  protected override renderAnew(render: () => void): void {
    keepInput(this.renderRoot, render);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.model) return;
    this.#submission.programShown(this.model.program);
    // Fields without a form of their own belong to one around this element: a parser drops a form in a form. There they must neither
    // be required, since nobody sees them, nor be sent.
    for (const field of this.querySelectorAll(':is(input, select, textarea, button):not(:scope form *)'))
      field.setAttribute('form', '');
  }

  #settle(json: string, source: string): void {
    this.#unreadable = undefined;
    this.#submission.settle(readPageAnswer(json, () => (this.#unreadable = source)));
    this.requestUpdate();
  }
}
