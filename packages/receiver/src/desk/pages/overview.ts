import { html } from 'hono/html';
import { type SignupRow } from '../../database/tables.js';
import { type Group, hasFreePlace } from '../groups.js';
import { type Words } from '../words/words.js';
import { contact } from './contact.js';
import { form, type Html, linkTo, type Message, page, type View } from './layout.js';
import { nameOf } from './name.js';

/** The name of a session in a language, or else its id. */
export function groupName({ id, session }: Pick<Group, 'id' | 'session'>, { words, language }: View): string {
  if (id === null) return words.noGroup;
  const names = session?.names ?? {};
  return names[language] ?? names[''] ?? Object.values(names)[0] ?? id;
}

const day = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));

/** How many spots are taken and free. */
const countLine = ({ places, taken }: Group, words: Words): string =>
  places === undefined ? words.people(taken) : words.spots(taken, places);

/** The counts of a session, and why there may be more or fewer names than that. */
function counts(group: Group, words: Words): Html | '' {
  const { id, places, taken, placed, session, offered } = group;
  if (id === null) return '';
  const notes = [
    offered ? '' : words.left,
    session?.capacity !== undefined && places !== undefined ? words.before(session.capacity - places) : '',
    taken > placed.length ? words.purged(taken - placed.length) : '',
  ].filter(Boolean);
  return html`${offered ? html`<p><strong>${countLine(group, words)}</strong></p>` : ''}
  ${notes.map((note) => html`<p class="hint">${note}</p>`)}`;
}

/** Links to the groups, if there are several. */
function contents(groups: readonly Group[], view: View): Html | '' {
  const { words } = view;
  if (groups.length < 2) return '';
  const links = groups.map((group, index) => {
    const { id, offered, waiting, placed } = group;
    const line = [
      id === null || !offered ? words.signUps(placed.length) : countLine(group, words),
      waiting.length > 0 ? words.waitingCount(waiting.length) : '',
    ];
    return html`<li>
      <a class="name" href="#group-${index}">${groupName(group, view)}</a>
      <span class="hint">${line.filter(Boolean).join(', ')}</span>
    </li>`;
  });
  return html`<nav aria-label="${words.groups}">
    <ul role="list">
      ${links}
    </ul>
  </nav>`;
}

const person = (row: SignupRow, view: View): Html =>
  html`<li>
    <a class="name" href="${linkTo(view, 'person', row.reference)}">${nameOf(row)}</a>
    ${contact(row, view)}
    <p class="hint">
      ${view.words.signedUp(view.time(row.created_at))} · <span class="reference">${row.reference}</span>
    </p>
  </li>`;

/** The longest list on a page. A flood of sign-ups must not make it unusable. */
export const maximumRows = 300;

const people = (rows: readonly SignupRow[], view: View): Html =>
  html`<ol class="people">
      ${rows.slice(0, maximumRows).map((row) => person(row, view))}
    </ol>
    ${rows.length > maximumRows ? html`<p>${view.words.more(rows.length - maximumRows)}</p>` : ''}`;

/** Names the person who can have the free spot. */
function nextInLine(group: Group, view: View): Html | '' {
  const [next] = group.waiting;
  if (!next || !hasFreePlace(group)) return '';
  const { words } = view;
  const { reference, version } = next;
  const name = nameOf(next);
  return html`<div class="notice next">
    <p>${words.next(name)}</p>
    ${contact(next, view)}
    ${form(view, 'move-up', { reference, version }, html`<button>${words.moveUp(name)}</button>`)}
  </div>`;
}

function section(group: Group, index: number, view: View): Html {
  const { words } = view;
  const { id, session, placed, waiting, canceled } = group;
  const hasList = id !== null && (group.places !== undefined || waiting.length > 0);
  return html`<section aria-labelledby="group-${index}">
    <h2 id="group-${index}">${groupName(group, view)}</h2>
    ${session?.startDate ? html`<p class="starts">${words.starts(day(session.startDate, view.language))}</p>` : ''}
    ${counts(group, words)} ${nextInLine(group, view)} ${id === null ? '' : html`<h3>${words.placed}</h3>`}
    ${placed.length > 0 ? people(placed, view) : html`<p>${words.nobody}</p>`}
    ${
      hasList
        ? html`<h3>${words.waiting}</h3>
            ${waiting.length > 0 ? people(waiting, view) : html`<p>${words.nobodyWaiting}</p>`}`
        : ''
    }
    ${
      canceled.length > 0
        ? html`<details>
            <summary>${words.canceled(canceled.length)}</summary>
            ${people(canceled, view)}
          </details>`
        : ''
    }
  </section>`;
}

function downloads(view: View, hasWorkbook: boolean): Html {
  const { words } = view;
  const download = (format: string, label: string) => form(view, 'export', { format }, html`<button>${label}</button>`);
  return html`<section aria-labelledby="downloads">
    <h2 id="downloads">${words.downloads}</h2>
    <p>${words.downloadsText}</p>
    <div class="buttons">${hasWorkbook ? download('xlsx', words.workbook) : ''}${download('csv', words.csv)}</div>
  </section>`;
}

/** All sign-ups by session. */
export function overviewPage(
  view: View,
  { groups, message, hasWorkbook }: { groups: readonly Group[]; message: Message | undefined; hasWorkbook: boolean },
): Html {
  const { words } = view;
  const isEmpty = groups.every(
    ({ placed, waiting, canceled }) => !placed.length && !waiting.length && !canceled.length,
  );
  return page(view, {
    title: words.title,
    message,
    content: html`<h1>${words.title}</h1>
      ${isEmpty ? html`<p>${words.empty}</p>` : ''} ${contents(groups, view)}
      ${groups.map((group, index) => section(group, index, view))} ${isEmpty ? '' : downloads(view, hasWorkbook)}`,
  });
}
