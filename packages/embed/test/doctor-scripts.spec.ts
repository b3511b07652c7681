/** What the doctor says of a script that has not run: only what a page can know. */
import { expect, test, type Page } from '@playwright/test';
import { bookmark } from '../src/doctor/bookmark.js';
import { card, cardScript, DoctorPage, script } from './doctor.page.js';
import { files, home, pageWith, serve } from './embedded.page.js';

const cdn = 'https://files.example/havenkit/contact-card.classic.js';

/** A server of files that lets pages run them, but not read them. */
async function serveUnreadable(page: Page): Promise<void> {
  // Without this header, Playwright adds one that lets the page read the file.
  const headers = { 'access-control-allow-origin': 'https://another.example' };
  // What does not define the widget: it has loaded, and has not run as it should.
  await page.route('https://files.example/**', (route) =>
    route.fulfill({ headers, contentType: 'text/javascript', body: '' }),
  );
}

/** Opens the doctor on a page with the card and a script of that server. */
async function openWith(page: Page, attributes: string, headers: Record<string, string> = {}): Promise<DoctorPage> {
  const body = `${card}<script ${attributes} src="${cdn}"></script>`;
  return DoctorPage.open(page, body, { headers });
}

test('does not claim to know why a script of a server without CORS has not run', async ({ page }) => {
  await serveUnreadable(page);
  const doctor = await openWith(page, 'defer');
  expect(await doctor.findings()).toEqual([`[Fix] ${cdn} has not run. Why cannot be known from this page.`]);
});

for (const attributes of ['type="module"', 'defer crossorigin', 'defer integrity="sha384-AAAA"'])
  test(`says that a server without CORS does not let the page load a script with ${attributes}`, async ({ page }) => {
    await serveUnreadable(page);
    const doctor = await openWith(page, attributes);
    expect(await doctor.findings()).toEqual([`[Fix] The server does not let this page load ${cdn}.`]);
  });

test('says that no server answers', async ({ page }) => {
  await page.route('https://files.example/**', (route) => route.abort('connectionrefused'));
  const doctor = await openWith(page, 'defer');
  expect(await doctor.findings()).toEqual([`[Fix] The browser could not load ${cdn}.`]);
});

test('asks for no file that the page’s policy does not let it read, and does not blame the server', async ({
  page,
}) => {
  await serveUnreadable(page);
  const policy = `default-src 'none'; script-src ${files} https://files.example/; img-src data:`;
  const doctor = await openWith(page, 'defer', { 'content-security-policy': policy });
  expect(await doctor.findings()).toEqual([`[Fix] ${cdn} has not run. Why cannot be known from this page.`]);
});

test('says that a server sends a page in place of a missing file', async ({ page }) => {
  const headers = { 'access-control-allow-origin': '*' };
  await page.route('https://files.example/**', (route) =>
    route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html><title>Home</title>' }),
  );
  const doctor = await openWith(page, 'defer');
  expect(await doctor.findings()).toEqual([`[Fix] ${cdn} is not a script: the server sends a page or another file.`]);
});

for (const tag of [
  `<script type="text/plain" src="${files}contact-card.classic.js"></script>`,
  `<script type="rocketlazyloadscript" data-rocket-src="${files}contact-card.classic.js"></script>`,
  `<script type="0b1c-text/javascript" src="${files}contact-card.classic.js"></script>`,
  `<script data-src="${files}contact-card.classic.js"></script>`,
])
  test(`knows a script that a plugin holds back: ${tag.replace(/ (?:data-\w*-?)?src=.*/, '')}`, async ({ page }) => {
    const doctor = await DoctorPage.open(page, card + tag);
    expect(await doctor.findings()).toEqual([
      '[Fix] A plugin holds contact-card.classic.js back: browsers do not run its tag as it is now.',
    ]);
    // There is nothing to ask for.
    expect(doctor.traffic.requested).not.toContain('/havenkit/contact-card.classic.js');
  });

test('goes on where the page has broken what an examination needs, and says which failed', async ({ page }) => {
  const breaking = `<script>
    HTMLCanvasElement.prototype.getContext = () => { throw new Error('no canvas'); };
    HTMLIFrameElement.prototype.__defineGetter__('loading', () => { throw new Error('no frames'); });
  </script>`;
  const frame = `<iframe data-haven-frame title="A" src="${files}frame.html"></iframe>${script('frame-host.js')}`;
  const doctor = await DoctorPage.open(
    page,
    `${breaking}${card.replace('name=', 'phone="1" name=')}${cardScript}${frame}`,
  );
  expect(await doctor.findings()).toEqual([
    '[Look at] Contact card: it has no setting “phone”.',
    '[Look at] The doctor could not examine the frames.',
    '[Look at] The doctor could not examine the contrast.',
  ]);
  await expect(doctor.panel.getByRole('status')).toHaveText('3 things to look at.');
  const report = await doctor.report();
  expect(report).toContain('There may be more to fix than is listed here.');
  expect(report).toContain('Error: no canvas');
  expect(report).toContain('- Contact card (<haven-contact-card>): works');
});

test('says in words that it could examine nothing, and does not go on waiting', async ({ page }) => {
  const traffic = await serve(page, { '/': pageWith(`<script>window.Text = null</script>${card}${cardScript}`) });
  await page.goto(home);
  await page.evaluate((url) => import(url) as Promise<unknown>, `${files}doctor.js`);
  await expect(page.getByRole('dialog', { name: 'Havenkit doctor' }).getByRole('status')).toContainText(
    'The doctor could not examine this page. Send this to whoever helps you: TypeError',
  );
  expect(traffic.requested).toContain('/havenkit/doctor.js');
});

test.describe('the bookmark', () => {
  /** Opens a page with these scripts, chooses the bookmark, and returns which files it asked for. */
  async function chooseOn(page: Page, scripts: string): Promise<string[]> {
    const traffic = await serve(page, { '/': pageWith(scripts) });
    await page.goto(home);
    const before = traffic.requested.length;
    // Encoded, as a browser stores the address of a bookmark.
    const address = new URL(bookmark('https://widgets.example/havenkit/')).href;
    await page.evaluate((code) => location.assign(code), address);
    await expect(page.getByRole('dialog', { name: 'Havenkit doctor' })).toBeVisible();
    return traffic.requested.slice(before).filter((path) => path.endsWith('.js'));
  }

  for (const address of [
    '/js/my-haven.js',
    '/js/havens.js',
    '/havenly/app.js',
    '/havenkit/my-doctor.js',
    '/js/my-contact-card.js',
    '/js/loader.js',
    '/js/app.js?haven.js',
    '/locales/es.js',
    '/locales/es/card.js',
  ])
    test(`is not misled by another project’s script: ${address}`, async ({ page }) => {
      expect(await chooseOn(page, `<script src="${address}"></script>`)).toEqual(['/havenkit/doctor.js']);
    });

  for (const file of [
    'haven.js',
    'contact-card.classic.js',
    'contact-card.classic.js?ver=6.5/2',
    'loader.classic.js',
    'locales/es.js',
    'locales/es/contact-card.js',
    'frame-host.js',
  ])
    test(`finds the folder of ${file}`, async ({ page }) => {
      const own = 'https://other.example/assets/havenkit/';
      const tag = `<script src="/js/app.js"></script><script src="${own}${file}"></script>`;
      // It asks there first, and then where the bookmark says.
      expect(await chooseOn(page, tag)).toEqual(['/assets/havenkit/doctor.js', '/havenkit/doctor.js']);
    });
});
