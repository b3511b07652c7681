/**
 * Tests the built sign-up form against each service on another origin, over real HTTP: fetch, CORS, preflights, redirects and
 * opaque responses. No adapter depends on the host of its endpoint, so the fake services run on loopback.
 */
import { readFileSync } from 'node:fs';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { createReceiver, listSignups, migrate, parseProgram, type ReceiverOptions } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import {
  formServices,
  type FormService,
  type ServiceName,
  type Sharing,
} from '../../elements/test-support/form-services.js';
import { serve, type Fault, type Loopback } from './fakes/loopback.js';

/** A fake service and the page that sends to it. */
interface Setting {
  /** The page's server. */
  readonly site: Loopback;
  /** The service's server. Its origin differs from the page's, except for Netlify, which receives forms of its own site. */
  readonly server: Loopback;
  readonly service: FormService;
  readonly stored: () => Promise<readonly object[]>;
}

type Name = 'json' | ServiceName;
const names = ['json', ...Object.keys(formServices)] as Name[];
/** Services that need a CORS preflight, because they get JSON or a custom header. */
const preflighted = ['json', 'hubspot', 'wix'];

/** The HTML of the page, and of a frame on it. */
let [markup, framed] = ['', ''];
const script = readFileSync('packages/embed/dist/signup-form.js');
const practice = (request: Request): Response => {
  const { pathname } = new URL(request.url);
  return pathname === '/signup-form.js'
    ? // A frame with an opaque origin may load it, too.
      new Response(script, { headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' } })
    : new Response(
        `<!doctype html><html lang="en"><title>Practice</title><link rel="icon" href="data:,">${pathname === '/frame' ? framed : markup}`,
        { headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'visitor=7; Path=/' } },
      );
};

const program = {
  '@type': 'Course',
  name: 'Growing Secure',
  hasCourseInstance: [{ '@id': '#tuesday', name: 'Tuesday evenings', remainingAttendeeCapacity: 1 }],
};

const running: { close: () => Promise<unknown> }[] = [];
test.afterEach(async ({ page }) => {
  await page.close();
  for (const { close } of running.splice(0)) await close();
});

async function start(
  name: Name,
  { sharing, rateLimit = false }: { sharing?: Sharing } & Pick<ReceiverOptions, 'rateLimit'> = {},
): Promise<Setting> {
  const site = await serve(practice);
  running.push(site);
  if (name !== 'json') {
    const service = formServices[name]();
    const server = await serve(
      (request) => (request.method === 'GET' ? practice(request) : service.answer(request)),
      sharing ?? service.sharing,
    );
    running.push(server);
    const own = name === 'netlify' && !sharing;
    return { site: own ? server : site, server, service, stored: async () => service.stored };
  }
  // The reference receiver itself.
  const database = openDatabase(test.info().outputPath('signups.sqlite'));
  await migrate(database);
  const receiver = createReceiver({
    database,
    allowedOrigins: [site.origin],
    program: parseProgram(program),
    rateLimit,
    log: () => undefined,
  });
  const answer = async (request: Request): Promise<Response> => receiver.fetch(request);
  const server = await serve(answer);
  running.push(server, { close: () => database.query.destroy() });
  const service: FormService = {
    endpoint: 'https://practice.example/signups',
    fields: {},
    sharing: { origin: 'echo', headers: '' },
    answer,
    stored: [],
    next: [],
  };
  return { site, server, service, stored: () => listSignups(database) };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Adds the form to the page and opens it. */
async function open(page: Page, name: Name, { site, server, service }: Setting, more: object = {}): Promise<void> {
  const settings = { formats: 'group', ask: 'message', fields: service.fields, ...more };
  const { pathname, search } = new URL('endpoint' in more ? String(more.endpoint) : service.endpoint, server.origin);
  markup = `<script type="module" src="/signup-form.js"></script>
    <haven-signup-form name="Growing Secure" telephone="+1-503-555-0142" adapter="${name}"
      endpoint="${escaped(server.origin + pathname + search)}"
    ><script type="application/json">${JSON.stringify({ ...settings, endpoint: undefined })}</script></haven-signup-form>`;
  server.seen.length = 0;
  await page.goto(site.origin);
}

/** Fills in the required fields with the keyboard: a click on a frame of another process may come before it is painted. */
async function fill(page: Page | FrameLocator, { email = 'ana@home.example', telephone = '' } = {}): Promise<void> {
  const choose = (label: string): Promise<void> => page.getByLabel(label).press('Space');
  await page.getByLabel('Your name').fill('Ana Löwe');
  await choose(telephone ? 'Call me' : 'Write me an e-mail');
  if (email) await page.getByLabel('E-mail address').fill(email);
  if (telephone) {
    await page.getByLabel('Telephone number').fill(telephone);
    await choose('No, just call again');
  }
  await choose('You may keep');
}

/** Presses a button and waits until the form is no longer sending. `hurry` can make its timeout end early. */
async function press(page: Page, name = 'Send sign-up', hurry?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name }).click();
  await hurry?.();
  await expect(page.locator('haven-signup-form')).not.toHaveAttribute('state', 'sending');
}

