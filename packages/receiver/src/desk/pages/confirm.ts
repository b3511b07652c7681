import { html } from 'hono/html';
import { type SignupRow } from '../../database/tables.js';
import { stateOf } from '../../signups/state.js';
import { type Group } from '../groups.js';
import { form, type Html, linkTo, type Message, page, type View } from './layout.js';
import { groupName } from './overview.js';

const backToPerson = (view: View, { reference, name }: SignupRow): Html =>
  html`<p><a href="${linkTo(view, 'person', reference)}">${name}</a></p>`;

/** Asks before a spot is canceled, or a person is taken off the waiting list. */
export function cancelPage(view: View, row: SignupRow, message: Message | undefined): Html {
  const { words } = view;
  const { name, reference, version } = row;
  const isWaiting = stateOf(row).kind === 'waiting';
  const title = (isWaiting ? words.leavePage : words.cancelPage).title(name);
  const label = isWaiting ? words.leaveList : words.cancel;
  return page(view, {
    title,
    message,
    content: html`${backToPerson(view, row)}
      <h1>${title}</h1>
      ${
        isWaiting
          ? html`<p>${words.leavePage.text}</p>`
          : html`<p>${words.cancelPage.text}</p>
              <p>${words.cancelPage.after}</p>`
      }
      ${form(view, 'cancel', { reference, version }, html`<button class="primary">${label}</button>`)}`,
  });
}

/** Another sign-up that may be the same person's, with its session. */
export interface Other {
  row: SignupRow;
  group: Pick<Group, 'id' | 'session'>;
}

/** Asks before a person is deleted. It names everything that is deleted. */
export function deletePage(view: View, row: SignupRow, others: readonly Other[], message: Message | undefined): Html {
  const { deletePage: words } = view.words;
  const { name, reference } = row;
  const choices = others.map(
    (other) =>
      html`<label>
        <input type="checkbox" name="also" value="${other.row.reference}" />
        <span>${words.other(other.row.name, groupName(other.group, view), other.row.reference)}</span>
      </label>`,
  );
  return page(view, {
    title: words.title(name),
    message,
    content: html`${backToPerson(view, row)}
      <h1>${words.title(name)}</h1>
      <p>${words.text}</p>
      ${row.session !== null && stateOf(row).kind === 'place' ? html`<p>${words.spot}</p>` : ''}
      <p>${words.copies}</p>
      ${form(
        view,
        'delete',
        { reference },
        html`${
            others.length > 0
              ? html`<fieldset>
                  <legend>${words.others}</legend>
                  ${choices}
                </fieldset>`
              : ''
          } <button>${words.button}</button>`,
      )}`,
  });
}
