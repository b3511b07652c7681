import { fingerprint, type Content, type ReflectionDatabase } from './database.js';

/** What to do with the stored content. */
export interface Decision<Result> {
  /** Replaces the stored content. Without it nothing is written. */
  readonly content?: Content;
  /** Result of the operation; with `content`, once that was read back. */
  readonly result: Result;
}

/** Decides what to do with the stored content. It is asked again when another tab has changed the content meanwhile. */
export type Plan<Result> = (stored: Content) => Decision<Result> | Promise<Decision<Result>>;

/** How the browser may fail. */
export type Failure = 'quota' | 'failed';

/** Access to the stored content. */
export interface Access {
  readonly database: ReflectionDatabase;
  /** Reads everything, or the entry of one id. */
  readonly read: (id?: string) => Promise<Content>;
  /** Called after every write. */
  readonly onWrite: () => void;
}

/** One attempt to write, one to read back, and some for lost connections and other tabs. The last one only reads. */
const maxAttempts = 6;

/** Repeats an attempt until it has a result, with a new connection after every error. */
export async function retry<Result>(
  database: ReflectionDatabase,
  attempt: (attemptsLeft: number) => Promise<Result | undefined>,
): Promise<Result | Failure> {
  for (let attemptsLeft = maxAttempts; attemptsLeft--;)
    try {
      const result = await attempt(attemptsLeft);
      if (result !== undefined) return result;
    } catch (error) {
      database.disconnect();
      if ((error as Error | null)?.name === 'QuotaExceededError') return 'quota';
    }
  return 'failed';
}

/** Replaces the stored content (everything, or the entry of one id) as planned, and reads it back. */
export function revise<Result>(
  { database, read, onWrite }: Access,
  plan: Plan<Result>,
  id?: string,
): Promise<Result | Failure> {
  let written: { readonly print: string; readonly result: Result } | undefined;
  return retry(database, async (attemptsLeft) => {
    const stored = await read(id);
    if (written?.print === fingerprint(stored)) return written.result;
    const { content, result } = await plan(stored);
    if (!content) return result;
    // A write that cannot be read back any more would be there after a "failed".
    if (!attemptsLeft) return undefined;
    written = { print: fingerprint(content), result };
    await database.replace(stored, content, id);
    onWrite();
    return undefined;
  });
}
