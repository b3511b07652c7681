/** The parts that run on any host of fetch handlers. `@havenkit/receiver/node` has the parts that need Node. */
export { type AltchaOptions } from './altcha.js';
export { type Database, type Engine, postgresDatabase, sqliteDatabase } from './database/engine.js';
export { migrate } from './database/migrate.js';
export { type SignupRow, type Tables } from './database/tables.js';
export { type DeskOptions } from './desk/desk.js';
export { canonicalJson, type Json } from './digest.js';
export { toCsv, toJson } from './export.js';
export { type LogEntry } from './log.js';
export { type Notice } from './notice.js';
export { type Program, parseProgram, ProgramError } from './program.js';
export { clientKey } from './rate-limit/client-key.js';
export { type RateLimit, tokenBucket } from './rate-limit/token-bucket.js';
export { createReceiver, type ReceiverOptions } from './receiver.js';
export { newReference } from './reference.js';
export { erase, type Person, purge } from './signups/erase.js';
export { listSignups } from './signups/list.js';
export { promote } from './signups/promote.js';
export {
  type FieldCode,
  type FieldErrors,
  type Parsed,
  parseSubmission,
  type Signals,
  type Submission,
} from './submission/submission.js';
export { e164 } from './telephone.js';
