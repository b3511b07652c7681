import { html, nothing, type TemplateResult } from 'lit';
import type { Localized } from '../foundation/localization/strings.js';
import type { EmailSuggestion } from './controllers/email-suggestion.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { choiceField, notesView, textField, type Choice, type FieldOptions } from './fields.view.js';
import { linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import { choiceLabels } from './model/labels.js';
import { consentText } from './model/make-submission.js';
import type { Program } from './model/program.js';
import { ageBandValues, contactValues } from './model/submission.js';
import { isAsked, type FieldName } from './model/validation.js';
import { sessionChoices } from './session.view.js';

/** The questions. The values of the fields are not rendered, so nothing typed is ever overwritten. */
export function questionsView(
  program: Program,
  { progress, draft, errors, suggestion }: SubmissionController,
  strings: Localized<SignupFormStrings>,
): TemplateResult {
  const { answers } = draft;
  const ifAsked = (field: FieldName, view: TemplateResult): TemplateResult | typeof nothing =>
    isAsked(field, answers, program) ? view : nothing;
  const text = (field: FieldName, type: Parameters<typeof textField>[1], options?: FieldOptions) =>
    ifAsked(field, textField(field, type, errors[field], strings, options));
  const choice = (field: FieldName, choices: readonly Choice[], options?: FieldOptions) =>
    ifAsked(field, choiceField(field, choices, errors[field], strings, options));
  const labeled = (field: FieldName, values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: choiceLabels(field, strings)[value] }));
  const { preferredContact } = answers;
  const byEmail = preferredContact === 'email';
  const email = text('email', 'email', {
    optional: !!preferredContact && !byEmail,
    autocomplete: 'email',
    after: suggestionView(suggestion, strings),
  });
  return html`
    ${choice('format', labeled('format', program.formats))}
    ${choice('session', sessionChoices(program.sessions, progress, strings))}
    ${choice('times', labeled('times', Object.keys(strings.timesChoices)), {
      multiple: true,
      optional: true,
      hint: strings.timesHint,
    })}
    ${text('name', 'text', { autocomplete: 'name' })}
    ${choice('preferredContact', labeled('preferredContact', contactValues))} ${byEmail ? email : nothing}
    ${text('telephone', 'tel', { optional: byEmail, hint: strings.telephoneHint, autocomplete: 'tel' })}
    ${choice('leaveMessage', labeled('leaveMessage', ['yes', 'no']), { hint: strings.leaveMessageHint })}
    ${byEmail ? nothing : email} ${text('childAgeBand', 'select', { optional: true, options: ageOptions(strings) })}
    ${text('message', 'textarea', { optional: true, hint: strings.messageHint })}
    ${
      errors.website
        ? text('website', 'text')
        : html`<p class="aloud" aria-hidden="true">
            <label>${strings.website} <input name="website" tabindex="-1" autocomplete="off" /></label>
          </p>`
    }
    ${consentView(program, errors.consent, strings)}
  `;
}

const ageOptions = (strings: SignupFormStrings): TemplateResult[] => [
  html`<option value="">${strings.noAnswer}</option>`,
  ...ageBandValues.map((band) => html`<option value=${band}>${strings.childAgeBandChoices[band]}</option>`),
];

/**
 * The address that was probably meant, and a button that uses it. The live region announces it. The address is in texts, never in
 * attributes, which session recorders do not mask.
 */
const suggestionView = (suggestion: EmailSuggestion, strings: SignupFormStrings): TemplateResult | typeof nothing =>
  suggestion.value
    ? html`<p class="suggestion">
        <span aria-hidden="true">${strings.didYouMean(suggestion.value)}</span>
        <button type="button" @click=${() => suggestion.use()}>
          ${strings.useThat}<span class="aloud">: ${suggestion.value}</span>
        </button>
      </p>`
    : nothing;

/** The consent: a checkbox with a short name, which the sentence describes. */
function consentView(program: Program, error: string | undefined, strings: SignupFormStrings): TemplateResult {
  const consent = consentText(program, strings);
  return html`<div class="field">
    <p id="consent-text">${consent}</p>
    ${program.privacyUrl ? html`<p>${linkView(program.privacyUrl, strings.privacy, strings)}</p>` : nothing}
    ${notesView('consent', error, strings)}
    <div class="choices">
      <label>
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value="${program.consentVersion} ${consent}"
          aria-describedby="consent-text consent-notes"
          aria-invalid=${!!error}
        />
        <span>${strings.agree}</span>
      </label>
    </div>
  </div>`;
}
