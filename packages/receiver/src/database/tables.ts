import { type Generated } from 'kysely';

/** A stored sign-up. Times are ISO 8601 in UTC and booleans are 0 or 1, the same in both databases. */
export interface SignupRow {
  submission_id: string;
  reference: string;
  /** SHA-256 of the canonical submission. Distinguishes a retry from a different sign-up with the same id. */
  digest: string;
  created_at: string;
  program: string;
  session: string | null;
  format: string | null;
  waiting_list: number;
  /** Position on the session's waiting list, lowest first. `null` for a person who has a place. */
  waiting_position: number | null;
  /** When the practice canceled it. A canceled sign-up has neither a place nor a position. */
  canceled_at: string | null;
  /** How often the place, the position or the cancellation has changed. A page that shows an older version changes nothing. */
  version: number;
  name: string;
  email: string | null;
  telephone: string | null;
  telephone_e164: string | null;
  preferred_contact: string | null;
  leave_message: string | null;
  times: string | null;
  child_age_band: string | null;
  message: string | null;
  consent_version: string;
  consent_text: string;
  locale: string;
  elapsed: number | null;
}

/** Counts for one session. Concurrent sign-ups queue for this row. */
interface SessionRow {
  session: string;
  taken: Generated<number>;
  /** How many people are on the waiting list now. */
  waiting: Generated<number>;
  /** The last waiting-list position given out. Positions are never reused. */
  last_position: Generated<number>;
}

/** A solved challenge and the sign-up it was solved for. It is valid for no other sign-up. */
interface ChallengeRow {
  nonce: string;
  submission_id: string;
  /** The challenge is refused after this time, so the row can be deleted. */
  expires_at: string;
}

/** How much a client has sent in the last minutes. PostgreSQL only. */
interface RateLimitRow {
  /** A short hash, not an address: see rate-limit/shared-token-bucket.ts. */
  client: number;
  /** When the client's token bucket is full again, in microseconds since 1970. */
  full_at: number;
}

/** The salt that one day's client hashes are made with. */
interface RateLimitSaltRow {
  day: string;
  salt: string;
}

/** Somebody who is signed in to the desk. */
interface DeskSessionRow {
  /** Made from the cookie and the password: see desk/sessions.ts. */
  digest: string;
  created_at: string;
  /** When the session was last used, to the minute. */
  seen_at: string;
}

/** A change that somebody requested on the desk: its result, and what it takes to undo it. */
interface DeskChangeRow {
  /** The random id of the form that requested it. A form that is sent twice changes something once. */
  id: string;
  created_at: string;
  action: string;
  outcome: string;
  /** Of the sign-up that changed. `null` if nothing changed, and the row goes when the sign-up goes. */
  submission_id: string | null;
  /** The sign-up's version after the change. */
  version: number | null;
  /** `canceled_at` before the change. */
  canceled_at: string | null;
  /** Whether the sign-up was on the waiting list before the change, and where. */
  waiting_list: number | null;
  waiting_position: number | null;
}

/** The receiver's tables. */
export interface Tables {
  signups: SignupRow;
  sessions: SessionRow;
  challenges: ChallengeRow;
  desk_sessions: DeskSessionRow;
  desk_changes: DeskChangeRow;
  rate_limits: RateLimitRow;
  rate_limit_salts: RateLimitSaltRow;
}
