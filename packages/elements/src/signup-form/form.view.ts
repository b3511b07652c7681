import { html, nothing, type TemplateResult } from 'lit';
import { viewerZone } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { choiceField, errorText, notes, optional, textField, toldView, type FieldContext } from './fields.view.js';
import type { SignupFormStrings } from './locales/en.js';
import type { Program } from './model/program.js';
import { linkView } from './outcome.view.js';
import { sessionView } from './session.view.js';
import { ageBandValues, contactValues, type Submission } from './model/submission.js';
import { asksSession, fieldNames, type Answers, type FieldName } from './model/validation.js';

/** What the form does when something is pressed or typed. */
export interface FormActions {
  readonly focus: (field: FieldName) => (event: Event) => void;
  /** Whether a field is there to go to. */
  readonly shows: (field: FieldName) => boolean;
  readonly useEmail: () => void;
}

/** The summary of what is wrong: the same words as beside the fields, each a way to its field (GOV.UK). */
function summary({ words, errors, said }: FieldContext, level: number, actions: FormActions): TemplateResult {
  return toldView(
    'notice danger',
    level,
    words.problem,
    html`<ul role="list">
        ${fieldNames.flatMap((field) => {
          const code = errors[field];
          if (!code) return [];
          const text = errorText(field, code, words);
          return html`<li>
            ${actions.shows(field) ? html`<a href="#${field}" @click=${actions.focus(field)}>${text}</a>` : text}
          </li>`;
        })}
      </ul>
      ${said ? html`<p>${said}</p>` : nothing}`,
  );
}

/** The words that are agreed to. */
export const consentText = ({ provider = '', keeps }: Program, words: SignupFormStrings): string =>
  words.consent(provider) + (keeps ? ` ${words.keeps(keeps)}` : '');

/**
 * The form's questions. What a field holds is the field's own: nothing typed is ever written over.
 *
 * @param answers - what stands in the form now; decides which questions are shown
 * @param suggestion - an address that may have been meant
 */
export function questionsView(
  program: Program,
  answers: Answers,
  suggestion: string | undefined,
  context: FieldContext & { readonly words: Localized<SignupFormStrings> },
  level: number,
  actions: FormActions,
): TemplateResult {
  const { words, errors } = context;
  const { formats, sessions, ask, privacyUrl } = program;
  const consent = consentText(program, words);
  const choices = (values: readonly string[], labels: Record<string, string>) =>
    values.map((value) => ({ value, label: labels[value] }));
  const byEmail = answers.preferredContact === 'email';
  return html`
    ${Object.keys(errors).length ? summary(context, level, actions) : nothing}
    ${formats.length > 1 ? choiceField('format', 'radio', words.format, choices(formats, words.formats), context) : nothing}
    ${
      asksSession(answers, program)
        ? choiceField(
            'session',
            'radio',
            words.session,
            [
              ...sessions.map((session) => ({
                value: session.id,
                label: html`<span lang=${session.language ?? nothing}>${session.name}</span>`,
                more: sessionView(session, viewerZone(), words),
              })),
              { value: 'unsure', label: words.formats.unsure },
            ],
            context,
          )
        : nothing
    }
    ${
      sessions.length
        ? nothing
        : choiceField(
            'times',
            'checkbox',
            [words.times, optional(words)],
            choices(Object.keys(words.timeValues), words.timeValues),
            context,
            words.timesHint,
          )
    }
    ${textField('name', 'text', 'name', true, context)}
    ${choiceField('preferredContact', 'radio', words.preferredContact, choices(contactValues, words.contacts), context)}
    ${textField('telephone', 'tel', 'tel', !byEmail, context, words.telephoneHint)}
    ${
      answers.telephone?.trim()
        ? choiceField('leaveMessage', 'radio', words.leaveMessage, choices(['yes', 'no'], words.leave), context)
        : nothing
    }
    ${textField('email', 'email', 'email', byEmail, context)}
    <p role="status">
      ${
        suggestion
          ? html`${words.didYouMean(suggestion)}
              <button type="button" class="quiet" @click=${actions.useEmail}>${words.useThat}</button>`
          : nothing
      }
    </p>
    ${
      ask.includes('child-age-band')
        ? textField(
            'childAgeBand',
            'select',
            'off',
            false,
            context,
            undefined,
            ['' as const, ...ageBandValues].map(
              (band) => html`<option value=${band}>${band ? words.ages[band] : words.noAnswer}</option>`,
            ),
          )
        : nothing
    }
    ${ask.includes('message') ? textField('message', 'textarea', 'off', false, context, words.messageHint) : nothing}
    ${
      errors.website
        ? textField('website', 'text', 'off', true, context)
        : html`<p class="trap" aria-hidden="true">
            <label>${words.website} <input name="website" tabindex="-1" autocomplete="off" /></label>
          </p>`
    }
    <div class="field">
      ${notes('consent', undefined, context)}
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
      ${privacyUrl ? html`<p>${linkView(privacyUrl, words.privacy, words)}</p>` : nothing}
    </div>
  `;
}

/** What will be sent, field by field as it stands, and to which host or e-mail address. */
export function sentView(program: Program, submission: Submission, words: SignupFormStrings): TemplateResult {
  const { host, pathname } = new URL(program.endpoint ?? location.href);
  const asked = fieldNames.filter((field) => field in submission);
  return html`<details>
    <summary>${words.sent}</summary>
    <p>${words.sentTo(host || pathname)}</p>
    <ul>
      ${[
        ...asked.map((field) => (field === 'consent' ? submission.consent.text : words[field as 'name'])),
        ...(submission.waitingList ? [words.joinList] : []),
        words.also,
      ].map((text) => html`<li>${text}</li>`)}
    </ul>
  </details>`;
}
