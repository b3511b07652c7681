import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import { listSignups } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { origin, sendForm } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

onBothDatabases('a native form', ({ create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  it('is accepted from an allowed page, is stored once, and gets a page', async () => {
    const fields = { program: 'Growing', name: 'Ana <b>', telephone: '503 555 0142', consent: 'yes', more: 'x' };
    const post = (headers: Record<string, string>, change: Record<string, string> = {}) =>
      receiver.sendForm({ ...fields, ...change }, headers);
    for (const headers of [
      {},
      { Origin: 'https://elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    ])
      assert.equal((await post(headers as Record<string, string>)).status, 403);
    const before = (await listSignups(receiver.database)).length;
    const first = await post({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' });
    assert.equal(first.status, 201);
    assert.match(first.headers.get('Content-Type') ?? '', /^text\/html/);
    const page = await first.text();
    assert.match(page, /We got your sign-up/);
    assert.doesNotMatch(page, /Ana|0142/);
    const again = await post({ Origin: origin });
    assert.equal(again.status, 200);
    assert.equal(await again.text(), page);
    const signups = await listSignups(receiver.database);
    assert.equal(signups.length, before + 1);
    const wrong = await post({ Origin: origin }, { name: '' });
    assert.equal(wrong.status, 400);
    assert.match(await wrong.text(), /Go back and check:<\/p><ul><li>your name<\/li><\/ul>/);
    assert.equal((await post({ Origin: origin }, { website: 'spam' })).status, 201);
    assert.equal((await listSignups(receiver.database)).length, before + 1);
    const inSpanish = await post({ Origin: origin, 'Accept-Language': 'es-MX,es;q=0.9' }, { name: 'María' });
    assert.match(await inSpanish.text(), /Recibimos su inscripción/);
    const spanishForm = await post({ Origin: origin, 'Accept-Language': 'en-US' }, { name: 'Inés', locale: 'es' });
    assert.match(await spanishForm.text(), /Recibimos su inscripción/);
  });

  it('is accepted in any preferred language', async () => {
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
      const { status } = await receiver.sendForm(fields, { Origin: origin, 'Accept-Language': preferred });
      assert.equal(status, 201, preferred);
      assert.equal((await listSignups(receiver.database)).find((row) => row.name === name)?.locale, locale);
    }
  });

  it('may use checkboxes for consent, waiting list and times', async () => {
    const name = `Ana ${randomUUID()}`;
    const fields: [string, string][] = [
      ...Object.entries({ program: 'Growing', name, telephone: '503 555 0142', session: '#none-left' }),
      ['times', 'morning'],
      ['times', 'evening'],
      ['elapsed', 'soon'],
      ['locale', 'english, please'],
    ];
    const post = (...more: [string, string][]) => receiver.sendForm([...fields, ...more], { Origin: origin });
    for (const no of ['', 'no', 'false'])
      assert.match(await (await post(['consent', no])).text(), /check:<\/p><ul><li>the box that lets us keep/);
    const full = await post(['consent', 'on'], ['waitingList', 'no']);
    assert.equal(full.status, 409);
    assert.match(await full.text(), /This group is full/);
    for (const yes of ['yes', 'true', 'on']) {
      const taken = await post(['consent', 'on'], ['waitingList', yes], ['message', yes]);
      assert.equal(taken.status, 201);
      assert.match(await taken.text(), /You are on the waiting list/);
    }
    const rows = (await listSignups(receiver.database)).filter((row) => row.name === name);
    assert.deepEqual([rows[0]?.times, rows[0]?.waiting_list, rows.length], ['morning, evening', 1, 3]);
  });

  it('gets an id made from its stored fields', async () => {
    const fields = { program: 'Growing', name: `Ana ${randomUUID()}`, telephone: '503 555 0142', consent: 'yes' };
    const statuses = [];
    for (const more of [{ submissionId: '' }, { csrf: '1' }, { csrf: '2', name: ` ${fields.name}  ` }, { times: ' ' }])
      statuses.push((await receiver.sendForm({ ...fields, ...more }, { Origin: origin })).status);
    assert.deepEqual(statuses, [201, 200, 200, 200]);
  });

  it('gets the same id, whatever the white space in its fields', async () => {
    const name = `Ana ${randomUUID()}`;
    const fields = {
      program: 'Growing',
      telephone: '503 555 0142',
      consent: 'yes',
      consentText: 'You may\nkeep this.',
    };
    const send = (more: [string, string][]) =>
      receiver.sendForm([...Object.entries({ ...fields, name }), ...more], { Origin: origin });
    const times = (...values: string[]) => values.map((value): [string, string] => ['times', value]);
    const statuses = [];
    for (const more of [
      times('early evening', 'morning'),
      times(' early  evening', 'morning\u0000 '),
      times('', 'early \u0001 evening', '  ', 'morning', ''),
      [...times('early evening', 'morning'), ['consentText', ' You  may\r\nkeep this. '] as [string, string]],
    ])
      statuses.push((await send(more)).status);
    assert.deepEqual(statuses, [201, 200, 200, 200]);
    const [row, ...others] = (await listSignups(receiver.database)).filter((signup) => signup.name === name);
    assert.deepEqual([row?.times, row?.consent_text, others], ['early evening, morning', 'You may\nkeep this.', []]);
  });

  it('gets JSON if the widget sends it', async () => {
    const { consent, ...signup } = submission({ session: '#none-left' });
    const { version, text } = consent as { version: string; text: string };
    const fields = {
      ...signup,
      ...{ waitingList: 'yes', telephoneE164: '+15035550142', altcha: 'x', elapsed: '1234.5' },
      ...{ consent: 'yes', consentVersion: version, consentText: text },
    };
    const sendAgain = () => receiver.sendForm(fields, { Origin: origin, Accept: 'application/json' });
    const first = await sendAgain();
    assert.equal(first.status, 201);
    const body = (await first.json()) as object;
    assert.deepEqual(await (await sendAgain()).json(), body);
    const [row] = await receiver.stored(signup['submissionId']);
    assert.deepEqual({ ...body, text: row?.consent_text }, { reference: row?.reference, waitingList: true, text });
    assert.equal(row?.elapsed, 1234.5);
  });

  it('gets a page for every status', async () => {
    const page = async (response: Response, status: number) => {
      assert.equal(response.status, status);
      assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/);
      return response.text();
    };
    const fields = { program: 'Growing', name: `Ana ${randomUUID()}`, telephone: '503 555 0142', consent: 'yes' };
    assert.match(
      await page(await receiver.sendForm({ ...fields, message: 'x'.repeat(33 * 1024) }, { Origin: origin }), 413),
      /Your answers are too long/,
    );
    assert.match(
      await page(
        await receiver.sendForm(fields, { Origin: 'https://elsewhere.example', 'Accept-Language': 'es' }),
        403,
      ),
      /Algo está mal en este formulario/,
    );
    assert.match(
      await page(await receiver.sendForm({ ...fields, program: '' }, { Origin: origin }), 400),
      /Something is wrong with this form/,
    );
    const wrong = { preferredContact: 'fax', childAgeBand: 'x'.repeat(51) };
    assert.match(
      await page(await receiver.sendForm({ ...fields, ...wrong }, { Origin: origin }), 400),
      /<li>how we should contact you<\/li><li>how old your child is<\/li>/,
    );
    const limited = receiver.another({ allowedOrigins: [origin], rateLimit: { burst: 1, perMinute: 1 } });
    await page(await sendForm(limited, fields, { Origin: origin }), 201);
    assert.match(
      await page(await sendForm(limited, fields, { Origin: origin }), 429),
      /Wait a minute\. Then go back and try again/,
    );
    const gone = openDatabase(await create());
    const without = receiver.another({ allowedOrigins: [origin], database: gone });
    assert.match(await page(await sendForm(without, fields, { Origin: origin }), 503), /We do not know yet/);
    await gone.query.destroy();
    // Pressed several times: the first sign-up may not be on the disk yet.
    const pressed = { ...fields, name: `Ana ${randomUUID()}` };
    const responses = await Promise.all(
      Array.from({ length: 9 }, () => receiver.sendForm(pressed, { Origin: origin })),
    );
    assert.equal(responses.filter(({ status }) => status === 201).length, 1);
    for (const response of responses.filter(({ status }) => status === 409))
      assert.match(await page(response, 409), /We do not know yet.*send the same answers again/s);
  });
});
