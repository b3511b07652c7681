// The browser build: it needs no global Buffer, which some hosts of fetch handlers lack.
import { stringify } from 'csv-stringify/browser/esm/sync';
import { type SignupRow } from './database/tables.js';

/** The columns of an export: first what a person needs to call back, then the record of consent and the ids. */
const columns = [
  'reference',
  'created_at',
  'program',
  'session',
  'format',
  'waiting_list',
  'waiting_position',
  'name',
  'telephone',
  'telephone_e164',
  'email',
  'preferred_contact',
  'leave_message',
  'times',
  'child_age_band',
  'message',
  'locale',
  'consent_version',
  'consent_text',
  'elapsed',
  'submission_id',
] as const satisfies (keyof SignupRow)[];

/** Matches the position before text that a spreadsheet would read as a formula, at the start of a cell or within it. */
const formulaStart =
  /(^(?=\s*[\t\r])|^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|[;\n\r](?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20]))/g;

/**
 * Makes a text safe to open in a spreadsheet. An apostrophe before a formula makes it plain text (OWASP, CSV Injection). This
 * includes telephone numbers: a spreadsheet would calculate `+1-503-555-0142` as -1199. The same applies after a semicolon or
 * a line break, where spreadsheets start a new cell in countries with a decimal comma. csv-stringify's `escape_formulas`
 * covers only the first character of a cell.
 */
const neutralizeFormulas = (text: string): string => text.replace(formulaStart, "$1'");

/**
 * Sign-ups as CSV (RFC 4180) with a header line, every field in quotes. It starts with a byte order mark, without which Excel
 * does not read it as UTF-8.
 */
export const toCsv = (rows: readonly SignupRow[]): string =>
  stringify([...rows], {
    bom: true,
    columns: [...columns],
    header: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    cast: { string: neutralizeFormulas },
  });

/** Sign-ups as a JSON list of objects whose names are the CSV's columns. Absent values are `null`. */
export function toJson(rows: readonly SignupRow[]): string {
  const objects = rows.map((row) => ({
    ...Object.fromEntries(columns.map((column) => [column, row[column]])),
    waiting_list: row.waiting_list === 1,
  }));
  return `${JSON.stringify(objects, undefined, 2)}\n`;
}
