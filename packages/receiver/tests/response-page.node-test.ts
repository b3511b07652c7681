/** The page that a person without JavaScript sees after a sign-up. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { parseProgram } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { origin, sendForm } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';

const form = `${origin}/program?lang=en&from=<b>`;

/** The text of a page, one line per element. */
const textOf = (html: string): string =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .replace(/<(?!\/?(strong|a)\b)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\n+/g, '\n')
    .trim();

const course = (name: unknown, provider?: unknown) => ({ '@type': 'Course', name, provider });
const practice = { name: 'Mind & Body', telephone: '+1 (919) 555-0100' };

describe('the page after a native form', () => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(() => Promise.resolve(':memory:'));
  });
  after(() => receiver.close());

  const fields = { program: 'Growing', telephone: '503 555 0142', consent: 'yes' };
  const post = (app: TestReceiver['app'], change: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    sendForm(app, { ...fields, name: `Ana ${randomUUID()}`, ...change }, { Origin: origin, ...headers });
  const pageOf = async (...request: Parameters<typeof post>) => (await post(...request)).text();
  const withProgram = (...courses: object[]) =>
    receiver.another({ program: parseProgram(courses), allowedOrigins: [origin] });

  it('says what happens next after a sign-up and on the waiting list', async () => {
    const stored = textOf(await pageOf(receiver.app));
    assert.match(stored, /^We got your sign-up\nWe got your sign-up\nYour reference number: [\dA-Z]{4}-[\dA-Z]{4}\n/);
    assert.match(stored, /\nKeep this number in case you contact us\. We will contact you about next steps\.$/);
    const waiting = await pageOf(receiver.app, { session: '#none-left', waitingList: 'yes', locale: 'es' });
    assert.match(textOf(waiting), /^Usted está en la lista de espera\n/);
    assert.match(waiting, /Nos comunicaremos con usted si se abre un lugar\./);
  });

  it('lists one answer a line, and says how to go back to them', async () => {
    const page = await pageOf(receiver.app, { name: '', telephone: '1', preferredContact: 'fax' });
    assert.equal(
      textOf(page),
      [
        'There is a problem',
        'There is a problem',
        'Nothing was saved. Go back and check:',
        'your name',
        'your phone number',
        'how we should contact you',
        'Use the Back button of your browser. Your answers should still be there.',
      ].join('\n'),
    );
    assert.doesNotMatch(page, /<a /);
  });

  it('tells an earlier sign-up from a change that did not arrive', async () => {
    const submissionId = randomUUID();
    assert.equal((await post(receiver.app, { submissionId, name: 'Ana' })).status, 201);
    const changed = await post(receiver.app, { submissionId, name: 'Ana Ortiz' });
    assert.equal(changed.status, 422);
    const text = textOf(await changed.text());
    assert.match(text, /^We got your earlier sign-up\n/);
    assert.match(text, /but not these changes\. Call us to change it\.$/);
  });

  it('has a link to the page with the form, if that page is allowed and said where it is', async () => {
    const link = '<a href="https://practice.example/program?lang=en&#38;from=&#60;b&#62;">Go back to the website</a>';
    assert.ok((await pageOf(receiver.app, {}, { Referer: form })).includes(link));
    assert.doesNotMatch(await pageOf(receiver.app), /<a /);
    const elsewhere = { Origin: 'https://elsewhere.example', Referer: 'https://elsewhere.example/' };
    assert.doesNotMatch(await pageOf(receiver.app, {}, elsewhere), /elsewhere/);
    // The way back to answers is the browser's: a link would open an empty form.
    assert.doesNotMatch(await pageOf(receiver.app, { name: '' }, { Referer: form }), /<a /);
  });

  it('names the practice that offers the program', async () => {
    const app = withProgram(
      course('Growing', practice),
      course({ en: 'Eight evenings', es: 'Ocho noches' }, [{ name: 'Other' }]),
    );
    const page = await pageOf(app);
    assert.match(page, /<title>We got your sign-up \| Mind &#38; Body<\/title>/);
    assert.match(page, /Mind &#38; Body<br><a href="tel:\+19195550100">Call \+1 \(919\) 555-0100<\/a>/);
    assert.match(await pageOf(app, { locale: 'es' }), />Llamar al \+1 \(919\) 555-0100</);
    const others = [await pageOf(app, { program: 'Ocho noches' }), await pageOf(app, { program: 'Eight evenings' })];
    for (const other of others) assert.match(other, /<footer><p>Other<\/p><\/footer>/);
    // Two different practices: it is unclear which one the page belongs to.
    assert.doesNotMatch(await pageOf(app, { program: 'Unknown' }), /<footer>/);
    assert.doesNotMatch(await pageOf(receiver.app), /<footer>/);
  });

  it('names the only practice on every page', async () => {
    const only = parseProgram([course('Growing', practice), course('Other', practice)]);
    const database = openDatabase(':memory:');
    const broken = receiver.another({ program: only, allowedOrigins: [origin], database });
    for (const response of [
      await post(broken),
      await post(broken, { message: 'x'.repeat(33 * 1024) }),
      await post(broken, {}, { Origin: 'https://elsewhere.example' }),
      await post(broken, { program: 'Unknown', name: '' }),
    ]) {
      assert.ok([400, 403, 413, 503].includes(response.status));
      assert.match(await response.text(), /<a href="tel:\+19195550100">/);
    }
    await database.query.destroy();
  });

  it('shows a number that no link can hold as text', async () => {
    const app = withProgram(course('Growing', { telephone: '919-555-0100 ext. 7' }));
    assert.match(await pageOf(app), /<footer><p>Call 919-555-0100 ext\. 7<\/p><\/footer>/);
  });

  it('has a style sheet that its policy allows', async () => {
    const response = await post(receiver.app);
    const [, sheet = ''] = /<style>([^]*)<\/style>/.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(sheet).digest('base64');
    assert.equal(
      response.headers.get('Content-Security-Policy'),
      `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`,
    );
  });
});
