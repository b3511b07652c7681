import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { JsonError } from '../json-text.js';
import { parseConfiguration } from '../parse-configuration.js';
import { similarName } from '../similar-name.js';

/** How programs that are no editors of text begin their files. */
const signatures: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^\{\\rtf/, 'an RTF document, as TextEdit and WordPad save it'],
  [/^PK\W\W/, 'a document of Word, Pages or another word processor'],
  [/^ÐÏ\W/, 'a document of Word'],
  [/^%PDF/, 'a PDF document'],
  [/^\s*<(?:!doctype|html)/i, 'a web page'],
];

/**
 * Reads a text file, or standard input for `-`.
 *
 * @throws Error with a message for the site owner when there is none
 */
export const readText = (file: string): string => new TextDecoder().decode(readBytes(file));

/**
 * Reads a configuration from a JSON file, or from standard input for `-`.
 *
 * @throws Error with a message for the site owner when it is none
 */
export function readConfiguration(file: string): Record<string, unknown> {
  const bytes = readBytes(file);
  try {
    return parseConfiguration(decoded(bytes));
  } catch (error) {
    throw new Error(`${file === '-' ? 'standard input' : file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The text of a JSON file. @throws Error when it is no text in UTF-8 */
function decoded(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const kind = signatures.find(([pattern]) => pattern.test(start))?.[1];
  if (kind) throw new Error(`this is ${kind}; save it as plain text (UTF-8), with the ending .json`);
  if (/^(?:\xff\xfe|\xfe\xff)|^\0|^.\0/s.test(start))
    throw new Error('the file is saved as UTF-16, which some editors call Unicode; save it as UTF-8');
  const text = new TextDecoder().decode(bytes);
  const lost = text.indexOf('\ufffd');
  if (lost >= 0)
    throw new JsonError(text, lost, 'a letter such as é was saved in another encoding; save the file as UTF-8');
  return text;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Error(reason(file, (error as NodeJS.ErrnoException).code), { cause: error });
  }
}

function reason(file: string, code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing(file);
    case 'EISDIR': {
      const [first = 'practice.json'] = filesIn(file).filter((name) => extname(name) === '.json');
      return `${file} is a folder; expected a file, such as ${join(file, first)}`;
    }
    case 'EACCES':
    case 'EPERM':
      return `you may not read ${file}; change its permissions`;
    default:
      return `${file} cannot be read`;
  }
}

function missing(file: string): string {
  const names = filesIn(dirname(file));
  const name = basename(file);
  const meant =
    names.find((each) => basename(each, extname(each)) === basename(name, extname(name))) ?? similarName(name, names);
  const hint = meant ? `did you mean ${join(dirname(file), meant)}?` : `the folder is ${resolve(dirname(file))}`;
  return `there is no file ${file}; ${hint}`;
}

/** Names of what is in a folder; none when there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
