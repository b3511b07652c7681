import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';

/** The permissions that Wix gives a frame with HTML. */
const wix = 'allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock';
const withoutForms = 'allow-same-origin allow-scripts allow-downloads';
const password = 'a small boat in the rain';

const program = {
  name: 'Growing Secure',
  hasCourseInstance: [
    {
      '@id': 'fall',
      name: 'Fall group',
      startDate: '2055-09-07T18:00:00-04:00',
      courseSchedule: {
        startTime: '18:00',
        endTime: '19:30',
        repeatFrequency: 'P1W',
        repeatCount: 3,
        scheduleTimezone: 'America/New_York',
      },
    },
  ],
};
const widgets = {
  prompt: '<haven-reflection-prompt choice="order"></haven-reflection-prompt>',
  circle: '<haven-circle-diagram></haven-circle-diagram>',
  card: '<haven-contact-card name="Ana" telephone="919-555-0100" vcard-url="/ana.vcf"></haven-contact-card>',
  form: `<haven-signup-form adapter="event"><script type="application/json">${JSON.stringify(program)}</script></haven-signup-form>`,
};

let server: Server;
let origin: string;
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', origin);
    if (pathname === '/haven.js')
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync('packages/embed/dist/haven.classic.js'));
    else if (pathname === '/ana.vcf') response.setHeader('Content-Type', 'text/vcard').end('BEGIN:VCARD');
    else {
      const sandbox = searchParams.get('sandbox');
      response
        .setHeader('Content-Type', 'text/html')
        .end(
          sandbox === null
            ? `<!doctype html><html lang="en"><body>${Object.values(widgets).join('')}<script src="/haven.js"></script>`
            : `<!doctype html><html lang="en"><iframe title="Widgets" sandbox="${sandbox}" src="/" width="900" height="6000"></iframe>`,
        );
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

interface Opened {
  readonly frame: FrameLocator;
  readonly downloads: string[];
  readonly errors: string[];
  /** Actions and channels of the events so far. */
  readonly events: () => Promise<unknown[]>;
}

/** Opens the widgets in a frame. */
async function open(page: Page, sandbox: string): Promise<Opened> {
  const downloads: string[] = [];
  const errors: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  await page.addInitScript(() => {
    const events: unknown[] = [];
    Object.assign(window, { events });
    for (const name of ['haven-reflection', 'haven-contact'])
      addEventListener(name, (event) => events.push(Object.values((event as CustomEvent).detail as object)[0]));
  });
  await page.goto(`${origin}/?sandbox=${encodeURIComponent(sandbox)}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByLabel('Your thoughts')).toBeVisible();
  const events = (): Promise<unknown[]> =>
    frame.locator('body').evaluate(() => (window as unknown as { events: unknown[] }).events);
  return { frame, downloads, errors, events };
}

const promptIn = (frame: FrameLocator) => {
  const prompt = frame.locator('haven-reflection-prompt');
  const press = (name: string): Promise<void> => prompt.getByRole('button', { name, exact: true }).click();
  return {
    press,
    status: prompt.locator('[aria-live]'),
    field: (label: string) => prompt.getByLabel(label, { exact: true }),
    locator: (selector: string) => prompt.locator(selector),
    copy: prompt.getByLabel('Copy this text'),
    save: async (text: string): Promise<void> => {
      await prompt.getByLabel('Your thoughts').fill(text);
      for (const name of ['Done', 'Save on this device', 'Save without password']) await press(name);
      await expect(prompt.locator('[aria-live]')).toHaveText('Saved on this device.');
      await prompt.getByText('Saved notes', { exact: true }).click();
      await prompt.getByText('Manage saved notes').click();
    },
    fillPassword: async (): Promise<void> => {
      await prompt.getByLabel('New password', { exact: true }).fill(password);
      await prompt.getByLabel('Confirm new password').fill(password);
    },
  };
};

test.describe('in a frame that forbids downloads and dialogs', () => {
  test('notes and backups can be copied, and nothing says that a file was saved', async ({ page }) => {
    const { frame, downloads, events } = await open(page, wix);
    const prompt = promptIn(frame);
    await prompt.save('the puddle');
    await prompt.press('Download all as text');
    await expect(prompt.status).toHaveText('Look for the file in your downloads.');
    await expect(prompt.copy).toHaveValue(/the puddle/);
    await prompt.press('Download a backup');
    await expect(prompt.copy).toHaveCount(0);
    await prompt.fillPassword();
    await prompt.press('Download a backup');
    await expect(prompt.status).toHaveText(/^Look for the backup in your downloads\. Remember its password/);
    await prompt.copy.focus();
    const backup = await prompt.copy.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(await events()).toEqual(['saved', 'exported', 'exported']);
    expect(downloads).toEqual([]);

    await prompt.press('Restore from backup');
    const file = { name: 'backup.txt', mimeType: 'text/plain', buffer: Buffer.from(backup) };
    await prompt.field('Backup file').setInputFiles(file);
    await prompt.field('Backup password').fill(password);
    await prompt.press('Open backup');
    await expect(prompt.locator('#checked')).toHaveText(/^The backup is complete\./);
  });

  test('text to copy is gone once the prompt is hidden', async ({ page }) => {
    const { frame } = await open(page, wix);
    const prompt = promptIn(frame);
    await prompt.save('the puddle');
    await prompt.press('Download all as text');
    await expect(prompt.copy).toBeVisible();
    await prompt.press('Hide');
    await prompt.press('Show');
    await expect(prompt.status).toHaveCount(1);
    await expect(prompt.copy).toHaveCount(0);
  });

  test('a picture of the circle is shown, and the person learns that nothing may be printed', async ({ page }) => {
    const { frame, downloads } = await open(page, wix);
    const tools = frame.locator('haven-circle-diagram .tools');
    const status = frame.locator('haven-circle-diagram').locator('[aria-live]');
    await tools.getByText('Print or download').click();
    for (const name of ['Download image (PNG)', 'Download drawing (SVG)']) {
      await tools.getByRole('button', { name, exact: true }).click();
      await expect(status).toHaveText('Look for the picture in your downloads.');
      const picture = tools.getByRole('img', { name: 'A road out, and a road home' });
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
    }
    expect(downloads).toEqual([]);
    await tools.getByRole('button', { name: 'Print the steps', exact: true }).click();
    await expect(status).toHaveText(/^If no print window opened/);
    await expect(frame.locator('haven-circle-diagram iframe')).toHaveCount(0);
    await expect(tools.getByRole('img')).toHaveCount(0);
  });

  test('the contact card names another way to save the contact', async ({ page }) => {
    const { frame, events } = await open(page, wix);
    const card = frame.locator('haven-contact-card');
    await card.getByText('Save contact').click();
    await expect(card.locator('[aria-live]')).toHaveText(/If it is not there, use “Copy all details”/);
    expect(await events()).toEqual(['vcard']);
    await expect(card.getByRole('button', { name: 'Copy all details' })).toBeVisible();
  });

  test('the dates of a group can be copied, and the person learns that nothing may be printed', async ({ page }) => {
    const { frame, downloads } = await open(page, wix);
    const form = frame.locator('haven-signup-form');
    await form.evaluate((element) =>
      element.addEventListener('haven-signup-request', (event) => event.preventDefault()),
    );
    await form.getByLabel('In a group').check();
    await form.getByLabel('Fall group').check();
    await form.getByLabel('Call me').check();
    await form.getByLabel('Your name').fill('Ana');
    await form.getByLabel('Phone number').fill('919-555-0100');
    await form.getByLabel('No, just call again').check();
    await form.getByLabel('I agree').check();
    await form.getByRole('button', { name: 'Sign up' }).click();
    await expect(form).toHaveAttribute('state', 'sending');
    await form.evaluate((element) => element.setAttribute('result', '{ "outcome": "confirmed" }'));
    await form.getByRole('button', { name: 'Add to calendar' }).click();
    await expect(form.locator('[aria-live]')).toHaveText(/^Look for the file in your downloads/);
    await expect(form.getByLabel('Copy the dates')).toHaveValue(
      /^Fall group\nTuesday, September 7, 2055.*ET\n.*September 14.*\n.*September 21/,
    );
    await form.getByRole('button', { name: 'Print confirmation' }).click();
    await expect(form.locator('[aria-live]')).toHaveText(/^If no print window opened/);
    expect(downloads).toEqual([]);
  });
});

for (const [sandbox, name] of [
  [withoutForms, 'without forms'],
  [`${withoutForms} allow-forms`, 'with forms'],
] as const)
  test(`in a frame ${name}, each form of the prompt acts once, by a click or by Enter`, async ({ page }) => {
    const { frame, downloads, events } = await open(page, sandbox);
    const prompt = promptIn(frame);
    await prompt.save('the puddle');
    await prompt.press('Download a backup');
    await prompt.press('Download a backup');
    await expect(prompt.locator('.error')).toHaveText('Enter a password.');
    await prompt.fillPassword();
    await prompt.press('Download a backup');
    await expect(prompt.status).toHaveText(/^Look for the backup/);
    await expect
      .poll(() => downloads)
      .toEqual([expect.stringMatching(/^a-quiet-moment-backup-\d{4}-\d\d-\d\d\.json$/)]);
    await prompt.press('Set a password');
    await prompt.fillPassword();
    await prompt.field('Confirm new password').press('Enter');
    await expect(prompt.status).toHaveText('Password set. You need it to open your notes from now on.');
    await prompt.press('Lock now');
    await prompt.field('Password').fill(password);
    await prompt.field('Password').press('Enter');
    await expect(prompt.status).toHaveText('Unlocked.');
    await expect(prompt.locator('.saved .answer')).toHaveText('the puddle');
    expect(downloads).toHaveLength(1);
    expect(await events()).toEqual(['saved', 'exported']);
  });

test('in a frame without storage, the prompt says that nothing is saved, and nothing fails unseen', async ({
  page,
}) => {
  const { frame, errors } = await open(page, 'allow-scripts');
  const prompt = promptIn(frame);
  await prompt.field('Your thoughts').fill('the puddle');
  for (const name of ['Done', 'Save on this device']) await prompt.press(name);
  await expect(prompt.status).toHaveText(/^Your browser did not save it\. It stays here/);
  await prompt.locator('.saved summary').click();
  await expect(prompt.locator('.notice')).toHaveText('This browser does not let this page save notes.');
  await expect(prompt.locator('.saved .answer')).toHaveText('the puddle');
  await prompt.locator('.tools summary').click();
  await prompt.press('Download all as text');
  await expect(prompt.copy).toHaveValue(/the puddle/);
  expect(errors).toEqual([]);
});