const headings = {
  confirmed: 'Your sign-up has arrived',
  waiting: 'You are on the waiting list',
  unconfirmed: 'Your sign-up is on its way',
  refused: 'Your sign-up was not taken',
  full: 'This group has just filled up',
  unknown: 'We do not know whether your sign-up arrived',
  /** Messages at a field. */
  problem: 'There is a problem',
};
type Shown = keyof typeof headings;
/** After these the form is gone. */
const ends: Shown[] = ['confirmed', 'waiting', 'unconfirmed'];

/** What the person is shown: one heading, whom to call, and what they wrote as long as it may be needed. */
async function expectShown(page: Page | FrameLocator, shown: Shown, words = ''): Promise<void> {
  await expect(page.getByRole('heading', { name: headings[shown] })).toBeVisible();
  await expect(page.getByText('+1-503-555-0142').first()).toBeVisible();
  if (words) await expect(page.getByText(words).first()).toBeVisible();
  if (!ends.includes(shown)) await expect(page.getByLabel('Your name')).toHaveValue('Ana Löwe');
}

const posts = ({ seen }: Loopback): Loopback['seen'] => seen.filter(({ method }) => method === 'POST');
/** The ids that requests or records carry, each once. */
const ids = (things: readonly object[]): string[] => [
  ...new Set(things.map((one) => /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.exec(JSON.stringify(one))?.[0] ?? 'none')),
];

// Tracing would double the run time. A failure names its step.
test.use({ trace: 'off' });

test.beforeEach(async ({ page }) => {
  // Delays between attempts take no time, and the test decides when the timeout for a response ends.
  await page.addInitScript(() => {
    Math.random = () => 0;
    const waiting: AbortController[] = [];
    AbortSignal.timeout = () => {
      const controller = new AbortController();
      waiting.push(controller);
      return controller.signal;
    };
    const endPatience = (): void =>
      waiting.splice(0).forEach((one) => one.abort(new DOMException('signal timed out', 'TimeoutError')));
    Object.assign(window, { endPatience });
  });
});
const endPatience = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { endPatience: () => void }).endPatience());

for (const name of names)
  test(`${name}: is sent once and complete, however often the button is pressed`, async ({ page }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', ({ message }) => messages.push(message));
    const setting = await start(name);
    const { site, server } = setting;
    await open(page, name, setting);
    await fill(page, { telephone: '(503) 555-0100' });
    const message = 'Evenings, please.\nWe have <two> children & a dog, 100 % = “ours”?';
    await page.getByLabel('something we should know').fill(message);
    expect(posts(server)).toEqual([]);
    await page.getByRole('button', { name: 'Send sign-up' }).dblclick();
    await expectShown(page, name === 'google-forms' ? 'unconfirmed' : 'confirmed');

    const [record, ...more] = await setting.stored();
    expect(more).toEqual([]);
    // Multipart turns a line feed into CR LF.
    const all = JSON.stringify(record).replaceAll('\\r\\n', '\\n');
    for (const value of ['Ana Löwe', 'ana@home.example', '(503) 555-0100', 'Growing Secure', message, 'You may keep'])
      expect(all).toContain(JSON.stringify(value).slice(1, -1));
    expect(all).not.toMatch(/gotcha|bot-field|botcheck|website/);

    const [post, ...others] = posts(server);
    expect(others).toEqual([]);
    expect(server.seen.filter(({ method }) => method === 'OPTIONS')).toHaveLength(preflighted.includes(name) ? 1 : 0);
    expect(ids([post!])).toEqual(ids([record!]));
    // The page has a cookie for this host, whatever the port.
    expect(post?.headers).not.toHaveProperty('cookie');
    expect(post?.headers).not.toHaveProperty('referer');
    expect(post?.headers.origin).toBe(site.origin);
    expect(messages).toEqual([]);
  });

