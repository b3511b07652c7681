import { type SignupRow } from './database.js';

/** Columns of an export, in their order: what a person needs who calls back, then what proves and tells apart. */
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

/** Before what a spreadsheet would take for a formula, at the start of a cell or within a text. */
const formula =
  /(^(?=\s*[\t\r])|^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|[;\n\r](?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20]))/g;

/**
 * A value as a spreadsheet may safely open it. What begins like a formula gets an apostrophe before it, which every
 * spreadsheet shows as text (OWASP, CSV Injection); so does a telephone number with its plus sign, which would be
 * calculated otherwise: `+1-503-555-0142` is -1199. The same within a text where a semicolon or a new line comes before it:
 * where numbers have a comma, spreadsheets begin a cell there.
 */
function cell(value: string | number | null): string {
  const text = `${value ?? ''}`;
  const safe = typeof value === 'string' ? text.replace(formula, "$1'") : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Sign-ups as CSV: RFC 4180, every field in quotes, a header line, CRLF. It begins with a byte order mark, without which
 * Excel takes UTF-8 for something else.
 */
export function toCsv(rows: readonly SignupRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `\ufeff${[columns.map(cell).join(','), ...lines].map((line) => `${line}\r\n`).join('')}`;
}

/** Sign-ups as a JSON list of objects with the same names as the CSV's columns; `null` where there is nothing. */
export function toJson(rows: readonly SignupRow[]): string {
  const objects = rows.map((row) => ({
    ...Object.fromEntries(columns.map((column) => [column, row[column]])),
    waiting_list: row.waiting_list === 1,
  }));
  return `${JSON.stringify(objects, undefined, 2)}\n`;
}
