import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { jsonLd } from '../src/json-ld.js';
import { knownKeys } from '../src/known-keys.js';
import { attributesOf, widgets } from '../src/widgets.js';
import { completePages, unclearPages, yoastFree } from './fixtures/site-builders.js';

const command = 'packages/embed/bin/havenkit.mjs';
const practice = {
  name: 'Riverbend </script><script>alert(1)</script>',
  clinician: 'Ana Ortiz',
  credentials: 'LCSW',
  telephone: '+1-503-555-0142',
  url: 'javascript:alert(1)',
  openingHours: 'Mo-Fr 09:00-17:00',
  timeZone: 'America/Los_Angeles',
  fax: '1',
};

const run = (args: string[], input?: string) =>
  spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', input });

test('prints a block for the head of a page, which a card on that page reads', async ({ page }) => {
  const file = test.info().outputPath('practice.json');
  writeFileSync(file, JSON.stringify(practice));
  const { stdout, stderr, status } = run(['json-ld', file]);
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([
    'url: expected an https address',
    'fax: kept, although the card does not use it',
    'timeZone: left out, because schema.org has no such property; set it on the card',
  ]);
  // Parsed by a browser, to show that no value ends the script element.
  await page.setContent(
    `<!doctype html><title>x</title>${stdout}<haven-contact-card source="page"></haven-contact-card>`,
  );
  expect(await page.locator('script').count()).toBe(1);
  expect(JSON.parse((await page.locator('script').textContent()) ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'MedicalBusiness',
    name: practice.name,
    telephone: practice.telephone,
    openingHours: practice.openingHours,
    fax: '1',
    employee: [{ '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
  });
  await page.addScriptTag({ path: 'packages/embed/dist/contact-card.classic.js' });
  const card = page.locator('haven-contact-card');
  await expect(card.getByRole('heading', { level: 2 })).toHaveText(practice.name);
  await expect(card.getByText('Ana Ortiz, LCSW')).toBeVisible();
});

test('reads standard input, preserves the type, and prints its usage', () => {
  const json = JSON.stringify({ '@type': 'Physician', name: 'Ana Ortiz', telephone: '911' });
  const { stdout, stderr } = run(['json-ld', '-'], `\ufeff${json}`);
  expect(stdout).toContain('"@type": "Physician"');
  expect(stderr).toBe('');
  expect(execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' })).toContain(
    'havenkit json-ld <practice.json>',
  );
  for (const args of [[], ['json-ld'], ['other', 'x'], ['json-ld', 'a', 'b']]) {
    const { status, stderr } = run(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage');
  }
});

test('leaves out the settings of a sign-up form', () => {
  const json = '{"@type": "Physician", "name": "Ana Ortiz", "telephone": "911", "endpoint": "/signups", "lang": "en"}';
  const { stdout, stderr } = run(['json-ld', '-'], json);
  expect(stdout).not.toMatch(/endpoint|lang/);
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['endpoint', 'lang']);
});

/** The properties that schema.org has for practices, from its vocabulary in schema-dts. */
function practiceProperties(): Set<string> {
  const vocabulary = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8');
  const types = new Map(
    [...vocabulary.matchAll(/^(?:export )?interface (\w+)(?: extends ([^{]*))? \{(.*?)^\}/gms)].map(
      ([, name, parents = '', body = '']) => [
        name,
        {
          parents: parents.match(/\w+/g) ?? [],
          properties: [...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, key]) => key!),
        },
      ],
    ),
  );
  const lineage = (name: string): string[] => [name, ...(types.get(name)?.parents ?? []).flatMap(lineage)];
  const practices = [...types.keys()]
    .map((name) => lineage(name!))
    .filter((names) => /\b(?:LocalBusiness|MedicalOrganization)Base\b/.test(names.join(' ')));
  return new Set(practices.flat().flatMap((name) => types.get(name)?.properties ?? []));
}

test('publishes no key of a configuration that is a setting, and every one that schema.org has for a practice', () => {
  const known = practiceProperties();
  expect(known.has('telephone') && !known.has('headingLevel')).toBe(true);
  const keys = new Set(widgets.flatMap((widget) => [...attributesOf(widget).keys(), ...knownKeys(widget, '')]));
  expect(keys.size).toBeGreaterThan(50);
  for (const key of keys) {
    if (['name', 'telephone', '@type', 'clinician', 'credentials'].includes(key)) continue;
    const { html, notes } = jsonLd({
      '@type': 'MedicalBusiness',
      name: 'Riverbend',
      telephone: '+1-503-555-0142',
      [key]: 'x',
    });
    // The `brand` of schema.org is an organization, and ours is a color.
    const isSchemaOrg = key.startsWith('@') || (known.has(key) && key !== 'brand');
    expect(
      notes.some((note) => note.startsWith(`${key}: left out`)),
      key,
    ).toBe(!isSchemaOrg);
    if (!isSchemaOrg) expect(html, key).not.toContain(`"${key}"`);
  }
});

test('fails with a reason if the file is missing, not JSON, or not a practice', () => {
  expect(run(['json-ld', 'missing.json'])).toMatchObject({ status: 1, stdout: '' });
  for (const [input, reason] of [
    ['{oops', 'line 1, column 2: expected a name in quotation marks'],
    ['[]', 'expected a JSON object'],
    ['{"@type": "Course", "name": "Growing", "telephone": "911"}', '@type: the file describes a Course'],
    ['{"name": "Growing", "telephone": "911", "endpoint": "/signups"}', 'endpoint: the file describes a program'],
    ['{"prompts": []}', 'prompts: the file describes reflection prompts'],
    ['{"url": "https://a.example"}', 'does not describe a practice'],
  ] as const) {
    const { status, stderr, stdout } = run(['json-ld', '-'], input);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  }
});

/** Opens a page under strict security headers, and lists its console messages. */
async function openPage(page: Page, head: string, attributes = ''): Promise<{ card: Locator; messages: string[] }> {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.route('https://practice.example/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'Content-Security-Policy':
          "default-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types havenkit-contact-card",
      },
      body: `<!doctype html><html lang="en"><head><title>Practice</title><link rel="icon" href="data:,">${head}</head><body>
        <haven-contact-card source="page" ${attributes}><p>Call <a href="tel:+15035550111">+1-503-555-0111</a></p></haven-contact-card>
        <script src="contact-card.js"></script></body></html>`,
    }),
  );
  await page.route('https://practice.example/contact-card.js', (route) =>
    route.fulfill({ path: 'packages/embed/dist/contact-card.classic.js' }),
  );
  await page.goto('https://practice.example/');
  return { card: page.locator('haven-contact-card'), messages };
}