/** Services for which a readable response that is not JSON means "unconfirmed". */
const trusting: Name[] = ['form', 'netlify', 'basin', 'formspark'];

/** The state after a fault at the first attempt. */
function expected(name: Name, fault: Fault): { shown: Shown; stored: number; tries: number } {
  const after = typeof fault === 'string' && !/^(lost|page)$/.test(fault) ? 1 : 0;
  const as = (shown: Shown, stored = after, tries = 1): ReturnType<typeof expected> => ({ shown, stored, tries });
  // A page cannot tell it from a missing connection.
  if (fault === 'refused') return as('unknown', 0, 0);
  // No response can be read, so all are alike.
  if (name === 'google-forms') return as(/^(lost|answer lost|silence)$/.test(`${fault}`) ? 'unknown' : 'unconfirmed');
  if (fault === 403) return as('refused');
  // The requested delay is too long to retry automatically. Across origins it cannot be read.
  if (name === 'netlify' && (fault === 408 || fault === 429)) return as('refused');
  // The request was not processed, so the form may retry automatically, and the receiver recognizes a retry.
  if (fault === 408 || fault === 429 || name === 'json') return as('confirmed', 1, 2);
  // On the same origin a page can read every response.
  if (name === 'netlify' && fault === 'unshared') return as('confirmed');
  const toPage = fault === 'page' || fault === 'redirect' || (fault === 'redirect away' && name === 'netlify');
  return as(toPage && trusting.includes(name) ? 'unconfirmed' : 'unknown');
}

/** After most faults the person retries with the same form. Faults that end the form come last, because they take longest. */
const faults: Fault[] = [
  ...[403, 503],
  ...([
    'lost',
    'answer lost',
    'silence',
    'cut short',
    'late',
    'unshared',
    'redirect away',
    'redirect',
    'page',
  ] as const),
  429,
];
/** Where nearly each one ends it: those that differ. More of `json`: signup-faults.spec.ts. */
const fewer: Partial<Record<Name, Fault[]>> = {
  json: [403, 'silence', 'unshared', 'redirect', 'page', 429],
  'google-forms': [403, 'lost', 'answer lost', 'silence', 'redirect away', 'page'],
};

for (const name of names)
  test(`${name}: whatever fails, the form claims only what is known, and every attempt has the same id`, async ({
    page,
  }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const setting = await start(name);
    const { server, stored } = setting;
    let before = 0;
    let button = '';
    let uncertain = false;
    const asked: Fault[] = preflighted.includes(name) ? ['refused'] : [];
    for (const fault of [...asked, ...(fewer[name] ?? faults)])
      await test.step(`${fault}`, async () => {
        if (!button) {
          await open(page, name, setting);
          await fill(page);
          button = 'Send sign-up';
          uncertain = false;
        }
        const { stored: kept, tries, ...first } = expected(name, fault);
        // After an attempt that may have arrived, a refusal does not prove that nothing is stored.
        const shown = uncertain && first.shown === 'refused' ? 'unknown' : first.shown;
        uncertain ||= shown === 'unknown';
        const made = posts(server).length;
        server.faults.push(fault);
        await press(page, button, async () => {
          if (fault !== 'silence') return;
          await expect.poll(async () => (await stored()).length).toBe(before + 1);
          await endPatience(page);
        });
        await expectShown(page, shown);
        expect((await stored()).length - before).toBe(kept);
        expect(posts(server).length - made).toBe(tries);
        if (tries) expect(ids(posts(server))).toHaveLength(1);
        // Removes `refused`, which a preflight leaves in the list.
        server.faults.length = 0;
        before += kept;
        // Of one origin the page can read for how long nothing is to be sent, and sends nothing.
        const waits = name === 'netlify' && typeof fault === 'number';
        button = ends.includes(shown) || waits ? '' : 'Try again';
      });
    expect(dialogs).toEqual([]);
  });

