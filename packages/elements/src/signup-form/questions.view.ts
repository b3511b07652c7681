import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import { choiceField, notesView, optionalMark, textField, type Choice, type FieldContext } from './fields.view.js';
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
  const ifAsked = (field: FieldName, view: () => TemplateResult): TemplateResult | typeof nothing =>
    isAsked(field, answers, program) ? view() : nothing;
  const byEmail = answers.preferredContact === 'email';
  return html`
    ${ifAsked('format', () =>
      choiceField(
        {
          field: 'format',
          type: 'radio',
          question: strings.format,
          choices: labeled(program.formats, strings.formats),
        },
        questions,
      ),
    )}
    ${ifAsked('session', () => sessionsView(program.sessions, questions))}
    ${ifAsked('times', () =>
      choiceField(
        {
          field: 'times',
          type: 'checkbox',
          question: [strings.times, optionalMark(strings)],
          choices: labeled(Object.keys(strings.timeValues), strings.timeValues),
          hint: strings.timesHint,
        },
        questions,
      ),
    )}
    ${textField({ field: 'name', type: 'text', autocomplete: 'name', required: true }, questions)}
    ${choiceField(
      {
        field: 'preferredContact',
        type: 'radio',
        question: strings.preferredContact,
        choices: labeled(contactValues, strings.contacts),
      },
      questions,
    )}
    ${textField(
      { field: 'telephone', type: 'tel', autocomplete: 'tel', required: !byEmail, hint: strings.telephoneHint },
      questions,
    )}
    ${ifAsked('leaveMessage', () =>
      choiceField(
        {
          field: 'leaveMessage',
          type: 'radio',
          question: strings.leaveMessage,
          choices: labeled(['yes', 'no'], strings.leave),
        },
        questions,
      ),
    )}
    ${textField({ field: 'email', type: 'email', autocomplete: 'email', required: byEmail }, questions)}
    ${suggestionView(questions)}
    ${ifAsked('childAgeBand', () => textField({ field: 'childAgeBand', type: 'select', options: ageOptions(strings) }, questions))}
    ${ifAsked('message', () => textField({ field: 'message', type: 'textarea', hint: strings.messageHint }, questions))}
    ${
      errors.website
        ? textField({ field: 'website', type: 'text', required: true }, questions)
        : html`<p class="trap" aria-hidden="true">
            <label>${strings.website} <input name="website" tabindex="-1" autocomplete="off" /></label>
          </p>`
    }
    ${consentView(questions)}
  `;
}

function sessionsView(sessions: readonly Session[], context: FieldContext): TemplateResult {
  const { strings } = context;
  const choices: Choice[] = sessions.map((session) => ({
    value: session.id,
    label: html`<span lang=${session.language ?? nothing}>${session.name}</span>`,
    details: sessionView(session, viewerZone(), strings),
  }));
  choices.push({ value: 'unsure', label: strings.formats.unsure });
  return choiceField({ field: 'session', type: 'radio', question: strings.session, choices }, context);
}

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
