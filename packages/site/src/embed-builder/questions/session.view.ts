import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { strings } from '../words/strings.js';
import { fieldOf, idOf, typedIn, type Answers } from './field.view.js';
import type { Question } from './schema.js';
import { zoneOf } from './time-zones.js';
import { meetingsOf, withMeetings, type Meetings } from './session.js';
import { isObject } from '@havenkit/embed/builder';
import { type Path } from './values.js';

/** What the questions about meetings replace. */
const replaced = ['startDate', 'endDate', 'courseSchedule'];

/**
 * A session of a program. It asks for a day, times and a city, where schema.org has instants with their offset from UTC.
 *
 * @param view - shows one of the other questions, or all of them if the meetings are written in a way of their own
 */
export function sessionView(
  question: Question & { kind: 'session' },
  path: Path,
  answers: Answers,
  view: (question: Question, path: Path, answers: Answers) => TemplateResult,
): TemplateResult {
  const { value, hint, error, describedBy } = fieldOf(question, path, answers);
  const session = isObject(value) ? value : {};
  const meetings = meetingsOf(session);
  const all = question.questions.filter(({ key }) => !meetings || !replaced.includes(key));
  const [first, ...rest] = all.map((each) => view(each, [...path, each.key], answers));
  return html`<fieldset aria-describedby=${describedBy}>
    <legend>${question.title}</legend>
    ${hint} ${error} ${first}
    ${meetings ? meetingsView(meetings, path, (next) => answers.answer(path, withMeetings(session, next)), answers) : ''}
    ${rest}
  </fieldset>`;
}

function meetingsView(
  meetings: Meetings,
  path: Path,
  change: (meetings: Meetings) => void,
  { problemAt }: Answers,
): TemplateResult {
  const words = strings.meetings;
  const id = idOf(path);
  const set = (key: keyof Meetings) => (event: Event) => change({ ...meetings, [key]: typedIn(event) });
  const field = (key: 'date' | 'from' | 'to', type: 'date' | 'time'): TemplateResult =>
    html`<p>
      <label for="${id}-${key}">${words[key]}</label>
      <input id="${id}-${key}" type=${type} .value=${live(meetings[key])} @change=${set(key)} />
    </p>`;
  const rhythm = (value: string, text: string): TemplateResult =>
    html`<option value=${value} .selected=${live(value === meetings.every)}>${text}</option>`;
  const problems = [...replaced, 'courseSchedule.scheduleTimezone'].flatMap(
    (key) => problemAt([...path, ...key.split('.')]) ?? [],
  );
  return html`${field('date', 'date')}
    <div class="pair">${field('from', 'time')} ${field('to', 'time')}</div>
    <p>
      <label for="${id}-zone">${words.zone}</label>
      <input
        id="${id}-zone"
        list="time-zones"
        autocomplete="off"
        aria-describedby="${id}-zone-hint"
        .value=${live(meetings.zone)}
        @input=${set('zone')}
        @change=${(event: Event) => change({ ...meetings, zone: zoneOf(typedIn(event)) })}
      />
    </p>
    <p class="hint" id="${id}-zone-hint">${words.zoneHint}</p>
    <p>
      <label for="${id}-every">${words.every}</label>
      <select id="${id}-every" @change=${set('every')}>
        ${rhythm('', words.once)} ${rhythm('P1W', words.weekly)} ${rhythm('P2W', words.everyTwoWeeks)}
      </select>
    </p>
    ${
      meetings.every
        ? html`<p>
            <label for="${id}-count">${words.count}</label>
            <input id="${id}-count" inputmode="numeric" .value=${live(meetings.count)} @input=${set('count')} />
          </p>`
        : ''
    }
    ${problems.map((problem) => html`<p class="error">${strings.checkAnswer} <span lang="en">${problem}</span></p>`)}`;
}
