import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import {
  choiceField,
  notesView,
  textField,
  type Choice,
  type ChoiceField,
  type FieldContext,
  type TextField,
} from './fields.view.js';
import { linkView } from './links.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program, Session } from './model/program.js';
import { ageBandValues, contactValues } from './model/submission.js';
import { isAsked, type Answers, type FieldName } from './model/validation.js';
import { sessionView } from './session.view.js';

/** What the questions are rendered from. What a field holds belongs to the field: nothing typed is ever overwritten. */
export interface Questions extends FieldContext {
  readonly program: Program;
  /** What the form holds; decides which questions are asked. */
  readonly answers: Answers;
  /** An email address that was probably meant. */
  readonly suggestion: string | undefined;
  readonly useSuggestion: () => void;
}

const labeled = (values: readonly string[], labels: Readonly<Record<string, string>>): Choice[] =>
  values.map((value) => ({ value, label: labels[value] }));

/** The text that is agreed to. */
export const consentText = ({ provider = '', keeps }: Program, strings: SignupFormStrings): string =>
  strings.consent(provider) + (keeps ? ` ${strings.keeps(keeps)}` : '');

export function questionsView(questions: Questions): TemplateResult {
  const { program, answers, strings, errors } = questions;
  const text = (field: TextField): TemplateResult => textField(field, questions);
  const choice = (field: ChoiceField): TemplateResult => choiceField(field, questions);
  const ifAsked = (field: FieldName, view: () => TemplateResult): TemplateResult | typeof nothing =>
    isAsked(field, answers, program) ? view() : nothing;
  const byEmail = answers.preferredContact === 'email';
  return html`
    ${ifAsked('format', () => choice({ field: 'format', choices: labeled(program.formats, strings.formats) }))}
    ${ifAsked('session', () => choice({ field: 'session', choices: sessionChoices(program.sessions, strings) }))}
    ${ifAsked('times', () =>
      choice({
        field: 'times',
        type: 'checkbox',
        choices: labeled(Object.keys(strings.timeValues), strings.timeValues),
        optional: true,
        hint: strings.timesHint,
      }),
    )}
    ${text({ field: 'name', type: 'text', autocomplete: 'name' })}
    ${choice({ field: 'preferredContact', choices: labeled(contactValues, strings.contacts) })}
    ${text({ field: 'telephone', type: 'tel', autocomplete: 'tel', optional: byEmail, hint: strings.telephoneHint })}
    ${ifAsked('leaveMessage', () => choice({ field: 'leaveMessage', choices: labeled(['yes', 'no'], strings.leave) }))}
    ${text({ field: 'email', type: 'email', autocomplete: 'email', optional: !byEmail })} ${suggestionView(questions)}
    ${ifAsked('childAgeBand', () =>
      text({ field: 'childAgeBand', type: 'select', optional: true, options: ageOptions(strings) }),
    )}
    ${ifAsked('message', () => text({ field: 'message', type: 'textarea', optional: true, hint: strings.messageHint }))}
    ${
      errors.website
        ? text({ field: 'website', type: 'text' })
        : html`<p class="trap" aria-hidden="true">
            <label>${strings.website} <input name="website" tabindex="-1" autocomplete="off" /></label>
          </p>`
    }
    ${consentView(questions)}
  `;
}

const sessionChoices = (sessions: readonly Session[], strings: Localized<SignupFormStrings>): Choice[] => [
  ...sessions.map((session) => ({
    value: session.id,
    label: html`<span lang=${session.language ?? nothing}>${session.name}</span>`,
    details: sessionView(session, viewerZone(), strings),
  })),
  { value: 'unsure', label: strings.formats.unsure },
];

const suggestionView = ({ suggestion, useSuggestion, strings }: Questions): TemplateResult =>
  html`<p role="status">
    ${
      suggestion
        ? html`${strings.didYouMean(suggestion)}
            <button type="button" class="quiet" @click=${useSuggestion}>${strings.useThat}</button>`
        : nothing
    }
  </p>`;

const ageOptions = (strings: SignupFormStrings): TemplateResult[] => [
  html`<option value="">${strings.noAnswer}</option>`,
  ...ageBandValues.map((band) => html`<option value=${band}>${strings.ages[band]}</option>`),
];

function consentView(questions: Questions): TemplateResult {
  const { program, strings, errors } = questions;
  const consent = consentText(program, strings);
  return html`<div class="field">
    ${notesView('consent', questions)}
    <label>
      <input
        type="checkbox"
        id="consent"
        name="consent"
        value="${program.consentVersion} ${consent}"
        aria-describedby="consent-notes"
        aria-invalid=${errors.consent ? 'true' : nothing}
      />
      <span>${consent}</span>
    </label>
    ${program.privacyUrl ? html`<p>${linkView(program.privacyUrl, strings.privacy, strings)}</p>` : nothing}
  </div>`;
}
