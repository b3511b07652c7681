import { html, isServer, nothing, type TemplateResult } from 'lit';
import { submitListener } from '../foundation/views/submit.js';
import { textAround } from '../foundation/views/text-around.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { announcementView, errorText } from './fields.view.js';
import { callView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import { labelOf } from './model/labels.js';
import type { Program } from './model/program.js';
import { submissionInDoubt } from './model/submission-state.js';
import type { Submission } from './model/submission.js';
import { fieldOrder, isAsked, type FieldName } from './model/validation.js';
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
  const { progress, draft, suggestion, isSending } = submission;
  const hasErrors = Object.keys(submission.errors).length > 0;
  const outcome = hasErrors ? undefined : outcomeView(submission, program, strings, level);
  const next = submission.make(program, strings);
  const onSubmit = submitListener(() => submission.submit(program, strings));
  const onInput = (event: Event): void => {
    suggestion.handleEvent(event);
    draft.save();
  };
  return html`
    ${introductionView(program)}
    <form novalidate @submit=${onSubmit} @input=${onInput} @change=${onInput} @reset=${() => suggestion.clear()}>
      <div class="questions" ?inert=${isSending}>
        ${hasErrors ? errorSummary(program, submission, strings, level) : nothing}
        ${questionsView(program, submission, strings)}
      </div>
      ${outcome}
      ${
        progress.state === 'idle' && submission.otherTabs.hasSent(program.name)
          ? html`<p class="notice">${strings.elsewhere}</p>`
          : nothing
      }
      ${sendView(next, program, submission, strings, onSubmit)} ${sentView(next, program, strings)}
      ${outcome ? nothing : callView(program.telephone, strings)} ${clearView(program, submission, strings)}
    </form>
  `;
}

/** The program's name in a title, in its own language. */
export const titleView = (program: Program, title: (name: string) => string): unknown =>
  textAround(title, html`<span lang=${program.inLanguage ?? nothing}>${program.name}</span>`);

/** What the program is, and when people hear back: that decides whether they send. */
const introductionView = ({ description, inLanguage, responseTime }: Program): TemplateResult =>
  html`${description ? html`<p lang=${inLanguage ?? nothing}>${description}</p>` : nothing}
  ${responseTime && html`<p>${responseTime}</p>`}`;

/** The button that sends, named for what it does next. While the endpoint accepts no attempt there is the waiting time instead. */
function sendView(
  next: Submission,
  { adapter }: Program,
  { progress, isSending, waitingMinutes, status }: SubmissionController,
  strings: SignupFormStrings,
  onSubmit: (event: Event) => void,
): TemplateResult | typeof nothing {
  // The outcome says how long.
  if (waitingMinutes > 0) return progress.state === 'idle' ? html`<p>${strings.wait(waitingMinutes)}</p>` : nothing;
  const isFirst = progress.state === 'idle' || isSending || progress.state === 'full';
  const [first, again] =
    adapter === 'mailto'
      ? [strings.submitMail, strings.openMail]
      : [next.waitingList ? strings.joinList : strings.submit, strings.again];
  return html`<p class="buttons">
      <button type="submit" class="primary" aria-disabled=${isSending} @click=${onSubmit}>
        ${isFirst ? first : again}
      </button>
    </p>
    ${isSending ? html`<p aria-hidden="true">${strings[status === 'sendingSlow' ? status : 'sending']}</p>` : nothing}`;
}

/** Asks before the answers are cleared: they do not come back, and neither does the id of a sign-up in doubt. */
function clearView(
  program: Program,
  submission: SubmissionController,
  strings: SignupFormStrings,
): TemplateResult | typeof nothing {
  const { progress, draft, isSending } = submission;
  const isInDoubt = !!submissionInDoubt(progress) && !isSending;
  if (!program.draft && !isInDoubt) return nothing;
  return html`<div class="clear" ?inert=${isSending}>
    ${program.draft && !draft.failed ? html`<p>${strings.draft}</p>` : nothing}
    ${
      submission.asksToClear
        ? html`<p id="clear-sure">${strings.clearSure} ${isInDoubt ? strings.clearTwice : nothing}</p>
            <p class="buttons">
              <button type="button" @click=${() => submission.clear()}>${strings.clearYes}</button>
              <button
                type="button"
                id="clear-no"
                aria-describedby="clear-sure"
                @click=${() => submission.askToClear(false)}
              >
                ${strings.clearNo}
              </button>
            </p>`
        : html`<button type="button" id="clear" class="quiet" @click=${() => submission.askToClear(true)}>
            ${strings.clear}
          </button>`
    }
  </div>`;
}

/** The error summary: the messages of the fields, each with a link to its field (GOV.UK). */
function errorSummary(
  program: Program,
  submission: SubmissionController,
  strings: SignupFormStrings,
  level: number,
): TemplateResult {
  const { errors, message } = submission;
  const { answers } = submission.draft;
  const link = (field: FieldName, text: string): unknown => {
    const follow = (event: Event): void => {
      event.preventDefault();
      submission.focus(`#${field}`);
    };
    return isAsked(field, answers, program) ? html`<a href="#${field}" @click=${follow}>${text}</a>` : text;
  };
  const messages = fieldOrder(answers).flatMap((field) => {
    const error = errors[field];
    return error ? link(field, errorText(field, error, strings)) : [];
  });
  return announcementView(
    'notice danger',
    level,
    strings.problems(messages.length),
    html`<ul role="list">
        ${messages.map((text) => html`<li>${text}</li>`)}
      </ul>
      ${message && html`<p>${message}</p>`}`,
  );
}

/** What will be sent, field by field, and to which host or email address; nothing if it cannot be sent. */
function sentView(
  next: Submission,
  program: Program,
  strings: Localized<SignupFormStrings>,
): TemplateResult | typeof nothing {
  if (!program.endpoint && program.adapter !== 'event') return nothing;
  const { host, pathname } = new URL(program.endpoint ?? (isServer ? 'about:blank' : location.href));
  const texts = [
    ...fieldOrder(next)
      .filter((field) => field in next)
      .map((field) => (field === 'consent' ? `${strings.consentSent}: ${next.consent.text}` : labelOf(field, strings))),
    next.waitingList && strings.joinList,
    program.adapter === 'mailto' ? strings.mailSubject(program.name) : strings.also,
  ];
  return html`<details>
    <summary>${strings.sent}</summary>
    <p>${strings.sentTo(host || pathname)}</p>
    <ul>
      ${texts.filter(Boolean).map((text) => html`<li>${text}</li>`)}
    </ul>
  </details>`;
}
