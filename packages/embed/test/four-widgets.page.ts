/** A page with all four widgets from the built file, used as a visitor uses it. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

const practice = {
  employee: [
    { name: 'Ana Ortiz', honorificSuffix: 'LCSW' },
    { name: 'Sam Lee', honorificSuffix: 'PhD' },
  ],
  address: { streetAddress: '200 Example Street', addressLocality: 'Portland', addressCountry: 'US' },
  openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
  specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
  timeZone: 'America/Los_Angeles',
  availableLanguage: ['en', 'es'],
  contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
};
/** A program with one weekly session that has three places left. */
export const course = {
  hasCourseInstance: [
    {
      '@id': '#tuesday',
      name: 'Tuesday evenings',
      startDate: '2055-02-16T18:30:00-08:00',
      courseSchedule: {
        repeatFrequency: 'P1W',
        repeatCount: 8,
        startTime: '18:30',
        endTime: '20:00',
        scheduleTimezone: 'America/Los_Angeles',
      },
      remainingAttendeeCapacity: 3,
    },
  ],
};
const prompts = {
  prompts: [
    { id: 'tower', text: 'When did you wait and not help?', hint: 'A tower of blocks, a shoe.', stop: 'hand' },
    { id: 'bug', text: 'What did your child show you?', stop: 'joy' },
  ],
};
const file = (name: string): string => readFileSync(`packages/embed/dist/${name}`, 'utf8');
const json = (value: object): string => `<script type="application/json">${JSON.stringify(value)}</script>`;

const widgets = `
  <haven-contact-card name="Riverbend Family Center" telephone="+1-503-555-0142" now="2026-12-23T10:00-08:00">${json(practice)}</haven-contact-card>
  <haven-circle-diagram id="circle"></haven-circle-diagram>
  <haven-signup-form endpoint="/signups" name="Growing Secure" telephone="+1-503-555-0142" ask="child-age-band message"
    draft="session">${json(course)}</haven-signup-form>
  <haven-reflection-prompt choice="order" for="circle">${json(prompts)}</haven-reflection-prompt>`;

/** Replaces what differs from one visit to the next. */
const comparable = (text: string): string =>
  text
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME')
    .replace(/(REV|DTSTAMP):\w+/g, '$1:TIME')
    .replace(/"elapsed":\d+/g, '"elapsed":0')
    .replace(/\s+/g, ' ');

/** The four widgets on one page. */
export class FourWidgetsPage {
  /** What the page reported: `haven-error`, errors and warnings. */
  readonly problems: string[] = [];
  /** Bodies of the requests to the endpoint. */
  readonly sent: string[] = [];

  private constructor(readonly page: Page) {}