for (const [name, head] of Object.entries(completePages))
  test(`a card shows the practice on a page of ${name}`, async ({ page }) => {
    const { card, messages } = await openPage(page, head);
    await expect(card.getByRole('heading', { level: 2 })).toHaveText(/^Riverbend\sFamily\sCenter$/);
    await expect(card.locator('[part=telephone]')).toContainText(/(?<!-)503-555-0142/);
    await expect(card.getByText('200 Example Street')).toBeVisible();
    const hours = card.getByRole('table');
    await expect(hours.getByRole('row').filter({ hasText: /Mon/ })).toContainText(/9(:00)?\s?AM/);
    await expect(hours.getByRole('row').filter({ hasText: /Mon/ })).toContainText(/5(:00)?\s?PM/);
    await expect(page.getByText('+1-503-555-0111')).toBeHidden();
    for (const link of await card.getByRole('link').all())
      expect(await link.getAttribute('href')).not.toContain('practice.example');
    expect(messages).toEqual([]);
  });

for (const [name, [head, message]] of Object.entries(unclearPages))
  test(`a card shows its fallback content and reports a page with ${name}`, async ({ page }) => {
    const { card, messages } = await openPage(page, head);
    await expect(page.getByRole('link', { name: '+1-503-555-0111' })).toBeVisible();
    await expect(card.locator('[part=card]')).toHaveCount(0);
    expect(messages[0]).toMatch(message);
  });

test('a card keeps its fallback content when the page has no way to reach the practice', async ({ page }) => {
  const { card, messages } = await openPage(page, yoastFree);
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Riverbend Family Center');
  await expect(page.getByRole('link', { name: '+1-503-555-0111' })).toBeVisible();
  const message = "telephone: expected a number or an email address, which the page's JSON-LD lacks";
  expect(messages).toEqual([`<haven-contact-card> ${message}`]);
  expect(await card.evaluate((element) => (element as HTMLElement & { problems: unknown }).problems)).toEqual([
    { code: 'missing-value', path: 'telephone', message },
  ]);

  await card.evaluate((element) => element.setAttribute('telephone', '+1-503-555-0142'));
  await expect(card.locator('[part=telephone]')).toContainText(/(?<!-)503-555-0142/);
  await expect(page.getByText('+1-503-555-0111')).toBeHidden();
  await expect(card.locator('[part=problem]')).toHaveCount(0);
});

test('an address without words is neither shown, nor on a map, nor saved', async ({ page }) => {
  const { card } = await openPage(
    page,
    `<script type="application/ld+json">{"@type": "LocalBusiness", "name": "Riverbend", "telephone": "+1-503-555-0142",
      "address": {"@type": "PostalAddress", "streetAddress": "", "addressLocality": " ", "postalCode": null, "addressCountry": "US"}}</script>`,
  );
  await expect(card.locator('[part=telephone]')).toContainText(/(?<!-)503-555-0142/);
  await expect(card.getByText('Address')).toHaveCount(0);
  await expect(card.getByRole('link', { name: 'map' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Save contact' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).not.toContain('ADR');
});
