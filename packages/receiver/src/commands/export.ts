import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type SignupRow } from '../database/tables.js';
import { toCsv, toJson } from '../export.js';
import { UsageError } from '../settings.js';
import { listSignups } from '../signups/list.js';
import { toXlsx } from '../xlsx.js';
import { type Command, print, withDatabase } from './command.js';

type Write = (rows: readonly SignupRow[]) => string | Promise<Uint8Array>;

const writers = new Map<string, Write>(Object.entries({ csv: toCsv, json: toJson, xlsx: toXlsx }));

/** The format that `--format` names, or else the ending of the file. */
function readFormat(format: string | undefined, output: string | undefined): Write {
  const name = format ?? (output === undefined ? 'csv' : extname(output).slice(1).toLowerCase());
  const write = writers.get(name);
  if (write) return write;
  throw new UsageError(
    format === undefined
      ? `--output must end in .csv, .json or .xlsx, or needs --format: "${output}".`
      : `--format must be csv, json or xlsx, not "${format}".`,
  );
}

export const exportSignups: Command = {
  options: ['format', 'output'],
  async run({ format, output }, env) {
    const write = readFormat(format, output);
    if (write === toXlsx && output === undefined && process.stdout.isTTY)
      throw new UsageError('A terminal cannot show a workbook. Write it to a file: --output signups.xlsx');
    await withDatabase(env, { create: false }, async (database) => {
      const content = await write(await listSignups(database));
      // Like a database: only its owner can read a new file.
      await (output === undefined ? print(content) : writeFile(output, content, { mode: 0o600 }));
    });
  },
};
