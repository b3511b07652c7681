/**
 * Measures sign-ups per second, compared with a bare Hono handler that writes the same row to the same kind of database and
 * does nothing else: no validation, idempotency, places, rate limit or log.
 *
 *   npm run build -w @havenkit/receiver && node packages/receiver/bench.mjs [seconds]
 *
 * Each server runs in its own process. The two take turns, and the medians of the rounds are printed.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createReceiver, migrate } from '@havenkit/receiver';
import { listen, openDatabase } from '@havenkit/receiver/node';

const rounds = 5;
const connections = 32;

/** @type {Record<string, (path: string) => Promise<number>>} */
const servers = {
  async receiver(path) {
    const database = openDatabase(path);
    await migrate(database);
    // The log goes to a pipe that the parent process drains.
    const { port } = await listen(createReceiver({ database, rateLimit: false }), { port: 0 });
    return port;
  },
  async bare(path) {
    await migrate(openDatabase(path));
    const database = new DatabaseSync(path);
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
    const insert = database.prepare(
      `insert into signups (submission_id, reference, digest, created_at, program, waiting_list, name, email, telephone,
        telephone_e164, message, consent_version, consent_text, locale) values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const app = new Hono().post('/signups', async (context) => {
      const { submissionId, program, name, email, telephone, message, consent, locale } = await context.req.json();
      const reference = submissionId.slice(0, 9);
      insert.run(
        ...[submissionId, submissionId, '0'.repeat(64), new Date().toISOString(), program, name, email, telephone],
        ...['+15035550142', message, consent.version, consent.text, locale],
      );
      return context.json({ reference, waitingList: false }, 201);
    });
    return new Promise((resolve) => {
      serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(port));
    });
  },
};

const body = () =>
  JSON.stringify({
    submissionId: randomUUID(),
    program: 'Eight evenings',
    name: 'Ana Example',
    email: 'ana@mail.example',
    telephone: '+1 503 555 0142',
    message: 'We would like to begin in spring.',
    consent: { given: true, version: '1', text: 'I agree that you may keep what I enter here to call me back.' },
    locale: 'en',
  });

/** @param {Agent} agent @param {number} port @returns {Promise<number>} the response's status */
const post = (agent, port) =>
  new Promise((resolve, reject) => {
    request({ agent, port, host: '127.0.0.1', path: '/signups', method: 'POST' }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .setHeader('Content-Type', 'application/json')
      .on('error', reject)
      .end(body());
  });

/** Sends sign-ups for some seconds. @param {number} port @param {number} seconds */
async function load(port, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  /** @type {number[]} */
  const times = [];
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const status = await post(agent, port);
      if (status !== 201) throw new Error(`Expected status 201, got ${status}.`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  times.sort((a, b) => a - b);
  const quantile = (/** @type {number} */ part) => times[Math.floor(times.length * part)] ?? 0;
  return { perSecond: times.length / seconds, p50: quantile(0.5), p99: quantile(0.99) };
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function main() {
  const seconds = Number(process.argv[2] ?? 4);
  const folder = mkdtempSync(join(tmpdir(), 'havenkit-bench-'));
  /** @type {Map<string, Awaited<ReturnType<typeof load>>[]>} */
  const results = new Map();
  const running = Object.keys(servers).map((name) => {
    const child = fork(import.meta.filename, ['--serve', name, join(folder, `${name}.sqlite`)], { silent: true });
    child.stdout?.resume();
    return { name, child, port: new Promise((resolve) => child.once('message', resolve)) };
  });
  for (const { port } of running) await load(Number(await port), 1);
  for (let round = 0; round < rounds; round++)
    for (const { name, port } of running)
      results.set(name, [...(results.get(name) ?? []), await load(Number(await port), seconds)]);
  for (const { child } of running) child.kill();

  console.log(`${rounds} rounds of ${seconds} s, taking turns, ${connections} connections, medians\n`);
  console.log('|  | sign-ups per second | median | 99th percentile |\n| --- | --- | --- | --- |');
  for (const [name, all] of results) {
    const medianOf = (/** @type {'perSecond' | 'p50' | 'p99'} */ key) => median(all.map((result) => result[key]));
    console.log(
      `| ${name} | ${medianOf('perSecond').toFixed(0)} | ${medianOf('p50').toFixed(1)} ms | ${medianOf('p99').toFixed(1)} ms |`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

const [flag, name = '', path = ''] = process.argv.slice(2);
if (flag === '--serve') process.send?.(await servers[name]?.(path));
else await main();
