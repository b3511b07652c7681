import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { SubmissionController } from './controllers/submission-controller.js';
import { choiceField, notesView, textField, type Choice, type FieldOptions } from './fields.view.js';
import { linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import { consentText } from './model/make-submission.js';
import type { Program, Session } from './model/program.js';
import { ageBandValues, contactValues } from './model/submission.js';
import { isAsked, type FieldName } from './model/validation.js';
import { sessionView } from './session.view.js';

/** The questions. The values of the fields are not rendered, so nothing typed is ever overwritten. */
export function questionsView(
  program: Program,
  { draft, errors, suggestion }: SubmissionController,
  strings: Localized<SignupFormStrings>,
): TemplateResult {
  const { answers } = draft;
  const ifAsked = (field: FieldName, view: TemplateResult): TemplateResult | typeof nothing =>
    isAsked(field, answers, program) ? view : nothing;
  const text = (field: FieldName, type: Parameters<typeof textField>[1], options?: FieldOptions) =>
    ifAsked(field, textField(field, type, errors[field], strings, options));
  const choice = (field: FieldName, choices: readonly Choice[], options?: FieldOptions) =>
    ifAsked(field, choiceField(field, choices, errors[field], strings, options));
  const byEmail = answers.preferredContact === 'email';
  return html`
    ${choice('format', labeled(program.formats, strings.formats))}
    ${choice('session', sessionChoices(program.sessions, strings))}
    ${choice('times', labeled(Object.keys(strings.timeValues), strings.timeValues), {
      multiple: true,
      optional: true,
      hint: strings.timesHint,
    })}
    ${text('name', 'text', { autocomplete: 'name' })}
    ${choice('preferredContact', labeled(contactValues, strings.contacts))}
    ${text('telephone', 'tel', { optional: byEmail, hint: strings.telephoneHint, autocomplete: 'tel' })}
    ${choice('leaveMessage', labeled(['yes', 'no'], strings.leave))}
    ${text('email', 'email', { optional: !byEmail, autocomplete: 'email' })}
    <p role="status">
      ${
        suggestion.value
          ? html`${strings.didYouMean(suggestion.value)}
              <button type="button" class="quiet" @click=${() => suggestion.use()}>${strings.useThat}</button>`
          : nothing
      }
    </p>
    ${text('childAgeBand', 'select', { optional: true, options: ageOptions(strings) })}
    ${text('message', 'textarea', { optional: true, hint: strings.messageHint })}
    ${
      errors.website
        ? text('website', 'text')
        : html`<p class="trap" aria-hidden="true">
            <label>${strings.website} <input name="website" tabindex="-1" autocomplete="off" /></label>
          </p>`
    }
    ${consentView(program, errors.consent, strings)}
  `;
}

const labeled = (values: readonly string[], labels: Readonly<Record<string, string>>): Choice[] =>
  values.map((value) => ({ value, label: labels[value] }));

const sessionChoices = (sessions: readonly Session[], strings: Localized<SignupFormStrings>): Choice[] => [
  ...sessions.map((session) => ({
    value: session.id,
    label: html`<span lang=${session.language ?? nothing}>${session.name}</span>`,
    details: sessionView(session, viewerZone(), strings),
  })),
  { value: 'unsure', label: strings.formats.unsure },
];

const ageOptions = (strings: SignupFormStrings): TemplateResult[] => [
  html`<option value="">${strings.noAnswer}</option>`,
  ...ageBandValues.map((band) => html`<option value=${band}>${strings.ages[band]}</option>`),
];

function consentView(program: Program, error: string | undefined, strings: SignupFormStrings): TemplateResult {
  const consent = consentText(program, strings);
  return html`<div class="field">
    ${notesView('consent', error, strings)}
    <label>
      <input
        type="checkbox"
        id="consent"
        name="consent"
        value="${program.consentVersion} ${consent}"
        aria-describedby="consent-notes"
        aria-invalid=${error ? 'true' : nothing}
      />
      <span>${consent}</span>
    </label>
    ${program.privacyUrl ? html`<p>${linkView(program.privacyUrl, strings.privacy, strings)}</p>` : nothing}
  </div>`;
}
