import { type Context, type Handler } from 'hono';
import { type Database } from '../../database/engine.js';
import { digest } from '../../digest.js';
import { type Program } from '../../program.js';
import { type Action, change, type Change, recordErasure, type Undo } from '../../signups/change.js';
import { erase } from '../../signups/erase.js';
import { type DeskEnv } from '../env.js';
import { placesOf } from '../groups.js';
import { notePage } from '../pages/layout.js';
import { resultAddress } from '../paths.js';
import { isToken } from '../sessions.js';

export interface ChangesOptions {
  database: Database;
  program: Program | undefined;
  now: () => Date;
}

const referencePattern = /^[\dA-Z-]{1,20}$/;

/**
 * A digest of a reference, for the log: it tells the sign-ups of a practice apart. Whoever tries all references finds about 20,000
 * for each digest of 24 bits. A longer one would belong to only one of them.
 */
const logged = async (reference: string): Promise<string> => (await digest(reference)).slice(0, 6);

/** Only somebody who edits the page can send such a form. */
function refuse(context: Context<DeskEnv>): Response | Promise<Response> {
  context.set('outcome', 'invalid');
  return context.html(notePage(context.get('view'), context.get('view').words.missing), 400);
}

function readChange(fields: URLSearchParams, action: Exclude<Action, 'erase'>): Change | Undo | undefined {
  const id = fields.get('id') ?? '';
  if (!isToken(id)) return undefined;
  if (action === 'undo') {
    const undoes = fields.get('undoes') ?? '';
    return isToken(undoes) ? { id, action, undoes } : undefined;
  }
  const reference = fields.get('reference') ?? '';
  const version = fields.get('version') ?? '';
  if (!referencePattern.test(reference) || !/^\d{1,9}$/.test(version)) return undefined;
  return { id, action, reference, version: Number(version) };
}

/** `POST /desk/move-up`, `/cancel`, `/put-back`, `/join-list` and `/undo`: makes a change and shows its result on the list. */
export const postChange =
  ({ database, program, now }: ChangesOptions, action: Exclude<Action, 'erase'>): Handler<DeskEnv> =>
  async (context) => {
    const request = readChange(context.get('fields'), action);
    if (!request) return refuse(context);
    const { outcome, signup } = await change(database, request, { placesIn: placesOf(program), now: now() });
    context.set('outcome', outcome);
    if (signup) {
      const { reference, session } = signup;
      // Without a program, the id of a session is what a visitor sent.
      const isKnown = session !== null && program?.sessions.has(session);
      context.set('details', { signup: await logged(reference), ...(isKnown && { session }) });
    }
    return context.redirect(resultAddress(context.get('view').base, request.id), 303);
  };

/** `POST /desk/delete`: deletes a sign-up, and others that the form names. */
export const postDelete =
  ({ database, now }: ChangesOptions): Handler<DeskEnv> =>
  async (context) => {
    const fields = context.get('fields');
    const id = fields.get('id') ?? '';
    const reference = fields.get('reference') ?? '';
    const references = new Set([reference, ...fields.getAll('also')]);
    if (!isToken(id) || ![...references].every((text) => referencePattern.test(text))) return refuse(context);
    let count = 0;
    for (const each of references) count += await erase(database, { reference: each });
    await recordErasure(database, id, { done: count > 0, now: now() });
    context.set('outcome', count > 0 ? 'done' : 'gone');
    context.set('details', { signup: await logged(reference), count });
    return context.redirect(resultAddress(context.get('view').base, id), 303);
  };
