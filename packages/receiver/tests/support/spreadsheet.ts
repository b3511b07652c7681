import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { localeEnvironment, requireGnumeric } from '../../../../scripts/machine/gnumeric.mjs';

/** A cell as Gnumeric reads it. */
export interface Cell {
  /** Everything but a text counts as `other`: a number, a date, a truth value, an error or a formula. */
  type: 'text' | 'other';
  content: string;
}

/** Gnumeric in one language. */
export interface Spreadsheet {
  /** Opens a file and returns its rows. An empty cell is `undefined`. */
  open: (content: string | Uint8Array, ending: 'csv' | 'xlsx') => (Cell | undefined)[][];
  close: () => void;
}

/** Gnumeric's number for the type of a text. */
const textType = '60';

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decode = (xml: string) =>
  xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
    hex || decimal ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)) : (entities[name ?? ''] ?? ''),
  );

/** @param locale - such as `de_DE` */
export function openSpreadsheets(locale: string): Spreadsheet {
  const folder = mkdtempSync(join(tmpdir(), 'havenkit-spreadsheet-'));
  const env = { ...process.env, ...localeEnvironment(locale, folder) };
  const program = requireGnumeric();
  return {
    open(content, ending) {
      const path = join(folder, `signups.${ending}`);
      const converted = join(folder, 'signups.gnumeric');
      writeFileSync(path, content);
      execFileSync(program, [path, converted], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      const rows: (Cell | undefined)[][] = [];
      const xml = gunzipSync(readFileSync(converted)).toString();
      for (const [, row, column, attributes = '', text = ''] of xml.matchAll(
        /<gnm:Cell Row="(\d+)" Col="(\d+)"([^>]*)>([^<]*)</g,
      ))
        (rows[Number(row)] ??= [])[Number(column)] = {
          type: attributes.includes(`ValueType="${textType}"`) ? 'text' : 'other',
          content: decode(text),
        };
      return rows;
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
