import { type Database } from '../database/engine.js';
import { type SignupRow } from '../database/tables.js';

/** All sign-ups, oldest first. */
export function listSignups({ query }: Database): Promise<SignupRow[]> {
  return query.selectFrom('signups').selectAll().orderBy('created_at').orderBy('submission_id').execute();
}
