import { html, nothing, type TemplateResult } from 'lit';
import { currentTime } from '../foundation/browser/current-time.js';
import { parseTelephone } from '../foundation/formats/telephone.js';
import { localizedStrings, type Localized } from '../foundation/localization/strings.js';
import { fallbackHeading, type Fallback } from '../foundation/views/fallback.js';
import { textAround } from '../foundation/views/text-around.js';
import { nativeForm, type NativeForm } from './adapters/native-form.js';
import { en, type SignupFormStrings } from './locales/en.js';
import { choiceLabels, labelOf } from './model/labels.js';
import { consentText } from './model/make-submission.js';
import { parseProgram, type Program } from './model/program.js';
import { sessionTimes } from './model/session-times.js';
import { contactValues } from './model/submission.js';
import { isAsked, type FieldName } from './model/validation.js';

type Strings = Localized<SignupFormStrings>;

/**
 * The form without a script: a native form that asks the same questions, or how to call or write where no form can be sent. The
 * endpoint answers with a page, and checks what a form cannot: that there is a telephone number or an email address.
 */
export const fallback: Fallback = (raw, { reading, language, level }) => {
  const strings = localizedStrings<SignupFormStrings>(language, 'signup-form', en);
  const program = parseProgram(raw, reading, currentTime());
  if (!program) return undefined;
  const { name, description, responseTime } = program;
  const form = nativeForm(program, consentText(program, strings), strings.$locale);
  return html`
    ${fallbackHeading(level, strings.title(name))} ${description ? html`<p>${description}</p>` : nothing}
    ${responseTime ? html`<p>${responseTime}</p>` : nothing}
    ${form ? formView(form, program, strings) : mailView(program, strings)} ${callView(program, strings)}
  `;
};

function formView(form: NativeForm, program: Program, strings: Strings): TemplateResult {
  const { action, enctype, constants, names } = form;
  const [consent, ours] = namesOf('consent', names.get('consent') ?? 'consent');
  return html`<form action=${action} method="post" accept-charset="utf-8" enctype=${enctype ?? nothing}>
    ${constants.map(([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`)}
    ${questions(form, program, strings)}
    ${program.privacyUrl ? html`<p><a href=${program.privacyUrl}>${strings.privacy}</a></p>` : nothing}
    <p>
      <label>
        <input type="checkbox" name=${consent} data-field=${ours} value="yes" required />
        ${consentText(program, strings)}
      </label>
    </p>
    <p><input type="submit" .value=${strings.submit} /></p>
  </form>`;
}

/** The service's name for a field, and ours if that is another, by which the widget continues with what was typed. */
type Names = readonly [name: string, ours: FieldName | typeof nothing];

const namesOf = (field: FieldName, name: string): Names => [name, name === field ? nothing : field];

/** The questions that the service has a field for. */
function questions({ names }: NativeForm, program: Program, strings: Strings): unknown[] {
  const ask = (field: FieldName, view: (...names: Names) => TemplateResult): TemplateResult | undefined => {
    const name = names.get(field);
    // Asked of everyone: without a script, the question cannot depend on another answer.
    const asked = field === 'leaveMessage' || isAsked(field, {}, program);
    return name && asked ? view(...namesOf(field, name)) : undefined;
  };
  const label = (field: FieldName, optional = false): string =>
    labelOf(field, strings) + (optional ? ` ${strings.optional}` : '');
  const text = (field: FieldName, type: 'text' | 'tel' | 'email', autocomplete: string): unknown =>
    ask(
      field,
      (name, ours) =>
        html`<p>
          <label
            >${label(field)}<br /><input
              type=${type}
              name=${name}
              data-field=${ours}
              autocomplete=${autocomplete}
              ?required=${field === 'name'}
          /></label>
        </p>`,
    );
  const choice = (
    field: FieldName,
    choices: readonly (readonly [value: string, label: unknown])[],
    { multiple = false, optional = false } = {},
  ): unknown =>
    ask(
      field,
      (name, ours) =>
        html`<fieldset>
          <legend>${label(field, optional)}</legend>
          ${choices.map(
            ([value, content]) =>
              html`<p>
                <label
                  ><input
                    type=${multiple ? 'checkbox' : 'radio'}
                    name=${name}
                    data-field=${ours}
                    .value=${value}
                    ?required=${!multiple && !optional}
                  />
                  ${content}</label
                >
              </p>`,
          )}
        </fieldset>`,
    );
  const labels = (field: FieldName, values = Object.keys(choiceLabels(field, strings))): [string, string][] =>
    values.map((value) => [value, choiceLabels(field, strings)[value] ?? value]);
  return [
    choice('format', labels('format', [...program.formats])),
    // Those who meet one-on-one need no group.
    choice('session', sessionChoices(program, strings), { optional: program.formats.includes('individual') }),
    choice('times', labels('times'), { multiple: true, optional: true }),
    text('name', 'text', 'name'),
    choice('preferredContact', labels('preferredContact', [...contactValues])),
    text('telephone', 'tel', 'tel'),
    choice('leaveMessage', labels('leaveMessage'), { optional: true }),
    text('email', 'email', 'email'),
    ask(
      'childAgeBand',
      (name, ours) =>
        html`<p>
          <label
            >${label('childAgeBand', true)}<br /><select name=${name} data-field=${ours}>
              <option value="">${strings.noAnswer}</option>
              ${labels('childAgeBand').map(([value, age]) => html`<option value=${value}>${age}</option>`)}
            </select></label
          >
        </p>`,
    ),
    ask(
      'message',
      (name, ours) =>
        html`<p>
          <label>${label('message', true)}<br /><textarea name=${name} data-field=${ours} rows="4"></textarea></label
          ><br />
          ${strings.messageHint}
        </p>`,
    ),
  ].filter(Boolean);
}

/**
 * The sessions, with their times in their own zones: the reader's zone is unknown. Full sessions are left out, because joining a
 * waiting list needs a script.
 */
const sessionChoices = ({ sessions }: Program, strings: Strings): [string, unknown][] => [
  ...sessions
    .filter(({ places }) => places !== 0)
    .map((session): [string, unknown] => {
      const { id, name, language, timeZone = 'UTC', online } = session;
      const times = sessionTimes(session, timeZone, strings);
      const details = [times?.own, times?.dates, online && strings.online];
      return [
        id,
        [html`<b lang=${language ?? nothing}>${name}</b>`, details.filter(Boolean).map((text) => html`<br />${text}`)],
      ];
    }),
  // As no session.
  ['', strings.formatChoices['unsure']],
];

/** What a form would ask and an email has to say: the sessions with their dates, and the address, also to copy. */
function mailView(program: Program, strings: Strings): TemplateResult | typeof nothing {
  const { adapter, endpoint, sessions, name } = program;
  if (adapter !== 'mailto' || !endpoint) return nothing;
  const href = `${endpoint}?subject=${encodeURIComponent(strings.mailSubject(name))}`;
  const list = sessionChoices(program, strings).slice(0, -1);
  return html`${
      sessions.length
        ? html`<ul>
            ${list.map(([, content]) => html`<li>${content}</li>`)}
          </ul>`
        : nothing
    }
    <p>${strings.submitMail}: <a href=${href}>${new URL(endpoint).pathname}</a></p>`;
}

function callView({ telephone }: Program, { callUs }: Strings): TemplateResult | typeof nothing {
  const number = parseTelephone(telephone);
  return number ? html`<p>${textAround(callUs, html`<a href=${number.href}>${number.text}</a>`)}</p>` : nothing;
}
