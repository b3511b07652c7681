/** The embed builder as a person uses it. */
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { startServer } from '../server.mjs';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export class BuilderPage {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  /**
   * Opens the page.
   *
   * @param measures - whether it measures the room that a widget needs, which takes seconds and changes the snippet
   */
  async open({ measures = false, file = '' } = {}): Promise<void> {
    if (!measures) await this.page.route('**/measure.js', (route) => route.abort());
    await this.page.goto(`${this.origin}/build/${file}`);
  }

  get snippet(): Locator {
    return this.page.getByRole('textbox', { name: 'Snippet', exact: true });
  }

  get preview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe[src="preview.html"]');
  }

  /** A field about the widget, by its label. */
  field(label: string | RegExp): Locator {
    return this.page.locator('.answers').getByLabel(label).first();
  }

  choose(name: string): Promise<void> {
    return this.page.getByRole('radio', { name, exact: true }).check();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The least that a card needs. */
  async fillCard(): Promise<void> {
    await this.field('Name of the practice').fill('Riverbend');
    await this.field('Phone number').fill('+1-503-555-0142');
  }

  /** Unfolds everything. */
  async unfold(): Promise<void> {
    await this.page
      .locator('details')
      .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
  }

  async read(text: string): Promise<void> {
    await this.page.getByText('Start from your page, or edit a snippet').click();
    await this.page.getByLabel('Snippet or page source').fill(text);
    await this.press('Read it');
  }

  /** Waits until the answers are in the address, and loads the page again. */
  async reload(): Promise<void> {
    let address = '';
    await expect(async () => {
      const before = address;
      address = this.page.url();
      expect(address).toBe(before);
    }).toPass({ intervals: [300] });
    await this.page.reload();
  }
}

/** Tests of the embed builder on a server of their own. */
export const test = base.extend<{ builder: BuilderPage }, { origin: string }>({
  origin: [
    // eslint-disable-next-line no-empty-pattern -- Playwright asks for it
    async ({}, use) => {
      const site = await startServer();
      await use(site.origin);
      await site.close();
    },
    { scope: 'worker' },
  ],
  builder: async ({ page, origin }, use) => use(new BuilderPage(page, origin)),
});
