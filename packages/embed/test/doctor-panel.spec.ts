/** The doctor's panel among what else is on a page: Escape, the focus, and what a screen reader says. */
import { expect, test, type Page } from '@playwright/test';
import { card, cardScript, DoctorPage } from './doctor.page.js';
import { files, pageWith, serve } from './embedded.page.js';

const openAgain = (page: Page): Promise<unknown> =>
  page.evaluate((url) => import(url) as Promise<unknown>, `${files}doctor.js?again`);

/** The element that has the focus, also in shadow roots. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    return activeElement === document.body ? 'body' : (activeElement?.textContent.trim() ?? '');
  });

test('closes with Escape from anywhere on the page, whose focus stays where it is', async ({ page }) => {
  const doctor = await DoctorPage.open(page, `<button>Of the page</button>${card}${cardScript}`);
  await page.getByRole('button', { name: 'Of the page' }).focus();
  await page.keyboard.press('Escape');
  await expect(doctor.panel).toHaveCount(0);
  expect(await focusedText(page)).toBe('Of the page');
});

/** What of a page takes Escape for itself, and how a test sees that it has. */
const takers: Readonly<Record<string, { body: string; isOpen: string }>> = {
  'a modal dialog': {
    body: `<dialog id="open"><button>Inside</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
    isOpen: '#open[open]',
  },
  'a popover': {
    body: `<div popover id="open"><button>Inside</button></div><script>document.querySelector('[popover]').showPopover()</script>`,
    isOpen: '#open:popover-open',
  },
  'a menu of a script': {
    body: `<div role="menu" id="open"><button role="menuitem">Inside</button></div>
      <script>document.querySelector('[role=menu]').addEventListener('keydown', (event) => {
        if (event.key === 'Escape') event.currentTarget.remove();
      })</script>`,
    isOpen: '#open',
  },
  'a dialog of a script, which is above the page': {
    body: `<div role="dialog" aria-modal="true" id="open">Inside</div><button>Inside</button>
      <script>document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') document.getElementById('open')?.remove();
      })</script>`,
    isOpen: '#open',
  },
};

for (const [name, { body, isOpen }] of Object.entries(takers))
  test(`leaves Escape to ${name}, and takes it from what is open only when it has the focus`, async ({ page }) => {
    const doctor = await DoctorPage.open(page, `${body}${card}${cardScript}`);
    // First in the panel: what is open on the page stays open.
    await expect(doctor.panel).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(doctor.panel).toHaveCount(0);
    await expect(page.locator(isOpen)).toHaveCount(1);
    // Then on the page: the panel stays.
    await openAgain(page);
    await doctor.examined();
    await page.getByText('Inside').last().focus();
    await page.keyboard.press('Escape');
    await expect(page.locator(isOpen)).toHaveCount(0);
    await expect(doctor.panel).toBeVisible();
    // The next press is for the panel.
    await page.keyboard.press('Escape');
    await expect(doctor.panel).toHaveCount(0);
  });

test('stays open when a script of the page has used Escape, and while a person composes a character', async ({
  page,
}) => {
  const body = `<input aria-label="Name"><script>
    document.querySelector('input').addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  </script>`;
  const doctor = await DoctorPage.open(page, body + card + cardScript);
  await page.getByLabel('Name').focus();
  await page.keyboard.press('Escape');
  await page.getByLabel('Name').dispatchEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
  await expect(doctor.panel).toBeVisible();
});

test('can be used while a modal dialog of the page is open', async ({ page }) => {
  const doctor = await DoctorPage.open(page, `${takers['a modal dialog']!.body}${card}${cardScript}`);
  await doctor.panel.getByRole('button', { name: 'Close' }).click();
  await expect(doctor.panel).toHaveCount(0);
  await expect(page.locator('dialog[open]')).toHaveCount(1);
});

test.describe('gives the focus back', () => {
  test('to a field in a widget', async ({ page }) => {
    const form = '<haven-reflection-prompt></haven-reflection-prompt>';
    await serve(page, { '/': pageWith(`${form}<script defer src="${files}haven.classic.js"></script>`) });
    await page.goto('https://practice.example/');
    await page.getByRole('textbox').first().focus();
    await openAgain(page);
    const panel = page.getByRole('dialog', { name: 'Havenkit doctor' });
    await expect(panel).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(page.getByRole('textbox').first()).toBeFocused();
  });

  test('to where it was last on the page', async ({ page }) => {
    const doctor = await DoctorPage.open(page, `<button>First</button><button>Second</button>${card}${cardScript}`);
    await page.getByRole('button', { name: 'Second' }).focus();
    await doctor.panel.getByRole('button', { name: 'Close' }).click();
    expect(await focusedText(page)).toBe('Second');
  });

  test('to something, on a page without headings', async ({ page }) => {
    const doctor = await DoctorPage.open(page, `<p>Hello</p>${card}${cardScript}`);
    await doctor.panel.getByRole('button', { name: 'Close' }).click();
    expect(await focusedText(page)).toBe('Hello');
  });

  test('to what had it before, if the last that had it cannot have it again', async ({ page }) => {
    const doctor = await DoctorPage.open(page, `<button>First</button><button>Second</button>${card}${cardScript}`);
    await page.getByRole('button', { name: 'First' }).focus();
    await page.getByRole('button', { name: 'Second' }).focus();
    await doctor.panel.getByRole('button', { name: 'Close' }).focus();
    await page.evaluate(() => document.querySelectorAll('button')[1]!.remove());
    await page.keyboard.press('Enter');
    expect(await focusedText(page)).toBe('First');
  });

  test('to the content, if nothing had it, or if that has gone', async ({ page }) => {
    const doctor = await DoctorPage.open(
      page,
      `<nav>Menu</nav><h1>Contact</h1><button>Gone</button>${card}${cardScript}`,
    );
    await page.keyboard.press('Escape');
    expect(await focusedText(page)).toBe('Contact');
    await page.getByRole('button', { name: 'Gone' }).focus();
    // The page is as it was.
    expect(await page.locator('h1').getAttribute('tabindex')).toBeNull();
    await openAgain(page);
    await doctor.examined();
    await page.evaluate(() => document.querySelector('button')!.remove());
    await page.keyboard.press('Escape');
    expect(await focusedText(page)).toBe('Contact');
  });
});

test('is said once: a dialog with headings and lists, and no landmarks or articles', async ({ page }) => {
  const doctor = await DoctorPage.open(page, `${card.replace('name=', 'phone="1" name=')}${cardScript}`);
  await expect(doctor.panel).toMatchAriaSnapshot(`
    - dialog "Havenkit doctor":
      - heading "Havenkit doctor" [level=2]
      - button "Close"
      - status:
        - strong: 1 thing to look at.
      - paragraph: Only you see this. Visitors do not.
      - list:
        - listitem:
          - 'heading "Look at Contact card: it has no setting “phone”." [level=3]'
          - paragraph:
            - strong: "Why it matters:"
            - text: It is ignored.
          - paragraph:
            - strong: "What to do:"
            - text: Did you mean “telephone”?
      - heading "On this page" [level=3]
      - list:
        - listitem: /Contact card. works, version/
      - heading "Report for whoever helps you" [level=3]
      - paragraph: /It has the findings/
      - textbox "Report for whoever helps you"
      - button "Copy report"
      - paragraph
      - paragraph:
        - button "Examine again"
  `);
  expect(
    await doctor.panel.evaluate(
      ({ shadowRoot }) => shadowRoot!.querySelectorAll('main, header, section, article').length,
    ),
  ).toBe(0);
  // A screen reader reads a tag sign by sign. Whoever helps needs it.
  expect(await doctor.panel.evaluate(({ shadowRoot }) => shadowRoot!.textContent)).not.toContain('<haven-');
  expect(await doctor.report()).toContain('- Contact card (<haven-contact-card>): works');
});

test('says every time that the report is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = await DoctorPage.open(page, card + cardScript);
  const status = doctor.panel.getByText('Copied.');
  await doctor.panel.getByRole('button', { name: 'Copy report' }).click();
  await expect(status).toBeVisible();
  const messages = await status.evaluateHandle((region) => {
    const found: string[] = [];
    new MutationObserver(() => found.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
    });
    return found;
  });
  await doctor.panel.getByRole('button', { name: 'Copy report' }).click();
  await expect.poll(() => messages.jsonValue()).toEqual(['', 'Copied.\u00a0']);
});

test('says in the same region what it does and what it has found, each time', async ({ page }) => {
  const doctor = await DoctorPage.open(page, card + cardScript);
  const messages = await doctor.panel.getByRole('status').evaluateHandle((region) => {
    const found: string[] = [];
    new MutationObserver(() => found.push(region.textContent)).observe(region, { childList: true });
    return found;
  });
  await doctor.panel.getByRole('button', { name: 'Examine again' }).click();
  await expect.poll(() => messages.jsonValue()).toEqual(['Examining the page…', 'Everything looks right.']);
});

test('focuses its heading, so that a screen reader continues in the panel', async ({ page }) => {
  const { panel } = await DoctorPage.open(page, `<button>Of the page</button>${card}${cardScript}`);
  const heading = panel.getByRole('heading', { name: 'Havenkit doctor' });
  await expect(heading).toBeFocused();
  await page.getByRole('button', { name: 'Of the page' }).focus();
  await openAgain(page);
  await expect(heading).toBeFocused();
});
