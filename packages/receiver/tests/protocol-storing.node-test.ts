import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { parseProgram } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission, typed } from './support/submission.ts';

const reference = /^[2-9B-DF-HJKM-NP-TV-Z]{4}-[2-9B-DF-HJKM-NP-TV-Z]{4}$/;

onBothDatabases('storing a sign-up', ({ kind, create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  it('returns 201 with a reference', async () => {
    const signup = submission({ session: '#open' });
    const { status, body } = await receiver.send(signup);
    assert.equal(status, 201);
    assert.match(body.reference ?? '', reference);
    assert.equal(body.waitingList, false);
    const [row] = await receiver.stored(signup['submissionId']);
    assert.ok(row);
    const { digest, created_at, submission_id, consent_text, ...rest } = row;
    assert.match(digest, /^[0-9a-f]{64}$/);
    assert.ok(Math.abs(Date.parse(created_at) - Date.now()) < 60_000);
    assert.equal(submission_id, signup['submissionId']);
    assert.match(consent_text, /call me back/);
    assert.deepEqual(rest, {
      reference: body.reference,
      program: 'Eight evenings',
      session: '#open',
      format: 'group',
      waiting_list: 0,
      waiting_position: null,
      canceled_at: null,
      version: 0,
      name: typed.name,
      email: typed.email,
      telephone: typed.telephone,
      telephone_e164: '+15035550142',
      preferred_contact: 'telephone',
      leave_message: 'no',
      times: typed.times,
      child_age_band: '3-5',
      message: typed.message,
      consent_version: '2026-11',
      locale: 'en-US',
      elapsed: 41_250.5,
    });
  });

  it('accepts a sign-up with only the required fields', async () => {
    const least = {
      submissionId: randomUUID().toUpperCase(),
      program: 'x',
      name: 'Ana',
      telephone: '311',
      consent: { given: true, version: '1', text: 'Yes' },
      locale: 'es',
    };
    assert.equal((await receiver.send(least)).status, 201);
    const [row] = await receiver.stored(least.submissionId.toLowerCase());
    assert.equal(row?.telephone, '311');
    assert.equal(row?.telephone_e164, null);
    assert.equal((await receiver.send(submission({ telephone: undefined }))).status, 201);
    // Digits of another script.
    assert.equal((await receiver.send(submission({ telephone: '٠٥٠ ٣٥٥ ٠١٤٢' }))).status, 201);
    assert.equal((await receiver.send(submission({ email: '' }))).status, 201);
  });

  it('returns 200 and the same reference for a retry', async () => {
    const signup = submission();
    const first = await receiver.send(signup);
    for (const again of [
      signup,
      { ...signup, elapsed: 99_000 },
      { ...signup, name: `  ${typed.name} ` },
      { ...signup, session: '' },
    ]) {
      const { status, body } = await receiver.send(again);
      assert.equal(status, 200);
      assert.deepEqual(body, first.body);
    }
    assert.equal((await receiver.stored(signup['submissionId'])).length, 1);
  });

  it('returns the reference for a retry after the session has left the program', async () => {
    const signup = submission({ session: '#open' });
    const { body } = await receiver.send(signup);
    const later = receiver.another({ program: parseProgram({ '@type': 'Course' }) });
    const again = async (other: object) => {
      const { status, body } = await send(later, other);
      return [status, body];
    };
    assert.deepEqual(await again(signup), [200, body]);
    assert.deepEqual(await again({ ...signup, name: 'Another name' }), [422, { code: 'mismatch' }]);
    const late = submission({ session: '#open' });
    assert.deepEqual(await again(late), [400, { fieldErrors: { session: 'invalid' } }]);
    assert.equal((await receiver.stored(late['submissionId'])).length, 0);
  });

  it('ignores the order of keys and white space in JSON when it compares sign-ups', async () => {
    const signup = submission();
    const { body: first } = await receiver.send(signup);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(signup), { minLength: Object.keys(signup).length }),
        fc.shuffledSubarray(['given', 'version', 'text'], { minLength: 3 }),
        fc.integer({ min: 0, max: 4 }),
        async (keys, consentKeys, space) => {
          const consent = signup['consent'] as Record<string, unknown>;
          const shuffled = Object.fromEntries(keys.map((key) => [key, signup[key]]));
          shuffled['consent'] = Object.fromEntries(consentKeys.map((key) => [key, consent[key]]));
          const { status, body } = await receiver.send(JSON.stringify(shuffled, undefined, space));
          assert.equal(status, 200);
          assert.deepEqual(body, first);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('returns 422 for a different sign-up with the same id', async () => {
    const signup = submission({ session: '#open' });
    await receiver.send(signup);
    const others: Record<string, unknown>[] = [
      { name: 'Another name' },
      { email: 'other@mail.example' },
      { telephone: undefined },
      { message: `${typed.message}!` },
      { session: undefined },
      { waitingList: true },
      { consent: { ...(signup['consent'] as object), version: '2026-12' } },
    ];
    for (const other of others) {
      const { status, body } = await receiver.send({ ...signup, ...other });
      assert.deepEqual([status, body], [422, { code: 'mismatch' }]);
    }
    const [row] = await receiver.stored(signup['submissionId']);
    assert.equal(row?.name, typed.name);
  });

  it('stores only one of many simultaneous requests with the same id', async () => {
    const signup = submission();
    const responses = await Promise.all(Array.from({ length: 20 }, () => receiver.send(signup)));
    const by = (status: number) => responses.filter((response) => response.status === status);
    assert.equal(by(201).length, 1);
    assert.equal(by(200).length + by(409).length, 19);
    for (const { body, headers } of by(409)) {
      assert.deepEqual(body, { code: 'in-flight' });
      assert.equal(headers.get('Retry-After'), '1');
    }
    assert.ok(by(409).length > 0);
    const { status, body } = await receiver.send(signup);
    assert.equal(status, 200);
    assert.deepEqual(body, by(201)[0]?.body);
  });

  if (kind === 'postgres')
    it('returns 409 while another process stores the same id', async () => {
      const signup = submission();
      const other = new pg.Client({ connectionString: receiver.url });
      await other.connect();
      await other.query('begin');
      await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [signup['submissionId']]);
      const { status, body } = await receiver.send(signup);
      assert.deepEqual([status, body], [409, { code: 'in-flight' }]);
      await other.query('rollback');
      await other.end();
      assert.equal((await receiver.send(signup)).status, 201);
    });

  it('accepts an Idempotency-Key equal to the id, with or without quotes, and refuses any other', async () => {
    const signup = submission();
    const id = signup['submissionId'] as string;
    assert.equal((await receiver.send(signup, { 'Idempotency-Key': `"${id}"` })).status, 201);
    assert.equal((await receiver.send(signup, { 'Idempotency-Key': id.toUpperCase() })).status, 200);
    const { status, body } = await receiver.send(signup, { 'Idempotency-Key': `"${randomUUID()}"` });
    assert.deepEqual([status, body], [400, { fieldErrors: { submissionId: 'invalid' } }]);
  });

  it('returns 409 for a full session, and numbers the waiting list', async () => {
    const full = submission({ session: '#none-left' });
    const refused = await receiver.send(full);
    assert.deepEqual([refused.status, refused.body], [409, { code: 'full' }]);
    assert.equal((await receiver.stored(full['submissionId'])).length, 0);
    // Nothing is stored under that id, so the person may change their mind.
    const { status, body } = await receiver.send({ ...full, waitingList: true });
    assert.equal(status, 201);
    assert.equal(body.waitingList, true);
    assert.deepEqual((await receiver.send({ ...full, waitingList: true })).body, body);
    const second = submission({ session: '#none-left', waitingList: true });
    await receiver.send(second);
    assert.equal((await receiver.stored(full['submissionId']))[0]?.waiting_position, 1);
    assert.equal((await receiver.stored(second['submissionId']))[0]?.waiting_position, 2);
  });

  it('prefers a place over the waiting list while one is free', async () => {
    const responses = [];
    for (let number = 0; number < 3; number++)
      responses.push((await receiver.send(submission({ session: '#spring', waitingList: true }))).body);
    assert.deepEqual(
      responses.map((response) => response.waitingList),
      [false, false, true],
    );
  });
});
