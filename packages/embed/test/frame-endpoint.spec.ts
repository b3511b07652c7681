/** Where the form of a framed page sends sign-ups. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';
import { SignupForm } from './signup.page.js';

const elsewhere = 'https://elsewhere.example/collect';
const address = (request: unknown): string => `${files}frame.html#${encodeURIComponent(JSON.stringify(request))}`;

/** Signs up, and waits until the form says what became of it. */
async function signUpIn(form: Locator): Promise<void> {
  const visitor = new SignupForm(form);
  await visitor.fill();
  await visitor.send();
  await expect(form.locator('.outcome').first()).toBeVisible();
}

/** Serves the files, and another site, which records what it is asked for. */
async function followElsewhere(page: Page): Promise<string[]> {
  await serve(page, {});
  const requested: string[] = [];
  await page.context().route('https://elsewhere.example/**', (route) => {
    requested.push(route.request().url());
    return route.fulfill({
      json: { name: 'Growing', endpoint: elsewhere },
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
    });
  });
  return requested;
}

for (const [how, settings] of Object.entries({
  'an endpoint': { endpoint: elsewhere },
  'an endpoint after a space that is not ASCII': { endpoint: `\u00a0${elsewhere}` },
  'an endpoint after a control character': { endpoint: `\u0085${elsewhere}` },
  'an endpoint without a scheme': { endpoint: '//elsewhere.example/collect' },
  'an endpoint with a tab': { endpoint: '/\t/elsewhere.example/collect' },
  'an endpoint with a line break': { endpoint: '/\n/elsewhere.example/collect' },
  'an endpoint with a backslash': { endpoint: '/\\elsewhere.example/collect' },
  'a configuration as text': { endpoint: undefined, config: JSON.stringify({ endpoint: elsewhere }) },
  'a file': { endpoint: undefined, src: 'https://elsewhere.example/program.json' },
}))
  test(`opened by itself, it sends nothing to another site by ${how}`, async ({ page }) => {
    const requested = await followElsewhere(page);
    await page.goto(address({ widget: 'signup-form', ...configurations['signup-form'], ...settings }));
    const form = page.locator('haven-signup-form');
    await expect(form.getByRole('heading', { name: 'Sign up for Growing <Secure>' })).toBeVisible();
    await signUpIn(form);
    expect(requested).toEqual([]);
  });

test('in a frame, it sends to the endpoint that its page has chosen', async ({ page }) => {
  const requested = await followElsewhere(page);
  const settings = { widget: 'signup-form', ...configurations['signup-form'], endpoint: elsewhere };
  await page.route(home, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: pageWith(`<iframe data-haven-frame title="Widget" src="${address(settings)}"></iframe>`),
    }),
  );
  await page.goto(home);
  const form = page.frameLocator('[data-haven-frame]').locator('haven-signup-form');
  await signUpIn(form);
  expect(requested).toContain(elsewhere);
});
