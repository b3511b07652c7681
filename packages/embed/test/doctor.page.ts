/** The doctor on a page of a practice. */
import { type Locator, type Page } from '@playwright/test';
import { files, home, pageWith, serve, type Traffic } from './embedded.page.js';

export const script = (file: string, attributes = 'defer'): string =>
  `<script ${attributes} src="${files}${file}"></script>`;
export const card =
  '<haven-contact-card name="Riverbend" telephone="+1-503-555-0142"><p>Call us</p></haven-contact-card>';
export const cardScript = script('contact-card.classic.js');

/** Its panel, in the language of the page. */
export class DoctorPage {
  private constructor(
    readonly page: Page,
    readonly traffic: Traffic,
  ) {}

  /** Opens a page with this in its body, and then the doctor, as the bookmark does. */
  static async open(
    page: Page,
    body: string,
    { lang = 'en', address = home, ...serving }: { lang?: string; address?: string } & Parameters<typeof serve>[2] = {},
  ): Promise<DoctorPage> {
    const path = address.startsWith(home) ? '/' : address;
    const traffic = await serve(page, { [path]: pageWith(body, lang) }, serving);
    await page.goto(address);
    const opened = new DoctorPage(page, traffic);
    await page.evaluate((url) => import(url) as Promise<unknown>, `${files}doctor.js`);
    await opened.examined();
    return opened;
  }

  get panel(): Locator {
    return this.page.getByRole('dialog', { name: /^(?:Havenkit doctor|Revisión de Havenkit)$/ });
  }

  /** Waits until the page is examined. */
  async examined(): Promise<void> {
    await this.panel.getByRole('button', { name: /^(?:Examine again|Revisar otra vez)$/ }).waitFor();
  }

  /** What it has found, each as `[gravity] what`. */
  async findings(): Promise<string[]> {
    const texts = await this.panel.locator('.findings h3').allTextContents();
    return texts.map((text) => text.replace(/^(Fix|Look at|Note|Corrija|Mire|Nota) /, '[$1] '));
  }

  /** The report, as a person copies it. */
  report(): Promise<string> {
    return this.panel.getByRole('textbox').inputValue();
  }
}
