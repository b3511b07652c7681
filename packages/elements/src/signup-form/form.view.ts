import { html, isServer, nothing, type TemplateResult } from 'lit';
import { announcementView, errorText, labelOf } from './fields.view.js';
import { callView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program } from './model/program.js';
import { submissionInDoubt, type Progress } from './model/submission-state.js';
import type { Submission } from './model/submission.js';
import { fieldNames, isAsked, sessionOf, type Answers, type FieldName } from './model/validation.js';
import { outcomeView } from './outcome.view.js';
import { questionsView, type Questions } from './questions.view.js';

/** What the form does when something is pressed or typed. */
export interface FormActions {
  readonly submit: (event: SubmitEvent) => void;
  readonly type: (event: Event) => void;
  readonly reset: () => void;
  readonly clear: () => void;
  readonly focus: (field: FieldName) => void;
}

/** What the form is rendered from. */
export interface Form extends Questions {
  readonly progress: Progress;
  /** Level of the headings inside. */
  readonly level: number;
  /** What the endpoint wrote besides the errors of the fields. */
  readonly message: string | undefined;
  /** Minutes until the endpoint accepts another attempt. */
  readonly minutes: number;
  /** Whether another form on this device has sent a sign-up for this program. */
  readonly elsewhere: boolean;
  /** Whether the browser refuses to store the draft. */
  readonly draftFailed: boolean;
  /** What would be sent now. */
  readonly submission: Submission;
  readonly actions: FormActions;
}

/** Whether the outcome of the last attempt still matters. That one session is full means nothing for another one. */
function showsOutcome(progress: Progress, answers: Answers, program: Program): boolean {
  switch (progress.state) {
    case 'idle':
    case 'sending':
      return false;
    case 'full':
      return sessionOf(answers, program)?.id === progress.submission.session;
    case 'confirmed':
    case 'unconfirmed':
    case 'refused':
    case 'unknown':
    case 'offline':
      return true;
    default:
      progress satisfies never;
      return true;
  }
}

export function formView(form: Form): TemplateResult {
  const { program, progress, answers, errors, strings, level, minutes, actions } = form;
  const isSending = progress.state === 'sending';
  const hasErrors = Object.keys(errors).length > 0;
  const hasOutcome = showsOutcome(progress, answers, program);
  const again = progress.state === 'full' ? strings.joinList : strings.again;
  return html`
    ${program.description ? html`<p>${program.description}</p>` : nothing}
    <form novalidate @submit=${actions.submit} @input=${actions.type} @change=${actions.type} @reset=${actions.reset}>
      <div class="questions" ?inert=${isSending}>
        ${hasErrors ? errorSummary(form) : nothing} ${questionsView(form)}
      </div>
      ${hasOutcome && !hasErrors ? outcomeView(progress, program, strings, level) : nothing}
      ${form.elsewhere && progress.state === 'idle' ? html`<p class="notice">${strings.elsewhere}</p>` : nothing}
      <div class="keep">
        <button type="submit" class="primary" aria-disabled=${isSending || minutes > 0}>
          ${hasOutcome ? again : strings.submit}
        </button>
      </div>
      <p role="status">${isSending ? strings.sending : minutes > 0 ? strings.wait(minutes) : nothing}</p>
      ${
        program.draft || (submissionInDoubt(progress) && !isSending)
          ? html`<p ?inert=${isSending}>
              ${program.draft && !form.draftFailed ? strings.draft : nothing}
              <button type="button" class="quiet" @click=${actions.clear}>${strings.clear}</button>
            </p>`
          : nothing
      }
      ${sentView(program, form.submission, strings)}
      ${hasOutcome && !hasErrors ? nothing : callView(program.telephone, strings)}
    </form>
  `;
}

/** The summary of what is wrong: the same text as at the fields, each with a link to its field (GOV.UK). */
function errorSummary({ program, answers, errors, message, strings, level, actions }: Form): TemplateResult {
  const link = (field: FieldName, text: string): unknown => {
    const follow = (event: Event): void => {
      event.preventDefault();
      actions.focus(field);
    };
    return isAsked(field, answers, program) ? html`<a href="#${field}" @click=${follow}>${text}</a>` : text;
  };
  return announcementView({
    className: 'notice danger',
    level,
    title: strings.problem,
    content: html`<ul role="list">
        ${fieldNames.map((field) => {
          const code = errors[field];
          return code ? html`<li>${link(field, errorText(field, code, strings))}</li>` : nothing;
        })}
      </ul>
      ${message ? html`<p>${message}</p>` : nothing}`,
  });
}

/** What will be sent, field by field, and to which host or email address. */
function sentView(program: Program, submission: Submission, strings: SignupFormStrings): TemplateResult {
  const { host, pathname } = new URL(program.endpoint ?? (isServer ? 'about:blank' : location.href));
  const fields = fieldNames.filter((field) => field in submission);
  const texts = [
    ...fields.map((field) => (field === 'consent' ? submission.consent.text : labelOf(field, strings))),
    ...(submission.waitingList ? [strings.joinList] : []),
    strings.also,
  ];
  return html`<details>
    <summary>${strings.sent}</summary>
    <p>${strings.sentTo(host || pathname)}</p>
    <ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>
  </details>`;
}
