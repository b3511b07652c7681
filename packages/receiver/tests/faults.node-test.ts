/**
 * Kills processes and drops connections while sign-ups are sent. FAULT_SUBMISSIONS is the number of sign-ups (100 by default,
 * 500 in `npm run test:thorough`; docs/reliability.md has the results for 2000).
 */
import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { after, it } from 'node:test';
import { createReceiver, listSignups, migrate } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { type FinalResponse, sendWithRetries } from './support/client.ts';
import { onBothDatabases } from './support/databases.ts';
import { freePort, listenOnFreePort, send } from './support/http.ts';
import { type Server, startServer } from './support/server.ts';
import { submission } from './support/submission.ts';
import { waitFor } from './support/wait.ts';

const total = Number(process.env['FAULT_SUBMISSIONS'] ?? (process.env['THOROUGH'] ? 500 : 100));
const clients = 8;

const between = (low: number, high: number) => Math.floor(low + Math.random() * (high - low));

onBothDatabases(`${total} sign-ups during repeated failures`, ({ kind, create, cluster }) => {
  const servers = new Set<Server>();
  after(() => Promise.all([...servers].map((server) => server.end('SIGKILL'))));

  async function start(url: string, port: number) {
    const server = await startServer({ DATABASE_URL: url, PORT: `${port}` });
    servers.add(server);
    return server;
  }

  /**
   * Sends all sign-ups from several clients at once, and causes a fault after every few responses.
   *
   * @param fault - causes one fault and recovers from it
   */
  async function run(url: string, address: string, fault: () => Promise<void>) {
    const bodies = Array.from({ length: total }, () => submission());
    const sent = new Map<unknown, FinalResponse>();
    const queue = bodies.values();
    let done = false;
    let faults = 0;
    const client = async () => {
      for (const body of queue) sent.set(body['submissionId'], await sendWithRetries(() => address, body));
      done = true;
    };
    const causeFaults = async () => {
      while (!done) {
        const next = sent.size + between(10, 50);
        // At a random moment between two responses.
        const isDue = () => done || sent.size >= next;
        await waitFor(`response ${next}`, isDue, { timeout: 60_000, interval: between(1, 5) });
        if (done) return;
        await fault();
        faults++;
      }
    };
    const faultLoop = causeFaults();
    // A failed recovery ends the run at once.
    await Promise.all([...Array.from({ length: clients }, client), faultLoop]);

    const database = openDatabase(url);
    const rows = await listSignups(database);
    await database.query.destroy();
    const responses = [...sent.values()];
    const found = new Map(rows.map((row) => [row.submission_id as unknown, row.reference]));
    return {
      faults,
      unknown: responses.reduce((sum, response) => sum + response.unknown, 0),
      /** Stored by an attempt whose response was lost, and confirmed by a retry. */
      foundByRetry: responses.filter(({ status }) => status === 200).length,
      refused: responses.filter(({ status }) => status !== 200 && status !== 201).length,
      confirmed: responses.length,
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

  it('are each stored exactly once while the receiver is killed (SIGKILL)', async () => {
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
    it('are each stored exactly once while PostgreSQL crashes and recovers', async () => {
      const url = await create();
      const server = await start(url, await freePort());
      const result = await run(url, server.url, () => cluster().crash());
      expectAllOnce(result, 'PostgreSQL crashed');
      assert.match(server.output(), /"outcome":"unavailable"/);
      assert.ok(!server.output().includes('Testperson'));
    });

  if (kind === 'postgres')
    it(
      'succeed again after the network silently drops all connections to PostgreSQL',
      { timeout: 60_000 },
      async () => {
        // PostgreSQL listens on a socket file. A proxy in between can drop connections.
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
        const port = await listenOnFreePort(proxy);
        const database = openDatabase(`postgres://postgres@127.0.0.1:${port}/${name}`, {
          connections: 2,
          silence: 400,
        });
        await migrate(database);
        const app = createReceiver({ database, rateLimit: false, log: () => undefined });
        const post = async (body: object) => (await send(app, body)).status;
        const bodies = [submission(), submission(), submission()];
        const sendAll = () => Promise.all(bodies.map(post));
        assert.equal(await post(submission()), 201);

        lost = true;
        for (const socket of sockets) socket.unpipe().pause();
        assert.deepEqual(await sendAll(), [503, 503, 503]);
        lost = false;
        assert.deepEqual(await sendAll(), [201, 201, 201]);

        await database.query.destroy();
        for (const socket of sockets) socket.destroy();
        proxy.close();
      },
    );

  it('are completed before the receiver exits if they are in progress (SIGTERM)', async () => {
    const url = await create();
    const server = await start(url, 0);
    const responses = Array.from({ length: 20 }, () =>
      send(server, submission()).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    await Promise.race(responses);
    await server.end('SIGTERM');
    const confirmed = (await Promise.all(responses)).filter((status) => status === 201).length;
    const database = openDatabase(url);
    assert.equal((await listSignups(database)).length, confirmed);
    await database.query.destroy();
    assert.equal(server.process.exitCode, 0);
    assert.match(server.output(), /"outcome":"stopped"/);
  });
});