// Browsers repeat a request by themselves, a POST too, where a connection that was in use before breaks without an answer:
// to them it looks as if the server had closed it a moment earlier (RFC 9112, section 9.3.1; Chromium does). No page can
// forbid it, or even notices. What is left is that all carry one id, by which the receiver, or a person, knows them again.
for (const name of ['json', 'wix', 'formspree'] as const)
  test(`${name}: a request that the browser itself repeats on a persistent connection has the same id`, async ({
    page,
  }) => {
    const setting = await start(name);
    const { server, stored } = setting;
    server.lasting = true;
    await open(page, name, setting);
    await fill(page);
    server.faults.push(403, 'answer lost');
    await press(page);
    await expectShown(page, 'refused');
    await press(page, 'Try again');
    const tries = posts(server).length - 1;
    await expectShown(page, tries > 1 ? 'confirmed' : 'unknown');
    expect(ids(posts(server))).toHaveLength(1);
    expect(await stored()).toHaveLength(name === 'json' ? 1 : tries);
    test.info().annotations.push({ type: 'measured', description: `sent ${tries} times` });
  });

/** A frame of a site builder, whose origin is "null": allowed by those that share with everybody, not by a list of origins. */
for (const [name, shown] of [
  ['formspree', 'confirmed'],
  ['contact-form-7', 'confirmed'],
  ['json', 'unknown'],
] as const)
  test(`${name}: in a frame without an origin it is ${shown}`, async ({ page }) => {
    const setting = await start(name);
    const { site, server, stored } = setting;
    await open(page, name, setting);
    framed = markup;
    markup = '<iframe title="Form" sandbox="allow-scripts allow-forms" src="/frame" width="600" height="900"></iframe>';
    await page.goto(site.origin);
    const frame = page.frameLocator('iframe');
    await fill(frame);
    await frame.getByRole('button', { name: 'Send sign-up' }).press('Enter');
    await expectShown(frame, shown);
    expect(server.seen.map(({ headers }) => headers.origin)).toContain('null');
    expect(await stored()).toHaveLength(shown === 'confirmed' ? 1 : 0);
  });

/** A case of one service: what its form is like, what it does, and what the person is shown. */
interface Case {
  readonly what: string;
  /** Of the configuration: `endpoint`, `fields`. */
  readonly more?: object;
  /** What the service does with this try, and with those that the form makes by itself. */
  readonly next?: string[];
  readonly answers?: Parameters<typeof fill>[1];
  readonly shown: Shown;
  readonly words?: string;
  readonly link?: string;
  /** Default one where it is `confirmed`, else none. */
  readonly stored?: number;
  /** How often it is sent. Default once. */
  readonly tries?: number;
}

