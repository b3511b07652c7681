/** `havenkit check`: scripts that a plugin for speed or consent holds back are on the page. */
import { expect, test } from '@playwright/test';
import { check } from '../src/check/check.js';
import type { FetchFile } from '../src/check/fetch-file.js';
import { parsePage } from '../src/check/parse-page.js';

const home = new URL('https://practice.example/');
const release = { version: '0.1.0', integrity: { 'contact-card.classic.js': { integrity: 'sha384-AAAA' } } };
const fetchFile: FetchFile = (url) =>
  Promise.resolve({
    url,
    status: 200,
    headers: new Headers({ 'content-type': 'text/javascript' }),
    bytes: new Uint8Array(),
  });

const src = '/havenkit/contact-card.classic.js';
const card = '<haven-contact-card name="Riverbend" telephone="+1-503-555-0142"></haven-contact-card>';

async function findingsWith(script: string): Promise<string[]> {
  const { findings } = await check(parsePage(card + script, home), release, fetchFile);
  return findings.map(({ severity, problem }) => `${severity}: ${problem}`);
}

for (const script of [
  `<script type="text/plain" src="${src}"></script>`,
  `<script type="rocketlazyloadscript" data-rocket-src="${src}"></script>`,
  `<script type="0b1c-text/javascript" src="${src}"></script>`,
  `<script data-src="${src}"></script>`,
])
  test(`warns of ${script.replace(src, '…')}`, async () => {
    expect(await findingsWith(script)).toEqual([
      'warning: A plugin for speed or consent holds contact-card.classic.js back: browsers do not run its tag as it is.',
    ]);
  });

for (const type of [
  '',
  ' type="text/javascript"',
  ' type="application/x-javascript; charset=utf-8"',
  ' type="Text/JavaScript "',
])
  test(`lets a script run with${type || 'out a type'}`, async () => {
    expect(await findingsWith(`<script${type} src="${src}"></script>`)).toEqual([]);
  });
