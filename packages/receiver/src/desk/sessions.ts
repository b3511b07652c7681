/** Who is signed in. Sessions are in the database, so that several processes share them and signing out ends one everywhere. */
import { type Database } from '../database/engine.js';
import { keyFrom, sign } from './password.js';

/** Milliseconds after which a session ends that nobody uses. */
export const idleTime = 30 * 60_000;

/** Milliseconds after which every session ends. */
const longestTime = 12 * 3_600_000;

/** Milliseconds between two updates of a session's last use. */
const seenInterval = 60_000;

/** Milliseconds for which the result of a change is stored. Longer than any page with its form can be used. */
const changesTime = 2 * longestTime;

const before = (now: Date, milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();

/** 256 random bits, as 64 hexadecimal digits. */
export const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether a text has the form of a {@link randomToken}. */
export const isToken = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Somebody who is signed in. */
export interface DeskSession {
  /** The value of the cookie. */
  token: string;
  /** What every form of this session holds, and a page of another site cannot know. */
  formToken: string;
}

/** Starts, finds and ends sessions. */
export interface Sessions {
  start: (now: Date) => Promise<DeskSession>;
  /** @param token - the value of a cookie, whatever it holds */
  find: (token: string | undefined, now: Date) => Promise<DeskSession | undefined>;
  end: (session: DeskSession) => Promise<void>;
}

/** Deletes sessions that have ended, and the results of old changes. */
export async function deleteOldDeskRows({ query }: Pick<Database, 'query'>, now: Date): Promise<void> {
  await query
    .deleteFrom('desk_sessions')
    .where((row) =>
      row.or([row('created_at', '<=', before(now, longestTime)), row('seen_at', '<=', before(now, idleTime))]),
    )
    .execute();
  await query.deleteFrom('desk_changes').where('created_at', '<', before(now, changesTime)).execute();
}

/**
 * @param password - a session is stored under a digest of its token that is made with the password. So a copy of the database
 *   opens no session, and a new password ends them all.
 */
export function deskSessions(database: Database, password: string): Sessions {
  const { query } = database;
  let key: Promise<CryptoKey> | undefined;
  const digestOf = async (token: string) => sign(await (key ??= keyFrom(password)), token);
  const open = async (token: string) => ({ token, formToken: await sign(await keyFrom(token), 'form') });

  return {
    async start(now) {
      await deleteOldDeskRows(database, now);
      const token = randomToken();
      const time = now.toISOString();
      await query
        .insertInto('desk_sessions')
        .values({ digest: await digestOf(token), created_at: time, seen_at: time })
        .execute();
      return open(token);
    },

    async find(token, now) {
      if (!token || !isToken(token)) return undefined;
      const digest = await digestOf(token);
      const found = await query
        .selectFrom('desk_sessions')
        .select('seen_at')
        .where('digest', '=', digest)
        .where('created_at', '>', before(now, longestTime))
        .where('seen_at', '>', before(now, idleTime))
        .executeTakeFirst();
      if (!found) return undefined;
      if (found.seen_at < before(now, seenInterval))
        await query
          .updateTable('desk_sessions')
          .set({ seen_at: now.toISOString() })
          .where('digest', '=', digest)
          .execute();
      return open(token);
    },

    async end({ token }) {
      await query
        .deleteFrom('desk_sessions')
        .where('digest', '=', await digestOf(token))
        .execute();
    },
  };
}
