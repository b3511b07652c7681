import { html } from 'hono/html';
import { type SignupRow } from '../../database/tables.js';
import { stateOf } from '../../signups/state.js';
import { type Group } from '../groups.js';
import { type Words } from '../words/words.js';
import { form, type Html, linkTo, type Message, page, type View } from './layout.js';
import { nameOf } from './name.js';
import { groupName, maximumRows } from './overview.js';

const backToPerson = (view: View, row: SignupRow): Html =>
  html`<p><a href="${linkTo(view, 'person', row.reference)}">${view.words.backTo(nameOf(row))}</a></p>`;

/** What the question is, what follows, and what the button is called. */
function cancellation(row: SignupRow, words: Words): { title: string; texts: string[]; button: string } {
  const { session } = row;
  const name = nameOf(row);
  if (stateOf(row).kind === 'waiting')
    return { title: words.leavePage.title(name), texts: [words.leavePage.text], button: words.leaveList };
  const { title, text, after } = words.cancelPage;
  return session === null
    ? { title: words.cancelSignUpPage.title(name), texts: [after], button: words.cancelSignUp }
    : { title: title(name), texts: [text, after], button: words.cancel };
}

/** Asks before a spot is canceled, or a person is taken off the waiting list. */
export function cancelPage(view: View, row: SignupRow, message: Message | undefined): Html {
  const { reference, version } = row;
  const { title, texts, button } = cancellation(row, view.words);
  return page(view, {
    title,
    message,
    content: html`${backToPerson(view, row)}
      <h1>${title}</h1>
      ${texts.map((text) => html`<p>${text}</p>`)}
      ${form(view, 'cancel', { reference, version }, html`<button class="primary">${button}</button>`)}`,
  });
}

/** A sign-up with its session. */
interface Named {
  row: SignupRow;
  group: Pick<Group, 'id' | 'session'>;
}

/** Asks before a person is deleted. It names everything that is deleted. */
export function deletePage(
  view: View,
  { row, group }: Named,
  others: readonly Named[],
  message: Message | undefined,
): Html {
  const { deletePage: words } = view.words;
  const { reference } = row;
  const name = nameOf(row);
  const line = (named: Named): Html =>
    html`${nameOf(named.row)}, ${groupName(named.group, view)}, <span class="reference">${named.row.reference}</span>`;
  const left = others.length - maximumRows;
  const choices = others.slice(0, maximumRows).map(
    (other) =>
      html`<label>
        <input type="checkbox" name="also" value="${other.row.reference}" />
        <span>${line(other)}</span>
      </label>`,
  );
  return page(view, {
    title: words.title(name),
    message,
    content: html`${backToPerson(view, row)}
      <h1>${words.title(name)}</h1>
      <p><strong>${line({ row, group })}</strong></p>
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
                  ${choices} ${left > 0 ? html`<p>${view.words.more(left)}</p>` : ''}
                </fieldset>`
              : ''
          } <button>${words.button}</button>`,
      )}`,
  });
}
