import { type Transaction } from 'kysely';
import { type CountryCode } from 'libphonenumber-js/max';
import { type Proof } from '../altcha.js';
import { type Database } from '../database/engine.js';
import { type SignupRow, type Tables } from '../database/tables.js';
import { digest } from '../digest.js';
import { newReference } from '../reference.js';
import { type Signals, type Submission } from '../submission/submission.js';
import { e164 } from '../telephone.js';
import { claimChallenge } from './challenges.js';
import { allocate } from './places.js';

/** Why a sign-up was not stored. */
type Refusal =
  /** The session does not exist, or has left the program. */
  | 'not-offered'
  /** The session has no place, and the person did not ask for the waiting list. */
  | 'full'
  /** Proof of work is required, and it is missing or was used for another sign-up. */
  | 'unproven';

/** The result of storing a sign-up. Only `stored` and `repeated` confirm it. */
export type Outcome =
  | { kind: 'stored' | 'repeated'; reference: string; waitingList: boolean }
  /** A different sign-up is stored under the same id, or the practice has canceled this one. */
  | { kind: 'mismatch' }
  /** Another request is storing the same id right now. */
  | { kind: 'in-flight' }
  | { kind: Refusal };

/** Rolls the transaction back. */
class NotStored extends Error {
  readonly outcome: Outcome;
  constructor(kind: Refusal) {
    super(kind);
    this.outcome = { kind };
  }
}

export interface StoreOptions {
  now: Date;
  /** Whether the chosen session, if any, can be signed up for. Ignored for a sign-up that is already stored. */
  offered: boolean;
  /** Places in the chosen session. `undefined` means no limit. */
  places?: number | undefined;
  /** Default country of telephone numbers: see {@link e164}. */
  country?: CountryCode | undefined;
  /**
   * A solved challenge. `null` means that one is required and missing, `undefined` that none is required. Ignored for a
   * sign-up that is already stored.
   */
  proof?: Proof | null | undefined;
}

type NewRow = Omit<SignupRow, 'reference'>;

async function toRow(
  submission: Submission,
  { elapsed }: Signals,
  { now, country }: Pick<StoreOptions, 'now' | 'country'>,
): Promise<NewRow> {
  const { consent, telephone } = submission;
  return {
    submission_id: submission.submissionId,
    digest: await digest(submission),
    created_at: now.toISOString(),
    program: submission.program,
    session: submission.session ?? null,
    format: submission.format ?? null,
    waiting_list: 0,
    waiting_position: null,
    canceled_at: null,
    version: 0,
    name: submission.name,
    email: submission.email ?? null,
    telephone: telephone ?? null,
    telephone_e164: (telephone && e164(telephone, country)) || null,
    preferred_contact: submission.preferredContact ?? null,
    leave_message: submission.leaveMessage ?? null,
    times: submission.times ?? null,
    child_age_band: submission.childAgeBand ?? null,
    message: submission.message ?? null,
    consent_version: consent.version,
    consent_text: consent.text,
    locale: submission.locale,
    elapsed: elapsed ?? null,
  };
}

/** Inserts a row under a new reference. Returns `undefined` if the submission id is already stored. */
async function insert(query: Transaction<Tables>, row: NewRow): Promise<string | undefined> {
  for (;;) {
    const reference = newReference();
    const inserted = await query
      .insertInto('signups')
      .values({ ...row, reference })
      .onConflict((conflict) => conflict.doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (inserted) return reference;
    const existing = await query
      .selectFrom('signups')
      .select('submission_id')
      .where('submission_id', '=', row.submission_id)
      .executeTakeFirst();
    if (existing) return undefined;
    // The reference is taken, which is very rare among 4 x 10^11. Try another one.
  }
}

/** The outcome for a submission id that is already stored. */
async function repeat(query: Transaction<Tables>, row: NewRow): Promise<Outcome> {
  const existing = await query
    .selectFrom('signups')
    .select(['digest', 'reference', 'waiting_list', 'canceled_at'])
    .where('submission_id', '=', row.submission_id)
    .executeTakeFirstOrThrow();
  // A form without a script makes the same id from the same answers: this may be a person who canceled and signs up again. The
  // receiver must not confirm that, nor take a place for what may be a page that was loaded again. So they are asked to call.
  if (existing.digest !== row.digest || existing.canceled_at !== null) return { kind: 'mismatch' };
  return { kind: 'repeated', reference: existing.reference, waitingList: existing.waiting_list === 1 };
}

/** Stores one sign-up within a transaction. Throws {@link NotStored} to roll back. */
async function storeOnce(
  transaction: Transaction<Tables>,
  row: NewRow,
  { waitingList }: Submission,
  { offered, places, proof }: StoreOptions,
): Promise<Outcome> {
  const { submission_id: submissionId, session } = row;
  const reference = await insert(transaction, row);
  if (reference === undefined) return repeat(transaction, row);
  if (!offered) throw new NotStored('not-offered');
  if (proof === null || (proof && !(await claimChallenge(transaction, proof, submissionId))))
    throw new NotStored('unproven');
  if (session === null) return { kind: 'stored', reference, waitingList: false };

  const allocation = await allocate(transaction, session, { places, waitingList });
  switch (allocation.kind) {
    case 'place':
      return { kind: 'stored', reference, waitingList: false };
    case 'full':
      throw new NotStored('full');
    case 'waiting':
      await transaction
        .updateTable('signups')
        .set({ waiting_list: 1, waiting_position: allocation.position })
        .where('submission_id', '=', submissionId)
        .execute();
      return { kind: 'stored', reference, waitingList: true };
    default:
      return allocation satisfies never;
  }
}

/** The ids that this process is storing now, by database. */
const inFlight = new WeakMap<Database['query'], Set<string>>();

/**
 * Stores a sign-up exactly once, however often it is sent. It uses a single transaction: when this returns `stored`, the
 * sign-up is on disk. If the process dies before that, nothing is stored.
 */
export async function store(
  { query, engine }: Database,
  submission: Submission,
  signals: Signals,
  options: StoreOptions,
): Promise<Outcome> {
  const { submissionId } = submission;
  const ids = inFlight.get(query) ?? new Set();
  inFlight.set(query, ids);
  if (ids.has(submissionId)) return { kind: 'in-flight' };
  ids.add(submissionId);
  try {
    const row = await toRow(submission, signals, options);
    return await query.transaction().execute(async (transaction): Promise<Outcome> => {
      if (!(await engine.tryLockSubmission(transaction, submissionId))) return { kind: 'in-flight' };
      return storeOnce(transaction, row, submission, options);
    });
  } catch (error) {
    if (error instanceof NotStored) return error.outcome;
    throw error;
  } finally {
    ids.delete(submissionId);
  }
}
