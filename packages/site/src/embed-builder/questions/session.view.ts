import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { strings } from '../words/strings.js';
import { meetingsInWords } from './meetings-in-words.js';
import {
  descriptionOf,
  fieldOf,
  idOf,
  labeledView,
  nameOf,
  printed,
  problemInTime,
  typedIn,
  type Answers,
  type Description,
} from './field.view.js';
import type { Question } from './schema.js';
import { zoneInWords, zoneOf } from './time-zones.js';
import { meetingSettings, meetingsOf, withMeetings, type Meetings } from './session.js';
import { isObject } from '@havenkit/embed/snippets';
import { itemsOf, valueAt, type Path } from './values.js';

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
  const { id, value, hint, error, describedBy } = fieldOf(question, path, answers);
  const session = isObject(value) ? value : {};
  const meetings = meetingsOf(session);
  const all = question.questions.filter(({ key }) => !meetings || !replaced.includes(key));
  const [first, ...rest] = all.map((each) => view(each, [...path, each.key], answers));
  return html`<fieldset id=${id} data-item=${printed(session['@id'])} aria-describedby=${describedBy}>
    <legend>${question.title}</legend>
    ${hint} ${error} ${first}
    ${meetings ? meetingsView(meetings, path, (next) => answers.answer(path, withMeetings(session, next)), answers) : ''}
    ${rest}
  </fieldset>`;
}

/** The time zone of another session of the program. Groups of a practice meet in the same one. */
function zoneOfOthers(path: Path, { configuration }: Answers): string {
  const sessions = itemsOf(valueAt(configuration, path.slice(0, -1)));
  const zones = sessions.map((each) => (isObject(each) ? (meetingsOf(each)?.zone ?? '') : ''));
  return zones.find(Boolean) ?? '';
}

function meetingsView(
  meetings: Meetings,
  path: Path,
  change: (meetings: Meetings) => void,
  answers: Answers,
): TemplateResult {
  const words = strings.meetings;
  /** Says what is understood now, or else only of the last answer. */
  const changeTo = (next: Meetings, otherwise = ''): void => {
    change(next);
    answers.announce(meetingsInWords(next) || otherwise);
  };
  const set = (key: keyof Meetings) => (event: Event) => {
    const next = { ...meetings, [key]: typedIn(event) };
    changeTo(key === 'to' && !next.zone ? { ...next, zone: zoneOfOthers(path, answers) } : next);
  };
  const described = (
    key: keyof Meetings,
    ...hints: readonly string[]
  ): Description & { id: string; label: TemplateResult } => {
    const id = `${idOf(path)}-${key}`;
    const settings = Object.keys(meetingSettings).filter((setting) => meetingSettings[setting] === key);
    const [problem] = settings.flatMap((setting) => answers.problemAt([...path, ...setting.split('.')]) ?? []);
    return {
      id,
      label: html`<label for=${id}>${nameOf(words[key], answers)}</label>`,
      ...descriptionOf(id, problemInTime(id, problem), ...hints),
    };
  };
  const field = (key: 'date' | 'from' | 'to', type: 'date' | 'time'): TemplateResult => {
    const isNextDay = key === 'to' && meetings.to !== '' && meetings.to <= meetings.from;
    const { id, label, hint, error, describedBy, invalid } = described(key, isNextDay ? words.nextDay : '');
    const input = html`<input
      id=${id}
      type=${type}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(meetings[key])}
      @change=${set(key)}
    />`;
    return html`<div>${labeledView(type, label, input)} ${hint} ${error}</div>`;
  };
  const rhythm = (value: string, text: string): TemplateResult =>
    html`<option value=${value} .selected=${live(value === meetings.every)}>${text}</option>`;
  const zone = described('zone', words.zoneHint);
  // With the last question.
  const understood = meetingsInWords(meetings);
  const every = described('every', meetings.every ? '' : understood);
  const count = described('count', understood);
  return html`${field('date', 'date')}
    <div class="pair">${field('from', 'time')} ${field('to', 'time')}</div>
    <p>
      ${zone.label}
      <input
        id=${zone.id}
        list="time-zones"
        autocomplete="off"
        aria-describedby=${zone.describedBy}
        aria-invalid=${zone.invalid}
        .value=${live(meetings.zone)}
        @input=${set('zone')}
        @change=${(event: Event) => {
          const zone = zoneOf(typedIn(event));
          changeTo({ ...meetings, zone }, zoneInWords(zone));
        }}
      />
    </p>
    ${zone.hint} ${zone.error}
    <p>
      ${every.label}
      <select
        id=${every.id}
        aria-describedby=${every.describedBy}
        aria-invalid=${every.invalid}
        @change=${set('every')}
      >
        ${rhythm('', words.once)} ${rhythm('P1W', words.weekly)} ${rhythm('P2W', words.everyTwoWeeks)}
      </select>
    </p>
    ${every.hint} ${every.error}
    ${
      meetings.every
        ? html`<p>
              ${count.label}
              <input
                id=${count.id}
                inputmode="numeric"
                aria-describedby=${count.describedBy}
                aria-invalid=${count.invalid}
                .value=${live(meetings.count)}
                @input=${set('count')}
              />
            </p>
            ${count.hint} ${count.error}`
        : ''
    }`;
}
