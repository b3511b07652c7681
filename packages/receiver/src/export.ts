// The browser build: it needs no global Buffer, which some hosts of fetch handlers lack.
import { stringify } from 'csv-stringify/browser/esm/sync';
import { type SignupRow } from './database/tables.js';
import { protectText } from './spreadsheet-text.js';

/** The columns of an export: first what a person needs to call back, then the record of consent and the ids. */
export const columns = [
  'reference',
  'created_at',
  'program',
  'session',
  'format',
  'waiting_list',
  'waiting_position',
  'canceled_at',
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

/** Columns that the receiver writes itself. None of them can look like anything else, except the two times, which are dates. */
const generated = new Set<unknown>(['reference', 'created_at', 'canceled_at', 'submission_id']);

/**
 * Sign-ups as CSV (RFC 4180) with a header line, every field in quotes. It starts with a byte order mark, without which Excel
 * does not read it as UTF-8. An apostrophe protects texts that a spreadsheet would change.
 */
export const toCsv = (rows: readonly SignupRow[]): string =>
  stringify([...rows], {
    bom: true,
    columns: [...columns],
    header: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    cast: { string: (text, { column }) => (generated.has(column) ? text : protectText(text)) },
  });

/** Sign-ups as a JSON list of objects whose names are the CSV's columns. Absent values are `null`. */
export function toJson(rows: readonly SignupRow[]): string {
  const objects = rows.map((row) => ({
    ...Object.fromEntries(columns.map((column) => [column, row[column]])),
    waiting_list: row.waiting_list === 1,
  }));
  return `${JSON.stringify(objects, undefined, 2)}\n`;
}
