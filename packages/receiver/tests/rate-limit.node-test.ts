import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { createReceiver, type Database, listSignups, type LogEntry, migrate, purge } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { send as sendTo } from './support/http.ts';
import { type Server, startServer } from './support/server.ts';
import { submission } from './support/submission.ts';
import { waitFor } from './support/wait.ts';

const secret = 'a secret of a test, which is long enough';
/** A request that stores nothing: these tests only count requests. */
const honeypot = { website: 'x' };

onBothDatabases('the rate limit across processes', ({ kind, create, cluster }) => {
  /** SQLite has one process. On PostgreSQL each connection pool stands for a process. */
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
  /** New receivers on all connections, with nothing in memory. */
  const receivers = (options: object = {}) => databases.map((database) => receiver(database, options));
  type App = ReturnType<typeof receiver>;

  const send = async (app: App | undefined, address: string, body: object = honeypot) => {
    assert.ok(app);
    const { status, headers } = await sendTo(app, body, { 'Test-Address': address });
    return { status, wait: headers.get('Retry-After') };
  };
  let addresses = 0;
  /** The address of a new client. */
  const newClient = () => `2001:db8:${(addresses++).toString(16)}::1`;

  before(async () => {
    url = await create();
    databases = Array.from({ length: count }, () => openDatabase(url));
    for (const database of databases) await migrate(database);
  });
  after(() => Promise.all(databases.map(({ query }) => query.destroy())));

  it('allows its burst, then one request per token, to the millisecond', async () => {
    const apps = receivers();
    const client = newClient();
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
    // After any pause the client has its burst, and no more.
    time += 3_600_000;
    for (let number = 0; number < 3; number++) assert.equal((await next()).status, 201);
    assert.equal((await next()).status, 429);
    assert.equal((await send(apps[0], newClient())).status, 201);
  });

  it('allows the same number of simultaneous requests to each client', async () => {
    const apps = receivers({ rateLimit: { burst: 7, perMinute: 60 } });
    const clients = Array.from({ length: 4 }, newClient);
    const responses = await Promise.all(
      clients.flatMap((client) =>
        Array.from({ length: 15 }, async (_, number) => ({ client, ...(await send(apps[number % count], client)) })),
      ),
    );
    for (const client of clients)
      assert.deepEqual(
        [201, 429].map(
          (status) => responses.filter((response) => response.client === client && response.status === status).length,
        ),
        [7, 8],
      );
  });

  it('never exceeds its burst plus the tokens since then, and accepts a client after its wait', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.nat(count - 1)), { maxLength: 25 }),
        async (burst, perMinute, steps) => {
          const apps = receivers({ rateLimit: { burst, perMinute } });
          const client = newClient();
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

  it('makes no client wait longer if a clock is ahead or is set back', async () => {
    const apps = receivers();
    const client = newClient();
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

  it('refuses a request above its burst that is counted after a later one', async () => {
    const apps = receivers();
    const client = newClient();
    time += 1;
    for (let number = 0; number < 3; number++) assert.equal((await send(apps[number % count], client)).status, 201);
    time -= 1;
    assert.equal((await send(apps[0], client)).status, 429);
  });

  it('counts sign-ups and challenges separately', async () => {
    const apps = receivers({ altcha: { secret, cost: 10, attempts: 2 } });
    const client = newClient();
    const challenge = async (number: number) =>
      (await apps[number % count]?.request('/challenge', { headers: { 'Test-Address': client } }))?.status;
    for (let number = 0; number < 3; number++) assert.equal((await send(apps[number % count], client)).status, 201);
    assert.equal((await send(apps[0], client)).status, 429);
    for (let number = 0; number < 3; number++) assert.equal(await challenge(number), 200);
    assert.equal(await challenge(1), 429);
  });

  it('can be turned off', async () => {
    const [app] = receivers({ rateLimit: false });
    const client = newClient();
    for (let number = 0; number < 40; number++) assert.equal((await send(app, client)).status, 201);
  });

  if (kind === 'sqlite')
    it('stores nothing', async () => {
      assert.equal((await send(receivers()[0], newClient())).status, 201);
      const [database] = databases;
      const tables = await database?.query.introspection.getTables();
      assert.deepEqual(tables?.map(({ name }) => name).sort(), [
        'challenges',
        'desk_changes',
        'desk_sessions',
        'sessions',
        'signups',
      ]);
    });

  if (kind === 'postgres') {
    const [first, second] = [0, 1].map((index) => () => {
      const database = databases[index];
      if (!database) throw new Error('The database is not open.');
      return database;
    }) as [() => Database, () => Database];
    const rows = () => first().query.selectFrom('rate_limits').selectAll().orderBy('full_at').execute();
    const salts = () => first().query.selectFrom('rate_limit_salts').selectAll().execute();
    /** Runs a task while another connection locks a table, as a migration or a backup might. */
    const whileLocked = async (statement: string, task: () => Promise<void>) => {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query(`begin; ${statement}`);
      await task();
      await other.query('rollback');
      await other.end();
    };

    it('is shared by serving processes, and survives a restart', async () => {
      const env = { DATABASE_URL: await create(), RATE_LIMIT: '4', TRUSTED_PROXIES: '1' };
      const client = '198.51.100.77';
      const post = async (server: Server) => (await sendTo(server, honeypot, { 'X-Forwarded-For': client })).status;
      const [a, b] = await Promise.all([startServer(env), startServer(env)]);
      const statuses = await Promise.all([a, b, a, b, a, b, a, b].map(post));
      assert.deepEqual(
        [201, 429].map((expected) => statuses.filter((status) => status === expected).length),
        [4, 4],
      );
      await a.end('SIGKILL');
      const restarted = await startServer(env);
      assert.equal(await post(restarted), 429);
      await Promise.all([b, restarted].map((server) => server.end('SIGTERM')));
      for (const server of [a, b, restarted]) assert.ok(!server.output().includes(client));
    });

    it('stores nothing that reveals an address', async () => {
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
      // Unlogged: not in the write-ahead log, so not in replicas or archives.
      const { rows: found } = await sql<{ relpersistence: string }>`
        select relpersistence from pg_class where relname = 'rate_limits'
      `.execute(first().query);
      assert.equal(found[0]?.relpersistence, 'u');
    });

    it('deletes idle clients a minute later, or at a purge', async () => {
      // Longer than any wait in the tests before.
      time += 3_600_000;
      const [app] = receivers();
      await send(app, newClient());
      // The first request of a process deletes the idle clients of earlier ones.
      await waitFor('idle clients to be deleted', async () =>
        (await rows()).every(({ full_at }) => full_at > time * 1000),
      );
      time += 60_000;
      await send(app, newClient());
      await waitFor('one client to remain', async () => (await rows()).length === 1);
      time += 9_999;
      await purge(first(), 365, new Date(time));
      assert.equal((await rows()).length, 1);
      time += 1;
      await purge(first(), 365, new Date(time));
      assert.deepEqual(await rows(), []);
    });

    it('uses a new salt each day, shared by all processes, and deletes the old one', async () => {
      const before = await salts();
      time = Date.UTC(2026, 10, 25) - 1;
      const apps = receivers();
      const client = newClient();
      for (let number = 0; number < 4; number++)
        assert.equal((await send(apps[number % count], client)).status, number < 3 ? 201 : 429);
      time += 10_000;
      // All at once, before any of them has the new salt.
      const others = receivers({ rateLimit: { burst: 5, perMinute: 1 } });
      const responses = await Promise.all(
        Array.from({ length: 15 }, (_, number) => send(others[number % count], client)),
      );
      assert.equal(responses.filter(({ status }) => status === 201).length, 5);
      await waitFor('the old salt to be deleted', async () => (await salts()).length === 1);
      const [salt] = await salts();
      assert.equal(salt?.day, '2026-11-25');
      assert.notEqual(salt?.salt, before[0]?.salt);
    });

    it('counts in memory if the database fails', async () => {
      const lost = openDatabase(await create());
      const lines: LogEntry[] = [];
      // It has no tables.
      const app = receiver(lost, { log: (entry: LogEntry) => lines.push(entry) });
      const client = newClient();
      const statuses = [];
      for (let number = 0; number < 4; number++) statuses.push((await send(app, client, submission())).status);
      // Three sign-ups fail in the database. The fourth exceeds the limit that the process counts in memory.
      assert.deepEqual(statuses, [503, 503, 503, 429]);
      assert.deepEqual(
        lines.slice(0, 2).map(({ outcome }) => outcome),
        ['limit-failed', 'unavailable'],
      );
      assert.deepEqual(Object.keys(lines[0] ?? {}).sort(), ['error', 'level', 'outcome', 'time']);
      await lost.query.destroy();
      assert.equal((await send(app, newClient(), submission())).status, 503);
    });

    it('accepts a sign-up if the database does not count within two seconds', async () => {
      const signup = submission();
      const app = receiver(second());
      await whileLocked('lock table rate_limits', async () => {
        assert.equal((await send(app, newClient(), signup)).status, 201);
      });
      assert.ok((await listSignups(first())).some((row) => row.submission_id === signup['submissionId']));
      assert.equal(
        entries.filter(({ outcome, error }) => outcome === 'limit-failed' && error?.name === 'TooLate').length,
        1,
      );
    });

    it('refuses a waiting client again without a query', async () => {
      const app = receiver(first());
      const client = newClient();
      for (let number = 0; number < 4; number++) await send(app, client);
      await whileLocked('lock table rate_limits', async () => {
        for (let number = 0; number < 50; number++) assert.equal((await send(app, client)).status, 429);
      });
    });

    it('resets after PostgreSQL crashes', async () => {
      const app = receiver(first());
      const client = newClient();
      for (let number = 0; number < 4; number++) assert.equal((await send(app, client)).status, number < 3 ? 201 : 429);
      await cluster().crash();
      assert.deepEqual(await rows(), []);
      const other = receiver(second());
      for (let number = 0; number < 4; number++)
        assert.equal((await send(other, client)).status, number < 3 ? 201 : 429);
    });
  }
});
