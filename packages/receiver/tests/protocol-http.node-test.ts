import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { Hono } from 'hono';
import { type LogEntry } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { origin, send } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission, typed } from './support/submission.ts';

onBothDatabases('the HTTP interface', ({ create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  it('lets only pages of the allowed origins send sign-ups', async () => {
    const preflight = (from: string) =>
      receiver.app.request('/signups', {
        method: 'OPTIONS',
        headers: {
          Origin: from,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });
    const allowed = await preflight(origin);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), origin);
    assert.match(allowed.headers.get('Access-Control-Allow-Methods') ?? '', /POST/);
    assert.match(allowed.headers.get('Access-Control-Allow-Headers') ?? '', /content-type,\s*idempotency-key/i);
    assert.equal(allowed.headers.get('Access-Control-Allow-Credentials'), null);
    for (const other of ['https://practice.example.evil.example', 'http://practice.example', `${origin}:8443`, 'null'])
      assert.equal((await preflight(other)).headers.get('Access-Control-Allow-Origin'), null, other);

    const { headers } = await receiver.send(submission(), { Origin: origin });
    assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
    assert.match(headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/);
    assert.match(headers.get('Vary') ?? '', /Origin/);
    // The page can read an error, too.
    assert.equal((await receiver.send('{', { Origin: origin })).headers.get('Access-Control-Allow-Origin'), origin);
  });

  it('sends security headers with every response', async () => {
    for (const path of ['/signups', '/health', '/nowhere']) {
      const { headers } = await receiver.app.request(path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
      assert.match(
        headers.get('Content-Security-Policy') ?? '',
        /^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'$/,
      );
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('Strict-Transport-Security'), 'max-age=15552000');
      assert.equal(headers.get('Cache-Control'), 'no-store');
    }
  });

  it('returns JSON for GET /health, and 404 for unknown paths', async () => {
    const health = await receiver.app.request('/health');
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }]);
    const nowhere = await receiver.app.request('/signups/1');
    assert.deepEqual([nowhere.status, await nowhere.json()], [404, { code: 'not-found' }]);
  });

  it('returns 429 with Retry-After only to a client that sends too much', async () => {
    let time = Date.UTC(2026, 0, 1);
    const limited = receiver.another({
      rateLimit: { burst: 2, perMinute: 6 },
      clientAddress: (context) => context.req.header('Test-Address'),
      now: () => new Date(time),
    });
    const from = (address: string) => send(limited, submission(), { 'Test-Address': address });
    assert.equal((await from('192.0.2.1')).status, 201);
    assert.equal((await from('192.0.2.1')).status, 201);
    const refused = await from('192.0.2.1');
    assert.deepEqual([refused.status, refused.body], [429, { code: 'too-many' }]);
    assert.equal(refused.headers.get('Retry-After'), '10');
    assert.equal((await from('192.0.2.2')).status, 201);
    time += 10_000;
    assert.equal((await from('192.0.2.1')).status, 201);
    assert.equal((await from('192.0.2.1')).status, 429);
  });

  it('logs one line per request, without personal data', async () => {
    const personal = [...Object.values(typed), '5035550142', 'Testperson', 'spam.example'];
    await receiver.app.request(`/${encodeURIComponent(typed.name)}?email=${typed.email}`);
    await receiver.app.request(`/signups?name=${encodeURIComponent(typed.name)}`);
    const body = submission();
    await receiver.send(body);
    await Promise.all(Array.from({ length: 20 }, () => receiver.send(body)));
    const other = submission();
    await Promise.all(Array.from({ length: 20 }, () => receiver.send(other)));
    await receiver.send({ ...body, name: 'Another name' });
    await receiver.send(submission({ email: 'x' }));
    await receiver.send(submission({ session: '#none-left' }));
    await receiver.send(submission({ website: 'https://spam.example' }));
    await receiver.send(submission({ message: typed.message.repeat(2000) }));
    const { entries } = receiver;
    const text = JSON.stringify(entries);
    for (const word of personal) assert.ok(!text.includes(word) && !text.includes(encodeURIComponent(word)), word);
    const outcomes = new Set(entries.map(({ outcome }) => outcome));
    for (const outcome of ['stored', 'repeated', 'mismatch', 'in-flight', 'invalid', 'full', 'honeypot', 'too-large'])
      assert.ok(outcomes.has(outcome), outcome);
    const entry = entries.find(({ outcome }) => outcome === 'stored');
    assert.deepEqual(Object.keys(entry ?? {}).sort(), ['level', 'method', 'ms', 'outcome', 'path', 'status', 'time']);
    assert.deepEqual([entry?.method, entry?.path, entry?.status], ['POST', '/signups', 201]);
  });

  it('does not log an error when the client disconnects', async () => {
    const log: LogEntry[] = [];
    const watched = receiver.another({ log: (entry) => log.push(entry) });
    const mounted = new Hono().route('/api', watched);
    await mounted.request('/api/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new ReadableStream({ pull: (controller) => controller.error(new TypeError('aborted')) }),
      duplex: 'half',
    } as RequestInit);
    assert.deepEqual(
      log.map(({ level, outcome, path }) => [level, outcome, path]),
      [['info', 'cut-off', '/signups']],
    );
  });
});
