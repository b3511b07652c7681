import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { createReceiver, type Database, listSignups, type LogEntry, migrate, purge } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { startServer } from './support/server.ts';
import { submission } from './support/submission.ts';

const secret = 'a secret of a test, which is long enough';
/** A sign-up that is answered without the database: what is counted here is requests. */
const honeypot = { website: 'x' };

onBothDatabases('the rate limit, of all processes together', ({ kind, create, cluster }) => {
  /** SQLite is for one process; on PostgreSQL each of these stands for one: it shares nothing with the others but that. */
  const count = kind === 'postgres' ? 3 : 1;
  const begin = Date.UTC(2026, 10, 24, 12);
  let url: string;
  let databases: Database[];
  let time = begin;
  const entries: LogEntry[] = [];

  const receiver = (database: Database, options: object = {}) =>
    createReceiver({
      database,
      rateLimit: { burst: 3, perMinute: 6 },
      clientAddress: (context) => context.req.header('Test-Address'),
      now: () => new Date(time),
      log: (entry) => entries.push(entry),
      ...options,
    });
  /** Receivers on all connections, without a memory of what was before. */
  const receivers = (options: object = {}) => databases.map((database) => receiver(database, options));
  type App = ReturnType<typeof receiver>;

  const send = async (app: App | undefined, address: string, body: object = honeypot) => {
    const headers = { 'Content-Type': 'application/json', 'Test-Address': address };
    const response = await app?.request('/signups', { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response?.status, wait: response?.headers.get('Retry-After') };
  };
  let addresses = 0;
  /** A client that was never there. */
  const someone = () => `2001:db8:${(addresses++).toString(16)}::1`;

  before(async () => {
    url = await create();
    databases = Array.from({ length: count }, () => openDatabase(url));
    for (const database of databases) await migrate(database);
  });
  after(() => Promise.all(databases.map(({ query }) => query.destroy())));

  it('lets through as many as its burst, then one whenever there is room, to the millisecond', async () => {
    const apps = receivers();
    const client = someone();
    let turn = 0;
    const next = () => send(apps[turn++ % count], client);
    const start = time;
    for (let number = 0; number < 3; number++) assert.equal((await next()).status, 201);
    for (let number = 0; number < 6; number++) assert.deepEqual(await next(), { status: 429, wait: '10' });
    time = start + 9_999;
    for (let number = 0; number < 3; number++) assert.deepEqual(await next(), { status: 429, wait: '1' });
    time = start + 10_000;
    assert.equal((await next()).status, 201);
    for (let number = 0; number < 3; number++) assert.deepEqual(await next(), { status: 429, wait: '10' });
    // However long it was quiet, it is the burst that it has.
    time += 3_600_000;
    for (let number = 0; number < 3; number++) assert.equal((await next()).status, 201);
    assert.equal((await next()).status, 429);
    assert.equal((await send(apps[0], someone())).status, 201);
  });

  it('lets through no more than that of many that come at the same time, and as many of each client', async () => {
    const apps = receivers({ rateLimit: { burst: 7, perMinute: 60 } });
    const clients = Array.from({ length: 4 }, someone);
    const answers = await Promise.all(
      clients.flatMap((client) =>
        Array.from({ length: 15 }, async (_, number) => ({ client, ...(await send(apps[number % count], client)) })),
      ),
    );
    for (const client of clients)
      assert.deepEqual(
        [201, 429].map((status) => answers.filter((one) => one.client === client && one.status === status).length),
        [7, 8],
      );
  });

  it('never lets more through than its burst and what has come since, and whoever waits as long as told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.nat(count - 1)), { maxLength: 25 }),
        async (burst, perMinute, steps) => {
          const apps = receivers({ rateLimit: { burst, perMinute } });
          const client = someone();
          const start = time;
          let passed = 0;
          let last: Awaited<ReturnType<typeof send>> | undefined;
          for (const [gap, index] of steps) {
            time += gap;
            last = await send(apps[index], client);
            if (last.status === 201) passed++;
            assert.ok(passed <= burst + ((time - start) * perMinute) / 60_000 + 1e-6);
          }
          if (last?.status !== 429) return;
          time += Number(last.wait) * 1000;
          assert.equal((await send(apps[0], client)).status, 201);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('has nobody wait longer for a clock that is ahead, or was set back', async () => {
    const apps = receivers();
    const client = someone();
    time += 3_600_000;
    await send(apps[0], client);
    time -= 3_600_000;
    assert.equal((await send(apps[count - 1], client)).status, 201);
    time += 3_600_000;
    for (let number = 0; number < 4; number++) await send(apps[0], client);
    time -= 3_600_000;
    const { status, wait } = await send(apps[0], client);
    assert.ok(status === 201 || Number(wait) <= 10, `${wait}`);
  });

  it('has one for sign-ups and one for challenges', async () => {
    const apps = receivers({ altcha: { secret, cost: 10, attempts: 2 } });
    const client = someone();
    const challenge = async (number: number) =>
      (await apps[number % count]?.request('/challenge', { headers: { 'Test-Address': client } }))?.status;
    for (let number = 0; number < 3; number++) assert.equal((await send(apps[number % count], client)).status, 201);
    assert.equal((await send(apps[0], client)).status, 429);
    for (let number = 0; number < 3; number++) assert.equal(await challenge(number), 200);
    assert.equal(await challenge(1), 429);
  });

  it('is none where it is off', async () => {
    const [app] = receivers({ rateLimit: false });
    const client = someone();
    for (let number = 0; number < 40; number++) assert.equal((await send(app, client)).status, 201);
  });

  if (kind === 'sqlite')
    it('writes nothing down', async () => {
      assert.equal((await send(receivers()[0], someone())).status, 201);
      const [database] = databases;
      const tables = await database?.query.introspection.getTables();
      assert.deepEqual(tables?.map(({ name }) => name).sort(), ['challenges', 'sessions', 'signups']);
    });

  if (kind === 'postgres') {
    const [first, second] = [0, 1].map((index) => () => {
      const database = databases[index];
      if (!database) throw new Error('It is not open.');
      return database;
    }) as [() => Database, () => Database];
    const rows = () => first().query.selectFrom('rate_limits').selectAll().orderBy('full_at').execute();
    const salts = () => first().query.selectFrom('rate_limit_salts').selectAll().execute();
    const until = async (ready: () => Promise<boolean>) => {
      for (const end = Date.now() + 10_000; !(await ready()); await pause(10)) assert.ok(Date.now() < end);
    };
    /** Somebody who keeps the table to himself, as a migration or a backup might. */
    const holding = async (statement: string, task: () => Promise<void>) => {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query(`begin; ${statement}`);
      await task();
      await other.query('rollback');
      await other.end();
    };

    it('holds for processes that serve, and over a restart', async () => {
      const env = { DATABASE_URL: await create(), RATE_LIMIT: '4', TRUSTED_PROXIES: '1' };
      const client = '198.51.100.77';
      const post = async (to: string) => {
        const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': client };
        return (await fetch(`${to}/signups`, { method: 'POST', headers, body: JSON.stringify(honeypot) })).status;
      };
      const [one, two] = await Promise.all([startServer(env), startServer(env)]);
      const statuses = await Promise.all([one, two, one, two, one, two, one, two].map(({ url }) => post(url)));
      assert.deepEqual(
        [201, 429].map((status) => statuses.filter((one) => one === status).length),
        [4, 4],
      );
      await one.end('SIGKILL');
      const again = await startServer(env);
      assert.equal(await post(again.url), 429);
      await Promise.all([two, again].map((server) => server.end('SIGTERM')));
      for (const server of [one, two, again]) assert.ok(!server.output().includes(client));
    });

    it('keeps no address, nor what one could be worked out of', async () => {
      const client = '203.0.113.9';
      const [app] = receivers();
      await send(app, client);
      const [row] = (await rows()).slice(-1);
      assert.deepEqual(Object.keys(row ?? {}).sort(), ['client', 'full_at']);
      assert.ok(row && row.client >= 0 && row.client < 2 ** 20);
      const [salt, ...more] = await salts();
      assert.deepEqual(more, []);
      assert.equal(salt?.day, '2026-11-24');
      assert.match(salt?.salt ?? '', /^[0-9a-f]{64}$/);
      // In no write-ahead log, so in no copy of the server and no archive.
      const { rows: found } = await sql<{ relpersistence: string }>`
        select relpersistence from pg_class where relname = 'rate_limits'
      `.execute(first().query);
      assert.equal(found[0]?.relpersistence, 'u');
    });

    it('forgets whoever may send as much as anybody, a minute later or at a purge', async () => {
      // Longer than any limit before this.
      time += 3_600_000;
      const [app] = receivers();
      await send(app, someone());
      // The first request of a process clears up what was there before.
      await until(async () => (await rows()).every(({ full_at }) => full_at > time * 1000));
      time += 60_000;
      await send(app, someone());
      await until(async () => (await rows()).length === 1);
      time += 9_999;
      await purge(first(), 365, new Date(time));
      assert.equal((await rows()).length, 1);
      time += 1;
      await purge(first(), 365, new Date(time));
      assert.deepEqual(await rows(), []);
    });

    it('begins a day with another salt, which all processes share, and forgets the one before', async () => {
      const before = await salts();
      time = Date.UTC(2026, 10, 25) - 1;
      const apps = receivers();
      const client = someone();
      for (let number = 0; number < 4; number++)
        assert.equal((await send(apps[number % count], client)).status, number < 3 ? 201 : 429);
      time += 10_000;
      // All at once, and none of them has it yet.
      const others = receivers({ rateLimit: { burst: 5, perMinute: 1 } });
      const answers = await Promise.all(
        Array.from({ length: 15 }, (_, number) => send(others[number % count], client)),
      );
      assert.equal(answers.filter(({ status }) => status === 201).length, 5);
      await until(async () => (await salts()).length === 1);
      const [salt] = await salts();
      assert.equal(salt?.day, '2026-11-25');
      assert.notEqual(salt?.salt, before[0]?.salt);
    });

    it('refuses nobody because the database fails: the sign-up itself is answered 503', async () => {
      const lost = openDatabase(await create());
      const lines: LogEntry[] = [];
      // Its tables were never made.
      const app = receiver(lost, { log: (entry: LogEntry) => lines.push(entry) });
      const client = someone();
      const answers = [];
      for (let number = 0; number < 4; number++) answers.push((await send(app, client, submission())).status);
      // By what this process has seen it is one too many, and that is said.
      assert.deepEqual(answers, [503, 503, 503, 429]);
      assert.deepEqual(
        lines.slice(0, 2).map(({ outcome }) => outcome),
        ['limit-failed', 'unavailable'],
      );
      assert.deepEqual(Object.keys(lines[0] ?? {}).sort(), ['error', 'level', 'outcome', 'time']);
      await lost.query.destroy();
      assert.equal((await send(app, someone(), submission())).status, 503);
    });

    it('keeps no sign-up waiting: without an answer within two seconds it is let through, and stored', async () => {
      const one = submission();
      const app = receiver(second());
      await holding('lock table rate_limits', async () => {
        assert.equal((await send(app, someone(), one)).status, 201);
      });
      assert.ok((await listSignups(first())).some((row) => row.submission_id === one['submissionId']));
      assert.equal(
        entries.filter(({ outcome, error }) => outcome === 'limit-failed' && error?.name === 'TooLate').length,
        1,
      );
    });

    it('tells whoever has to wait so again without asking the database', async () => {
      const app = receiver(first());
      const client = someone();
      for (let number = 0; number < 4; number++) await send(app, client);
      await holding('lock table rate_limits', async () => {
        for (let number = 0; number < 50; number++) assert.equal((await send(app, client)).status, 429);
      });
    });

    it('forgets with a crash of PostgreSQL, and goes on', async () => {
      const app = receiver(first());
      const client = someone();
      for (let number = 0; number < 4; number++) assert.equal((await send(app, client)).status, number < 3 ? 201 : 429);
      await cluster().crash();
      assert.deepEqual(await rows(), []);
      const other = receiver(second());
      for (let number = 0; number < 4; number++)
        assert.equal((await send(other, client)).status, number < 3 ? 201 : 429);
    });
  }
});
