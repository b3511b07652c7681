import writeXlsxFile from 'write-excel-file/node';
import { type SignupRow } from './database/tables.js';
import { columns } from './export.js';

/** A cell with the number format for text (`@`), so that it also stays a text when somebody edits it. */
const textCell = (value: string | number | null) =>
  value === null ? null : { value: `${value}`, type: String, format: '@' };

/**
 * Sign-ups as an Excel workbook (Office Open XML) with the columns of the CSV. Every cell is a text, so a spreadsheet shows
 * each as it was typed: it cannot become a number, a date or a formula.
 */
export const toXlsx = (rows: readonly SignupRow[]): Promise<Uint8Array> =>
  writeXlsxFile(
    [
      columns.map((column) => ({ ...textCell(column), fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column) => textCell(row[column]))),
    ],
    { sheet: 'Sign-ups', stickyRowsCount: 1 },
  ).toBuffer();
