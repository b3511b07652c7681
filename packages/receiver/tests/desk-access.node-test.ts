/** Who gets to the desk, and who does not. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type LogEntry, parseProgram, type ReceiverOptions } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, type DeskPage, fieldsOf, password } from './support/desk.ts';
import { origin } from './support/http.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

const minute = 60_000;
const program = parseProgram({ '@type': 'Course', hasCourseInstance: { '@id': '#tue', maximumAttendeeCapacity: 2 } });
const message = ({ document }: DeskPage) => document.querySelector('[role=status] p')?.textContent;

onBothDatabases('access to the desk', ({ kind, create }) => {
  let receiver: TestReceiver;
  let time: number;
  let clients = 0;
  let entries: LogEntry[];
  let browser: DeskBrowser;
  let reference: string;

  const withDesk = (options: Partial<ReceiverOptions> = {}) =>
    receiver.another({
      program,
      desk: { password },
      allowedOrigins: [origin],
      clientAddress: ({ req }) => req.header('X-Client') ?? `${clients}`,
      now: () => new Date(time),
      log: (entry) => entries.push(entry),
      ...options,
    });
  const statusOf = async (path = '/desk') => (await browser.request(path)).status;

  before(async () => {
    receiver = await startReceiver(create);
    const { body } = await receiver.send(submission({ session: undefined, name: 'Ana' }));
    reference = body.reference ?? '';
  });
  after(() => receiver.close());
  beforeEach(() => {
    // A day later, so that no limit of an earlier test is left.
    time = Date.now() + ++clients * 86_400_000;
    entries = [];
    browser = new DeskBrowser(withDesk());
  });

  it('is off without a password, and then looks like any other address', async () => {
    const off = new DeskBrowser(withDesk({ desk: undefined }));
    for (const path of ['/desk', '/desk/sign-in', '/desk/style.css']) {
      const response = await off.request(path);
      assert.deepEqual([response.status, await response.json()], [404, { code: 'not-found' }]);
    }
    assert.throws(() => withDesk({ desk: { password: `  ${'x'.repeat(14)}  ` } }), RangeError);
  });

  it('asks for the password, whatever the address, and says nothing about what exists', async () => {
    const answers = new Set<string>();
    for (const text of [reference, 'K7QX-3MTD'])
      for (const path of ['person', 'cancel', 'delete']) {
        const response = await browser.request(`/desk/${path}?reference=${text}`);
        const location = (response.headers.get('Location') ?? '').replace(text, '').replace(path, '');
        answers.add(`${response.status} ${location} ${await response.text()}`);
      }
    assert.deepEqual([...answers], ['303 /desk/sign-in?to=%3Freference%3D ']);
    assert.equal((await browser.open('/desk/no-such-page')).url, '/desk/sign-in');
    const wrong = await browser.press(await browser.open(), 'Sign in', { password: 'maple otter violin rail' });
    assert.equal(wrong.status, 403);
    assert.match(wrong.text, /That password did not work\. Check it and try again\./);
    assert.equal(wrong.document.querySelector('#password')?.getAttribute('aria-describedby'), 'problem');
    assert.equal(browser.cookie, undefined);
    assert.equal(await statusOf(), 303);
  });

  it('opens with the password, also with a space after it or with accents written in another way', async () => {
    const accented = new DeskBrowser(withDesk({ desk: { password: 'mar\u00eda violin otter' } }));
    const page = await accented.press(await accented.open(), 'Sign in', { password: 'mari\u0301a violin otter ' });
    assert.equal(page.url, '/desk?notice=arrival');
    assert.equal(message(page), undefined);
  });

  it('leads back to the page that was asked for, and to no other site', async () => {
    const asked = await browser.open(`/desk/person?reference=${reference}`);
    assert.equal(
      (await browser.press(asked, 'Sign in', { password })).document.querySelector('h1')?.textContent,
      'Ana',
    );
    const bad = [
      '//evil.example',
      'https://evil.example',
      '\\\\evil.example',
      '/../signups',
      'person?reference=x&done=y',
    ];
    for (const to of [...bad, 'sign-out', 'javascript:alert(1)']) {
      const other = new DeskBrowser(withDesk({ clientAddress: () => to }));
      const page = await other.open(`/desk/sign-in?to=${encodeURIComponent(to)}`);
      assert.equal(fieldsOf(page, 'Sign in').get('to'), '');
      assert.equal((await other.press(page, 'Sign in', { password, to })).url, '/desk?notice=arrival');
    }
  });

  it('sets a cookie that only this host gets, over HTTPS, and no script reads', async () => {
    const body = new URLSearchParams({ password });
    const response = await browser.request('/desk/sign-in', {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    const cookie = response.headers.get('Set-Cookie') ?? '';
    assert.match(cookie, /^__Host-desk=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const stored = JSON.stringify(await receiver.database.query.selectFrom('desk_sessions').selectAll().execute());
    assert.ok(!stored.includes(cookie.slice(12, 76)));
    // Without the cookie, the page explains why it asks for the password again.
    browser.cookie = undefined;
    assert.match(`${message(await browser.open(response.headers.get('Location') ?? ''))}`, /did not stay signed in/);
  });

  it('gives nobody a session that was there before signing in', async () => {
    browser.cookie = `__Host-desk=${'0'.repeat(64)}`;
    await browser.signIn();
    const first = browser.cookie;
    assert.equal((await browser.open('/desk/sign-in')).url, '/desk');
    await browser.send('/desk/sign-in', new URLSearchParams({ password }));
    const second = browser.cookie;
    assert.notEqual(second, first);
    browser.cookie = first;
    assert.equal(await statusOf(), 303);
    browser.cookie = second;
    assert.equal(await statusOf(), 200);
    for (const cookie of ['', 'x', '0'.repeat(64), "' or 1=1 --", '\u00e9'.repeat(64)]) {
      browser.cookie = `__Host-desk=${encodeURIComponent(cookie)}`;
      assert.equal(await statusOf(), 303, cookie);
    }
  });

  it('ends a session after 30 minutes without use, and after 12 hours in any case', async () => {
    await browser.signIn();
    time += 29 * minute;
    assert.equal(await statusOf(), 200);
    time += 29 * minute;
    assert.equal(await statusOf(), 200);
    time += 30 * minute;
    assert.equal(await statusOf(), 303);

    await browser.signIn();
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      time += 20 * minute;
      assert.equal(await statusOf(), 200);
    }
    time += 20 * minute;
    assert.equal(await statusOf(), 303);
  });

  it('ends a session for everyone who has its cookie when it is signed out', async () => {
    const page = await browser.signIn();
    const thief = new DeskBrowser(withDesk());
    thief.cookie = browser.cookie;
    assert.equal((await thief.request('/desk')).status, 200);
    const out = await browser.press(page, 'Sign out');
    assert.equal(message(out), 'You are signed out.');
    assert.equal(browser.cookie, undefined);
    assert.equal((await thief.request('/desk')).status, 303);
    assert.equal(message(await thief.press(page, 'Sign out')), 'You are signed out.');
  });

  it('ends all sessions when the password is changed, and none when the receiver starts again', async () => {
    await browser.signIn();
    const { cookie } = browser;
    for (const [other, status] of [
      [password, 200],
      ['another otter violin rain', 303],
    ] as const) {
      browser = new DeskBrowser(withDesk({ desk: { password: other } }));
      browser.cookie = cookie;
      assert.equal(await statusOf(), status);
    }
  });

  it('limits the attempts of one client and of all together, with the right password too', async () => {
    const attempt = async (client: string, text: string) => {
      const other = new DeskBrowser(withDesk0, { 'X-Client': client });
      return (await other.send('/desk/sign-in', new URLSearchParams({ password: text }))).status;
    };
    const withDesk0 = withDesk();
    const statuses = [];
    for (let index = 0; index < 12; index++) statuses.push(await attempt('192.0.2.1', 'wrong'));
    assert.deepEqual(statuses, [...Array<number>(10).fill(403), 429, 429]);
    assert.equal(await attempt('192.0.2.1', password), 429);
    assert.equal(await attempt('192.0.2.2', password), 200);
    time += minute;
    assert.equal(await attempt('192.0.2.1', password), 200);

    time += 10 * minute;
    const many = [];
    for (let index = 0; index < 62; index++) many.push(await attempt(`198.51.100.${index}`, 'wrong'));
    assert.deepEqual(many, [...Array<number>(60).fill(403), 429, 429]);
    assert.ok(entries.some(({ path, outcome }) => path === '/desk/sign-in' && outcome === 'wrong-password'));
  });

  // On SQLite, the process that counts is the only one.
  if (kind === 'postgres')
    it('compares no password while attempts cannot be counted', async () => {
      const broken = await startReceiver(create);
      await broken.database.query.destroy();
      const other = new DeskBrowser(broken.another({ desk: { password }, log: (entry) => entries.push(entry) }));
      for (const text of ['wrong', password]) {
        const page = await other.send('/desk/sign-in', new URLSearchParams({ password: text }));
        assert.equal(page.status, 503);
        assert.match(page.text, /The database did not answer/);
      }
      assert.ok(entries.some(({ outcome }) => outcome === 'limit-failed'));
    });

  it('limits the pages of a stranger, but not of somebody who is signed in', async () => {
    const app = withDesk({ rateLimit: undefined });
    const helper = new DeskBrowser(app);
    await helper.signIn();
    browser = new DeskBrowser(app);
    const statuses = new Set<number>();
    for (let index = 0; index < 121; index++) statuses.add(await statusOf('/desk/sign-in'));
    assert.deepEqual([...statuses], [200, 429]);
    assert.equal(await statusOf('/desk/style.css'), 200);
    assert.equal((await helper.request('/desk')).status, 200);
  });
});

describe('the desk and other sites', () => {
  let receiver: TestReceiver;
  let browser: DeskBrowser;
  let page: DeskPage;
  before(async () => {
    receiver = await startReceiver(() => Promise.resolve(':memory:'));
    browser = new DeskBrowser(receiver.another({ program, desk: { password }, allowedOrigins: [origin] }));
    await receiver.send(submission({ session: undefined, name: 'Ana' }));
    await browser.signIn();
    page = await browser.open('/desk');
    page = await browser.follow(await browser.follow(page, 'Ana'), 'Cancel this sign-up');
  });
  after(() => receiver.close());
  const canceled = async () =>
    (await receiver.database.query.selectFrom('signups').select('canceled_at').execute()).filter(
      (row) => row.canceled_at,
    );

  it('does nothing with a form from another page, even of an origin that may send sign-ups', async () => {
    const fields = fieldsOf(page, 'Cancel this sign-up');
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      const sent = await browser.send('/desk/cancel', fields, { 'Sec-Fetch-Site': site, Origin: origin });
      assert.equal(sent.status, 403, site);
      assert.match(sent.text, /^.*Nothing was changed/);
    }
    const signIn = await browser.send('/desk/sign-in', new URLSearchParams({ password }), {
      'Sec-Fetch-Site': 'cross-site',
    });
    assert.equal(signIn.status, 403);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json'])
      assert.equal((await browser.send('/desk/cancel', fields, { 'Content-Type': type })).status, 400, type);
    assert.deepEqual(await canceled(), []);
  });

  it('counts a page of another site as a stranger, also on a sibling subdomain, which gets the cookie', async () => {
    const open = async (site: string, mode: string, destination: string) => {
      const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': destination };
      return (await browser.request('/desk', { headers })).status;
    };
    for (const site of ['same-site', 'cross-site']) {
      assert.equal(await open(site, 'navigate', 'iframe'), 303, site);
      assert.equal(await open(site, 'no-cors', 'image'), 303, site);
      assert.equal(await open(site, 'cors', 'empty'), 303, site);
      assert.equal(await open(site, 'navigate', 'document'), 200, site);
    }
    assert.equal(await open('same-origin', 'no-cors', 'style'), 200);
  });

  it('asks for no password where others could read it on its way', async () => {
    const other = new DeskBrowser(receiver.another({ program, desk: { password } }));
    const plain = await other.request('/desk/sign-in', { method: 'GET' });
    assert.equal(plain.status, 403);
    const text = await plain.text();
    assert.match(text, /Open the desk over HTTPS/);
    assert.ok(!text.includes('<input'));
    for (const site of ['none', 'same-origin', 'same-site', 'cross-site']) {
      const asked = await other.request('/desk/sign-in', { headers: { 'Sec-Fetch-Site': site } });
      assert.match(await asked.text(), /type="password"/, site);
    }
  });

  it('does nothing with a form of another session, and shows its page again', async () => {
    const other = new DeskBrowser(receiver.another({ program, desk: { password } }));
    await other.signIn();
    for (const token of ['', 'x', fieldsOf(await other.open(), 'Sign out').get('token') ?? '']) {
      const sent = await browser.press(page, 'Cancel this sign-up', { token });
      assert.match(`${message(sent)}`, /^That page was from an earlier sign-in, so nothing was changed\./);
      assert.equal(sent.document.querySelector('h1')?.textContent, 'Cancel the sign-up of Ana?');
    }
    assert.deepEqual(await canceled(), []);
  });

  it('loses nothing when the session has ended: says so, and leads back after signing in', async () => {
    const { cookie } = browser;
    browser.cookie = undefined;
    const signIn = await browser.press(page, 'Cancel this sign-up');
    assert.match(`${message(signIn)}`, /^You were signed out by then, so nothing was changed\./);
    const wrong = await browser.press(signIn, 'Sign in', { password: 'something else, wrong' });
    const back = await browser.press(wrong, 'Sign in', { password });
    assert.equal(back.document.querySelector('h1')?.textContent, 'Cancel the sign-up of Ana?');
    assert.match(`${message(back)}`, /nothing was changed\. Do it again here\.$/);
    assert.deepEqual(await canceled(), []);
    assert.equal(message(await browser.press(back, 'Cancel this sign-up')), 'Ana is no longer taking part.');
    browser.cookie = cookie;
  });

  it('cannot be framed, read, stored or indexed, and runs no script', async () => {
    for (const path of ['/desk', '/desk/sign-in', '/desk/person?reference=x', '/desk/nothing']) {
      const { headers } = await browser.request(path, { headers: { Origin: origin } });
      assert.equal(
        headers.get('Content-Security-Policy'),
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin');
      assert.match(headers.get('X-Robots-Tag') ?? '', /noindex/);
      assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    }
    const style = await browser.request('/desk/style.css');
    assert.match(style.headers.get('Cache-Control') ?? '', /immutable/);
    // The headers of the other routes stay as they were.
    const health = await browser.request('/health');
    assert.match(health.headers.get('Content-Security-Policy') ?? '', /style-src 'sha256-/);
    assert.equal(health.headers.get('Cache-Control'), 'no-store');
  });

  it('does not read a body that is too large, nor a notice that it does not know', async () => {
    const large = new URLSearchParams({ password: 'x'.repeat(20_000) });
    assert.equal(
      (await browser.send('/desk/sign-in', large, { 'Content-Length': `${`${large}`.length}` })).status,
      413,
    );
    for (const text of ['hello', 'constructor', '__proto__'])
      assert.equal(message(await browser.open(`/desk?notice=${text}&done=${text}%00`)), undefined);
  });

  it('says that it does not know what happened when the database fails, without a detail', async () => {
    const broken = await startReceiver(() => Promise.resolve(':memory:'));
    const other = new DeskBrowser(broken.another({ program, desk: { password } }));
    const signedIn = await other.signIn();
    await broken.database.query.destroy();
    const failed = await other.press(signedIn, 'Sign out');
    assert.equal(failed.status, 503);
    assert.match(failed.text, /We do not know if it worked/);
    assert.ok(!failed.html.includes('Error'));
  });
});
