import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { Hono } from 'hono';
import { sql } from 'kysely';
import pg from 'pg';
import { createReceiver, type Database, listSignups, type LogEntry, migrate, parseProgram } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { submission, typed } from './support/submission.ts';

const program = parseProgram({
  '@type': 'Course',
  hasCourseInstance: [
    { '@id': '#spring', maximumAttendeeCapacity: 2 },
    { '@id': '#none-left', maximumAttendeeCapacity: 8, remainingAttendeeCapacity: 0 },
    { '@id': '#open' },
  ],
});
const origin = 'https://practice.example';
const reference = /^[2-9B-DF-HJKM-NP-TV-Z]{4}-[2-9B-DF-HJKM-NP-TV-Z]{4}$/;

onBothDatabases('POST /signups', ({ kind, create }) => {
  let database: Database;
  let url: string;
  let app: ReturnType<typeof createReceiver>;
  const entries: LogEntry[] = [];

  before(async () => {
    url = await create();
    database = openDatabase(url);
    await migrate(database);
    app = createReceiver({
      database,
      program,
      allowedOrigins: [origin],
      rateLimit: false,
      log: (entry) => entries.push(entry),
    });
  });
  after(() => database.query.destroy());

  const send = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
    return { status: response.status, headers: response.headers, body: (await response.json()) as object };
  };
  /** As a browser without script does. */
  const sendForm = async (
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string>,
    to: Pick<typeof app, 'request'> = app,
  ) =>
    to.request('/signups', {
      method: 'POST',
      headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers },
      body: new URLSearchParams(fields),
    });
  const stored = async (id: unknown) =>
    (await listSignups(database)).filter(({ submission_id }) => submission_id === id);

  it('stores a sign-up and answers 201 with a reference', async () => {
    const one = submission({ session: '#open' });
    const { status, body } = await send(one);
    assert.equal(status, 201);
    assert.match((body as { reference: string }).reference, reference);
    assert.equal((body as { waitingList: boolean }).waitingList, false);
    const [row] = await stored(one['submissionId']);
    assert.ok(row);
    const { digest, created_at, submission_id, consent_text, ...rest } = row;
    assert.match(digest, /^[0-9a-f]{64}$/);
    assert.ok(Math.abs(Date.parse(created_at) - Date.now()) < 60_000);
    assert.equal(submission_id, one['submissionId']);
    assert.match(consent_text, /call me back/);
    assert.deepEqual(rest, {
      reference: (body as { reference: string }).reference,
      program: 'Eight evenings',
      session: '#open',
      format: 'group',
      waiting_list: 0,
      waiting_position: null,
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

  it('takes the least that a sign-up can be', async () => {
    const least = {
      submissionId: randomUUID().toUpperCase(),
      program: 'x',
      name: 'Ana',
      telephone: '311',
      consent: { given: true, version: '1', text: 'Yes' },
      locale: 'es',
    };
    assert.equal((await send(least)).status, 201);
    const [row] = await stored(least.submissionId.toLowerCase());
    assert.equal(row?.telephone, '311');
    assert.equal(row?.telephone_e164, null);
    assert.equal((await send(submission({ telephone: undefined }))).status, 201);
    // Digits of any script.
    assert.equal((await send(submission({ telephone: '٠٥٠ ٣٥٥ ٠١٤٢' }))).status, 201);
    assert.equal((await send(submission({ email: '' }))).status, 201);
  });

  it('answers the same sign-up under the same id with 200 and the same reference', async () => {
    const one = submission();
    const first = await send(one);
    for (const again of [
      one,
      { ...one, elapsed: 99_000 },
      { ...one, name: `  ${typed.name} ` },
      { ...one, session: '' },
    ]) {
      const { status, body } = await send(again);
      assert.equal(status, 200);
      assert.deepEqual(body, first.body);
    }
    assert.equal((await stored(one['submissionId'])).length, 1);
  });

  it('answers for a sign-up that it has when its session has left the program', async () => {
    const one = submission({ session: '#open' });
    const { body } = await send(one);
    const later = createReceiver({ database, program: parseProgram({ '@type': 'Course' }), rateLimit: false });
    const again = async (other: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await later.request('/signups', { method: 'POST', headers, body: JSON.stringify(other) });
      return [response.status, (await response.json()) as object];
    };
    assert.deepEqual(await again(one), [200, body]);
    assert.deepEqual(await again({ ...one, name: 'Another name' }), [422, { code: 'mismatch' }]);
    const late = submission({ session: '#open' });
    assert.deepEqual(await again(late), [400, { fieldErrors: { session: 'invalid' } }]);
    assert.equal((await stored(late['submissionId'])).length, 0);
  });

  it('does not care in which order the keys come, or how the JSON is spaced', async () => {
    const one = submission();
    const { body: first } = await send(one);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(one), { minLength: Object.keys(one).length }),
        fc.shuffledSubarray(['given', 'version', 'text'], { minLength: 3 }),
        fc.integer({ min: 0, max: 4 }),
        async (keys, consentKeys, space) => {
          const consent = one['consent'] as Record<string, unknown>;
          const shuffled = Object.fromEntries(keys.map((key) => [key, one[key]]));
          shuffled['consent'] = Object.fromEntries(consentKeys.map((key) => [key, consent[key]]));
          const { status, body } = await send(JSON.stringify(shuffled, undefined, space));
          assert.equal(status, 200);
          assert.deepEqual(body, first);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('answers another sign-up under the same id with 422, whatever differs', async () => {
    const one = submission({ session: '#open' });
    await send(one);
    const others: Record<string, unknown>[] = [
      { name: 'Another name' },
      { email: 'other@mail.example' },
      { telephone: undefined },
      { message: `${typed.message}!` },
      { session: undefined },
      { waitingList: true },
      { consent: { ...(one['consent'] as object), version: '2026-12' } },
    ];
    for (const other of others) {
      const { status, body } = await send({ ...one, ...other });
      assert.deepEqual([status, body], [422, { code: 'mismatch' }]);
    }
    const [row] = await stored(one['submissionId']);
    assert.equal(row?.name, typed.name);
  });

  it('stores one of many that come at the same time under one id; the others are told to wait, or its reference', async () => {
    const one = submission();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(one)));
    const by = (status: number) => answers.filter((answer) => answer.status === status);
    assert.equal(by(201).length, 1);
    assert.equal(by(200).length + by(409).length, 19);
    for (const { body, headers } of by(409)) {
      assert.deepEqual(body, { code: 'in-flight' });
      assert.equal(headers.get('Retry-After'), '1');
    }
    assert.ok(by(409).length > 0);
    const { status, body } = await send(one);
    assert.equal(status, 200);
    assert.deepEqual(body, by(201)[0]?.body);
  });

  if (kind === 'postgres')
    it('answers 409 while another process stores the same id', async () => {
      const one = submission();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('begin');
      await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [one['submissionId']]);
      const { status, body } = await send(one);
      assert.deepEqual([status, body], [409, { code: 'in-flight' }]);
      await other.query('rollback');
      await other.end();
      assert.equal((await send(one)).status, 201);
    });

  it('refuses what is not valid with 400, and names every field', async () => {
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
      [{ locale: 'english, please' }, { locale: 'invalid' }],
      [{ locale: undefined }, { locale: 'missing' }],
      [{ elapsed: -1 }, { elapsed: 'invalid' }],
      [{ shoeSize: 41 }, { shoeSize: 'invalid' }],
      [
        { name: '', email: 'x', locale: undefined },
        { name: 'missing', email: 'invalid', locale: 'missing' },
      ],
    ];
    for (const [fields, fieldErrors] of cases) {
      const { status, body } = await send(submission(fields));
      assert.deepEqual([status, body], [400, { fieldErrors }], JSON.stringify(fields).slice(0, 80));
    }
  });

  it('refuses what is no JSON object with 400, never with an error of its own', async () => {
    // As deep as 32 kB can go, where a recursive reader would run out of stack.
    const deep = (key: string, levels = Math.floor(32_000 / (key.length + 5))) =>
      `{"${key}":`.repeat(levels) + '1' + '}'.repeat(levels);
    for (const body of [
      deep('a'),
      deep('consent'),
      `{"consent":${deep('a')}}`,
      `{"name":${'['.repeat(15_000)}${']'.repeat(15_000)}}`,
    ])
      assert.equal((await send(body)).status, 400, body.slice(0, 20));
    for (const body of ['', '{', 'null', '[]', '"text"', '7', '{"__proto__":{"name":"x"}}'])
      assert.equal((await send(body)).status, 400, body);
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 3 }), async (body) => {
        const answer = await send(body);
        assert.equal(answer.status, 400);
        assert.ok('fieldErrors' in answer.body);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps any text that a person can type, without control characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const one = submission({ message: `a${text}z` });
        assert.equal((await send(one)).status, 201);
        const [row] = await stored(one['submissionId']);
        // eslint-disable-next-line no-control-regex -- they are what must not be there
        assert.match(row?.message ?? '', /^a[^\u0000-\u0009\u000b-\u001f\u007f]*z$/);
        assert.equal((await send(one)).status, 200);
      }),
      { numRuns: 60 },
    );
    const name = 'José\n  Ángel 👩\u200d🚀';
    const one = submission({ name: name.normalize('NFD'), message: 'First\r\nsecond\u0000' });
    await send(one);
    const [row] = await stored(one['submissionId']);
    assert.equal(row?.name, 'José Ángel 👩\u200d🚀'.normalize('NFC'));
    // Whoever typed it on another system wrote the same.
    assert.equal((await send({ ...one, name: name.normalize('NFC') })).status, 200);
    assert.equal(row?.message, 'First\nsecond');
  });

  it('takes the longest sign-up that the schema allows, in any script', async () => {
    const one = submission({
      program: '🧸'.repeat(200),
      name: '🧸'.repeat(200),
      times: '🧸'.repeat(500),
      childAgeBand: '🧸'.repeat(50),
      message: '🧸'.repeat(2000),
      consent: { given: true, version: '🧸'.repeat(100), text: '🧸'.repeat(4000) },
    });
    assert.equal((await send(one)).status, 201);
  });

  it('takes an Idempotency-Key that is the id, quoted or not, and refuses another', async () => {
    const one = submission();
    const id = one['submissionId'] as string;
    assert.equal((await send(one, { 'Idempotency-Key': `"${id}"` })).status, 201);
    assert.equal((await send(one, { 'Idempotency-Key': id.toUpperCase() })).status, 200);
    const { status, body } = await send(one, { 'Idempotency-Key': `"${randomUUID()}"` });
    assert.deepEqual([status, body], [400, { fieldErrors: { submissionId: 'invalid' } }]);
  });

  it('answers 409 for a full session and keeps nothing; with waitingList it keeps the order', async () => {
    const full = submission({ session: '#none-left' });
    const refused = await send(full);
    assert.deepEqual([refused.status, refused.body], [409, { code: 'full' }]);
    assert.equal((await stored(full['submissionId'])).length, 0);
    // The person may change their mind: nothing was stored under that id.
    const { status, body } = await send({ ...full, waitingList: true });
    assert.equal(status, 201);
    assert.equal((body as { waitingList: boolean }).waitingList, true);
    assert.deepEqual((await send({ ...full, waitingList: true })).body, body);
    const second = submission({ session: '#none-left', waitingList: true });
    await send(second);
    assert.equal((await stored(full['submissionId']))[0]?.waiting_position, 1);
    assert.equal((await stored(second['submissionId']))[0]?.waiting_position, 2);
  });

  it('gives a place to someone who would have waited, while there is one', async () => {
    const answers = [];
    for (let number = 0; number < 3; number++)
      answers.push((await send(submission({ session: '#spring', waitingList: true }))).body);
    assert.deepEqual(
      answers.map((answer) => (answer as { waitingList: boolean }).waitingList),
      [false, false, true],
    );
  });

  it('answers a filled honeypot as a sign-up, and stores nothing', async () => {
    const bot = submission({ website: 'https://spam.example' });
    const { status, body } = await send(bot);
    assert.equal(status, 201);
    assert.match((body as { reference: string }).reference, reference);
    assert.equal((await stored(bot['submissionId'])).length, 0);
    // Not even what else was wrong is told.
    assert.equal((await send(submission({ website: 'x', name: '', email: 'x' }))).status, 201);
    assert.equal((await send({ website: 'x' })).status, 201);
  });

  it('loses no sign-up to a honeypot that nobody filled', async () => {
    for (const website of ['', '  ', null]) {
      const one = submission({ website });
      assert.equal((await send(one)).status, 201);
      assert.equal((await stored(one['submissionId'])).length, 1);
    }
    // Such as a program sends for a box that is not ticked: it learns that this is none.
    for (const website of [false, true, 0, 7, [], {}])
      assert.deepEqual((await send(submission({ website }))).body, { fieldErrors: { website: 'invalid' } });
  });

  it('answers 413 for a body over 32 kB, told beforehand or not', async () => {
    const large = JSON.stringify(submission({ message: 'x'.repeat(33 * 1024) }));
    const { status, body } = await send(large, { 'Content-Length': `${large.length}` });
    assert.deepEqual([status, body], [413, { code: 'too-large' }]);
    const streamed = await app.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    assert.equal(streamed.status, 413);
  });

  it('answers 415 for what a form on any page could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])
      assert.equal((await send(submission(), { 'Content-Type': type })).status, 415, type);
    assert.equal((await send(submission(), { 'Content-Type': 'application/json; charset=utf-8' })).status, 201);
  });

  it('takes a native form of an allowed page, once however often it is sent, and answers with a page', async () => {
    const fields = { program: 'Growing', name: 'Ana <b>', telephone: '503 555 0142', consent: 'yes', more: 'x' };
    const post = (headers: Record<string, string>, change: Record<string, string> = {}) =>
      sendForm({ ...fields, ...change }, headers);
    for (const headers of [
      {},
      { Origin: 'https://elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    ])
      assert.equal((await post(headers as Record<string, string>)).status, 415);
    const before = (await listSignups(database)).length;
    const first = await post({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' });
    assert.equal(first.status, 201);
    assert.match(first.headers.get('Content-Type') ?? '', /^text\/html/);
    const page = await first.text();
    assert.match(page, /Your sign-up has arrived/);
    assert.doesNotMatch(page, /Ana|0142/);
    const again = await post({ Origin: origin });
    assert.equal(again.status, 200);
    assert.equal(await again.text(), page);
    const signups = await listSignups(database);
    assert.equal(signups.length, before + 1);
    const wrong = await post({ Origin: origin }, { name: '' });
    assert.equal(wrong.status, 400);
    assert.match(await wrong.text(), /Go back and look at: your name\./);
    assert.equal((await post({ Origin: origin }, { website: 'spam' })).status, 201);
    assert.equal((await listSignups(database)).length, before + 1);
    const inSpanish = await post({ Origin: origin, 'Accept-Language': 'es-MX,es;q=0.9' }, { name: 'María' });
    assert.match(await inSpanish.text(), /Su inscripción llegó/);
    const spanishForm = await post({ Origin: origin, 'Accept-Language': 'en-US' }, { name: 'Inés', locale: 'es' });
    assert.match(await spanishForm.text(), /Su inscripción llegó/);
  });

  it('takes a native form whatever language the browser prefers', async () => {
    for (const [preferred, locale] of [
      ['es-419,es;q=0.9', 'es-419'],
      ['de-CH-1996', 'de-CH-1996'],
      ['EN-029;q=0.5', 'en-029'],
      ['zh-hant-tw', 'zh-Hant-TW'],
      ['*', 'en'],
      ['es_MX', 'en'],
      [' ', 'en'],
      [`en-x-${'long-'.repeat(9)}tag`, 'en'],
    ] as const) {
      const name = `Ana ${randomUUID()}`;
      const fields = { program: 'Growing', name, telephone: '503 555 0142', consent: 'yes' };
      const { status } = await sendForm(fields, { Origin: origin, 'Accept-Language': preferred });
      assert.equal(status, 201, preferred);
      assert.equal((await listSignups(database)).find((row) => row.name === name)?.locale, locale);
    }
  });

  it('understands the boxes of a native form', async () => {
    const name = `Ana ${randomUUID()}`;
    const fields: [string, string][] = [
      ...Object.entries({ program: 'Growing', name, telephone: '503 555 0142', session: '#none-left' }),
      ['times', 'morning'],
      ['times', 'evening'],
      ['elapsed', 'soon'],
      ['locale', ''],
    ];
    const post = (...more: [string, string][]) => sendForm([...fields, ...more], { Origin: origin });
    for (const no of ['', 'no', 'false'])
      assert.match(await (await post(['consent', no])).text(), /look at: the box that lets us keep/);
    const full = await post(['consent', 'on'], ['waitingList', 'no']);
    assert.equal(full.status, 409);
    assert.match(await full.text(), /This group is full/);
    for (const yes of ['yes', 'true', 'on']) {
      const taken = await post(['consent', 'on'], ['waitingList', yes], ['message', yes]);
      assert.equal(taken.status, 201);
      assert.match(await taken.text(), /You are on the waiting list/);
    }
    const rows = (await listSignups(database)).filter((row) => row.name === name);
    assert.deepEqual([rows[0]?.times, rows[0]?.waiting_list, rows.length], ['morning, evening', 1, 3]);
  });

  it('makes an id for a native form out of what is kept of it', async () => {
    const fields = { program: 'Growing', name: `Ana ${randomUUID()}`, telephone: '503 555 0142', consent: 'yes' };
    const statuses = [];
    for (const more of [{ submissionId: '' }, { csrf: '1' }, { csrf: '2', name: ` ${fields.name}  ` }])
      statuses.push((await sendForm({ ...fields, ...more }, { Origin: origin })).status);
    assert.deepEqual(statuses, [201, 200, 200]);
  });

  it('knows a session whose @id has spaces of any kind', async () => {
    const spaced = createReceiver({
      database,
      program: parseProgram({
        '@type': 'Course',
        hasCourseInstance: [{ '@id': 'Group\u00a0 B' }, { '@id': 'Line\nC', maximumAttendeeCapacity: 9_999_999_999 }],
      }),
      rateLimit: false,
      log: () => undefined,
    });
    for (const session of ['Group\u00a0 B', 'Group B', 'Line\nC']) {
      const response = await spaced.request('/signups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(submission({ session })),
      });
      assert.equal(response.status, 201, session);
    }
  });

  it('takes out of texts what nobody sees and no system keeps', async () => {
    const one = submission({ name: 'Ana\u0085 \u009fB', email: '\u202aana@mail.ex\u200bample\u202c' });
    assert.equal((await send(one)).status, 201);
    const [row] = await stored(one['submissionId']);
    assert.deepEqual([row?.name, row?.email], ['Ana B', 'ana@mail.example']);
    assert.deepEqual((await send(submission({ name: '\u0085' }))).body, { fieldErrors: { name: 'missing' } });
  });

  it('does not take a sender who has gone for a database that has', async () => {
    const log: LogEntry[] = [];
    const watched = createReceiver({ database, rateLimit: false, log: (entry) => log.push(entry) });
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

  it('answers what the widget sends as a form with JSON', async () => {
    const { consent, ...one } = submission({ session: '#none-left' });
    const { version, text } = consent as { version: string; text: string };
    const fields = {
      ...one,
      ...{ waitingList: 'yes', telephoneE164: '+15035550142', altcha: 'x', elapsed: '1234.5' },
      ...{ consent: 'yes', consentVersion: version, consentText: text },
    };
    const send = () => sendForm(fields, { Origin: origin, Accept: 'application/json' });
    const first = await send();
    assert.equal(first.status, 201);
    const body = (await first.json()) as object;
    assert.deepEqual(await (await send()).json(), body);
    const [row] = await stored(one['submissionId']);
    assert.deepEqual({ ...body, text: row?.consent_text }, { reference: row?.reference, waitingList: true, text });
    assert.equal(row?.elapsed, 1234.5);
  });

  it('answers a person with a page in every case', async () => {
    const page = async (response: Response, status: number) => {
      assert.equal(response.status, status);
      assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/);
      return response.text();
    };
    const fields = { program: 'Growing', name: `Ana ${randomUUID()}`, telephone: '503 555 0142', consent: 'yes' };
    assert.match(
      await page(await sendForm({ ...fields, message: 'x'.repeat(33 * 1024) }, { Origin: origin }), 413),
      /It is too long/,
    );
    assert.match(
      await page(await sendForm(fields, { Origin: 'https://elsewhere.example', 'Accept-Language': 'es' }), 415),
      /Algo está mal en este formulario/,
    );
    assert.match(
      await page(await sendForm({ ...fields, program: '' }, { Origin: origin }), 400),
      /Something is wrong with this form/,
    );
    const wrong = { preferredContact: 'fax', childAgeBand: 'x'.repeat(51) };
    assert.match(
      await page(await sendForm({ ...fields, ...wrong }, { Origin: origin }), 400),
      /look at: how we should reach you; how old your child is\./,
    );
    const others = { database, allowedOrigins: [origin], log: () => undefined };
    const limited = createReceiver({ ...others, rateLimit: { burst: 1, perMinute: 1 } });
    await page(await sendForm(fields, { Origin: origin }, limited), 201);
    assert.match(await page(await sendForm(fields, { Origin: origin }, limited), 429), /try again in a moment/);
    const gone = openDatabase(await create());
    const without = createReceiver({ ...others, database: gone, rateLimit: false });
    assert.match(await page(await sendForm(fields, { Origin: origin }, without), 503), /We do not know yet/);
    await gone.query.destroy();
    // Pressed several times: the first may still be on its way to the disk.
    const pressed = { ...fields, name: `Ana ${randomUUID()}` };
    const answers = await Promise.all(Array.from({ length: 9 }, () => sendForm(pressed, { Origin: origin })));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status === 409))
      assert.match(await page(answer, 409), /We do not know yet.*send it again in a moment, as it is/s);
  });

  it('lets pages of the listed origins send, and no other', async () => {
    const preflight = (from: string) =>
      app.request('/signups', {
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

    const { headers } = await send(submission(), { Origin: origin });
    assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
    assert.match(headers.get('Access-Control-Expose-Headers') ?? '', /Retry-After/);
    assert.match(headers.get('Vary') ?? '', /Origin/);
    // A refusal is as readable as a confirmation.
    assert.equal((await send('{', { Origin: origin })).headers.get('Access-Control-Allow-Origin'), origin);
  });

  it('sends the security headers, with every answer', async () => {
    for (const path of ['/signups', '/health', '/nowhere']) {
      const { headers } = await app.request(path);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
      assert.equal(headers.get('Content-Security-Policy'), "default-src 'none'; frame-ancestors 'none'");
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.match(headers.get('Strict-Transport-Security') ?? '', /max-age=\d{8}/);
      assert.equal(headers.get('Cache-Control'), 'no-store');
    }
  });

  it('answers GET /health, and 404 elsewhere, as JSON', async () => {
    const health = await app.request('/health');
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }]);
    const nowhere = await app.request('/signups/1');
    assert.deepEqual([nowhere.status, await nowhere.json()], [404, { code: 'not-found' }]);
  });

  it('answers 429 with Retry-After to one client that sends too much, and not to another', async () => {
    let time = Date.UTC(2026, 0, 1);
    const limited = createReceiver({
      database,
      rateLimit: { burst: 2, perMinute: 6 },
      clientAddress: (context) => context.req.header('Test-Address'),
      now: () => new Date(time),
      log: () => undefined,
    });
    const from = (address: string) =>
      limited.request('/signups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Test-Address': address },
        body: JSON.stringify(submission()),
      });
    assert.equal((await from('192.0.2.1')).status, 201);
    assert.equal((await from('192.0.2.1')).status, 201);
    const refused = await from('192.0.2.1');
    assert.deepEqual([refused.status, await refused.json()], [429, { code: 'too-many' }]);
    assert.equal(refused.headers.get('Retry-After'), '10');
    assert.equal((await from('192.0.2.2')).status, 201);
    time += 10_000;
    assert.equal((await from('192.0.2.1')).status, 201);
    assert.equal((await from('192.0.2.1')).status, 429);
  });

  it('logs a line for each request, and nothing that a person typed', async () => {
    const words = [...Object.values(typed), '5035550142', 'Testperson', 'spam.example'];
    await app.request(`/${encodeURIComponent(typed.name)}?email=${typed.email}`);
    await app.request(`/signups?name=${encodeURIComponent(typed.name)}`);
    const text = JSON.stringify(entries);
    for (const word of words) assert.ok(!text.includes(word) && !text.includes(encodeURIComponent(word)), word);
    const outcomes = new Set(entries.map(({ outcome }) => outcome));
    for (const outcome of ['stored', 'repeated', 'mismatch', 'in-flight', 'invalid', 'full', 'honeypot', 'too-large'])
      assert.ok(outcomes.has(outcome), outcome);
    const entry = entries.find(({ outcome }) => outcome === 'stored');
    assert.deepEqual(Object.keys(entry ?? {}).sort(), ['level', 'method', 'ms', 'outcome', 'path', 'status', 'time']);
    assert.deepEqual([entry?.method, entry?.path, entry?.status], ['POST', '/signups', 201]);
  });

  if (kind === 'sqlite')
    it('flushes every commit to the disk, and overwrites what is deleted', async () => {
      for (const [setting, value] of [
        ['journal_mode', 'wal'],
        ['synchronous', 2],
        ['secure_delete', 1],
      ] as const) {
        const { rows } = await sql.raw(`pragma ${setting}`).execute(database.query);
        assert.deepEqual({ ...(rows[0] as object) }, { [setting]: value });
      }
    });

  if (kind === 'sqlite')
    it('answers 503 when the disk is full, stores nothing by halves, and goes on when there is room', async () => {
      const full = openDatabase(await create());
      await migrate(full);
      const app = createReceiver({ database: full, program, rateLimit: false, log: () => undefined });
      const post = async (body: object) => {
        const headers = { 'Content-Type': 'application/json' };
        return (await app.request('/signups', { method: 'POST', headers, body: JSON.stringify(body) })).status;
      };
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(full.query);
      await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(full.query);
      const bodies = Array.from({ length: 20 }, () => submission({ session: '#open', message: 'x'.repeat(2000) }));
      const statuses = [];
      for (const body of bodies) statuses.push(await post(body));
      assert.equal(statuses.at(-1), 503);
      const confirmed = statuses.filter((status) => status === 201).length;
      const taken = () => full.query.selectFrom('sessions').select('taken').executeTakeFirst();
      assert.equal((await listSignups(full)).length, confirmed);
      assert.equal((await taken())?.taken ?? 0, confirmed);
      await sql.raw('pragma max_page_count = 100000').execute(full.query);
      for (const body of bodies) assert.ok([200, 201].includes(await post(body)));
      assert.equal((await listSignups(full)).length, 20);
      assert.equal((await taken())?.taken, 20);
      await full.query.destroy();
    });

  it('answers 503 when the database is gone, and logs the error without its words', async () => {
    const lost = openDatabase(await create());
    const lines: LogEntry[] = [];
    const without = createReceiver({ database: lost, log: (entry) => lines.push(entry), rateLimit: false });
    // Its tables were never made.
    const response = await without.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(submission()),
    });
    assert.deepEqual([response.status, await response.json()], [503, { code: 'unavailable' }]);
    assert.equal(response.headers.get('Retry-After'), '5');
    await lost.query.destroy();
    assert.equal((await without.request('/health')).status, 503);
    assert.equal(lines.length, 2);
    for (const { level, outcome, error } of lines) {
      assert.deepEqual([level, outcome], ['error', 'unavailable']);
      assert.ok(error?.name);
    }
    assert.ok(!JSON.stringify(lines).includes('Testperson'));
  });
});