const cases: Partial<Record<ServiceName, Case[]>> = {
  form: [
    { what: 'thanks as a page', next: ['page'], shown: 'unconfirmed', stored: 1 },
    { what: 'the form again as a page, with 200', next: ['form again'], shown: 'unconfirmed' },
    { what: 'errors inside 200', next: ['errors'], shown: 'problem', words: 'Enter your full name.' },
  ],
  formspree: [
    { what: 'its page of thanks', shown: 'confirmed', link: 'https://formspree.io/thanks?language=en' },
    { what: 'no such form', more: { endpoint: '/f/missing' }, shown: 'refused', words: 'Form not found' },
    { what: 'an inactive form', more: { endpoint: '/f/inactive' }, shown: 'refused', words: 'This form is inactive' },
    { what: 'reCAPTCHA is on', next: ['captcha'], shown: 'refused', words: 'reCAPTCHA must first be disabled' },
    {
      what: 'an e-mail address in the place of a key wants a referrer, which the form does not tell',
      more: { endpoint: '/f/practice@home.example' },
      shown: 'refused',
      words: 'Invalid "Referer" header',
    },
    { what: 'nobody has confirmed the address yet', next: ['activation'], shown: 'unconfirmed', stored: 1 },
    {
      what: 'an address that it does not take',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      words: 'Enter an e-mail address like name@example.com',
    },
  ],
  netlify: [
    { what: 'thanks of its own', more: { endpoint: '/own-thanks' }, shown: 'unconfirmed', stored: 1 },
    { what: "a site's catch-all page", more: { endpoint: '/app' }, shown: 'unconfirmed' },
    { what: 'a form that is not declared', more: { fields: { 'form-name': 'other' } }, shown: 'unconfirmed' },
    { what: 'a form that is gone', more: { endpoint: '/gone' }, shown: 'refused', words: 'Page not found' },
  ],
  basin: [
    { what: 'an address without .json', more: { endpoint: '/f/abcd' }, shown: 'confirmed' },
    { what: 'no such form', more: { endpoint: '/f/missing' }, shown: 'refused', words: 'Form not found' },
  ],
  web3forms: [
    { what: 'its own words', shown: 'confirmed', words: 'Email sent successfully!' },
    { what: 'words beside the body', next: ['beside'], shown: 'confirmed', words: 'Email sent successfully!' },
    { what: 'no access key', more: { fields: {} }, shown: 'refused', words: 'Access key is required' },
    { what: 'a failure inside 200', next: ['blocked'], shown: 'refused', words: 'Domain is not allowed' },
    {
      what: 'a fault that says that nothing was sent, again and again',
      next: Array(4).fill('fault'),
      shown: 'refused',
      tries: 4,
    },
    { what: 'the same, once', next: ['fault'], shown: 'confirmed', tries: 2 },
  ],
  formspark: [
    { what: 'a success that is no JSON', next: ['text'], shown: 'confirmed' },
    { what: 'no such form', more: { endpoint: '/missing' }, shown: 'refused', words: 'Form not found' },
  ],
  'google-forms': [
    // Nobody could see that it is dropped, so it is not sent.
    { what: 'fields that its owner has not named', more: { fields: {} }, shown: 'refused', tries: 0 },
    {
      what: 'the address that it is sent to',
      more: { endpoint: '/forms/d/e/abcd/formResponse' },
      shown: 'unconfirmed',
      stored: 1,
    },
  ],
  hubspot: [
    { what: 'its own words, as text', shown: 'confirmed', words: 'Thanks for submitting the form.' },
    { what: 'its page of thanks', next: ['redirect'], shown: 'confirmed', link: 'https://practice.example/thanks' },
    {
      what: 'a field that its form does not have',
      more: { fields: { telephone: 'telephone' } },
      answers: { telephone: '(503) 555-0100' },
      shown: 'refused',
      words: 'Field is not in form definition',
    },
    {
      what: 'an address that it does not take',
      answers: { email: 'añá@home.example' },
      shown: 'problem',
      words: 'Enter an e-mail address like name@example.com',
    },
  ],
  'contact-form-7': [
    { what: 'its own words', shown: 'confirmed', words: 'Thank you for your message. It has been sent.' },
    ...['spam', 'acceptance_missing', 'aborted'].map((status): Case => ({
      what: `${status}, with 200`,
      next: [status],
      shown: 'refused',
      words: 'There was an error ‹b>trying‹/b> to send.',
    })),
    // An add-on may keep it all the same.
    {
      what: 'mail that fails',
      next: ['mail_failed'],
      shown: 'unknown',
      words: 'There was an error ‹b>trying‹/b> to send.',
    },
    {
      what: 'no such form',
      more: { endpoint: '/wp-json/contact-form-7/v1/contact-forms/404/feedback' },
      shown: 'refused',
      words: 'The requested contact form was not found.',
    },
    {
      what: 'a unit tag that is none',
      more: { fields: { _wpcf7_unit_tag: 'not a tag' } },
      shown: 'refused',
      words: 'There is no valid unit tag.',
    },
    {
      what: 'an e-mail address, which its first form wants of everybody',
      answers: { email: '', telephone: '(503) 555-0100' },
      shown: 'problem',
      words: 'Please fill out this field.',
    },
  ],
};

