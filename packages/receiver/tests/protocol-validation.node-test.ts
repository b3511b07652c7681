import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { parseProgram } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

onBothDatabases('validating a sign-up', ({ create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  it('returns 400 and names every invalid field', async () => {
    const long = (length: number) => 'x'.repeat(length);
    const consent = { given: true, version: '1', text: 'Yes' };
    const cases: [fields: Record<string, unknown>, errors: Record<string, string>][] = [
      [{ submissionId: undefined }, { submissionId: 'missing' }],
      [{ submissionId: '123' }, { submissionId: 'invalid' }],
      [{ submissionId: 7 }, { submissionId: 'invalid' }],
      [{ program: ' ' }, { program: 'missing' }],
      [{ program: long(201) }, { program: 'too-long' }],
      [{ session: '#unknown' }, { session: 'invalid' }],
      [{ session: long(501) }, { session: 'too-long' }],
      [{ format: 'family' }, { format: 'invalid' }],
      [{ waitingList: 'yes' }, { waitingList: 'invalid' }],
      [{ name: undefined }, { name: 'missing' }],
      [{ name: '\u0000 \u0007' }, { name: 'missing' }],
      [{ name: '\u200b\u2060 \u3164' }, { name: 'missing' }],
      [{ name: { first: 'Ana' } }, { name: 'invalid' }],
      [{ name: long(201) }, { name: 'too-long' }],
      [{ email: 'ana' }, { email: 'invalid' }],
      [{ email: 'ana@mail' }, { email: 'invalid' }],
      [{ email: `${long(245)}@mail.example` }, { email: 'too-long' }],
      [{ telephone: '12' }, { telephone: 'invalid' }],
      [{ telephone: 'call me' }, { telephone: 'invalid' }],
      [{ telephone: '5'.repeat(51) }, { telephone: 'too-long' }],
      [
        { email: undefined, telephone: undefined },
        { email: 'missing', telephone: 'missing' },
      ],
      [{ preferredContact: 'fax' }, { preferredContact: 'invalid' }],
      [{ leaveMessage: true }, { leaveMessage: 'invalid' }],
      [{ times: long(501) }, { times: 'too-long' }],
      [{ childAgeBand: long(51) }, { childAgeBand: 'too-long' }],
      [{ message: long(2001) }, { message: 'too-long' }],
      [{ consent: undefined }, { consent: 'missing' }],
      [{ consent: { ...consent, given: undefined } }, { consent: 'missing' }],
      [{ consent: { ...consent, given: false } }, { consent: 'invalid' }],
      [{ consent: { ...consent, text: '' } }, { consent: 'missing' }],
      [{ consent: { ...consent, text: long(4001) } }, { consent: 'too-long' }],
      [{ consent: 'yes' }, { consent: 'invalid' }],
      [{ shoeSize: 41 }, { shoeSize: 'invalid' }],
      [
        { name: '', email: 'x', program: undefined },
        { name: 'missing', email: 'invalid', program: 'missing' },
      ],
    ];
    for (const [fields, fieldErrors] of cases) {
      const { status, body } = await receiver.send(submission(fields));
      assert.deepEqual([status, body], [400, { fieldErrors }], JSON.stringify(fields).slice(0, 80));
    }
  });

  it('returns 400 for anything that is not a JSON object', async () => {
    // As deep as 32 kB allows. A recursive parser would overflow its stack.
    const deep = (key: string, levels = Math.floor(32_000 / (key.length + 5))) =>
      `{"${key}":`.repeat(levels) + '1' + '}'.repeat(levels);
    for (const body of [
      deep('a'),
      deep('consent'),
      `{"consent":${deep('a')}}`,
      `{"name":${'['.repeat(15_000)}${']'.repeat(15_000)}}`,
    ])
      assert.equal((await receiver.send(body)).status, 400, body.slice(0, 20));
    for (const body of ['', '{', 'null', '[]', '"text"', '7', '{"__proto__":{"name":"x"}}'])
      assert.equal((await receiver.send(body)).status, 400, body);
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 3 }), async (body) => {
        const response = await receiver.send(body);
        assert.equal(response.status, 400);
        assert.ok('fieldErrors' in response.body);
      }),
      { numRuns: 100 },
    );
  });

  it('stores any text without its control characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const signup = submission({ message: `a${text}z` });
        assert.equal((await receiver.send(signup)).status, 201);
        const [row] = await receiver.stored(signup['submissionId']);
        // eslint-disable-next-line no-control-regex -- the stored text must not have them
        assert.match(row?.message ?? '', /^a[^\u0000-\u0009\u000b-\u001f\u007f]*z$/);
        assert.equal((await receiver.send(signup)).status, 200);
      }),
      { numRuns: 60 },
    );
    const name = 'José\n  Ángel 👩\u200d🚀';
    const signup = submission({ name: name.normalize('NFD'), message: 'First\r\nsecond\u0000' });
    await receiver.send(signup);
    const [row] = await receiver.stored(signup['submissionId']);
    assert.equal(row?.name, 'José Ángel 👩\u200d🚀'.normalize('NFC'));
    // The same text in another Unicode form is the same sign-up.
    assert.equal((await receiver.send({ ...signup, name: name.normalize('NFC') })).status, 200);
    assert.equal(row?.message, 'First\nsecond');
  });

  it('accepts the longest sign-up that the schema allows, in any script', async () => {
    const signup = submission({
      program: '🧸'.repeat(200),
      name: '🧸'.repeat(200),
      times: '🧸'.repeat(500),
      childAgeBand: '🧸'.repeat(50),
      message: '🧸'.repeat(2000),
      consent: { given: true, version: '🧸'.repeat(100), text: '🧸'.repeat(4000) },
    });
    assert.equal((await receiver.send(signup)).status, 201);
  });

  it('returns 201 for a filled honeypot, and stores nothing', async () => {
    const bot = submission({ website: 'https://spam.example' });
    const { status, body } = await receiver.send(bot);
    assert.equal(status, 201);
    assert.match(body.reference ?? '', /^.{4}-.{4}$/);
    assert.equal((await receiver.stored(bot['submissionId'])).length, 0);
    // Other errors are not reported either.
    assert.equal((await receiver.send(submission({ website: 'x', name: '', email: 'x' }))).status, 201);
    assert.equal((await receiver.send({ website: 'x' })).status, 201);
  });

  it('stores a sign-up with an empty honeypot', async () => {
    for (const website of ['', '  ', null]) {
      const signup = submission({ website });
      assert.equal((await receiver.send(signup)).status, 201);
      assert.equal((await receiver.stored(signup['submissionId'])).length, 1);
    }
    // A program may take the field for a checkbox. The error shows its author the mistake.
    for (const website of [false, true, 0, 7, [], {}])
      assert.deepEqual((await receiver.send(submission({ website }))).body, { fieldErrors: { website: 'invalid' } });
  });

  it('returns 413 for a body over 32 kB, with or without Content-Length', async () => {
    const large = JSON.stringify(submission({ message: 'x'.repeat(33 * 1024) }));
    const { status, body } = await receiver.send(large, { 'Content-Length': `${large.length}` });
    assert.deepEqual([status, body], [413, { code: 'too-large' }]);
    const streamed = await receiver.app.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    assert.equal(streamed.status, 413);
  });

  it('returns 415 or 403 for content types that a form on any page could send', async () => {
    for (const type of ['text/plain', 'multipart/form-data', 'application/jsonp'])
      assert.equal((await receiver.send(submission(), { 'Content-Type': type })).status, 415, type);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    assert.equal((await receiver.send(submission(), form)).status, 403);
    assert.equal(
      (await receiver.send(submission(), { 'Content-Type': 'application/json; charset=utf-8' })).status,
      201,
    );
  });

  it('finds a session whose @id contains white space of any kind', async () => {
    const spaced = receiver.another({
      program: parseProgram({
        '@type': 'Course',
        hasCourseInstance: [{ '@id': 'Group\u00a0 B' }, { '@id': 'Line\nC', maximumAttendeeCapacity: 9_999_999_999 }],
      }),
    });
    for (const session of ['Group\u00a0 B', 'Group B', 'Line\nC']) {
      const { status } = await send(spaced, submission({ session }));
      assert.equal(status, 201, session);
    }
  });

  it('removes invisible characters from an email address and control characters from a name', async () => {
    const signup = submission({ name: 'Ana\u0085 \u009fB', email: '\u202aana@mail.ex\u200bample\u202c' });
    assert.equal((await receiver.send(signup)).status, 201);
    const [row] = await receiver.stored(signup['submissionId']);
    assert.deepEqual([row?.name, row?.email], ['Ana B', 'ana@mail.example']);
    assert.deepEqual((await receiver.send(submission({ name: '\u0085' }))).body, { fieldErrors: { name: 'missing' } });
  });
});
