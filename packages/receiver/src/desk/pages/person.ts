import { html } from 'hono/html';
import { type SignupRow } from '../../database/tables.js';
import { stateOf } from '../../signups/state.js';
import { type Group, hasFreePlace } from '../groups.js';
import { contact } from './contact.js';
import { form, type Html, linkTo, type Message, page, type View } from './layout.js';
import { nameOf } from './name.js';
import { groupName } from './overview.js';

/** Where a person stands, in words. */
function standing(row: SignupRow, group: Group, { words, time }: View): string {
  const state = stateOf(row);
  switch (state.kind) {
    case 'place':
      return row.session === null ? words.states.signedUp : words.states.place;
    case 'waiting':
      return words.states.waiting(group.waiting.findIndex(({ reference }) => reference === row.reference) + 1);
    case 'canceled':
      return words.states.canceled(time(state.at ?? row.created_at));
    default:
      return state satisfies never;
  }
}

/** A stored value in words, or as it is if it has none. */
const inWords = (values: Readonly<Record<string, string>>, value: string | null): string =>
  value === null ? '' : Object.hasOwn(values, value) ? (values[value] ?? '') : value;

/** The name of a language, or its tag if it has none. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The answers, each with its question. Those that were not given are left out. */
function answers(row: SignupRow, group: Group, view: View): [question: string, answer: string][] {
  const { fields, values, reference, status, group: groupLabel } = view.words;
  const all: [string, string][] = [
    [status, standing(row, group, view)],
    [groupLabel, groupName(group, view)],
    [reference, row.reference],
    [fields.signedUp, view.time(row.created_at)],
    [fields.preferredContact, inWords(values.preferredContact, row.preferred_contact)],
    [fields.leaveMessage, inWords(values.leaveMessage, row.leave_message)],
    [fields.format, inWords(values.format, row.format)],
    [fields.times, row.times ?? ''],
    [fields.childAgeBand, inWords(values.childAgeBand, row.child_age_band)],
    [fields.message, row.message ?? ''],
    [fields.language, languageName(row.locale, view.language)],
    [fields.consent, `${row.consent_text} (${view.words.consentVersion(row.consent_version)})`],
  ];
  return all.filter(([, answer]) => answer);
}

/** What can be done with a sign-up now. */
function buttons(row: SignupRow, group: Group, view: View): Html {
  const { words } = view;
  const { reference, version } = row;
  const change = (action: string, label: string) =>
    form(view, action, { reference, version }, html`<button>${label}</button>`);
  const link = (target: string, label: string) =>
    html`<a class="button" href="${linkTo(view, target, reference)}">${label}</a>`;
  const { kind } = stateOf(row);
  const isNext = group.waiting[0]?.reference === reference && hasFreePlace(group);
  return html`<div class="buttons">
    ${isNext ? change('move-up', words.moveUp(nameOf(row))) : ''}
    ${kind === 'canceled' && hasFreePlace(group) ? change('put-back', group.id === null ? words.putBackSignUp : words.putBack) : ''}
    ${kind === 'canceled' && group.id !== null && group.offered ? change('join-list', words.joinList) : ''}
    ${kind === 'place' ? link('cancel', group.id === null ? words.cancelSignUp : words.cancel) : ''}
    ${kind === 'waiting' ? link('cancel', words.leaveList) : ''} ${link('delete', words.delete)}
  </div>`;
}

/** Everything about one sign-up. */
export const personPage = (
  view: View,
  { row, group, message }: { row: SignupRow; group: Group; message?: Message | undefined },
): Html =>
  page(view, {
    title: nameOf(row),
    message,
    content: html`<p><a href="${view.base}">${view.words.back}</a></p>
      <h1>${nameOf(row)}</h1>
      ${contact(row, view)}
      <dl>
        ${answers(row, group, view).map(
          ([question, answer]) =>
            html`<dt>${question}</dt>
              <dd>${answer}</dd>`,
        )}
      </dl>
      ${buttons(row, group, view)}`,
  });
