/** `havenkit check` on pages with a `<base>`: addresses count from it, as in a browser. */
import { expect, test } from '@playwright/test';
import { check, type Checked } from '../src/check/check.js';
import type { FetchFile } from '../src/check/fetch-file.js';
import { parsePage } from '../src/check/parse-page.js';
import { home, pageWith, serve } from './embedded.page.js';

const about = `${home}en/about`;
const script = '<script defer src="havenkit/contact-card.classic.js"></script>';
const card = '<haven-contact-card name="Riverbend" telephone="+1-503-555-0142"></haven-contact-card>';
const snippet = card + script;

/** Checks a page, and lists what was fetched for it. */
async function checked(
  body: string,
  { url, policies = [] }: { url?: string; policies?: readonly string[] } = { url: about },
): Promise<{ fetched: string[]; problems: string[]; summary: Checked['summary'] }> {
  const fetched: string[] = [];
  const fetchFile: FetchFile = (address) => {
    fetched.push(address.href);
    const type = address.pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
    const headers = new Headers({ 'content-type': type, 'access-control-allow-origin': '*' });
    return Promise.resolve({ url: address, status: 200, headers, bytes: new Uint8Array() });
  };
  const page = parsePage(pageWith(body), url === undefined ? undefined : new URL(url), policies);
  const release = {
    version: '0.1.0',
    integrity: Object.fromEntries(
      ['contact-card.classic.js', 'signup-form.classic.js', 'frame-host.js'].map((name) => [name, { integrity: '' }]),
    ),
  };
  const { summary, findings } = await check(page, release, fetchFile);
  return { fetched, problems: findings.map(({ problem }) => problem), summary };
}

/** The address that a script is fetched from, by what is before it on the page. */
const bases: Readonly<Record<string, readonly [before: string, folder: string]>> = {
  'no base': ['', `${home}en/`],
  'an absolute base': [`<base href="${home}assets/page.html">`, `${home}assets/`],
  'a base relative to the page': ['<base href="../files/">', `${home}files/`],
  'a base that is a path of the site': ['<base href="/">', home],
  'two bases, of which the first counts': [
    `<base href="/first/"><base href="https://other.example/">`,
    `${home}first/`,
  ],
  'a base with a target only, and then one with an address': [
    '<base target="_blank"><base href="/second/">',
    `${home}second/`,
  ],
  'a base with a target only': ['<base target="_blank">', `${home}en/`],
  'a base of another origin': ['<base href="https://cdn.example/">', 'https://cdn.example/'],
  'a base of another protocol': ['<base href="//cdn.example/x/">', 'https://cdn.example/x/'],
  'a base that is data': ['<base href="data:text/html,">', `${home}en/`],
  'a base that comes later': [`${snippet}<base href="/late/">`, `${home}late/`],
  'a base in a template': ['<template><base href="/never/"></template>', `${home}en/`],
};

for (const [name, [before, folder]] of Object.entries(bases)) {
  test(`${name}: a script is fetched from where a browser has it`, async ({ page }) => {
    const { fetched } = await checked(before + snippet);
    expect(new Set(fetched)).toEqual(new Set([`${folder}havenkit/contact-card.classic.js`]));
    await serve(page, { '/en/about': pageWith(before + snippet) });
    await page.goto(about);
    const last = page.locator('script').last();
    expect(await last.evaluate((element) => (element as HTMLScriptElement).src)).toBe(fetched.at(-1));
  });
}

test('a base that is no address does not count', async () => {
  // So HTML says. Chromium then has no base at all.
  const { fetched } = await checked(`<base href="https://">${snippet}`);
  expect(fetched).toEqual([`${home}en/havenkit/contact-card.classic.js`]);
});

test('a base that the policy of the page forbids does not count', async () => {
  const fetchedWith = async (body: string, ...policies: string[]): Promise<string[]> =>
    (await checked(body, { url: about, policies })).fetched;
  const foreign = `<base href="https://cdn.example/">${snippet}`;
  const own = [`${home}en/havenkit/contact-card.classic.js`];
  const other = ['https://cdn.example/havenkit/contact-card.classic.js'];
  expect(await fetchedWith(foreign, "base-uri 'self'")).toEqual(own);
  expect(await fetchedWith(foreign, "base-uri 'none'")).toEqual(own);
  expect(await fetchedWith(foreign, 'base-uri https://cdn.example')).toEqual(other);
  expect(await fetchedWith(foreign, "default-src 'none'; script-src https://cdn.example")).toEqual(other);
  const meta = `<meta http-equiv="Content-Security-Policy" content="base-uri 'none'">`;
  expect(await fetchedWith(meta + foreign)).toEqual(own);
  expect(await fetchedWith(foreign + meta)).toEqual(other);
});

test('frames, endpoints, configurations and forms count from the base, too', async () => {
  const frame = `<iframe data-haven-frame title="A" src="havenkit/frame.html#${encodeURIComponent(
    JSON.stringify({ widget: 'contact-card', name: 'A', telephone: '+1-503-555-0142', url: 'https://a.example/' }),
  )}"></iframe><script defer src="havenkit/frame-host.js"></script>`;
  const framed = await checked(`<base href="https://cdn.example/">${frame}`);
  expect(framed.fetched.sort()).toEqual([
    'https://cdn.example/havenkit/frame-host.js',
    'https://cdn.example/havenkit/frame.html',
  ]);
  const signup = (attributes: string): string =>
    `<base href="https://cdn.example/"><haven-signup-form name="A" telephone="+1-503-555-0142" ${attributes}></haven-signup-form>
<script defer src="havenkit/signup-form.classic.js"></script>`;
  const policies = ["connect-src 'self'; form-action 'self'"];
  const blocked = async (body: string): Promise<string[]> =>
    (await checked(body, { url: about, policies })).problems.filter((problem) => problem.includes('blocks'));
  expect(await blocked(signup('endpoint="signups"'))).toEqual([
    "The page's Content Security Policy blocks sign-ups (https://cdn.example).",
  ]);
  expect(await blocked(signup('src="form.json"'))).toEqual([
    "The page's Content Security Policy blocks the configuration of signup-form (https://cdn.example).",
  ]);
  const form = '<div class="havenkit-0123abcd"><form action="signups"><input name="name"></form></div>';
  expect(await blocked(`<base href="https://cdn.example/">${form}`)).toEqual([
    "The page's Content Security Policy blocks sign-ups (https://cdn.example).",
  ]);
});

test('a page without an address may have a base', async () => {
  const { fetched } = await checked(`<base href="${home}">${snippet}`, {});
  expect(fetched).toEqual([`${home}havenkit/contact-card.classic.js`]);
  const { fetched: none, problems } = await checked(`<base href="/assets/">${snippet}`, {});
  expect(none).toEqual([]);
  expect(problems).toContain('havenkit/contact-card.classic.js is relative, so it was not fetched.');
});
