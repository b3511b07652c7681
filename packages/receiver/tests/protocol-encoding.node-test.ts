import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { listSignups } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { origin } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

const formType = 'application/x-www-form-urlencoded';
const acceptPage = 'text/html,*/*;q=0.8';

onBothDatabases('the encoding of a sign-up', ({ create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    receiver.app.request('/signups', { method: 'POST', headers: { Origin: origin, ...headers }, body });
  const telephone = '503 555 0142';
  const form = (name: string, more = '') => `program=Growing&telephone=${telephone}&consent=yes&name=${name}${more}`;
  const postForm = (name: string, more = '', headers: Record<string, string> = {}) =>
    post(form(name, more), { 'Content-Type': formType, Accept: acceptPage, ...headers });
  const names = async () => (await listSignups(receiver.database)).map(({ name }) => name);

  it('is UTF-8: a form in another encoding gets a page that says what to do, and nothing is stored', async () => {
    const before = await names();
    for (const [label, name] of Object.entries({
      'ISO-8859-1': 'J%FCrgen',
      'a Latin-1 letter at the end': 'Jos%E9',
      'Shift JIS': '%83%86%83%8A',
      'UTF-16': '%FE%FF%00A',
      overlong: 'A%C0%AFna',
      surrogate: 'Ana%ED%A0%BD',
      'beyond Unicode': 'Ana%F5%80%80%80',
      'cut off': 'Jos%C3',
    })) {
      const response = await postForm(name);
      assert.equal(response.status, 400, label);
      const page = await response.text();
      assert.match(page, /cannot send letters such as é, ñ, or ü\. Nothing was saved\. Go back, /, label);
      assert.match(page, /For the site owner: Add accept-charset=&#34;utf-8&#34; to the form\./);
      assert.equal(receiver.entries.at(-1)?.outcome, 'not-utf-8');
    }
    const inSpanish = await postForm('Jos%E9', '&locale=es', { 'Accept-Language': 'en' });
    assert.match(await inSpanish.text(), /<html lang="es">.*Vuelva atrás.*accept-charset/s);
    // In the name of a field, and as bytes that are not even escaped.
    assert.equal((await postForm('Ana', '&%FC=1')).status, 400);
    const raw = Uint8Array.from(Buffer.from(form('Jürgen'), 'latin1'));
    assert.equal((await post(raw, { 'Content-Type': formType })).status, 400);
    assert.deepEqual(await names(), before);
  });

  it('is UTF-8: JSON in another encoding gets a code, and nothing is stored', async () => {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const signup = submission({ name: 'Jürgen' });
      const bytes = Uint8Array.from(Buffer.from(JSON.stringify(signup), encoding));
      const response = await post(bytes, { 'Content-Type': 'application/json' });
      assert.equal(response.status, 400);
      if (encoding === 'latin1') assert.deepEqual(await response.json(), { fieldErrors: {}, code: 'not-utf-8' });
      assert.deepEqual(await receiver.stored(signup['submissionId']), []);
    }
  });

  it('may be another one only if the text has the same letters in both', async () => {
    for (const charset of ['iso-8859-1', '"windows-1252"', 'US-ASCII', 'iso-2022-jp', 'nonsense']) {
      const type = `${formType}; charset=${charset}`;
      assert.equal((await postForm('J%C3%BCrgen', '', { 'Content-Type': type })).status, 400, charset);
      assert.equal(
        (await postForm('Ana', '', { 'Content-Type': type })).status,
        200 + Number(charset === 'iso-8859-1'),
      );
      const json = { 'Content-Type': `application/json;charset=${charset}` };
      assert.equal((await post(JSON.stringify(submission({ name: 'Jürgen' })), json)).status, 400);
      assert.equal((await post(JSON.stringify(submission()), json)).status, 201);
    }
    for (const charset of ['utf-8', 'UTF8', '"UTF-8"'])
      assert.ok((await postForm('Ana', '', { 'Content-Type': `${formType}; charset=${charset}` })).ok);
    // The browser writes its encoding into a field with this name.
    assert.equal((await postForm('J%C3%BCrgen', '&_charset_=windows-1252')).status, 400);
    assert.equal((await postForm('%1B$B%25f', '&_charset_=ISO-2022-JP')).status, 400);
    assert.ok((await postForm('J%C3%BCrgen', '&_charset_=UTF-8')).ok);
    assert.ok((await postForm('Ana', '&_charset_=windows-1252')).ok);
    assert.ok((await postForm('J%C3%BCrgen', '&_charset_=')).ok);
  });

  it('keeps every letter of a form in UTF-8', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const name = `Ana ${randomUUID()}`;
        const fields = { program: 'Growing', name, telephone, consent: 'yes', message: `a ${typed} z` };
        assert.equal((await receiver.sendForm(fields, { Origin: origin })).status, 201);
        const json = submission({ name, message: fields.message });
        assert.equal((await receiver.send(json)).status, 201);
        const stored = (await listSignups(receiver.database)).filter((row) => row.name === name);
        assert.equal(stored.length, 2);
        assert.equal(stored[0]?.message, stored[1]?.message);
        assert.ok(!stored[0]?.message?.includes('\ufffd') || typed.includes('\ufffd'));
      }),
      { numRuns: 40 },
    );
  });

  it('reads a percent sign, a byte order mark and a character reference as they were meant', async () => {
    assert.equal((await postForm('100%')).status, 201);
    assert.equal((await postForm('5%zz')).status, 201);
    // On a Latin-1 page a browser sends letters that the encoding lacks as character references.
    assert.equal((await postForm('%26%23321%3Bukasz+%26%23128516%3B+%26%2360%3B+%26%239999999%3B')).status, 201);
    assert.equal((await post(`\ufeff${form('Bom')}`, { 'Content-Type': formType })).status, 201);
    assert.equal((await receiver.send(`\ufeff${JSON.stringify(submission({ name: 'Bom JSON' }))}`)).status, 201);
    const stored = await names();
    for (const name of ['100%', '5%zz', 'Łukasz 😄 &#60; &#9999999;', 'Bom', 'Bom JSON'])
      assert.ok(stored.includes(name), name);
  });

  it('loses no letter to a control character or half of an emoji', async () => {
    const signup = submission({ name: 'Ana\u0000 B', message: 'See you \ud83d soon', times: '\u0000' });
    assert.equal((await receiver.send(signup)).status, 201);
    const [row] = await receiver.stored(signup['submissionId']);
    assert.deepEqual([row?.name, row?.message, row?.times], ['Ana B', 'See you \ufffd soon', null]);
    assert.equal((await postForm('Ana%00+C')).status, 201);
    assert.ok((await names()).includes('Ana C'));
  });

  it('does not matter for a form that is refused anyway: multipart gets a page that names the cause', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nJ\u00fcrgen\r\n--x--\r\n';
    const bytes = Uint8Array.from(Buffer.from(body, 'latin1'));
    const response = await post(bytes, { 'Content-Type': 'multipart/form-data; boundary=x', Accept: acceptPage });
    assert.equal(response.status, 415);
    assert.match(await response.text(), /Nothing was saved\. .*For the site owner: Remove enctype from the form\./s);
  });
});
