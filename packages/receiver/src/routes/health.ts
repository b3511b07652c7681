import { type Handler } from 'hono';
import { sql } from 'kysely';
import { type Database } from '../database/engine.js';
import { type Env } from '../respond.js';

/** `GET /health`: 200 if the database responds. Otherwise the error handler responds with 503. */
export const getHealth =
  ({ query }: Database): Handler<Env> =>
  async (context) => {
    await sql`select 1`.execute(query);
    context.set('outcome', 'healthy');
    return context.json({ status: 'ok' });
  };
