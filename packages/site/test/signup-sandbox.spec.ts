/** The built sign-up form in frames that forbid forms, storage and more, as site builders and previews use them. */
import { expect, test, type FrameLocator } from '@playwright/test';
import {
  expectShown,
  fill,
  open,
  openInFrame,
  posts,
  start,
  submissionIds,
  useServices,
} from './fakes/signup-services.js';

useServices();

/** Ways to send the form. */
const ways: Record<string, (frame: FrameLocator) => Promise<void>> = {
  'a click': (frame) => frame.getByRole('button', { name: 'Sign up' }).click(),
  'a double click': (frame) => frame.getByRole('button', { name: 'Sign up' }).dblclick(),
  'Enter in a field': (frame) => frame.getByLabel('Your name').press('Enter'),
  'Enter on the button': (frame) => frame.getByRole('button', { name: 'Sign up' }).press('Enter'),
};

for (const sandbox of ['allow-scripts', 'allow-scripts allow-forms'])
  for (const [way, send] of Object.entries(ways))
    test(`in a frame with "${sandbox}", ${way} sends once`, async ({ page }) => {
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', ({ message }) => messages.push(message));
      const setup = await start('formspree');
      // A draft needs storage, which such a frame may not use.
      await open(page, 'formspree', setup, { draft: 'session' });
      const frame = await openInFrame(page, setup, sandbox);
      await fill(frame);
      await send(frame);
      await expectShown(frame, 'confirmed');
      expect([posts(setup.server).length, (await setup.stored()).length]).toEqual([1, 1]);
      expect(messages).toEqual([]);
    });

test('a frame that forbids forms shows what is missing, and sends the completed form once', async ({ page }) => {
  const setup = await start('formspree');
  await open(page, 'formspree', setup);
  const frame = await openInFrame(page, setup, 'allow-scripts');
  await frame.getByLabel('Your name').press('Enter');
  await expect(frame.getByRole('heading', { name: /^There (is|are) \d+ problem/ })).toBeVisible();
  await fill(frame);
  await frame.getByLabel('Your name').press('Enter');
  await expectShown(frame, 'confirmed');
  expect(posts(setup.server)).toHaveLength(1);
});

test('a frame that forbids forms continues with what was typed into the fallback form', async ({ page }) => {
  const setup = await start('formspree');
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await open(page, 'formspree', setup, {
    fallback: '<form><label>Name <input name="name" required></label><button>Send</button></form>',
  });
  await page.route('**/signup-form.js', async (route) => {
    await released;
    await route.continue();
  });
  const frame = await openInFrame(page, setup, 'allow-scripts');
  await frame.getByLabel('Name').fill('Ana Löwe');
  // Nothing happens: such a frame does not submit it.
  await frame.getByLabel('Name').press('Enter');
  release();
  await expect(frame.getByLabel('Your name')).toHaveValue('Ana Löwe');
  await fill(frame);
  await frame.getByLabel('Your name').press('Enter');
  await expectShown(frame, 'confirmed');
  expect(submissionIds(posts(setup.server))).toHaveLength(1);
});
