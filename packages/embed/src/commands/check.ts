import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { check, count } from '../check/check.js';
import type { Release } from '../check/files.js';
import type { Diagnostic } from '../check/diagnostic.js';
import type { Page } from '../check/page.js';
import { parsePage } from '../check/parse-page.js';
import { fetchFile } from '../node/fetch-file.js';
import { readText } from '../node/read-text.js';
import { onlyFile, UsageError, type Command } from './command.js';

/** Reads a file of the package as JSON. */
const own = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

export const checkCommand: Command = {
  usage: 'havenkit check <address or file>',
  description: 'Says what is wrong with the widgets on a page.',
  options: { page: 'address that the page of a file has, or will have' },
  async run(files, { page: address }) {
    const source = onlyFile(files);
    if (!source)
      throw new UsageError('expected the address of a page, such as https://practice.example/about, or a file');
    if (address !== undefined && !(/^https?:\/\//.test(address) && URL.canParse(address)))
      throw new Error('--page: expected a web address such as https://practice.example/about');
    const { version } = own('package.json') as { version: string };
    const release = { version, integrity: own('dist/integrity.json') as Release['integrity'] };
    const page = await readPage(source, address);
    const { summary, findings } = await check(page, release, fetchFile);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const notices = findings.filter(({ severity }) => severity === 'notice').length;
    const warnings = findings.length - errors - notices;
    const result = [
      errors || warnings ? `${count(errors, 'error')}, ${count(warnings, 'warning')}` : 'nothing is wrong',
      ...(notices ? [count(notices, 'notice')] : []),
    ].join(', ');
    return {
      output: [...redirected(source, page), ...findings.map(describe), `${summary}: ${result}.`].join('\n'),
      notes: [],
      code: errors ? 1 : 0,
    };
  },
};

const isWeb = (source: string): boolean => /^https?:\/\//i.test(source);

async function readPage(source: string, address: string | undefined): Promise<Page> {
  if (!isWeb(source)) {
    const url = address ?? (source === '-' ? undefined : pathToFileURL(source));
    return parsePage(readPageFile(source), url === undefined ? undefined : new URL(url));
  }
  if (!URL.canParse(source)) throw new Error(`${source} is not an address such as https://practice.example/about`);
  const { url, status, headers, bytes } = await fetchFile(new URL(source)).catch((error: unknown) => {
    throw new Error(`${source}: ${(error as Error).message}; check the address`, { cause: error });
  });
  if (status !== 200) throw new Error(`${source}: the server answers ${status}`);
  if (!/\bhtml\b/i.test(headers.get('content-type') ?? ''))
    throw new Error(`${source}: expected a page, found ${headers.get('content-type') ?? 'nothing'}`);
  const policy = headers.get('content-security-policy');
  return parsePage(new TextDecoder().decode(bytes), url, policy === null ? [] : [policy]);
}

/** Names the page that was checked, if it is not at the address that was asked for. */
const redirected = (source: string, { url }: Page): string[] =>
  url && isWeb(source) && new URL(source).href.replace(/#.*/, '') !== url.href.replace(/#.*/, '')
    ? [`${source} leads to ${url.href}, which was checked.`]
    : [];

/** A host, such as `practice.example/about`. */
const host = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i;

function readPageFile(source: string): string {
  try {
    return readText(source);
  } catch (error) {
    const isPage = host.test(source) && !/\.html?$/i.test(source);
    throw isPage ? new Error(`there is no file ${source}; for a page on the web write https://${source}`) : error;
  }
}

const describe = ({ severity, line, problem, advice }: Diagnostic): string =>
  `${severity}${line === undefined ? '' : `, line ${line}`}: ${problem} ${advice}`;
