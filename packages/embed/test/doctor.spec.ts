/** The doctor finds what is wrong with the widgets on a page, and disturbs neither the page nor its visitors. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { bookmark } from '../src/doctor/bookmark.js';
import { card, cardScript, DoctorPage, script } from './doctor.page.js';
import { files, home, pageWith, serve } from './embedded.page.js';

test('says that everything looks right', async ({ page }) => {
  const doctor = await DoctorPage.open(page, `<h1>Contact</h1>${card}${cardScript}`);
  await expect(doctor.panel.getByRole('status')).toContainText('Everything looks right.');
  expect(await doctor.findings()).toEqual([]);
  await expect(doctor.panel.getByText('works, version')).toBeVisible();
  expect(doctor.traffic.problems).toEqual([]);
});

/** What a page has, and what is found there. */
const cases: Readonly<Record<string, { body: string; finds: string[]; headers?: Record<string, string> }>> = {
  'a page without widgets': { body: '<p>Hello</p>', finds: ['[Fix] There is nothing of Havenkit on this page.'] },
  'a tag without its script': {
    body: card,
    finds: ['[Fix] Contact card: its script is not on the page.'],
  },
  'a missing file': {
    body: card + script('1.0/contact-card.classic.js'),
    finds: [`[Fix] A file is missing: the server answers 404 for ${files}1.0/contact-card.classic.js.`],
  },
  'a changed file': {
    body: card + script('contact-card.classic.js', 'defer crossorigin integrity="sha384-AAAA"'),
    finds: ['[Fix] contact-card.classic.js is not the file that the snippet names: its hash differs.'],
  },
  'a script that is held back': {
    body: card + script('contact-card.classic.js', 'type="text/plain"'),
    finds: ['[Fix] A plugin holds contact-card.classic.js back: browsers do not run its tag as it is now.'],
  },
  'a placeholder without the loader': {
    body: '<div data-haven="contact-card" data-name="Riverbend" data-telephone="+1-503-555-0142"></div>',
    finds: ['[Fix] Contact card: its placeholder was not replaced, because the loader is not on the page.'],
  },
  'a widget that does not exist': {
    body: `<haven-contract-card></haven-contract-card>${card}${cardScript}`,
    finds: ['[Fix] There is no widget “haven-contract-card”.'],
  },
  'a wrapper without its widget': {
    body: `<div class="havenkit-12ab34cd"></div>${card}${cardScript}`,
    finds: ['[Fix] A snippet is on the page, but the widget was removed from it.'],
  },
  'a snippet as text': {
    body: `<p>&lt;haven-contact-card name="Riverbend"></p><p>{ "name": "Riverbend" }</p>`,
    finds: [
      '[Fix] There is nothing of Havenkit on this page.',
      '[Fix] The code of the snippet is shown to visitors as text.',
      '[Fix] The settings of a widget are shown to visitors as text.',
    ],
  },
  'a form whose fields were removed': {
    body: `<haven-signup-form name="Growing Secure" telephone="+1-503-555-0142" endpoint="${home}signups"><form><input type="submit"></form></haven-signup-form>${script('signup-form.classic.js')}`.replace(
      '<input type="submit">',
      '<button>Sign up</button>',
    ),
    finds: ['[Look at] A sign-up form has a button, but no questions: they were removed.'],
  },
  'typographic quotation marks': {
    body: `<haven-contact-card name=“Riverbend” telephone="+1-503-555-0142"></haven-contact-card>${cardScript}`,
    finds: ['[Fix] Contact card: its settings have the quotation marks of a word processor.'],
  },
  'settings that a builder removed': {
    body: `<haven-contact-card><p>Call us</p></haven-contact-card>${cardScript}`,
    finds: ['[Fix] Contact card: it has no settings.', '[Fix] Contact card: “name” is missing or cannot be used.'],
  },
  'a misspelt setting, and one that cannot be used': {
    body: `<haven-contact-card name="Riverbend" phone="1" opening-hours="always"></haven-contact-card>${cardScript}`,
    finds: [
      '[Fix] Contact card: “opening-hours” is missing or cannot be used.',
      '[Fix] Contact card: “telephone” is missing or cannot be used.',
      '[Look at] Contact card: it has no setting “phone”.',
    ],
  },
  'JSON that cannot be read': {
    body: `<haven-contact-card><script type="application/json">{"name": "Riverbend",}</script></haven-contact-card>${cardScript}`,
    finds: ['[Fix] Contact card: a setting is missing or cannot be used.'],
  },
  'a style that takes the contrast away': {
    body: `<style>haven-contact-card::part(name) { color: oklch(80% 0.02 200) }</style>${card}${cardScript}`,
    finds: ['[Fix] Contact card: a heading has too little contrast, 1.82 to 1.'],
  },
  'the same widget twice, from two scripts': {
    body: `${card}${card}${cardScript}${script('contact-card.js', 'type="module"')}`,
    finds: [
      '[Note] contact-card.js is on the page more than once.',
      '[Note] Contact card: it is on the page twice, with the same settings.',
    ],
  },
  'a file that a policy forbids': {
    body: card + cardScript,
    headers: { 'content-security-policy': `script-src ${files}doctor.js` },
    finds: ['[Fix] The page’s Content Security Policy blocks a file of Havenkit (https://widgets.example).'],
  },
  'a Trusted Types policy that is not listed': {
    body: card + cardScript,
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types other" },
    finds: [
      '[Fix] Contact card: it shows only the words between its tags.',
      '[Fix] The page’s Content Security Policy does not let contact-card.classic.js make its parts.',
    ],
  },
  'frames without a title, scripts or an answer': {
    body: `<iframe data-haven-frame src="${home}nothing#%7B%22widget%22%3A%22circle-diagram%22%7D"></iframe>
      <iframe data-haven-frame title="Card" sandbox src="${files}frame.html"></iframe>`,
    finds: [
      '[Fix] The frame does not answer: https://practice.example/nothing.',
      '[Fix] A frame may not run scripts.',
      '[Fix] The address of a frame does not say which widget to show.',
      '[Look at] A frame has no title.',
      '[Look at] The script frame-host.js is not on the page.',
    ],
  },
};

