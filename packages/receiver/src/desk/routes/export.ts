import { type Handler } from 'hono';
import { type Database } from '../../database/engine.js';
import { type SignupRow } from '../../database/tables.js';
import { toCsv } from '../../export.js';
import { listSignups } from '../../signups/list.js';
import { type DeskEnv } from '../env.js';

export interface ExportOptions {
  database: Database;
  /** Makes an Excel workbook. Absent where the host cannot. */
  workbook: ((rows: readonly SignupRow[]) => Promise<Uint8Array>) | undefined;
  now: () => Date;
}

/** `POST /desk/export`: all sign-ups as a file. Its name says nothing about the practice or the program. */
export const postExport =
  ({ database, workbook, now }: ExportOptions): Handler<DeskEnv> =>
  async (context) => {
    const rows = await listSignups(database);
    const asWorkbook = workbook && context.get('fields').get('format') === 'xlsx' ? workbook : undefined;
    const [ending, type] = asWorkbook
      ? ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
      : ['csv', 'text/csv; charset=utf-8'];
    context.header('Content-Type', type);
    context.header(
      'Content-Disposition',
      `attachment; filename="sign-ups-${now().toISOString().slice(0, 10)}.${ending}"`,
    );
    context.set('outcome', 'exported');
    context.set('details', { count: rows.length });
    return context.body(asWorkbook ? Uint8Array.from(await asWorkbook(rows)) : toCsv(rows));
  };
