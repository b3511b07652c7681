import { html, isServer, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../foundation/localization/strings.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { announcementView, errorText, labelOf } from './fields.view.js';
import { callView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program } from './model/program.js';
import { submissionInDoubt } from './model/submission-state.js';
import { fieldNames, isAsked, type FieldName } from './model/validation.js';
import { outcomeView } from './outcome.view.js';
import { questionsView } from './questions.view.js';

/**
 * The form, with the outcome of the last attempt.
 *
 * @param level - level of the headings inside
 */
export function formView(
  program: Program,
  submission: SubmissionController,
  strings: Localized<SignupFormStrings>,
  level: number,
): TemplateResult {
  const { progress, draft, suggestion, isSending, waitingMinutes } = submission;
  const hasErrors = Object.keys(submission.errors).length > 0;
  const outcome = outcomeView(submission, program, strings, level);
  const again = progress.state === 'full' ? strings.joinList : strings.again;
  // A press of Enter in a field clicks the button, too. A click is all there is in a frame that forbids forms, where `submit` is
  // never dispatched; elsewhere the prevented click dispatches none, so nothing is sent twice.
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    submission.submit(program, strings);
  };
  const onInput = (event: Event): void => {
    suggestion.handleEvent(event);
    draft.save();
  };
  return html`
    ${program.description ? html`<p>${program.description}</p>` : nothing}
    <form novalidate @submit=${onSubmit} @input=${onInput} @change=${onInput} @reset=${() => suggestion.clear()}>
      <div class="questions" ?inert=${isSending}>
        ${hasErrors ? errorSummary(program, submission, strings, level) : nothing}
        ${questionsView(program, submission, strings)}
      </div>
      ${hasErrors ? nothing : outcome}
      ${
        progress.state === 'idle' && submission.otherTabs.hasSent(program.name)
          ? html`<p class="notice">${strings.elsewhere}</p>`
          : nothing
      }
      <div class="keep">
        <button type="submit" class="primary" aria-disabled=${isSending || waitingMinutes > 0} @click=${onSubmit}>
          ${outcome ? again : strings.submit}
        </button>
      </div>
      <p role="status">${isSending ? strings.sending : waitingMinutes > 0 ? strings.wait(waitingMinutes) : nothing}</p>
      ${
        program.draft || (submissionInDoubt(progress) && !isSending)
          ? html`<p ?inert=${isSending}>
              ${program.draft && !draft.failed ? strings.draft : nothing}
              <button type="button" class="quiet" @click=${() => submission.clear()}>${strings.clear}</button>
            </p>`
          : nothing
      }
      ${sentView(program, submission, strings)}
      ${outcome && !hasErrors ? nothing : callView(program.telephone, strings)}
    </form>
  `;
}

/** The error summary: the messages of the fields, each with a link to its field (GOV.UK). */
function errorSummary(
  program: Program,
  { errors, message, draft }: SubmissionController,
  strings: SignupFormStrings,
  level: number,
): TemplateResult {
  const link = (field: FieldName, text: string): unknown => {
    const follow = (event: Event): void => {
      event.preventDefault();
      const link = event.currentTarget as HTMLElement;
      link.closest('form')?.querySelector<HTMLElement>(`#${field}`)?.focus();
    };
    return isAsked(field, draft.answers, program) ? html`<a href="#${field}" @click=${follow}>${text}</a>` : text;
  };
  return announcementView(
    'notice danger',
    level,
    strings.problem,
    html`<ul role="list">
        ${fieldNames.map((field) => {
          const error = errors[field];
          return error ? html`<li>${link(field, errorText(field, error, strings))}</li>` : nothing;
        })}
      </ul>
      ${message ? html`<p>${message}</p>` : nothing}`,
  );
}

/** What will be sent, field by field, and to which host or email address; nothing if it cannot be sent. */
function sentView(
  program: Program,
  submission: SubmissionController,
  strings: Localized<SignupFormStrings>,
): TemplateResult | typeof nothing {
  if (!program.endpoint && program.adapter !== 'event') return nothing;
  const { host, pathname } = new URL(program.endpoint ?? (isServer ? 'about:blank' : location.href));
  const { progress } = submission;
  const sent = submission.make(program, strings, '', progress.state === 'idle' ? undefined : progress.submission);
  const texts = [
    ...fieldNames
      .filter((field) => field in sent)
      .map((field) => (field === 'consent' ? sent.consent.text : labelOf(field, strings))),
    ...(sent.waitingList ? [strings.joinList] : []),
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
