import {
  createReceiver,
  type Database,
  listSignups,
  type LogEntry,
  migrate,
  parseProgram,
  type ReceiverOptions,
  type SignupRow,
} from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { type JsonResponse, origin, send, sendForm } from './http.ts';

/** `#spring` has 2 places, `#none-left` has none, `#open` has no limit. */
export const program = parseProgram({
  '@type': 'Course',
  hasCourseInstance: [
    { '@id': '#spring', maximumAttendeeCapacity: 2 },
    { '@id': '#none-left', maximumAttendeeCapacity: 8, remainingAttendeeCapacity: 0 },
    { '@id': '#open' },
  ],
});

/** A receiver in this process, on an empty database, without a rate limit. */
export interface TestReceiver {
  url: string;
  database: Database;
  app: ReturnType<typeof createReceiver>;
  /** The entries that `app` has logged so far. */
  entries: LogEntry[];
  send: (body: unknown, headers?: Record<string, string>) => Promise<JsonResponse>;
  sendForm: (
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** The rows with a submission id. */
  stored: (submissionId: unknown) => Promise<SignupRow[]>;
  /** Another receiver on the same database. */
  another: (options: Partial<ReceiverOptions>) => ReturnType<typeof createReceiver>;
  close: () => Promise<void>;
}

/** @param create - creates an empty database and returns its address */
export async function startReceiver(create: () => Promise<string>): Promise<TestReceiver> {
  const url = await create();
  const database = openDatabase(url);
  await migrate(database);
  const entries: LogEntry[] = [];
  const another = (options: Partial<ReceiverOptions>) =>
    createReceiver({ database, rateLimit: false, log: () => undefined, ...options });
  const app = another({ program, allowedOrigins: [origin], log: (entry) => entries.push(entry) });
  return {
    url,
    database,
    app,
    entries,
    send: (body, headers) => send(app, body, headers),
    sendForm: (fields, headers) => sendForm(app, fields, headers),
    stored: async (id) => (await listSignups(database)).filter(({ submission_id }) => submission_id === id),
    another,
    close: () => database.query.destroy(),
  };
}
