/**
 * The built sign-up form on a practice's page, against each service on another origin: real HTTP, the browser's own fetch, CORS,
 * preflights, redirects and opaque answers. No adapter looks at the host of its endpoint, so every service can stand on
 * loopback and nothing has to be rerouted.
 */
import { expect, test } from '@playwright/test';
import { formServices } from '../../elements/test-support/form-services.js';
import {
  expectShown,
  fill,
  ids,
  names,
  open,
  openInFrame,
  posts,
  preflighted,
  press,
  program,
  start,
  useServices,
} from './fakes/signup-services.js';

useServices();

for (const name of names)
  test(`${name}: is sent once, whole and alone, however often the button is pressed`, async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
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
    // Multipart makes CR LF of a line feed.
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
    expect(said).toEqual([]);
  });

/** A frame of a site builder, whose origin is "null": allowed by those that share with everybody, not by a list of origins. */
for (const [name, shown] of [
  ['formspree', 'confirmed'],
  ['contact-form-7', 'confirmed'],
  ['json', 'unknown'],
] as const)
  test(`${name}: in a frame without an origin it is ${shown}`, async ({ page }) => {
    const setting = await start(name);
    const { server, stored } = setting;
    await open(page, name, setting);
    const frame = await openInFrame(page, setting);
    await fill(frame);
    await frame.getByRole('button', { name: 'Send sign-up' }).press('Enter');
    await expectShown(frame, shown);
    expect(server.seen.map(({ headers }) => headers.origin)).toContain('null');
    expect(await stored()).toHaveLength(shown === 'confirmed' ? 1 : 0);
  });

test('netlify: on another site it is stored, and nobody can see it', async ({ page }) => {
  const setting = await start('netlify', { sharing: formServices.netlify().sharing });
  await open(page, 'netlify', setting);
  await fill(page);
  await press(page);
  await expectShown(page, 'unknown');
  expect([setting.service.stored.length, posts(setting.server).length]).toEqual([1, 1]);
});

for (const name of ['json', 'wix'] as const)
  test(`${name}: a group that has filled up leads to its waiting list, as the same sign-up`, async ({ page }) => {
    const setting = await start(name);
    const { server, service, stored } = setting;
    const send = async (): Promise<void> => {
      await open(page, name, setting, program);
      await page.getByLabel('Tuesday evenings').check();
      await fill(page);
      await press(page);
    };
    // Somebody else takes the last place.
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

test('json: a wait that the receiver asks for can be read by a page of another origin', async ({ page }) => {
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

test('a honeypot that a browser has filled in is shown, and no service sees it', async ({ page }) => {
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
