/**
 * What happens when things break in the middle of it. FAULT_SUBMISSIONS sets how many sign-ups are sent while processes
 * are killed (default 500; docs/reliability.md says what 2000 gave).
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, it } from 'node:test';
import { createReceiver, listSignups, migrate } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { type Sent, sendUntilAnswered } from './support/client.ts';
import { onBothDatabases } from './support/databases.ts';
import { type Server, startServer } from './support/server.ts';
import { submission } from './support/submission.ts';

const total = Number(process.env['FAULT_SUBMISSIONS'] ?? 500);
const clients = 8;

/** A port that was free a moment ago: a server that comes back has to be found where it was. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const between = (low: number, high: number) => Math.floor(low + Math.random() * (high - low));

onBothDatabases(`${total} sign-ups, and something is killed again and again`, ({ kind, create, cluster }) => {
  const servers = new Set<Server>();
  after(() => Promise.all([...servers].map((server) => server.end('SIGKILL'))));

  async function start(url: string, port: number) {
    const server = await startServer({ DATABASE_URL: url, PORT: `${port}` });
    servers.add(server);
    return server;
  }

  /**
   * Sends them all from several clients at once, and breaks something after every few answers.
   *
   * @param fault - breaks it and mends it
   */
  async function run(url: string, address: string, fault: () => Promise<void>) {
    const bodies = Array.from({ length: total }, () => submission());
    const sent = new Map<unknown, Sent>();
    const queue = bodies.values();
    let done = false;
    let faults = 0;
    const client = async () => {
      for (const body of queue) sent.set(body['submissionId'], await sendUntilAnswered(() => address, body));
      done = true;
    };
    const breaker = async () => {
      while (!done) {
        const next = sent.size + between(10, 50);
        // Not at the moment of an answer, but anywhere between two.
        while (!done && sent.size < next) await new Promise((resolve) => setTimeout(resolve, between(1, 5)));
        if (done) return;
        await fault();
        faults++;
      }
    };
    const broken = breaker();
    // A fault that cannot be mended ends the run at once.
    await Promise.all([...Array.from({ length: clients }, client), broken]);

    const database = openDatabase(url);
    const rows = await listSignups(database);
    await database.query.destroy();
    const answers = [...sent.values()];
    const found = new Map(rows.map((row) => [row.submission_id as unknown, row.reference]));
    return {
      faults,
      unknown: answers.reduce((sum, one) => sum + one.unknown, 0),
      /** Stored by an attempt whose answer was lost, found by the retry. */
      foundByRetry: answers.filter(({ status }) => status === 200).length,
      refused: answers.filter(({ status }) => status !== 200 && status !== 201).length,
      confirmed: answers.length,
      stored: rows.length,
      missing: [...sent].filter(([id, { reference }]) => found.get(id) !== reference).length,
      duplicated: rows.length - found.size,
    };
  }

  const expectAllOnce = (result: Awaited<ReturnType<typeof run>>, name: string) => {
    console.log(`${name}, ${kind}: ${JSON.stringify(result)}`);
    const { refused, confirmed, stored, missing, duplicated, faults } = result;
    assert.deepEqual(
      { refused, confirmed, stored, missing, duplicated },
      { refused: 0, confirmed: total, stored: total, missing: 0, duplicated: 0 },
    );
    assert.ok(faults >= total / 100, `only ${faults} faults`);
  };

  it('stores each exactly once while the receiver is killed (SIGKILL)', async () => {
    const url = await create();
    const port = await freePort();
    let server = await start(url, port);
    const result = await run(url, server.url, async () => {
      await server.end('SIGKILL');
      servers.delete(server);
      server = await start(url, port);
    });
    expectAllOnce(result, 'receiver killed');
  });

  if (kind === 'postgres')
    it('stores each exactly once while PostgreSQL crashes and recovers', async () => {
      const url = await create();
      const server = await start(url, await freePort());
      const result = await run(url, server.url, () => cluster().crash());
      expectAllOnce(result, 'PostgreSQL crashed');
      assert.match(server.output(), /"outcome":"unavailable"/);
      assert.ok(!server.output().includes('Testperson'));
    });

  if (kind === 'postgres')
    it('gives up connections that the network lost without a word', { timeout: 60_000 }, async () => {
      // By a socket in a folder, so that the connection in between is ours.
      const [, name = '', folder = ''] = /^postgres:\/\/postgres@\/(.*)\?host=(.*)$/.exec(await create()) ?? [];
      const sockets = new Set<Socket>();
      let lost = false;
      const proxy = createServer((near) => {
        if (lost) {
          sockets.add(near.pause());
          return;
        }
        const far = connect(`${decodeURIComponent(folder)}/.s.PGSQL.5432`);
        for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
        near.pipe(far).pipe(near);
      });
      proxy.listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      const { port } = proxy.address() as AddressInfo;
      const database = openDatabase(`postgres://postgres@127.0.0.1:${port}/${name}`, { connections: 2, silence: 400 });
      await migrate(database);
      const app = createReceiver({ database, rateLimit: false, log: () => undefined });
      const send = async (body: object) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await app.request('/signups', { method: 'POST', headers, body: JSON.stringify(body) })).status;
      };
      const bodies = [submission(), submission(), submission()];
      const sendAll = () => Promise.all(bodies.map(send));
      assert.equal(await send(submission()), 201);

      lost = true;
      for (const socket of sockets) socket.unpipe().pause();
      assert.deepEqual(await sendAll(), [503, 503, 503]);
      lost = false;
      assert.deepEqual(await sendAll(), [201, 201, 201]);

      await database.query.destroy();
      for (const socket of sockets) socket.destroy();
      proxy.close();
    });

  it('answers what it has begun when it is asked to end (SIGTERM)', async () => {
    const url = await create();
    const server = await start(url, 0);
    const answers = Array.from({ length: 20 }, () =>
      fetch(`${server.url}/signups`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(submission()),
      }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    await Promise.race(answers);
    await server.end('SIGTERM');
    const confirmed = (await Promise.all(answers)).filter((status) => status === 201).length;
    const database = openDatabase(url);
    assert.equal((await listSignups(database)).length, confirmed);
    await database.query.destroy();
    assert.equal(server.process.exitCode, 0);
    assert.match(server.output(), /"outcome":"stopped"/);
  });
});
