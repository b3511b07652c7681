import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { type createReceiver } from '@havenkit/receiver';

export const password = 'maple otter violin rain';

/** A page of the desk, as a person sees it. */
export interface DeskPage {
  status: number;
  headers: Headers;
  /** The address after redirects, without the origin. */
  url: string;
  html: string;
  /** The visible text, with single spaces. */
  text: string;
  title: string;
  document: Document;
}

const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The form with a button of this name. */
function formWith(page: DeskPage, button: string): HTMLFormElement {
  const forms = [...page.document.querySelectorAll('form')];
  const found = forms.find((form) => squeeze(form.querySelector('button')?.textContent) === button);
  assert.ok(found, `No button "${button}" on the page: ${page.text}`);
  return found;
}

/** The fields of a form, as a browser sends them. */
export const fieldsOf = (page: DeskPage, button: string): URLSearchParams =>
  new URLSearchParams(
    [...formWith(page, button).querySelectorAll('input')]
      .filter(({ type, defaultChecked }) => type !== 'checkbox' || defaultChecked)
      .map(({ name, value }): [string, string] => [name, value]),
  );

/** Whether a page has a button. */
export const hasButton = ({ document }: DeskPage, name: string): boolean =>
  [...document.querySelectorAll('button')].some(({ textContent }) => squeeze(textContent) === name);

/** The names in the list under a heading, in order. */
export function namesUnder({ document }: DeskPage, heading: string): string[] {
  const title = [...document.querySelectorAll('h2, h3, summary')].find(({ textContent }) =>
    squeeze(textContent).startsWith(heading),
  );
  const list = title?.nextElementSibling;
  return list?.matches('ol') ? [...list.querySelectorAll('.name')].map(({ textContent }) => squeeze(textContent)) : [];
}

/** A browser without JavaScript that is used by one person at the desk. */
export class DeskBrowser {
  cookie: string | undefined;
  readonly #app: Pick<ReturnType<typeof createReceiver>, 'request'>;
  readonly #headers: Record<string, string>;

  constructor(app: Pick<ReturnType<typeof createReceiver>, 'request'>, headers: Record<string, string> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  /** One request, without following a redirect. A page is opened as from the address bar. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await this.#app.request(path, {
      ...init,
      headers: {
        ...(init.method
          ? {}
          : { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }),
        ...this.#headers,
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    const set = response.headers.get('Set-Cookie');
    if (set) this.cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0];
    return response;
  }

  async #follow(path: string, response: Response): Promise<DeskPage> {
    const location = response.headers.get('Location');
    if (location) return this.open(location);
    const html = await response.text();
    const { document } = new JSDOM(html).window;
    return {
      status: response.status,
      headers: response.headers,
      url: path,
      html,
      text: squeeze(document.body.textContent),
      title: document.title,
      document,
    };
  }

  /** Opens a page and follows redirects. */
  async open(path = '/desk'): Promise<DeskPage> {
    return this.#follow(path, await this.request(path));
  }

  /** Sends a form of the desk, as its own page would. */
  async send(path: string, fields: URLSearchParams, headers: Record<string, string> = {}): Promise<DeskPage> {
    const init = { method: 'POST', body: fields, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } };
    return this.#follow(path, await this.request(path, init));
  }

  /** Presses a button, after filling in more fields. */
  async press(page: DeskPage, button: string, more: Record<string, string> = {}): Promise<DeskPage> {
    const fields = fieldsOf(page, button);
    for (const [name, value] of Object.entries(more)) fields.set(name, value);
    return this.send(formWith(page, button).getAttribute('action') ?? '', fields);
  }

  /** Follows a link by its text. */
  async follow({ document, text }: DeskPage, name: string): Promise<DeskPage> {
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => squeeze(textContent) === name);
    assert.ok(link, `No link "${name}" on the page: ${text}`);
    return this.open(link.getAttribute('href') ?? '');
  }

  /** Signs in, and returns the page that comes after it. */
  async signIn(): Promise<DeskPage> {
    return this.press(await this.open(), 'Sign in', { password });
  }
}
