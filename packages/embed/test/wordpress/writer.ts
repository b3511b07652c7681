/** Somebody who writes a post in WordPress. */
import { expect, type Browser, type Page } from '@playwright/test';
import type { WordPress } from './site.js';

export type Role = 'administrator' | 'editor' | 'author' | 'contributor';

export const editors = ['block', 'classic'] as const;
export type Editor = (typeof editors)[number];

/** How WordPress keeps what is pasted: in a Custom HTML block, or as the classic editor does, which makes paragraphs of lines. */
export const contentOfPost: Readonly<Record<Editor, (html: string) => string>> = {
  block: (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`,
  classic: (html) => html,
};

export interface Post {
  readonly id: string;
  readonly address: string;
  /** What WordPress keeps of what was pasted. */
  readonly stored: string;
}

/** A person who is logged in, in a browser of their own. */
export class Writer {
  private constructor(
    private readonly site: WordPress,
    readonly page: Page,
    private readonly role: Role,
  ) {}

  static async logIn(browser: Browser, site: WordPress, role: Role): Promise<Writer> {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/wp-login.php`);
    await page.getByLabel('Username or Email Address').fill(role);
    await page.getByRole('textbox', { name: 'Password' }).fill('password');
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL(/wp-admin/);
    return new Writer(site, page, role);
  }

  /** Saves a post through the interface that the block editor uses. A contributor's waits for an administrator. */
  async save(editor: Editor, html: string): Promise<Post> {
    const status = this.role === 'contributor' ? 'pending' : 'publish';
    const response = await this.page.request.post(`${this.site.origin}/index.php?rest_route=/wp/v2/posts`, {
      headers: await this.#headers(),
      data: { title: 'Growing Secure', status, content: contentOfPost[editor](html) },
    });
    expect(response.status(), await response.text()).toBe(201);
    const { id, link, content } = (await response.json()) as { id: number; link: string; content: { raw: string } };
    return { id: String(id), address: link, stored: content.raw };
  }

  /** Publishes a post of somebody who may not. */
  async publish({ id }: Pick<Post, 'id'>): Promise<void> {
    const response = await this.page.request.post(`${this.site.origin}/index.php?rest_route=/wp/v2/posts/${id}`, {
      headers: await this.#headers(),
      data: { status: 'publish' },
    });
    expect(response.status(), await response.text()).toBe(200);
  }

  /** Pastes a snippet in the editor itself, and publishes the post. */
  async publishIn(editor: Editor, html: string): Promise<Post> {
    this.site.useEditor(editor);
    await this.page.goto(`${this.site.origin}/wp-admin/post-new.php`);
    const address = await (editor === 'block' ? this.#publishBlock(html) : this.#publishClassic(html));
    const id = new URL(address).searchParams.get('p')!;
    const response = await this.page.request.get(
      `${this.site.origin}/index.php?rest_route=/wp/v2/posts/${id}&context=edit`,
      { headers: await this.#headers() },
    );
    const { content } = (await response.json()) as { content: { raw: string } };
    return { id, address, stored: content.raw.replaceAll('\r\n', '\n') };
  }

  async #publishBlock(html: string): Promise<string> {
    const { page } = this;
    await page
      .getByRole('button', { name: 'Close dialog' })
      .or(page.getByRole('button', { name: 'Close', exact: true }))
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Add title' }).fill('Growing Secure');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/html');
    await page.getByRole('option', { name: 'Custom HTML' }).click();
    await page.getByRole('textbox', { name: 'HTML' }).fill(html);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Editor publish' });
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    return (await panel.getByRole('link', { name: 'View Post' }).getAttribute('href'))!;
  }

  async #publishClassic(html: string): Promise<string> {
    const { page } = this;
    await page.getByRole('textbox', { name: 'Add title' }).fill('Growing Secure');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.locator('#content').fill(html);
    const view = page.getByRole('link', { name: 'View post' }).first();
    // While WordPress saves a draft, its button does nothing.
    await expect(async () => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click({ timeout: 5000 });
      await expect(view).toBeVisible({ timeout: 5000 });
    }).toPass({ timeout: 60_000 });
    return (await view.getAttribute('href'))!;
  }

  async #headers(): Promise<Record<string, string>> {
    const address = `${this.site.origin}/wp-admin/admin-ajax.php?action=rest-nonce`;
    return { 'X-WP-Nonce': await (await this.page.request.get(address)).text() };
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
