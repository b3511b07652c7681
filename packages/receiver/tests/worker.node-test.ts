/** Runs the example Worker of README.md and its dependencies with only the features that a Worker has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type createReceiver, type Database, listSignups, type LogEntry, migrate } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, hasButton, password } from './support/desk.ts';
import { origin, signupRequest } from './support/http.ts';
import { type Cluster, startCluster } from './support/postgres.ts';
import { type Realm, runInRealm } from './support/realm.ts';
import { submission, typed } from './support/submission.ts';
import { bundleForWorker } from './support/worker.ts';

const entry = fileURLToPath(new URL('fixtures/worker.js', import.meta.url));

const request = (body: object, headers: Record<string, string> = {}) =>
  new Request('https://receiver.example/signups', signupRequest(body, { Origin: origin, ...headers }));

describe('the host-independent entry point', () => {
  it('imports no modules of Node, PostgreSQL or mail', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (url: URL) => {
      if (seen.has(url.href)) return;
      seen.add(url.href);
      for (const [, name = ''] of readFileSync(url, 'utf8').matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gm))
        if (name.startsWith('.')) follow(new URL(name, url));
        else packages.add(name);
    };
    follow(new URL(import.meta.resolve('@havenkit/receiver')));
    assert.ok(seen.size > 10);
    assert.deepEqual([...packages].sort(), [
      '#native.css',
      '#signup.schema.json',
      '@cfworker/json-schema',
      'altcha-lib',
      'altcha-lib/algorithms/web/pbkdf2',
      'canonicalize',
      'csv-stringify/browser/esm/sync',
      'hono',
      'hono/body-limit',
      'hono/cookie',
      'hono/cors',
      'hono/html',
      'hono/secure-headers',
      'kysely',
      'kysely/migration',
      'libphonenumber-js/max',
    ]);
  });
});

describe('the example for Workers', () => {
  it('is in README.md', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    assert.ok(readme.includes(`\`\`\`js\n${readFileSync(entry, 'utf8')}\`\`\`\n`));
  });
});

onBothDatabases('the receiver with only web standards', ({ create }) => {
  let database: Database;
  let realm: Realm | undefined;

  before(async () => {
    database = openDatabase(await create());
    await migrate(database);
  });
  after(async () => {
    realm?.end();
    await database.query.destroy();
  });

  it('imports nothing, and stores a sign-up', async () => {
    const { code, imports } = await bundleForWorker(fileURLToPath(import.meta.resolve('@havenkit/receiver')), {
      format: 'cjs',
    });
    assert.deepEqual(imports, []);
    realm = runInRealm(code);
    const create = realm.exports['createReceiver'] as typeof createReceiver;
    const entries: LogEntry[] = [];
    const app = create({
      database,
      log: (entry) => entries.push(entry),
      altcha: { secret: 'a secret of a test, which is long enough', cost: 10, attempts: 2 },
    });
    assert.equal((await app.fetch(new Request('https://receiver.example/challenge'))).status, 200);
    assert.equal((await app.fetch(request(submission()))).status, 403);
    const plain = create({ database, log: (entry) => entries.push(entry) });
    const signup = submission();
    assert.equal((await plain.fetch(request(signup))).status, 201);
    assert.equal((await plain.fetch(request(signup))).status, 200);
    assert.equal((await plain.fetch(request({ ...signup, name: 7 }))).status, 400);
    assert.deepEqual(
      (await listSignups(database)).map((row) => row.submission_id),
      [signup['submissionId']],
    );
    assert.deepEqual(
      entries.map(({ outcome }) => outcome),
      ['challenge', 'unproven', 'stored', 'repeated', 'invalid'],
    );
  });
});

describe('the desk with only web standards', () => {
  it('opens with its password, and has no workbook', async () => {
    const database = openDatabase(':memory:');
    await migrate(database);
    const { code } = await bundleForWorker(fileURLToPath(import.meta.resolve('@havenkit/receiver')), { format: 'cjs' });
    const realm = runInRealm(code);
    const create = realm.exports['createReceiver'] as typeof createReceiver;
    const app = create({ database, desk: { password, timeZone: 'America/New_York' }, log: () => undefined });
    assert.equal((await app.fetch(request(submission()))).status, 201);
    // A realm of its own has its own Request, but responses are read like any other.
    const browser = new DeskBrowser({
      request: async (path, init) => app.fetch(new Request(`https://x.example${path as string}`, init)),
    });
    const page = await browser.signIn();
    assert.ok(page.text.includes(typed.name));
    assert.equal(hasButton(page, 'Download a table for other programs (.csv)'), true);
    assert.equal(hasButton(page, 'Download for Excel (.xlsx)'), false);
    realm.end();
    await database.query.destroy();
  });
});

describe('the example for Workers, on PostgreSQL', () => {
  let cluster: Cluster;
  let database: Database;
  let realm: Realm;
  let fetch: (request: Request) => Promise<Response>;

  before(async () => {
    cluster = await startCluster();
    const url = await cluster.createDatabase();
    database = openDatabase(url);
    await migrate(database);
    const [, name = '', folder = ''] = /@\/(\w+)\?host=(.+)$/.exec(url) ?? [];
    const { code, imports } = await bundleForWorker(entry, { format: 'cjs' });
    assert.ok(imports.includes('cloudflare:sockets') && !imports.includes('node:sqlite'), imports.join());
    realm = runInRealm(code, { postgres: `${decodeURIComponent(folder)}/.s.PGSQL.5432` });
    const worker = realm.exports['default'] as {
      fetch: (request: Request, env: object, context: object) => Promise<Response>;
    };
    const env = { HYPERDRIVE: { connectionString: `postgres://postgres@id.hyperdrive.local:5432/${name}` } };
    fetch = async (request) => {
      const tasks: Promise<unknown>[] = [];
      const response = await worker.fetch(request, env, { waitUntil: (task: Promise<unknown>) => tasks.push(task) });
      await Promise.all(tasks);
      return response;
    };
  });
  after(async () => {
    realm.end();
    await database.query.destroy();
    await cluster.stop();
  });

  it('stores a sign-up once, through the host\u2019s own sockets', async () => {
    const signup = submission({ session: '#spring' });
    const first = await fetch(request(signup));
    assert.equal(first.status, 201);
    assert.equal(first.headers.get('Access-Control-Allow-Origin'), origin);
    const again = await fetch(request(signup));
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), await first.json());
    assert.deepEqual(
      (await listSignups(database)).map((row) => row.submission_id),
      [signup['submissionId']],
    );
    assert.deepEqual(new Set(realm.connected), new Set(['id.hyperdrive.local:5432']));
  });

  it('enforces the places of its program across requests', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await fetch(request(submission({ session: '#spring' })))).status),
    );
    assert.deepEqual(statuses.sort(), [201, 409, 409, 409, 409, 409]);
  });

  it('limits a client across requests by the address in CF-Connecting-IP', async () => {
    const from = async (address: string) =>
      (await fetch(request({ website: 'x' }, { 'CF-Connecting-IP': address }))).status;
    const start = performance.now();
    const statuses = [];
    do statuses.push(await from('192.0.2.1'));
    while (statuses.at(-1) === 201 && statuses.length < 100);
    // On a slow machine the client has received further tokens, one every three seconds.
    const tokens = Math.floor((performance.now() - start) / 3000);
    assert.equal(statuses.at(-1), 429);
    assert.ok(statuses.length > 20 && statuses.length <= 21 + tokens, `${statuses.length} requests, ${tokens} tokens`);
    assert.equal(await from('192.0.2.2'), 201);
  });

  it('returns 200 for GET /health', async () => {
    assert.equal((await fetch(new Request('https://receiver.example/health'))).status, 200);
  });

  it('logs no personal data', () => {
    const outcomes = realm.lines.map((line) => (JSON.parse(line) as LogEntry).outcome);
    assert.deepEqual(new Set(outcomes), new Set(['stored', 'repeated', 'full', 'honeypot', 'too-many', 'healthy']));
    for (const word of [...Object.values(typed), '192.0.2']) assert.ok(!realm.lines.join().includes(word), word);
  });
});
