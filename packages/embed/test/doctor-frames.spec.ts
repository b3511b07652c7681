/** The doctor on a page whose widgets are in frames: what it can see in them, and what not. */
import { expect, test, type Page } from '@playwright/test';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { DoctorPage, script } from './doctor.page.js';
import { files, home } from './embedded.page.js';

const settings = {
  widget: 'signup-form',
  name: 'Growing Secure',
  endpoint: 'https://receiver.example/signups',
  provider: { name: 'Riverbend', telephone: '+1-503-555-0142' },
};

const frame = (request: object, attributes = '', folder = files): string =>
  `<iframe data-haven-frame title="Sign-up" ${attributes} src="${folder}frame.html#${encodeURIComponent(JSON.stringify(request))}"></iframe>`;

const host = script('frame-host.js');
const framed = 'What a frame of Havenkit shows: its colors, and whether sign-ups arrive.';

const press = async ({ panel }: DoctorPage): Promise<string | null> => {
  await panel.getByRole('button', { name: 'Test the connection' }).click();
  return panel.locator('.endpoint .finding h4').textContent();
};

test('finds nothing wrong with a framed form that answers, and says what it cannot see there', async ({ page }) => {
  const doctor = await DoctorPage.open(page, frame(settings) + host);
  expect(await doctor.findings()).toEqual([]);
  await expect(doctor.panel.getByText('Sign-up form: in a frame')).toBeVisible();
  await expect(doctor.panel.getByText(framed)).toBeVisible();
  const report = await doctor.report();
  expect(report).toContain('- Sign-up form (<haven-signup-form>): in a frame');
  expect(report).toContain(framed);
  // The form is there, and follows its height.
  await expect(page.frameLocator('iframe').getByRole('textbox').first()).toBeVisible();
  expect(doctor.traffic.problems).toEqual([]);
  expect(await findPageViolations(page, 'haven-doctor')).toEqual([]);
});

test('cannot test the connection of a form that another site frames, says so, and asks nobody', async ({ page }) => {
  const doctor = await DoctorPage.open(page, frame(settings) + host);
  const before = doctor.traffic.requested.length;
  expect(await press(doctor)).toBe('Note This form is in a frame, so this page cannot test it.');
  expect(doctor.traffic.requested.length).toBe(before);
  expect(await doctor.report()).toContain('The frame sends the sign-ups');
});

const own = files.replace('/havenkit/', '');

/** A page of the site that has the files, too. */
const onOwnSite = (page: Page, body: string): Promise<DoctorPage> =>
  DoctorPage.open(page, body, { address: `${own}/about` });

test('tests the connection of a form in a frame of the page’s own site, which asks as the page does', async ({
  page,
}) => {
  const doctor = await onOwnSite(page, frame(settings, '', '/havenkit/') + host);
  expect(await press(doctor)).toBe('Note The server answers (201), and lets this page read its answer.');
});

test('does not take a sandboxed frame for one of the page’s own site', async ({ page }) => {
  const doctor = await onOwnSite(page, frame(settings, 'sandbox="allow-scripts allow-forms"', '/havenkit/') + host);
  expect(await press(doctor)).toBe('Note This form is in a frame, so this page cannot test it.');
});

/** What is wrong with a framed form, and what is found. */
const cases: Readonly<Record<string, { body: string; finds: string[] }>> = {
  'settings in its address that cannot be used': {
    body: frame({ ...settings, endpoint: 'Sign up here', telefone: '1' }) + host,
    finds: [
      '[Fix] Sign-up form: “endpoint” is missing or cannot be used.',
      '[Look at] Sign-up form: “telefone” needs a look.',
    ],
  },
  'a setting that is ignored in a frame': {
    body: frame({ ...settings, src: 'https://practice.example/program.json' }) + host,
    finds: ['[Look at] Sign-up form: “src” needs a look.'],
  },
  'a cut address': {
    body: `<iframe data-haven-frame title="Sign-up" src="${files}frame.html#%7B%22widget"></iframe>${host}`,
    finds: ['[Fix] The address of a frame does not say which widget to show.'],
  },
  'a missing frame page': {
    body: frame(settings, '', `${files}1.0/`) + host,
    finds: [`[Fix] The frame does not answer: ${files}1.0/frame.html.`],
  },
  'a frame without frame-host.js': {
    body: frame(settings),
    finds: ['[Look at] The script frame-host.js is not on the page.'],
  },
};

for (const [name, { body, finds }] of Object.entries(cases))
  test(`finds ${name}`, async ({ page }) => {
    const doctor = await DoctorPage.open(page, body);
    expect(await doctor.findings()).toEqual(finds);
    for (const each of finds) expect(await doctor.report()).toContain(`- ${each}`);
  });

test('finds a policy of the page that blocks the frame', async ({ page }) => {
  const headers = { 'content-security-policy': "frame-src 'self'" };
  const doctor = await DoctorPage.open(page, frame(settings) + host, { headers });
  expect(await doctor.findings()).toContain(
    '[Fix] The page’s Content Security Policy blocks the frame (https://widgets.example).',
  );
  await expect(doctor.panel.locator('.findings pre').first()).toHaveText(`frame-src ${files}frame.html`);
});

test('counts links in a frame’s settings from the frame’s address, as the frame does', async ({ page }) => {
  const doctor = await DoctorPage.open(page, frame({ ...settings, endpoint: '/signups' }) + host);
  await expect(doctor.panel.locator('.endpoint code')).toHaveText('https://widgets.example/signups');
});

test('says that it cannot look into frames of others', async ({ page }) => {
  for (const other of ['src="https://other.example/"', 'srcdoc="<p>Hello</p>"', `src="${home}part"`]) {
    const doctor = await DoctorPage.open(page, `<iframe title="Other" ${other}></iframe>`);
    await expect(doctor.panel.getByText('What is in frames. Open the address of such a frame')).toBeVisible();
  }
});
