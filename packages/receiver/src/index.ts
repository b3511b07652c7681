/** What runs anywhere: the fetch handler and what it stores by. Node's own parts are in `@havenkit/receiver/node`. */
export { type AltchaOptions } from './altcha.js';
export { canonicalJson, type Json } from './canonical.js';
export { type Database, migrate, type SignupRow, type Tables } from './database.js';
export { toCsv, toJson } from './export.js';
export { type LogEntry } from './log.js';
export { type Program, parseProgram, ProgramError } from './program.js';
export { clientKey, type RateLimit, tokenBucket } from './rate-limit.js';
export { createReceiver, type Notice, type ReceiverOptions } from './receiver.js';
export { newReference } from './reference.js';
export { erase, listSignups, type Person, promote, purge } from './signups.js';
export {
  type FieldCode,
  type FieldErrors,
  type Parsed,
  parseSubmission,
  type Signals,
  type Submission,
} from './submission.js';
export { e164 } from './telephone.js';