  /**
   * Opens the page.
   *
   * @param scripts - source text of the scripts that the page runs before the widgets
   */
  static async open(page: Page, ...scripts: readonly string[]): Promise<FourWidgetsPage> {
    const opened = new FourWidgetsPage(page);
    page.on('pageerror', ({ message }) => opened.problems.push(message));
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) opened.problems.push(message.text());
    });
    const tags = [...scripts.keys(), 'haven', 'es'].map((name) => `<script src="/${name}.js"></script>`).join('');
    await page.route('https://practice.example/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/signups') {
        opened.sent.push(route.request().postData() ?? '');
        return route.fulfill({ status: 201, json: { reference: 'R-1' } });
      }
      if (pathname === '/haven.js') return route.fulfill({ body: file('haven.classic.js') });
      if (pathname === '/es.js') return route.fulfill({ body: file('locales/es.js') });
      const script = scripts[parseInt(pathname.slice(1))];
      if (script !== undefined) return route.fulfill({ body: script, contentType: 'text/javascript; charset=utf-8' });
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Practice</title><link rel="icon" href="data:,"><body>${tags}${widgets}`,
      });
    });
    await page.goto('https://practice.example/');
    await opened.shown();
    return opened;
  }

  get form(): Locator {
    return this.page.locator('haven-signup-form');
  }

  get prompt(): Locator {
    return this.page.locator('haven-reflection-prompt');
  }

  /** Waits until every widget has a heading. */
  async shown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2 })).toHaveCount(4);
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).first().click();
  }

  /** The text of a widget. */
  async text(widget: string): Promise<string> {
    const text = await this.page.locator(`haven-${widget}`).evaluate(({ shadowRoot }) => {
      let text = '';
      for (const { localName, textContent } of shadowRoot!.children) if (localName !== 'style') text += textContent;
      return text;
    });
    return comparable(text);
  }

  /** Presses a button, and returns the file that it saves. */
  async download(name: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(name)]);
    return readFileSync(await download.path(), 'utf8');
  }

  /** Fills in the sign-up form. */
  async fillIn(name = 'Ana'): Promise<void> {
    const { form } = this;
    await form.getByLabel('In a group').check();
    await form.getByLabel('Tuesday evenings').check();
    await form.getByLabel('Your name').fill(name);
    await form.getByLabel('Email me').check();
    await form.getByLabel('Email address').fill(`ana@example.com`);
    await form.getByLabel('How old is your child?').selectOption('2 to 3 years');
    await form.getByLabel('Is there anything else').fill('We can come "late".');
  }

  /** Moves every widget to another place on the page, and back. */
  move(): Promise<void> {
    return this.page.evaluate(() => {
      for (const tag of ['contact-card', 'circle-diagram', 'signup-form', 'reflection-prompt']) {
        const widget = document.querySelector(`haven-${tag}`)!;
        const place = document.createElement('div');
        widget.before(place);
        document.body.append(widget);
        place.replaceWith(widget);
      }
    });
  }

  /** Does everything that a visitor can do, and returns what was shown, saved and sent. */
  async useEverything(): Promise<Record<string, unknown>> {
    const { page, form, prompt } = this;
    const shown: Record<string, unknown> = {};
    for (const widget of ['contact-card', 'circle-diagram', 'signup-form', 'reflection-prompt']) {
      shown[widget] = await this.text(widget);
      const card = page.locator(`haven-${widget} .card`).first();
      shown[`${widget}, styles`] = await card.evaluate((element) => {
        const { display, borderRadius, backgroundColor } = getComputedStyle(element);
        return [display, borderRadius, backgroundColor].join();
      });
    }
    shown['contact'] = comparable(await this.download('Save contact'));

    await this.press('1 A nod to go');
    await this.press('Next');
    shown['step'] = await page.locator('haven-circle-diagram').getAttribute('step');
    await page.getByText('Print or download').click();
    shown['drawing'] = comparable(await this.download('Download drawing (SVG)'));

    await this.fillIn();
    shown['draft'] = await page.evaluate(() => sessionStorage.getItem(sessionStorage.key(0)!));
    await page.reload();
    await this.shown();
    await expect(form.getByLabel('Your name')).toHaveValue('Ana');
    shown['restored'] = await form.evaluate(({ shadowRoot }) =>
      new URLSearchParams([...new FormData(shadowRoot!.querySelector('form')!)] as string[][]).toString(),
    );
    await form.getByRole('checkbox', { name: 'I agree' }).check();
    await form.getByRole('button', { name: 'Sign up' }).click();
    await expect(form.getByRole('heading', { name: 'We got your sign-up' })).toBeVisible();
    shown['arrived'] = await this.text('signup-form');
    shown['sent'] = this.sent.map(comparable);
    shown['calendar'] = comparable(await this.download('Add to calendar'));

    await prompt.getByRole('textbox').fill('I waited\nand it "stood".');
    await this.press('Done');
    await this.press('Save on this device');
    await this.press('Save without password');
    await expect(prompt.locator('[aria-live]')).toHaveText('Saved on this device.');
    await page.getByText('Saved notes', { exact: true }).click();
    await page.getByText('Manage saved notes').click();
    shown['text'] = comparable(await this.download('Download all as text'));
    await this.press('Download a backup');
    await this.fillPassword();
    const backup = await this.download('Download a backup');
    await this.press('Delete all notes');
    await this.press('Yes, delete all');
    await expect(prompt.getByText('No notes are saved here.')).toBeVisible();
    await this.press('Restore from backup');
    await prompt.getByLabel('Backup file').setInputFiles({
      name: 'backup.json',
      mimeType: 'application/json',
      buffer: Buffer.from(backup),
    });
    await prompt.getByLabel('Backup password').fill('a small boat');
    await this.press('Open backup');
    await this.press('Add to saved notes');
    await expect(prompt.getByText('I waited')).toBeVisible();
    shown['saved'] = await this.text('reflection-prompt');
    shown['problems'] = this.problems;
    return shown;
  }

  async fillPassword(): Promise<void> {
    await this.prompt.getByLabel('New password', { exact: true }).fill('a small boat');
    await this.prompt.getByLabel('Confirm new password').fill('a small boat');
  }
}
