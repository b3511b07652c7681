import { type Context, type Handler } from 'hono';
import { html } from 'hono/html';
import { type Database } from '../../database/engine.js';
import { type SignupRow } from '../../database/tables.js';
import { type Program } from '../../program.js';
import { findChange, type StoredChange } from '../../signups/change.js';
import { findSamePerson } from '../../signups/erase.js';
import { stateOf } from '../../signups/state.js';
import { type DeskEnv } from '../env.js';
import { type Group, listGroups } from '../groups.js';
import { cancelPage, deletePage } from '../pages/confirm.js';
import { form, type Message, notePage, type View } from '../pages/layout.js';
import { nameOf } from '../pages/name.js';
import { overviewPage } from '../pages/overview.js';
import { personPage } from '../pages/person.js';
import { isToken } from '../sessions.js';
import { type Standing } from '../words/words.js';
import { readNotice } from './sign-in.js';

export interface PagesOptions {
  database: Database;
  program: Program | undefined;
  hasWorkbook: boolean;
}

function standingOf(row: SignupRow): Standing {
  const { kind } = stateOf(row);
  return kind === 'place' && row.session === null ? 'signed-up' : kind;
}

/** The result of a change in words, and a button that takes it back. */
function describe(view: View, id: string, { action, outcome, signup, isLast }: StoredChange): Message {
  const { words } = view;
  if (action === 'erase') return { text: outcome === 'done' ? words.deleted : words.notDone.gone('', undefined) };
  const name = signup ? nameOf(signup) : '';
  const state = signup && standingOf(signup);
  if (outcome !== 'done') return { text: words.notDone[signup ? outcome : 'gone'](name, state) };
  if (!signup) return { text: words.deleted };
  if (!isLast) return { text: words.since(name, standingOf(signup)) };
  return {
    text: words.done[action](name, state),
    success: true,
    more:
      action === 'undo'
        ? undefined
        : html`${action === 'cancel' ? '' : html`<p>${words.tell}</p>`}
          ${form(view, 'undo', { undoes: id }, html`<button>${words.undo}</button>`)}`,
  };
}

async function messageFor(context: Context<DeskEnv>, database: Database): Promise<Message | undefined> {
  const view = context.get('view');
  const id = context.req.query('done') ?? '';
  const stored = isToken(id) ? await findChange(database, id) : undefined;
  if (stored) return describe(view, id, stored);
  const notice = readNotice(context);
  return notice === undefined ? undefined : { text: notice };
}

/** `GET /desk` */
export const getOverview =
  ({ database, program, hasWorkbook }: PagesOptions): Handler<DeskEnv> =>
  async (context) => {
    context.set('outcome', 'shown');
    const message = await messageFor(context, database);
    const groups = await listGroups(database, program);
    return context.html(overviewPage(context.get('view'), { groups, message, hasWorkbook }));
  };

interface Found {
  row: SignupRow;
  group: Group;
  groups: readonly Group[];
}

/** Makes a page about the sign-up that the address names. */
const pageAbout =
  (
    { database, program }: PagesOptions,
    show: (context: Context<DeskEnv>, found: Found) => ReturnType<typeof personPage> | Promise<Response>,
  ): Handler<DeskEnv> =>
  async (context) => {
    context.set('outcome', 'shown');
    const reference = context.req.query('reference');
    const groups = await listGroups(database, program);
    for (const group of groups)
      for (const row of [...group.placed, ...group.waiting, ...group.canceled])
        if (row.reference === reference) {
          const shown = await show(context, { row, group, groups });
          return shown instanceof Response ? shown : context.html(shown);
        }
    context.set('outcome', 'not-found');
    return context.html(notePage(context.get('view'), context.get('view').words.missing), 404);
  };

/** `GET /desk/person` */
export const getPerson = (options: PagesOptions): Handler<DeskEnv> =>
  pageAbout(options, async (context, { row, group }) =>
    personPage(context.get('view'), { row, group, message: await messageFor(context, options.database) }),
  );

/** `GET /desk/cancel` */
export const getCancel = (options: PagesOptions): Handler<DeskEnv> =>
  pageAbout(options, async (context, { row, group }) => {
    const message = await messageFor(context, options.database);
    // Nothing to cancel: an old page, or somebody else was quicker.
    if (stateOf(row).kind === 'canceled') return personPage(context.get('view'), { row, group, message });
    return cancelPage(context.get('view'), row, message);
  });

/** `GET /desk/delete` */
export const getDelete = (options: PagesOptions): Handler<DeskEnv> =>
  pageAbout(options, async (context, { row, groups }) => {
    const others = await findSamePerson(options.database, row);
    return deletePage(
      context.get('view'),
      row,
      others.map((other) => ({
        row: other,
        group: groups.find(({ id }) => id === other.session) ?? { id: other.session, session: undefined },
      })),
      await messageFor(context, options.database),
    );
  });
