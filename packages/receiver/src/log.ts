/** One line of the log. It has no field for anything that a person typed: no body, query, address or error message. */
export interface LogEntry {
  /** ISO 8601 in UTC. */
  time: string;
  level: 'info' | 'error';
  /** What happened, as a stable code: `stored`, `repeated`, `full`, `invalid`, `notice-failed`, … */
  outcome: string;
  method?: string;
  /** The route that responded, not the requested path. Absent if there was no route. */
  path?: string;
  status?: number;
  /** Milliseconds until the response. */
  ms?: number;
  /** The error's name, code and location. Its message is left out, since a database quotes values in it. */
  error?: { name: string; code?: string; at?: string };
  /** With `listening`. */
  port?: number;
  /** The number of sign-ups that were purged, exported or deleted. */
  count?: number;
  /** A sign-up that the desk has changed: a digest of its reference, which is itself random. */
  signup?: string;
  /** Its session, as the program names it. */
  session?: string;
}

/** The parts of an error that cannot hold personal data. */
export function errorEntry(error: unknown): NonNullable<LogEntry['error']> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  // The stack starts with the message, and a line of that may look like a location.
  const at = /^\s+at (.+)$/m.exec((error.stack ?? '').replace(error.message, () => ''))?.[1];
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), ...(at ? { at } : {}) };
}

/** Writes an entry to standard output as one line of JSON. */
export const logLine = (entry: LogEntry): void => console.log(JSON.stringify(entry));

/** Returns a function that logs an error without its message, which may quote personal data. */
export const errorLogger =
  (log: (entry: LogEntry) => void, now: () => Date) =>
  (outcome: string, error: unknown): void =>
    log({ time: now().toISOString(), level: 'error', outcome, error: errorEntry(error) });
