import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, erase, listSignups, migrate, promote, purge } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { sendWithRetries } from './support/client.ts';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { writeProgram } from './support/program.ts';
import { type Server, startServer } from './support/server.ts';
import { submission } from './support/submission.ts';

const places = 10;

onBothDatabases('allocating places with three processes on one database', ({ kind, create }) => {
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'havenkit-program-'));
  let database: Database;
  const servers: Server[] = [];

  before(async () => {
    url = await create();
    const sessions = ['#one', '#two', '#three', '#four', '#five'].map((id) => ({
      '@id': id,
      maximumAttendeeCapacity: places,
    }));
    const program = writeProgram(folder, ...sessions);
    // All three create the tables at the same time.
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        servers.push(await startServer({ DATABASE_URL: url, HAVENKIT_PROGRAM: program }));
      }),
    );
    database = openDatabase(url);
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    await database.query.destroy();
    rmSync(folder, { recursive: true });
  });

  /** Sends sign-ups at the same time, to the servers in turn. */
  const sendAll = (bodies: Record<string, unknown>[]) =>
    Promise.all(bodies.map((body, index) => sendWithRetries(() => servers[index % 3]?.url ?? '', body)));
  const many = (count: number, fields: Record<string, unknown>) =>
    Array.from({ length: count }, () => submission(fields));
  const rows = async (session: string) => (await listSignups(database)).filter((row) => row.session === session);
  const counts = (session: string) =>
    database.query.selectFrom('sessions').selectAll().where('session', '=', session).executeTakeFirst();

  it('gives 10 places to exactly 10 of 200 simultaneous sign-ups', async () => {
    const responses = await sendAll(many(200, { session: '#one' }));
    assert.equal(responses.filter(({ status }) => status === 201).length, places);
    assert.equal(responses.filter(({ status }) => status === 409).length, 190);
    assert.equal((await rows('#one')).length, places);
    assert.equal((await counts('#one'))?.taken, places);
  });

  it('puts the rest on the waiting list, each at a different position', async () => {
    const responses = await sendAll(many(200, { session: '#two', waitingList: true }));
    assert.ok(responses.every(({ status }) => status === 201));
    assert.equal(responses.filter(({ waitingList }) => waitingList === false).length, places);
    const waiting = (await rows('#two')).filter((row) => row.waiting_list === 1);
    assert.deepEqual(
      waiting.map((row) => row.waiting_position).sort((a, b) => Number(a) - Number(b)),
      Array.from({ length: 190 }, (_, index) => index + 1),
    );
  });

  it('gives each person one place, even if every process gets the request several times', async () => {
    const people = many(5, { session: '#three' });
    const responses = await sendAll(people.flatMap((person) => Array.from({ length: 12 }, () => person)));
    assert.equal(new Set(responses.map(({ reference }) => reference)).size, 5);
    assert.equal(responses.filter(({ status }) => status === 201).length, 5);
    assert.equal((await counts('#three'))?.taken, 5);
  });

  it('gives a freed place to the person who has waited longest, never to a newcomer', async () => {
    const session = '#four';
    await sendAll(many(places, { session }));
    const waiting = [];
    for (const body of many(3, { session, waitingList: true })) waiting.push(...(await sendAll([body])));
    const [first, second, third] = waiting;
    assert.equal(await promote(database, session, places), undefined);

    const [someone] = (await rows(session)).filter((row) => row.waiting_list === 0);
    assert.equal(await erase(database, { reference: someone?.reference ?? '' }), 1);
    assert.equal((await sendAll(many(1, { session })))[0]?.status, 409);
    assert.equal((await sendAll(many(1, { session, waitingList: true })))[0]?.waitingList, true);
    // Leaving the waiting list frees no place.
    assert.equal(await erase(database, { reference: first?.reference ?? '' }), 1);
    assert.equal(await promote(database, session, places), second?.reference);
    assert.equal(await promote(database, session, places), undefined);
    assert.equal(await promote(database, session, places + 1), third?.reference);
    assert.deepEqual({ ...(await counts(session)) }, { session, taken: places + 1, waiting: 1, last_position: 4 });
  });

  it('counts correctly while people sign up, leave and move up at the same time', async () => {
    const session = '#five';
    const responses = await sendAll(many(places + 5, { session, waitingList: true }));
    const leaving = responses.slice(0, 8).map(({ reference = '' }) => reference);
    const [erased] = await Promise.all([
      Promise.all(leaving.map((reference) => erase(database, { reference }))),
      Promise.all(Array.from({ length: 6 }, () => promote(database, session, places))),
      sendAll(many(20, { session, waitingList: true })),
      purge(database, 1, new Date()),
    ]);
    assert.deepEqual(erased, Array(8).fill(1));
    while (await promote(database, session, places));
    const all = await rows(session);
    assert.equal(all.length, places + 5 - 8 + 20);
    const { taken, waiting } = (await counts(session)) ?? {};
    assert.equal(taken, places);
    assert.equal(all.filter((row) => row.waiting_list === 0).length, places);
    assert.equal(waiting, all.length - places);
  });

  it('keeps places taken when old sign-ups are purged, but frees waiting-list positions', async () => {
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
    const before = (await listSignups(database)).length;
    assert.ok(before > 200);
    assert.equal(await purge(database, 3, inTwoDays), 0);
    assert.equal(await purge(database, 1, inTwoDays), before);
    assert.deepEqual(await listSignups(database), []);
    const { taken, waiting } = (await counts('#two')) ?? {};
    assert.deepEqual([taken, waiting], [places, 0]);
    assert.equal((await sendAll(many(1, { session: '#two' })))[0]?.status, 409);
    await assert.rejects(purge(database, 0, inTwoDays), RangeError);
  });

  if (kind === 'postgres')
    it('is not blocked by a process that stalls during a transaction', async () => {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query("begin; select from sessions where session = '#three' for update");
      const post = async (session?: string) =>
        (await send({ url: `${servers[0]?.url}` }, submission({ session }))).status;
      // One less than the server's connections, so that the last sign-up does not wait for one.
      const [blocked, unblocked] = await Promise.all([
        Promise.all(Array.from({ length: 9 }, () => post('#three'))),
        post(),
      ]);
      assert.deepEqual(new Set(blocked), new Set([503]));
      assert.equal(unblocked, 201);
      await other.query('rollback');
      await other.end();
      assert.equal(await post('#three'), 201);

      // PostgreSQL ends such a transaction after a timeout. A trigger records the timeouts of each transaction.
      await sql`create table timeouts (idle text, lock text)`.execute(database.query);
      await sql`
        create function record_timeouts() returns trigger language plpgsql as $$ begin
          insert into timeouts values (current_setting('idle_in_transaction_session_timeout'), current_setting('lock_timeout'));
          return new;
        end $$
      `.execute(database.query);
      await sql`create trigger record_timeouts before insert or update or delete on signups for each row execute function record_timeouts()`.execute(
        database.query,
      );
      const recordedTimeouts = async () =>
        (await sql<{ idle: string; lock: string }>`delete from timeouts returning *`.execute(database.query)).rows;
      const [waiting] = await sendAll(many(1, { session: '#two', waitingList: true }));
      await sendAll(many(1, {}));
      assert.deepEqual(await recordedTimeouts(), Array(3).fill({ idle: '10s', lock: '2s' }));
      assert.equal(await promote(database, '#two', places + 1), waiting?.reference);
      assert.equal(await erase(database, { reference: waiting?.reference ?? '' }), 1);
      assert.ok(await purge(database, 1, new Date(Date.now() + 2 * 86_400_000)));
      assert.deepEqual(
        new Set((await recordedTimeouts()).map(({ idle, lock }) => `${idle} ${lock}`)),
        new Set(['10s 0']),
      );
    });

  it('needs no second migration', async () => {
    assert.deepEqual(await migrate(database), []);
  });
});
