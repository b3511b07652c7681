/** One line of the log. It has no place for what a person typed: no body, no query, no address, no error message. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  time: string;
  level: 'info' | 'error';
  /** What happened, as a stable word: `stored`, `repeated`, `full`, `invalid`, `notice-failed`, … */
  outcome: string;
  method?: string;
  /** The route that answered, never the address that was asked for; absent where there is none. */
  path?: string;
  status?: number;
  /** Milliseconds until the answer. */
  ms?: number;
  /** Name and code of an error, and where it was thrown: a database's message would quote the values. */
  error?: { name: string; code?: string; at?: string };
  /** Of `listening`. */
  port?: number;
  /** Of `purged`: how many sign-ups. */
  count?: number;
}

/** What may be said of an error. */
export function errorEntry(error: unknown): NonNullable<LogEntry['error']> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const at = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), ...(at ? { at } : {}) };
}

/** Writes an entry as one line of JSON to the standard output. */
export const logLine = (entry: LogEntry): void => console.log(JSON.stringify(entry));
