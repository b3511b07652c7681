/** A page of a practice with a snippet, and the server of the files that the snippet names. */
import { existsSync, readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';

export const files = 'https://widgets.example/havenkit/';
export const home = 'https://practice.example/';

/** The program, practice and prompts that the snippets are made from. */
export const configurations = {
  'contact-card': {
    name: 'Riverbend Family Center',
    telephone: '+1-503-555-0142',
    email: 'hello@riverbend.example',
    openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
    timeZone: 'America/Los_Angeles',
    employee: [{ name: 'Ana "Nan" Ortiz', honorificSuffix: 'LMFT' }],
  },
  'circle-diagram': { title: 'Out & back' },
  'signup-form': {
    name: 'Growing <Secure>',
    endpoint: `${home}signups`,
    formats: 'individual group',
    provider: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
  },
  'reflection-prompt': { prompts: [{ id: 'tower', text: 'When did you wait and not help?' }] },
} as const;

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
};

/** What a test serves in its own way. */
interface Serving {
  /** Files that are answered with 404. */
  readonly broken?: readonly string[];
  /** Contents of files in place of the built ones. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** Headers of the pages. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers of the files, beside those that let every site read them. */
  readonly fileHeaders?: Readonly<Record<string, string>>;
}

/** What the practice's site and the widgets' server were asked for. */
export interface Traffic {
  readonly requested: string[];
  /** Bodies that were posted to the sign-up endpoint. */
  readonly sent: string[];
  /** What the console and `haven-error` reported. */
  readonly problems: string[];
}

/**
 * Serves pages of the practice from `pages` (`/` by its path, or another site's by its URL), the built files from another origin, and
 * an endpoint that takes every sign-up.
 */
export async function serve(
  page: Page,
  pages: Readonly<Record<string, string>>,
  { broken = [], replaced = {}, headers = {}, fileHeaders = {} }: Serving = {},
): Promise<Traffic> {
  const traffic: Traffic = { requested: [], sent: [], problems: [] };
  page.on('pageerror', ({ message }) => traffic.problems.push(message));
  page.on('console', (line) => {
    if (['warning', 'error'].includes(line.type())) traffic.problems.push(line.text());
  });
  await page.context().route(/^https:\/\/[\w-]+\.example\//, async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const contentType = (path: string): string =>
      `${contentTypes[/\w*$/.exec(path)![0]] ?? 'text/html'}; charset=utf-8`;
    traffic.requested.push(pathname);
    if (pathname === '/signups') {
      const body = request.postData();
      if (body) traffic.sent.push(body);
      return route.fulfill({ status: 201, headers: cors, json: { reference: 'R-1' } });
    }
    const name = pathname.replace('/havenkit/', '');
    const path = `packages/embed/dist/${name}`;
    if (origin === 'https://widgets.example' && existsSync(path) && !broken.includes(name))
      return route.fulfill({
        body: replaced[name] ?? readFileSync(path),
        contentType: contentType(name),
        headers: { ...cors, ...fileHeaders },
      });
    const body = pages[origin === home.slice(0, -1) ? pathname : origin + pathname];
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ body, contentType: contentType(pathname), headers });
  });
  return traffic;
}

/** A page with this in its body. */
export const pageWith = (body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Practice</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
