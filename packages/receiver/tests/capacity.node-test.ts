import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, erase, listSignups, migrate, promote, purge } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { sendUntilAnswered } from './support/client.ts';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { writeProgram } from './support/program.ts';
import { type Server, startServer } from './support/server.ts';
import { submission } from './support/submission.ts';

const places = 10;

onBothDatabases('places, with three processes on one database', ({ kind, create }) => {
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

  /** Sends sign-ups at the same time, in turn to each server. */
  const sendAll = (bodies: Record<string, unknown>[]) =>
    Promise.all(bodies.map((body, index) => sendUntilAnswered(() => servers[index % 3]?.url ?? '', body)));
  const many = (count: number, fields: Record<string, unknown>) =>
    Array.from({ length: count }, () => submission(fields));
  const rows = async (session: string) => (await listSignups(database)).filter((row) => row.session === session);
  const counts = (session: string) =>
    database.query.selectFrom('sessions').selectAll().where('session', '=', session).executeTakeFirst();

  it('go to exactly 10 of 200 simultaneous sign-ups', async () => {
    const answers = await sendAll(many(200, { session: '#one' }));
    assert.equal(answers.filter(({ status }) => status === 201).length, places);
    assert.equal(answers.filter(({ status }) => status === 409).length, 190);
    assert.equal((await rows('#one')).length, places);
    assert.equal((await counts('#one'))?.taken, places);
  });

  it('that are gone put the others on the waiting list, each at a position of their own', async () => {
    const answers = await sendAll(many(200, { session: '#two', waitingList: true }));
    assert.ok(answers.every(({ status }) => status === 201));
    assert.equal(answers.filter(({ waitingList }) => waitingList === false).length, places);
    const waiting = (await rows('#two')).filter((row) => row.waiting_list === 1);
    assert.deepEqual(
      waiting.map((row) => row.waiting_position).sort((a, b) => Number(a) - Number(b)),
      Array.from({ length: 190 }, (_, index) => index + 1),
    );
  });

  it('are given once to each person, however often each process gets the request', async () => {
    const people = many(5, { session: '#three' });
    const answers = await sendAll(people.flatMap((person) => Array.from({ length: 12 }, () => person)));
    assert.equal(new Set(answers.map(({ reference }) => reference)).size, 5);
    assert.equal(answers.filter(({ status }) => status === 201).length, 5);
    assert.equal((await counts('#three'))?.taken, 5);
  });

  it('that become free go to the person who has waited longest, never to a newcomer', async () => {
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

  it('are counted correctly while people sign up, leave and move up at the same time', async () => {
    const session = '#five';
    const answers = await sendAll(many(places + 5, { session, waitingList: true }));
    const leaving = answers.slice(0, 8).map(({ reference = '' }) => reference);
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

  it('stay taken when old sign-ups are purged, and waiting-list positions do not', async () => {
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
    it('are not blocked by a process that stopped during a transaction', async () => {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query("begin; select from sessions where session = '#three' for update");
      const post = async (session?: string) =>
        (await send({ url: `${servers[0]?.url}` }, submission({ session }))).status;
      // One less than the server's connections, so that the last sign-up does not wait for one.
      const [held, free] = await Promise.all([Promise.all(Array.from({ length: 9 }, () => post('#three'))), post()]);
      assert.deepEqual(new Set(held), new Set([503]));
      assert.equal(free, 201);
      await other.query('rollback');
      await other.end();
      assert.equal(await post('#three'), 201);

      // Such a process loses its locks after a time: a trigger records the limits of each transaction.
      await sql`create table seen (pause text, wait text)`.execute(database.query);
      await sql`
        create function see() returns trigger language plpgsql as $$ begin
          insert into seen values (current_setting('idle_in_transaction_session_timeout'), current_setting('lock_timeout'));
          return new;
        end $$
      `.execute(database.query);
      await sql`create trigger see before insert or update or delete on signups for each row execute function see()`.execute(
        database.query,
      );
      const seen = async () =>
        (await sql<{ pause: string; wait: string }>`delete from seen returning *`.execute(database.query)).rows;
      const [waiting] = await sendAll(many(1, { session: '#two', waitingList: true }));
      await sendAll(many(1, {}));
      assert.deepEqual(await seen(), Array(3).fill({ pause: '10s', wait: '2s' }));
      assert.equal(await promote(database, '#two', places + 1), waiting?.reference);
      assert.equal(await erase(database, { reference: waiting?.reference ?? '' }), 1);
      assert.ok(await purge(database, 1, new Date(Date.now() + 2 * 86_400_000)));
      assert.deepEqual(new Set((await seen()).map(({ pause, wait }) => `${pause} ${wait}`)), new Set(['10s 0']));
    });

  it('do not need a second migration', async () => {
    assert.deepEqual(await migrate(database), []);
  });
});
