/** The example pages, as tests open them. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

export const pages = [
  {
    title: "the practice's page",
    path: '/',
    name: 'Mind and Body Therapeutic Connections',
    number: '+1-919-791-5611',
    words: { call: 'Call', signUp: 'Sign up', call988: 'Call or text 988' },
  },
  {
    title: "the partner's page",
    path: '/partner/',
    name: 'Riverbend Family Center',
    number: '+1-503-555-0142',
    words: { call: 'Llamar al', signUp: 'Inscribirse', call988: 'Llame o envíe un mensaje de texto al 988' },
  },
] as const;

/** Tags of the widgets on both pages. */
export const widgets = [
  ...new Set(readFileSync('packages/site/pages/index.html', 'utf8').match(/(?<=<)haven-[\w-]+/g)),
];

/** Opens a page and waits for its widgets. Returns the console messages, errors and requests. */
export async function open(page: Page, address: string): Promise<{ problems: string[]; requests: string[] }> {
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  for (const widget of widgets) await expect(page.locator(widget).getByRole('heading').first()).toBeVisible();
  return { problems, requests };
}