for (const [name, { body, finds, headers = {} }] of Object.entries(cases))
  test(`finds ${name}`, async ({ page }) => {
    const doctor = await DoctorPage.open(page, body, { headers });
    expect(await doctor.findings()).toEqual(finds);
    const report = await doctor.report();
    for (const each of finds) expect(report).toContain(`- ${each}`);
  });

test('finds reserved room that stays empty, and says in which font the page is', async ({ page }) => {
  const style = (font: string): string =>
    `<style>body { font: ${font} } haven-contact-card { --havenkit-room: 900px; min-block-size: var(--havenkit-room); align-content: start }</style>`;
  const doctor = await DoctorPage.open(page, `${style('18px Georgia, serif')}${card}${cardScript}`);
  expect(await doctor.findings()).toEqual([
    expect.stringMatching(/^\[Note\] Contact card: \d{3} pixels stay empty below it\.$/),
  ]);
  await expect(doctor.panel.getByText('18px Georgia, serif', { exact: true })).toBeVisible();
});

test('finds several versions', async ({ page }) => {
  await page.addInitScript(() => {
    customElements.define(
      'haven-contact-card',
      class extends HTMLElement {
        static readonly version = '0.0.9';
      },
    );
  });
  const doctor = await DoctorPage.open(page, card + script('havenkit/embed@0.1.0/contact-card.classic.js'));
  expect(await doctor.findings()).toContain('[Note] Contact card: its version is 0.0.9, and this doctor is of 0.1.0.');
});

test('finds nothing wrong with a frame that answers', async ({ page }) => {
  const settings = { widget: 'contact-card', name: 'Riverbend', telephone: '+1-503-555-0142' };
  const frame = `<iframe data-haven-frame title="Riverbend" src="${files}frame.html#${encodeURIComponent(JSON.stringify(settings))}"></iframe>`;
  const doctor = await DoctorPage.open(page, frame + script('frame-host.js'));
  expect(await doctor.findings()).toEqual([]);
  // The address of the frame has what the practice wrote.
  expect(await doctor.report()).not.toContain('503');
});

test('opens under a strict policy, in which no Trusted Types policy is allowed for it', async ({ page }) => {
  const policy = `default-src 'none'; script-src ${files}; img-src data:; require-trusted-types-for 'script'; trusted-types havenkit-contact-card`;
  const doctor = await DoctorPage.open(page, card + cardScript, { headers: { 'content-security-policy': policy } });
  expect(await doctor.findings()).toEqual([]);
  // It asks for the headers of the page, which this policy forbids, too.
  expect(
    doctor.traffic.problems.filter((problem) => !problem.includes('connect-src') && !problem.includes('Fetch API')),
  ).toEqual([]);
});

const circle = '<haven-circle-diagram></haven-circle-diagram>';

for (const [name, tag] of Object.entries({
  widget: circle + '<script defer src="/havenkit/circle-diagram.classic.js"></script>',
  module: circle + '<script type="module" src="/havenkit/circle-diagram.js"></script>',
  'frame script':
    '<iframe data-haven-frame title="A" src="/havenkit/frame.html"></iframe><script defer src="/havenkit/frame-host.js"></script>',
}))
  test(`loads its file only where the address of the page asks for it: ${name}`, async ({ page }) => {
    const own = files.replace('/havenkit/', '');
    const { requested } = await serve(page, { [`${own}/about`]: pageWith(tag) });
    await page.goto(`${own}/about?page=2&haven-doctors=3`);
    await page.waitForLoadState('networkidle');
    expect(requested).not.toContain('/havenkit/doctor.js');
    await expect(page.locator('haven-doctor')).toHaveCount(0);
    await page.goto(`${own}/about?haven-doctor`);
    await expect(page.getByRole('dialog', { name: 'Havenkit doctor' })).toBeVisible();
    expect(requested).toContain('/havenkit/doctor.js');
  });

