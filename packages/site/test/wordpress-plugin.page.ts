/** The plugin's pages in WordPress, as those who edit a site see them. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { WordPress } from '../../embed/test/wordpress/site.js';

/** Settings > Havenkit. */
export class PluginSettings {
  constructor(
    private readonly page: Page,
    private readonly site: WordPress,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.site.origin}/wp-admin/options-general.php?page=havenkit`);
  }

  get practice(): FrameLocator {
    return this.page.frameLocator('iframe[title="Your practice"]');
  }

  get receiver(): FrameLocator {
    return this.page.frameLocator('iframe[title="Where sign-ups go"]');
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save Changes' }).click();
    await expect(this.page.getByText('Settings saved.')).toBeVisible();
  }
}

/** A post that was handed in. */
export interface Submitted {
  readonly id: string;
  readonly address: string;
}

/** A post in the block editor. */
export class BlockEditor {
  constructor(
    private readonly page: Page,
    private readonly site: WordPress,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.site.origin}/wp-admin/post-new.php`);
    await this.#closeGuide();
    await this.page.getByRole('textbox', { name: 'Add title' }).fill('Growing Secure');
    await this.page.keyboard.press('Enter');
  }

  /** Inserts a block in the first paragraph. */
  async insert(title: string): Promise<void> {
    await this.page.keyboard.type(`/${title}`);
    await this.page.getByRole('option', { name: title }).click();
  }

  /** The widget, as the editor shows it. */
  preview(widget: string): Locator {
    return this.page.locator(`haven-${widget}`);
  }

  /** The questions in the side panel. */
  get questions(): FrameLocator {
    return this.page.frameLocator('iframe[title^="Questions about"]');
  }

  async publish(): Promise<Submitted> {
    return this.#finish('Publish', this.page.getByText(/is now live/).first());
  }

  /** Hands the post to somebody who may publish it. */
  async submitForReview(): Promise<Submitted> {
    const bar = this.page.getByRole('region', { name: 'Editor top bar' });
    // The button that was for publishing.
    return this.#finish('Submit for Review', bar.getByRole('button', { name: 'Submit for Review' }));
  }

  /** Finishes the post by the button of the panel that asks again. */
  async #finish(button: string, done: Locator): Promise<Submitted> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = this.page.getByRole('region', { name: 'Editor publish' });
    await panel.getByRole('button', { name: button, exact: true }).click();
    await expect(done).toBeVisible();
    const id = new URL(this.page.url()).searchParams.get('post')!;
    return { id, address: `${this.site.origin}/?p=${id}` };
  }

  /** Opens the post again, and selects its first block. */
  async reopen(): Promise<void> {
    await this.page.reload();
    await this.#closeGuide();
    await this.page.locator('[data-type^="havenkit/"]').click();
  }

  async #closeGuide(): Promise<void> {
    const { page } = this;
    const close = page
      .getByRole('button', { name: 'Close dialog' })
      .or(page.getByRole('button', { name: 'Close', exact: true }))
      .first();
    const title = page.getByRole('textbox', { name: 'Add title' });
    await expect(close.or(title).first()).toBeVisible();
    if (await close.isVisible()) await close.click();
  }
}
