/**
 * The built sign-up form on a practice's page, with each service on another origin: real HTTP, the browser's own fetch, CORS,
 * preflights, redirects and opaque responses. No adapter but that of Google Forms depends on the host of its endpoint, so every
 * service can run on loopback.
 */
import { expect, test } from '@playwright/test';
import { formServices } from '../../elements/test-support/form-services.js';
import {
  adapterNames,
  expectShown,
  fill,
  open,
  openInFrame,
  posts,
  preflighted,
  press,
  program,
  start,
  submissionIds,
  useServices,
} from './fakes/signup-services.js';

useServices();

for (const name of adapterNames)
  test(`${name}: a double click sends all answers once, and nothing else`, async ({ page }) => {
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', ({ message }) => messages.push(message));
    const setup = await start(name);
    const { site, server } = setup;
    await open(page, name, setup);
    await fill(page, { telephone: '(503) 555-0100' });
    const message = 'Evenings, please.\nWe have <two> children & a dog, 100 % = “ours”?';
    await page.getByLabel('anything else we should know').fill(message);
    expect(posts(server)).toEqual([]);
    await page.getByRole('button', { name: 'Sign up' }).dblclick();
    await expectShown(page, name === 'google-forms' ? 'unconfirmed' : 'confirmed');

    const [record, ...more] = await setup.stored();
    expect(more).toEqual([]);
    // Multipart encoding turns a line feed into CR LF.
    const all = JSON.stringify(record).replaceAll('\\r\\n', '\\n');
    for (const value of ['Ana Löwe', 'ana@home.example', '(503) 555-0100', 'Growing Secure', message, 'I agree'])
      expect(all).toContain(JSON.stringify(value).slice(1, -1));
    expect(all).not.toMatch(/gotcha|bot-field|botcheck|website/);

    const [post, ...others] = posts(server);
    expect(others).toEqual([]);
    expect(server.requests.filter(({ method }) => method === 'OPTIONS')).toHaveLength(
      preflighted.includes(name) ? 1 : 0,
    );
    expect(submissionIds([post!])).toEqual(submissionIds([record!]));
    // Cookies ignore the port, so the page has one for this host.
    expect(post?.headers).not.toHaveProperty('cookie');
    expect(post?.headers).not.toHaveProperty('referer');
    expect(post?.headers.origin).toBe(site.origin);
    expect(messages).toEqual([]);
  });

/** A site builder's frame has the origin "null". Services that allow any origin accept it, a list of origins does not. */
for (const [name, shown] of [
  ['formspree', 'confirmed'],
  ['contact-form-7', 'confirmed'],
  ['json', 'unknown'],
] as const)
  test(`${name}: in a frame with the origin "null" the result is ${shown}`, async ({ page }) => {
    const setup = await start(name);
    const { server, stored } = setup;
    await open(page, name, setup);
    const frame = await openInFrame(page, setup);
    await fill(frame);
    await frame.getByRole('button', { name: 'Sign up' }).press('Enter');
    await expectShown(frame, shown);
    expect(server.requests.map(({ headers }) => headers.origin)).toContain('null');
    expect(await stored()).toHaveLength(shown === 'confirmed' ? 1 : 0);
  });

test('netlify: sends nothing to another site, whose response it cannot read, and tells the owner', async ({ page }) => {
  const setup = await start('netlify', { sharing: formServices.netlify().sharing });
  await open(page, 'netlify', setup);
  await fill(page);
  await press(page);
  await expectShown(page, 'refused');
  expect([setup.service.stored.length, posts(setup.server).length]).toEqual([0, 0]);
  await expect(page.getByText('endpoint: expected an address of this site')).toBeAttached();
});

for (const name of ['json', 'wix'] as const)
  test(`${name}: a full group offers its waiting list for the same sign-up`, async ({ page }) => {
    const setup = await start(name);
    const { server, service, stored } = setup;
    const send = async (): Promise<void> => {
      await open(page, name, setup, program);
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
    // The Wix function does not mention a waiting list.
    await expectShown(page, name === 'json' ? 'waiting' : 'confirmed');
    expect(await stored()).toHaveLength(2);
    expect(submissionIds(posts(server))).toHaveLength(1);
  });

test('json: a changed retry of a stored sign-up is not stored, and the form says so', async ({ page }) => {
  const setup = await start('json');
  const { server, stored } = setup;
  await open(page, 'json', setup);
  await fill(page);
  server.faults.push('late error', 'late error', 'late error', 'late error');
  await press(page);
  await expectShown(page, 'unknown');
  expect([posts(server).length, (await stored()).length]).toEqual([4, 1]);
  await page.getByLabel('anything else we should know').fill('Evenings, please.');
  await press(page, 'Try again');
  await expectShown(page, 'earlier', 'We have your earlier sign-up');
  expect(await stored()).toHaveLength(1);
  expect(submissionIds(posts(server))).toHaveLength(1);
});

test('json: a page of another origin can read `Retry-After`', async ({ page }) => {
  // After the first request, one per minute: longer than the form waits before an automatic retry.
  const setup = await start('json', { rateLimit: { burst: 1, perMinute: 1 } });
  for (const shown of ['confirmed', 'refused'] as const) {
    await open(page, 'json', setup);
    await fill(page);
    await press(page);
    await expectShown(page, shown);
    expect(posts(setup.server)).toHaveLength(1);
  }
});

test('a honeypot that a browser has filled in is shown and not sent', async ({ page }) => {
  // This service takes the field alone as proof of a bot, and pretends success.
  const setup = await start('web3forms');
  await open(page, 'web3forms', setup);
  await fill(page);
  await page.locator('[name=website]').evaluate((input: HTMLInputElement) => (input.value = 'https://ana.example'));
  await press(page);
  await expectShown(page, 'problem', 'Clear the field marked “Leave this field empty”');
  expect(posts(setup.server)).toEqual([]);
  await page.getByLabel('Leave this field empty').fill('');
  await press(page);
  await expectShown(page, 'confirmed');
  expect(setup.service.stored).toHaveLength(1);
});
