/** The names of buttons and links of all four widgets on one page. */
import { expect, test, type Page } from '@playwright/test';
import { startServer } from '../server.mjs';
import { open } from './example-pages.js';

let site: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  site = await startServer();
});
test.afterAll(() => site.close());

interface Control {
  role: string;
  name: string;
  url: string | undefined;
}

/** The controls of the page as a screen reader lists them. */
async function controls(page: Page): Promise<Control[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.flatMap(({ ignored, role, name, properties = [] }) => {
    if (ignored || !['button', 'link', 'DisclosureTriangle'].includes(`${role?.value}`)) return [];
    const url = properties.find((property) => property.name === 'url')?.value.value as string | undefined;
    return { role: `${role?.value}`, name: `${name?.value}`, url };
  });
}

/** Names that several controls have, unless all are links to the same address. */
function repeated(all: readonly Control[]): string[] {
  const groups = Map.groupBy(all, ({ name }) => name);
  return [...groups].flatMap(([name, group]) => {
    const addresses = new Set(group.map(({ url }) => url ?? group));
    return group.length > 1 && (addresses.size > 1 || addresses.has(group)) ? name : [];
  });
}

/** Presses every button once, and returns the controls after each press. */
async function* states(page: Page): AsyncGenerator<[pressed: string, Control[]]> {
  const pressed = new Set<string>();
  yield ['', await controls(page)];
  for (;;) {
    const next = (await controls(page)).find(({ role, name }) => role !== 'link' && !pressed.has(name));
    if (!next) return;
    const role = next.role === 'button' ? 'button' : undefined;
    const control = role
      ? page.getByRole(role, { name: next.name, exact: true })
      : page.locator('summary').filter({ hasText: next.name });
    try {
      if (await control.first().isEnabled({ timeout: 10_000 })) await control.first().click({ timeout: 10_000 });
    } catch (error) {
      // A save that ended meanwhile has closed its question, with this button.
      if (await control.first().isVisible()) throw error;
      continue;
    }
    pressed.add(next.name);
    yield [next.name, await controls(page)];
  }
}

/** Names of steps are content, and a date is not counted. */
async function tooLong(page: Page, all: readonly Control[]): Promise<string[]> {
  const steps = await page.locator('haven-circle-diagram li').allTextContents();
  return all
    .filter(({ role, name }) => role === 'button' && !steps.some((step) => name.includes(step)))
    .map(({ name }) => name.replace(/ from \w+ \d+, \d{4}$/, ''))
    .filter((name) => name.split(/\s+/).length > 4);
}

for (const { language, path } of [
  { language: 'English', path: '/' },
  { language: 'Spanish', path: '/partner/' },
])
  test(`every button and link has a name of its own in ${language}, whatever is pressed`, async ({ page }) => {
    test.setTimeout(180_000);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await open(page, site.origin + path);
    // Leaves the widgets alone: the page's own link to the form is named like its button.
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a')) link.remove();
    });
    await page.getByRole('textbox').first().fill('A puddle.');
    let count = 0;
    for await (const [pressed, all] of states(page)) {
      expect(
        all.filter(({ name }) => !name.trim()),
        `without a name, after ${pressed}`,
      ).toEqual([]);
      expect.soft(repeated(all), `the same name twice, after “${pressed}”`).toEqual([]);
      if (path === '/') expect.soft(await tooLong(page, all), `over four words, after “${pressed}”`).toEqual([]);
      count++;
    }
    expect(count).toBeGreaterThan(20);
  });
