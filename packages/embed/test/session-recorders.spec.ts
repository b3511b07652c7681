/** What a visitor writes is in no session recording. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type * as Rrweb from 'rrweb';
import { FourWidgetsPage } from './four-widgets.page.ts';

declare global {
  interface Window {
    rrweb: typeof Rrweb;
    recorded: Rrweb.eventWithTime[];
  }
}

type RecordOptions = Rrweb.recordOptions<Rrweb.eventWithTime>;

const main = createRequire(import.meta.url).resolve('rrweb');
const rrweb = readFileSync(main.replace('rrweb.cjs', 'rrweb.umd.min.cjs'), 'utf8');

/** Part of everything that is typed. */
const secret = 'zyxwvut';

/** Options of recorders by name. */
const recorders: Readonly<Record<string, RecordOptions>> = {
  'rrweb with its defaults': {},
  'rrweb that masks all fields': { maskAllInputs: true },
  'rrweb that blocks the class of PostHog': { blockClass: 'ph-no-capture' },
  'rrweb that blocks the class of Sentry': { blockClass: 'sentry-block' },
  'rrweb that blocks the attribute of Hotjar': { blockClass: 'unknown', blockSelector: '[data-hj-suppress]' },
  'rrweb that blocks nothing and masks all fields': { blockClass: 'unknown', maskAllInputs: true },
};

/** Types the secret wherever a visitor can, and has it shown again. */
async function writeEverywhere(widgets: FourWidgetsPage): Promise<void> {
  const { page, form, prompt } = widgets;
  await widgets.fillIn(secret);
  await form.getByLabel('Is there anything else').fill(`${secret} message`);
  await form.getByLabel('Email address').fill(`${secret}@gmial.com`);
  await form.getByLabel('Is there anything else').focus();
  await expect(form.getByText(`Did you mean ${secret}@gmail.com?`).first()).toBeVisible();
  await form.getByRole('checkbox', { name: 'I agree' }).check();
  await form.getByRole('button', { name: 'Sign up' }).click();
  await expect(form.locator('.outcome').getByText(`${secret}@gmial.com bounced`)).toBeVisible();

  await prompt.getByRole('textbox').fill(`${secret} in the rain`);
  await widgets.press('Done');
  await widgets.press('Save on this device');
  await widgets.press('Save without password');
  await page.getByText('Saved notes', { exact: true }).click();
  await expect(prompt.getByRole('listitem').getByText(secret)).toBeVisible();
  await prompt.getByRole('button', { name: /^Edit note from/ }).click();
  await expect(prompt.getByRole('textbox')).toHaveValue(`${secret} in the rain`);
  await prompt.getByRole('textbox').fill(`${secret} in the sun`);
  await widgets.press('Hide');
  await widgets.press('Show');
}

const recorded = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(window.recorded));

/** Returns what a recorder records while a visitor writes. */
async function record(page: Page, options: RecordOptions): Promise<string> {
  const start = `window.recorded = [];
    rrweb.record({ ...${JSON.stringify(options)}, emit: (event) => recorded.push(event) });`;
  const widgets = await FourWidgetsPage.open(page, rrweb, start);
  await page.route('**/signups', (route) =>
    route.fulfill({ status: 400, json: { fieldErrors: { email: `${secret}@gmial.com bounced` } } }),
  );
  // A framework that binds the class of a host removes every other class.
  for (const host of [widgets.form, widgets.prompt])
    await host.evaluate((element) => element.setAttribute('class', 'active'));
  await writeEverywhere(widgets);
  await page.evaluate(() => {
    window.rrweb.record.takeFullSnapshot();
    document.body.append('The page itself is recorded.');
  });
  await expect.poll(() => recorded(page)).toContain('The page itself is recorded.');
  return recorded(page);
}

for (const [name, options] of Object.entries(recorders))
  test(
    `${name} records nothing that a visitor wrote`,
    {
      // One mark of each kind is tested always: the default class, and an attribute.
      tag: /defaults|Hotjar/.test(name) ? [] : '@thorough',
    },
    async ({ page }) => {
      expect(await record(page, options)).not.toContain(secret);
    },
  );

test('only a recorder that respects no mark records it', async ({ page }) => {
  const all = await record(page, { blockClass: 'unknown', maskTextClass: 'unknown' });
  for (const text of [' message', '@gmial.com', '@gmial.com bounced', ' in the rain', ' in the sun'])
    expect(all).toContain(secret + text);
});

test('a host is marked from the first interaction on, also after a framework has removed the marks', async ({
  page,
}) => {
  const widgets = await FourWidgetsPage.open(page);
  const marks = ['class', 'data-hj-suppress', 'data-clarity-mask', 'data-dd-privacy', 'data-private'];
  for (const host of [widgets.form, widgets.prompt]) {
    for (const mark of marks) expect(await host.getAttribute(mark)).toBeNull();
    const field = host.getByRole('textbox').first();
    await field.focus();
    await host.evaluate((element) => element.setAttribute('class', 'active'));
    await field.fill('A');
    for (const mark of marks) {
      const inside = await host.locator('section').first().getAttribute(mark);
      expect(await host.getAttribute(mark)).toBe(mark === 'class' ? inside!.replace('card', 'active') : inside);
    }
  }
});
