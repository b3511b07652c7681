/**
 * What happens when things break in the middle of it. FAULT_SUBMISSIONS sets how many sign-ups are sent while processes
 * are killed (default 500; docs/reliability.md says what 2000 gave).
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, it } from 'node:test';
import { listSignups } from '@havenkit/receiver';
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
