import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Challenge, type Payload, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import fc from 'fast-check';
import { createReceiver, type Database, listSignups, type LogEntry, migrate, parseProgram } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { origin, send as sendTo, sendForm } from './support/http.ts';
import { command, startServer } from './support/server.ts';
import { submission, typed } from './support/submission.ts';
import { waitFor } from './support/wait.ts';

const secret = 'a secret of a test, which is long enough';
/** Cheap to solve: these tests are not about the work. */
const easy = { secret, cost: 10, attempts: 20 };

/** Solves a challenge with ALTCHA's own library, in the format of its widget. */
async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
/** A manipulated solution. */
const tampered = (text: string, change: (payload: Payload) => object): string =>
  btoa(JSON.stringify(change(JSON.parse(atob(text)) as Payload)));

onBothDatabases('proof of work', ({ create }) => {
  let database: Database;
  let url: string;
  const entries: LogEntry[] = [];
  /** Milliseconds that the receiver's clock is ahead. */
  let clockOffset = 0;
  const receiver = (options: object = {}) =>
    createReceiver({
      database,
      program: parseProgram({ '@type': 'Course', hasCourseInstance: { '@id': '#one', maximumAttendeeCapacity: 1 } }),
      allowedOrigins: [origin],
      rateLimit: false,
      log: (entry) => entries.push(entry),
      now: () => new Date(Date.now() + clockOffset),
      altcha: easy,
      ...options,
    });

  before(async () => {
    url = await create();
    database = openDatabase(url);
    await migrate(database);
  });
  after(() => database.query.destroy());

  const challenge = async (app = receiver()) => (await (await app.request('/challenge')).json()) as Challenge;
  const send = (body: object, app = receiver()) => sendTo(app, body, { Origin: origin });
  const stored = async () => (await listSignups(database)).length;
  const claimedIds = async () =>
    (await database.query.selectFrom('challenges').selectAll().execute()).map(({ submission_id }) => submission_id);

  it('issues a signed challenge that expires, to allowed pages, and stores nothing', async () => {
    const before = await claimedIds();
    const response = await receiver().request('/challenge', { headers: { Origin: origin } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    const { parameters, signature } = (await response.json()) as Challenge;
    assert.match(signature ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(Object.keys(parameters).sort(), [
      'algorithm',
      'cost',
      'expiresAt',
      'keyLength',
      'keyPrefix',
      'keySignature',
      'nonce',
      'salt',
    ]);
    assert.deepEqual([parameters.algorithm, parameters.cost], ['PBKDF2/SHA-256', 10]);
    assert.ok(Math.abs((parameters.expiresAt ?? 0) - Date.now() / 1000 - 600) < 60);
    assert.deepEqual(await claimedIds(), before);
    const elsewhere = await receiver().request('/challenge', { headers: { Origin: 'https://elsewhere.example' } });
    assert.equal(elsewhere.headers.get('Access-Control-Allow-Origin'), null);
  });

  it('accepts a sign-up with a solution, and a retry with any solution at any time', async () => {
    const signup = submission({ altcha: await solve(await challenge()) });
    const first = await send(signup);
    assert.equal(first.status, 201);
    const { altcha, ...without } = signup;
    for (const again of [
      signup,
      without,
      { ...signup, altcha: 'x' },
      { ...signup, altcha: await solve(await challenge()) },
    ]) {
      const { status, body } = await send(again);
      assert.deepEqual([status, body], [200, first.body]);
    }
    clockOffset = 3_600_000;
    assert.equal((await send(signup)).status, 200);
    clockOffset = 0;
    assert.ok(altcha);
    assert.equal((await send({ ...signup, name: 'Another' })).status, 422);
  });

  it('refuses a sign-up whose solution is missing, wrong, expired or for another challenge', async () => {
    const good = await solve(await challenge());
    const before = [await stored(), await claimedIds()];
    const wrong: Record<string, string | undefined> = {
      missing: undefined,
      'not base64': 'ä{',
      'not JSON': btoa('{'),
      'not an object': btoa('null'),
      'no challenge': tampered(good, ({ solution }) => ({ solution })),
      'no solution': tampered(good, ({ challenge }) => ({ challenge })),
      'no signature': tampered(good, ({ challenge: { parameters }, solution }) => ({
        challenge: { parameters },
        solution,
      })),
      'another signature': tampered(good, ({ challenge, solution }) => ({
        challenge: { ...challenge, signature: '0'.repeat(64) },
        solution,
      })),
      'an easier challenge': tampered(good, ({ challenge, solution }) => ({
        challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '' } },
        solution,
      })),
      'a later expiry': tampered(good, ({ challenge, solution }) => ({
        challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 4_000_000_000 } },
        solution,
      })),
      'another key': tampered(good, ({ challenge, solution }) => ({
        challenge,
        solution: { ...solution, derivedKey: '0'.repeat(64) },
      })),
      'a key of another type': tampered(good, ({ challenge, solution }) => ({
        challenge,
        solution: { ...solution, derivedKey: 7 },
      })),
      "another receiver's": await solve(
        await challenge(receiver({ altcha: { ...easy, secret: 'another secret, which is long enough too' } })),
      ),
      'its own signature': await solve({ parameters: (await challenge()).parameters }),
    };
    for (const [name, altcha] of Object.entries(wrong)) {
      const { status, body } = await send(submission({ altcha }));
      assert.deepEqual([status, body], [403, { code: 'challenge' }], name);
    }
    clockOffset = 601_000;
    assert.equal((await send(submission({ altcha: good }))).status, 403, 'after it expired');
    clockOffset = 0;
    assert.deepEqual([await stored(), await claimedIds()], before);
    assert.equal((await send(submission({ altcha: good }))).status, 201, 'before it expires');
  });

  it('refuses any malformed solution without an error', async () => {
    const app = receiver();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ minLength: 1 }).filter((text) => !!text.trim()),
          fc.json().map((text) => btoa(encodeURIComponent(text))),
          fc.record({ challenge: fc.anything(), solution: fc.anything() }).map((payload) => {
            try {
              return btoa(JSON.stringify(payload));
            } catch {
              return 'x';
            }
          }),
        ),
        async (altcha) => {
          assert.equal((await send(submission({ altcha }), app)).status, 403);
        },
      ),
      { numRuns: 150 },
    );
    for (const altcha of [7, {}, ['x'], true, 'x'.repeat(4001)])
      assert.equal((await send(submission({ altcha }), app)).status, 403);
  });

  it('accepts a solution for only one of several simultaneous sign-ups', async () => {
    const altcha = await solve(await challenge());
    const before = await stored();
    const app = receiver();
    const responses = await Promise.all(Array.from({ length: 8 }, () => send(submission({ altcha }), app)));
    assert.deepEqual(responses.map(({ status }) => status).sort(), [201, ...Array<number>(7).fill(403)]);
    assert.equal(await stored(), before + 1);
  });

  it('accepts a solution for only one sign-up in several processes on one database', async () => {
    const servers = await Promise.all([1, 2].map(() => startServer({ DATABASE_URL: url, ALTCHA_SECRET: secret })));
    try {
      const [first, second] = servers as [(typeof servers)[0], (typeof servers)[0]];
      for (let round = 0; round < 2; round++) {
        // With the default difficulty.
        const altcha = await solve((await (await fetch(`${first.url}/challenge`)).json()) as Challenge);
        const bodies = Array.from({ length: 4 }, () => submission({ altcha }));
        const responses = await Promise.all(bodies.map((body, at) => sendTo(at % 2 ? first : second, body)));
        const statuses = responses.map(({ status }) => status);
        assert.deepEqual([...statuses].sort(), [201, 403, 403, 403]);
        const taken = bodies[statuses.indexOf(201)] ?? {};
        for (const server of servers) assert.equal((await sendTo(server, taken)).status, 200);
      }
    } finally {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
    }
  });

  it('does not use up a solution when nothing is stored', async () => {
    const first = submission({ session: '#one', altcha: await solve(await challenge()) });
    assert.equal((await send(first)).status, 201);
    const altcha = await solve(await challenge());
    const signup = submission({ session: '#one', altcha });
    assert.equal((await send({ ...signup, name: '' })).status, 400);
    assert.equal((await send(signup)).status, 409);
    const { status, body } = await send({ ...signup, waitingList: true });
    assert.deepEqual([status, body.waitingList], [201, true]);
  });

  it('deletes expired solutions', async () => {
    const signup = submission({ altcha: await solve(await challenge()) });
    await send(signup);
    assert.ok((await claimedIds()).includes(signup['submissionId'] as string));
    clockOffset = 601_000;
    const later = submission({ altcha: await solve(await challenge()) });
    assert.equal((await send(later)).status, 201);
    clockOffset = 0;
    await waitFor('expired solutions to be deleted', async () => (await claimedIds()).length === 1);
    assert.deepEqual(await claimedIds(), [later['submissionId']]);
  });

  it('explains to a native form that it needs a solution, and accepts one with a solution', async () => {
    const fields = { program: 'Growing', name: 'Ana <b>', telephone: '503 555 0142', consent: 'yes' };
    const post = (more: Record<string, string> = {}, language = 'en') =>
      sendForm(receiver(), { ...fields, ...more }, { Origin: origin, 'Accept-Language': language });
    const before = await stored();
    const refused = await post();
    const page = await refused.text();
    assert.equal(refused.status, 403);
    assert.match(page, /did not go through.*Turn on JavaScript, go back, and send it again.*Or call us/s);
    assert.doesNotMatch(page, /Ana|0142/);
    assert.match(await (await post({}, 'es')).text(), /No pudimos recibir.*vuelva atrás/s);
    assert.equal(await stored(), before);
    // ALTCHA's own widget adds it to a native form.
    assert.equal((await post({ altcha: await solve(await challenge()) })).status, 201);
    // A second press with another solution is the same sign-up.
    assert.equal((await post({ altcha: await solve(await challenge()) })).status, 200);
    assert.equal(await stored(), before + 1);
  });

  it('returns 201 for a filled honeypot without a solution', async () => {
    const before = await stored();
    assert.equal((await send(submission({ website: 'spam' }))).status, 201);
    assert.equal(await stored(), before);
  });

  it('limits challenges separately from sign-ups', async () => {
    const app = receiver({ rateLimit: { burst: 2, perMinute: 6 } });
    const altcha = await solve(await challenge(app));
    assert.equal((await send(submission({ altcha }), app)).status, 201);
    await challenge(app);
    const limited = await app.request('/challenge');
    assert.deepEqual([limited.status, await limited.json()], [429, { code: 'too-many' }]);
    assert.equal(limited.headers.get('Retry-After'), '10');
    assert.equal((await send(submission({ altcha }), app)).status, 403);
  });

  it('is off by default', async () => {
    const app = receiver({ altcha: undefined });
    assert.equal((await app.request('/challenge')).status, 404);
    assert.equal((await send(submission(), app)).status, 201);
    for (const altcha of ['whatever it is', 'x'.repeat(4001), 7, {}])
      assert.equal((await send(submission({ altcha }), app)).status, 201);
  });

  it('logs outcomes, but no solution and no personal data', () => {
    const text = JSON.stringify(entries);
    for (const word of [...Object.values(typed), 'derivedKey', 'eyJ', secret]) assert.ok(!text.includes(word), word);
    const outcomes = new Set(entries.map(({ path, outcome }) => `${path} ${outcome}`));
    for (const outcome of ['/challenge challenge', '/challenge too-many', '/signups unproven', '/signups stored'])
      assert.ok(outcomes.has(outcome), outcome);
  });
});

describe('proof-of-work options', () => {
  it('are refused if they offer no protection', async () => {
    const database = openDatabase(':memory:');
    const set = (altcha: object) => createReceiver({ database, altcha: { secret, ...altcha } });
    for (const wrong of [{ secret: '' }, { secret: 'short' }, { cost: 0 }, { attempts: 1.5 }, { lifetime: NaN }])
      assert.throws(() => set(wrong), RangeError, JSON.stringify(wrong));
    await database.query.destroy();
  });

  it('are checked before the command listens', async () => {
    const { code, stderr } = await command(['serve'], {
      DATABASE_URL: ':memory:',
      ALTCHA_SECRET: randomUUID().slice(0, 8),
    });
    assert.equal(code, 2);
    assert.match(stderr, /ALTCHA_SECRET: .*at least 32 characters/);
  });
});