test('is loaded from no other site because of a link', async ({ page }) => {
  const { requested } = await serve(page, { '/': pageWith(circle + script('circle-diagram.classic.js')) });
  await page.goto(`${home}?haven-doctor`);
  await page.waitForLoadState('networkidle');
  // Of the page's own site, which has no such file. The other has one.
  expect(requested.filter((path) => path.includes('doctor'))).toEqual(['/havenkit/doctor.js']);
  await expect(page.locator('haven-doctor')).toHaveCount(0);
});

test('opens with the bookmark, from the folder of the page’s own script', async ({ page }) => {
  await serve(page, { '/': pageWith(script('locales/es.js') + card + cardScript) });
  await page.goto(home);
  const doctor = page.getByRole('dialog', { name: 'Havenkit doctor' });
  // A module runs once, but a person looks more than once.
  for (let time = 1; time <= 2; time++) {
    await page.evaluate((code) => location.assign(code), bookmark('https://cdn.example/'));
    await expect(doctor).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(doctor).toHaveCount(0);
  }
  expect(page.url()).toBe(home);
});

test('is in the README as a bookmark of this version', () => {
  const read = (file: string): string => readFileSync(`packages/embed/${file}`, 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('README.md')).toContain(bookmark(`https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`));
});

test('speaks Spanish on a page in Spanish', async ({ page }) => {
  const body = `${card.replace('name=', 'phone="1" name=')}${script('locales/es.js')}${cardScript}`;
  const doctor = await DoctorPage.open(page, body, { lang: 'es-MX' });
  expect(await doctor.findings()).toEqual(['[Mire] Tarjeta de contacto: no tiene un ajuste “phone”.']);
  await expect(doctor.panel).toHaveAttribute('lang', 'es');
  expect(await doctor.report()).toContain('¿Quiso escribir “telephone”?');
});

for (const lang of ['en', 'es'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`is accessible: ${lang}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await DoctorPage.open(page, `${card}<haven-signup-form endpoint="${home}signups"></haven-signup-form>`, { lang });
      expect(await findPageViolations(page, 'haven-doctor')).toEqual([]);
    });

test('is used with the keyboard alone, and gives the focus back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = await DoctorPage.open(page, `<button>Of the page</button>${card}${cardScript}`);
  await expect(doctor.panel).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(doctor.panel.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(doctor.panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(doctor.panel.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Everything looks right.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await doctor.examined();
  await page.keyboard.press('Escape');
  await expect(doctor.panel).toHaveCount(0);
  await page.getByRole('button', { name: 'Of the page' }).focus();
  await page.evaluate((url) => import(`${url}?again`) as Promise<unknown>, `${files}doctor.js`);
  await doctor.examined();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Of the page' })).toBeFocused();
});

for (const width of [320, 390, 1100])
  test(`covers the page without moving it, whatever its styles are, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const style = `<style>* { all: unset !important; font: 40px serif !important } haven-doctor, [popover], body > * { display: none !important; position: static !important; opacity: 0 !important }
      .cover { display: block !important; position: fixed !important; opacity: 1 !important; inset: 0; z-index: 2147483647; background: red }</style>`;
    const doctor = await DoctorPage.open(page, `${style}${card}${cardScript}<div class="cover"></div>`);
    const box = (await doctor.panel.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await doctor.panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    // Nothing of the page is over it.
    await doctor.panel.getByRole('button', { name: 'Close' }).click();
    await expect(doctor.panel).toHaveCount(0);
  });

test('reports nothing that a visitor has typed, and no query', async ({ page }) => {
  const body = `${card}<haven-reflection-prompt></haven-reflection-prompt>
    <haven-signup-form name="Growing Secure" endpoint="${home}signups?key=secret" draft="session"><p>Call</p></haven-signup-form>
    <label>Search <input name="search"></label>${script('haven.classic.js')}`;
  await serve(page, { '/': pageWith(body) });
  await page.goto(`${home}?for=Ana#part`);
  await page.getByLabel('Your name').fill('Typed-name');
  await page.getByLabel('Search').fill('Typed-search');
  await page.locator('haven-reflection-prompt').getByRole('textbox').first().fill('Typed-reflection');
  await page.locator('haven-reflection-prompt').getByRole('button', { name: 'Done' }).click();
  await page.evaluate((url) => import(url) as Promise<unknown>, `${files}doctor.js`);
  const panel = page.getByRole('dialog', { name: 'Havenkit doctor' });
  await panel.getByRole('button', { name: 'Examine again' }).waitFor();
  await panel.getByRole('button', { name: 'Test the connection' }).click();
  await expect(panel.locator('.endpoint .finding')).toBeVisible();
  for (const text of [
    await panel.getByRole('textbox').inputValue(),
    await page.locator('haven-doctor').evaluate(({ shadowRoot }) => shadowRoot!.textContent),
  ]) {
    expect(text).toContain('Reflection prompt');
    for (const secret of ['Typed', 'Ana', 'secret', '#part']) expect(text).not.toContain(secret);
  }
  await expect(page.getByLabel('Your name')).toHaveValue('Typed-name');
});