for (const [name, rows] of Object.entries(cases) as [ServiceName, Case[]][])
  test(`${name}: its own ways to accept and refuse a sign-up`, async ({ page }) => {
    const setting = await start(name);
    const { server, service } = setting;
    let button = '';
    for (const { what, more, next = [], answers, shown, words, link, stored, tries = 1 } of rows)
      await test.step(what, async () => {
        if (!button || more || answers) {
          await open(page, name, setting, more);
          await fill(page, answers);
          button = 'Send sign-up';
        }
        server.seen.length = service.stored.length = 0;
        service.next.push(...next);
        await press(page, button);
        button = more || answers || ends.includes(shown) ? '' : 'Try again';
        await expectShown(page, shown, words);
        if (link) await expect(page.getByRole('link', { name: 'Go on' })).toHaveAttribute('href', link);
        expect(service.stored).toHaveLength(stored ?? (shown === 'confirmed' ? 1 : 0));
        expect([posts(server).length, ids(posts(server)).length]).toEqual([tries, Math.min(tries, 1)]);
        if (shown !== 'problem') return;
        // The error is shown at the top and at its field. After a correction the same sign-up is sent.
        await page.getByRole('link', { name: words ?? '' }).click();
        await expect(page.getByLabel(name === 'form' ? 'Your name' : 'E-mail address')).toBeFocused();
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type(name === 'form' ? 'Ana María Löwe' : 'ana@home.example');
        await press(page, 'Try again');
        await expectShown(page, 'confirmed');
        button = '';
        expect(service.stored).toHaveLength(1);
        expect(ids(posts(server))).toHaveLength(1);
      });
  });

test('netlify: on another site the sign-up is stored but cannot be confirmed', async ({ page }) => {
  const setting = await start('netlify', { sharing: formServices.netlify().sharing });
  await open(page, 'netlify', setting);
  await fill(page);
  await press(page);
  await expectShown(page, 'unknown');
  expect([setting.service.stored.length, posts(setting.server).length]).toEqual([1, 1]);
});

for (const name of ['json', 'wix'] as const)
  test(`${name}: a group that has filled up offers its waiting list for the same sign-up`, async ({ page }) => {
    const setting = await start(name);
    const { server, service, stored } = setting;
    const send = async (): Promise<void> => {
      await open(page, name, setting, program);
      await page.getByLabel('Tuesday evenings').check();
      await fill(page);
      await press(page);
    };
    // Another person takes the last place.
    await send();
    await expectShown(page, 'confirmed');
    service.next.push('full');
    await send();
    await expectShown(page, 'full');
    expect(await stored()).toHaveLength(1);
    await press(page, 'Join the waiting list');
    // The function says nothing of a list.
    await expectShown(page, name === 'json' ? 'waiting' : 'confirmed');
    expect(await stored()).toHaveLength(2);
    expect(ids(posts(server))).toHaveLength(1);
  });

test('json: a sign-up that has arrived and is changed by a second try is not stored again, and its sender is told', async ({
  page,
}) => {
  const setting = await start('json');
  const { server, stored } = setting;
  await open(page, 'json', setting);
  await fill(page);
  server.faults.push('late', 'late', 'late', 'late');
  await press(page);
  await expectShown(page, 'unknown');
  expect([posts(server).length, (await stored()).length]).toEqual([4, 1]);
  await page.getByLabel('something we should know').fill('Evenings, please.');
  await press(page, 'Try again');
  await expectShown(page, 'unconfirmed', 'An earlier version of it has arrived');
  expect(await stored()).toHaveLength(1);
  expect(ids(posts(server))).toHaveLength(1);
});

test('json: a page on another origin can read Retry-After', async ({ page }) => {
  // One at once, and then one a minute: longer than a form waits by itself.
  const setting = await start('json', { rateLimit: { burst: 1, perMinute: 1 } });
  for (const shown of ['confirmed', 'refused'] as const) {
    await open(page, 'json', setting);
    await fill(page);
    await press(page);
    await expectShown(page, shown);
    expect(posts(setting.server)).toHaveLength(1);
  }
});

test('a honeypot that a browser has filled in is shown, and is sent to no service', async ({ page }) => {
  // Here its presence alone is taken for a robot, and answered as a success.
  const setting = await start('web3forms');
  await open(page, 'web3forms', setting);
  await fill(page);
  await page.locator('[name=website]').evaluate((input: HTMLInputElement) => (input.value = 'https://ana.example'));
  await press(page);
  await expectShown(page, 'problem', 'Clear the field that has to stay empty');
  expect(posts(setting.server)).toEqual([]);
  await page.getByLabel('Leave this field empty').fill('');
  await press(page);
  await expectShown(page, 'confirmed');
  expect(setting.service.stored).toHaveLength(1);
});
