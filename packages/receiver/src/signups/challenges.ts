import { type Transaction } from 'kysely';
import { type Proof } from '../altcha.js';
import { type Database } from '../database/engine.js';
import { type Tables } from '../database/tables.js';

/**
 * Uses up a solved challenge for a sign-up.
 *
 * @returns `false` if it was used for another sign-up
 */
export async function claimChallenge(
  query: Transaction<Tables>,
  { nonce, expires }: Proof,
  submissionId: string,
): Promise<boolean> {
  await query
    .insertInto('challenges')
    .values({ nonce, submission_id: submissionId, expires_at: expires.toISOString() })
    .onConflict((conflict) => conflict.column('nonce').doNothing())
    .execute();
  const { submission_id } = await query
    .selectFrom('challenges')
    .select('submission_id')
    .where('nonce', '=', nonce)
    .executeTakeFirstOrThrow();
  return submission_id === submissionId;
}

/** Deletes solved challenges that have expired. */
export async function deleteExpiredChallenges({ query }: Pick<Database, 'query'>, now: Date): Promise<void> {
  await query.deleteFrom('challenges').where('expires_at', '<', now.toISOString()).execute();
}
