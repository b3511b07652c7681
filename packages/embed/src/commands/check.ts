import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { check, count } from '../check/check.js';
import type { Release } from '../check/files.js';
import type { Finding } from '../check/finding.js';
import { parsePage, type Page } from '../check/page.js';
import { fetchFile } from '../node/fetch-file.js';
import { readText } from '../node/read-text.js';
import type { Command } from './command.js';

/** Reads a file of the package as JSON. */
const own = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

export const checkCommand: Command = {
  usage: 'havenkit check <address or file>',
  description: 'Says what is wrong with the widgets on a page.',
  options: { page: 'address that the page of a file has, or will have' },
  async run([source = '', ...rest], { page: address }) {
    if (!source || rest.length) return undefined;
    if (address !== undefined && !/^https?:\/\//.test(address)) throw new Error('--page: expected a web address');
    const { version } = own('package.json') as { version: string };
    const release = { version, integrity: own('dist/integrity.json') as Release['integrity'] };
    const { summary, findings } = await check(await readPage(source, address), release, fetchFile);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const result = findings.length
      ? `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`
      : 'nothing is wrong';
    return {
      output: [...findings.map(describe), `${summary}: ${result}.`].join('\n'),
      notes: [],
      code: errors ? 1 : 0,
    };
  },
};

async function readPage(source: string, address: string | undefined): Promise<Page> {
  if (!/^https?:\/\//i.test(source)) {
    const url = address ?? (source === '-' ? undefined : pathToFileURL(source));
    return parsePage(readText(source), url === undefined ? undefined : new URL(url));
  }
  const { status, headers, bytes } = await fetchFile(new URL(source));
  if (status !== 200) throw new Error(`${source}: the server answers ${status}`);
  if (!/\bhtml\b/i.test(headers.get('content-type') ?? '')) throw new Error(`${source}: expected a page`);
  const policy = headers.get('content-security-policy');
  return parsePage(new TextDecoder().decode(bytes), new URL(source), policy === null ? [] : [policy]);
}

const describe = ({ severity, line, problem, advice }: Finding): string =>
  `${severity}${line === undefined ? '' : `, line ${line}`}: ${problem} ${advice}`;
