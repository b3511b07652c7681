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

/** The receiver's tables. */
export interface Tables {
  signups: SignupRow;
  sessions: SessionRow;
  challenges: ChallengeRow;
  rate_limits: RateLimitRow;
  rate_limit_salts: RateLimitSaltRow;
}
