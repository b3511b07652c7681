/** The built sign-up form when the browser's own view of the connection, or its clock, is wrong or changes. */
import { expect, test } from '@playwright/test';
import {
  expectShown,
  expireTimeouts,
  fill,
  open,
  posts,
  press,
  start,
  submissionIds,
  useServices,
} from './fakes/signup-services.js';

useServices();

for (const name of ['json', 'formspree'] as const) {
  test(`${name}: sends although the browser claims to be offline, as with some VPNs`, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }));
    const setup = await start(name);
    await open(page, name, setup);
    await fill(page);
    await press(page);
    await expectShown(page, 'confirmed');
    expect(await setup.stored()).toHaveLength(1);
  });

  test(`${name}: does not deny a stored sign-up whose response is lost with the connection`, async ({
    page,
    context,
  }) => {
    const setup = await start(name);
    const { server, stored } = setup;
    await open(page, name, setup);
    await fill(page);
    server.faults.push('no response');
    await press(page, 'Sign up', async () => {
      await expect.poll(async () => (await stored()).length).toBe(1);
      await context.setOffline(true);
      await expireTimeouts(page);
    });
    await expectShown(page, 'unknown', 'You may be offline. Check your connection first.');
    await expect(page.getByText('was not sent')).toHaveCount(0);
    await context.setOffline(false);
    await press(page, 'Try again');
    await expectShown(page, 'confirmed');
    expect(submissionIds(posts(server))).toHaveLength(1);
    // Only the receiver recognizes the second one. Elsewhere the form has said that it may arrive twice.
    expect(await stored()).toHaveLength(name === 'json' ? 1 : 2);
  });
}

test('waits as long as the endpoint says, whatever the time of this device is', async ({ page }) => {
  // Two days behind, and set back further while the form is open.
  await page.addInitScript(() => {
    const { now } = Date;
    let calls = 0;
    Date.now = () => now() - 172_800_000 - 3_600_000 * calls++;
  });
  const setup = await start('netlify');
  await page.route(`${setup.server.origin}/`, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    const date = Date.now();
    return route.fulfill({
      status: 429,
      headers: { Date: new Date(date).toUTCString(), 'Retry-After': new Date(date + 300_000).toUTCString() },
    });
  });
  await open(page, 'netlify', setup);
  await fill(page);
  await press(page);
  await expectShown(page, 'refused', 'Wait 5 minutes before you try again.');
});
