/** Opens exports in a spreadsheet, in English and in German. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { toCsv } from '@havenkit/receiver';
import { toXlsx } from '@havenkit/receiver/node';
import { signupRow } from './support/row.ts';
import { openSpreadsheets, type Spreadsheet } from './support/spreadsheet.ts';

/** Texts that people type, and that at least one spreadsheet reads as something else. */
const texts = [
  ...['0171234567', '007', '(503) 555-0142', '+1 503 555 0142', '503-555-0142', '2026', '1e5', '1E+5', '3.14', '1,5'],
  ...['1,234.5', '1.234,5', '.5', '(5)', '5-', '- 5', '−5', '٠١٢', '１２', '½', '1 1/2', '3/4', '50%', '0,5 %'],
  ...['$5', '5 $', '-$5', '5 €', '€5', '£5', '5 EUR', 'CHF 5', '5,-'],
  ...[
    'March 5',
    'march 5',
    '5 March',
    'Mar 5, 2026',
    'Sept. 5',
    'May 5',
    'Nov-26',
    '26Nov2026',
    'Monday, March 5, 2026',
  ],
  ...[
    '5. März',
    'März 5',
    '5. Mrz',
    '5. Mai 2026',
    'Dez. 5',
    'Jänner 5',
    'Dienstag, 5. März 2026',
    '24.12.',
    '5 de marzo',
  ],
  ...['3-5', '3/5', '1/2/2026', '24.12.2026', '2026-12-24', '2026-11', '2026-11-24T10:00:00Z', '12/2026'],
  ...['7:30', '7:30 pm', '9 am', '9am', '5:00 a.m.', '5:00 vorm.', '24:00', '12:30:45'],
  ...['true', 'FALSE', 'wahr', 'FALSCH', 'verdadero', '#N/A', '#NV', '#REF!', '#WERT!', '#NAME?'],
  ...['=1+1', '+5', '-5', '@SUM(A1)', "'5", "'Ana", "''", '＝1', '＋5'],
];

/** Texts made from parts of numbers, dates and formulas. */
const parts = [
  ...[
    '0',
    '1',
    '12',
    '31',
    '2026',
    '1e5',
    '½',
    '٣',
    'March',
    'mar',
    'Mai',
    'März',
    'Dez',
    'am',
    'PM',
    'T',
    'Z',
    'Montag',
  ],
  ...[
    'TRUE',
    'wahr',
    '#',
    'N/A',
    '!',
    'Ana',
    '/',
    '-',
    '.',
    ',',
    ':',
    ' ',
    '\u00a0',
    '%',
    '$',
    '€',
    '+',
    '(',
    ')',
    "'",
    '=',
    '@',
  ],
];
const numberLike = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 7 })
  .map((chosen) => chosen.join('').trim())
  .filter(Boolean);

/** Gnumeric rewrites the text of a formula, so a text that was misread is also a text that differs. */
const asText = (content: string) => ({ type: 'text', content });

for (const [locale, date] of [
  ['en_US', '5 March'],
  ['de_DE', '5. März'],
] as const)
  describe(`a spreadsheet in ${locale}`, () => {
    let spreadsheet: Spreadsheet;
    before(() => {
      spreadsheet = openSpreadsheets(locale);
    });
    after(() => spreadsheet.close());

    const rowsWith = (names: readonly string[]) =>
      names.map((name) => signupRow({ name, message: `${name} and more` }));
    const column = (rows: ReturnType<Spreadsheet['open']>, name: string) => {
      const [header = [], ...signups] = rows;
      const index = header.findIndex((cell) => cell?.content === name);
      return signups.map((cells) => cells[index]);
    };

    it('would read a date and a number without their protection', () => {
      const cells = spreadsheet.open(`"${date}","0171234567"\r\n`, 'csv')[0];
      assert.deepEqual(
        cells?.map((cell) => cell?.type),
        ['other', 'other'],
      );
    });

    it('shows every text of the CSV file as it was typed', () => {
      const names = column(spreadsheet.open(toCsv(rowsWith(texts)), 'csv'), 'name');
      assert.deepEqual(names, texts.map(asText));
    });

    it('shows every text of the CSV file as it was typed, whatever it is made of', () => {
      fc.assert(
        fc.property(fc.uniqueArray(numberLike, { minLength: 300, maxLength: 300 }), (names) => {
          const cells = column(spreadsheet.open(toCsv(rowsWith(names)), 'csv'), 'name');
          assert.deepEqual(cells, names.map(asText));
        }),
        { numRuns: 3, endOnFailure: true },
      );
    });

    it('shows every cell of the workbook as a text', async () => {
      const row = { waiting_list: 1, waiting_position: 3, elapsed: 1234.5, times: 'Monday\n7:30', telephone: null };
      const rows = texts.map((name) => signupRow({ name, ...row }));
      const sheet = spreadsheet.open(await toXlsx(rows), 'xlsx');
      assert.deepEqual(column(sheet, 'name'), texts.map(asText));
      for (const [name, text] of Object.entries({
        ...row,
        waiting_list: '1',
        waiting_position: '3',
        elapsed: '1234.5',
      }))
        assert.deepEqual(column(sheet, name)[0], text === null ? undefined : asText(text), name);
    });
  });

describe('a workbook', () => {
  it('has the columns of the CSV file, even without sign-ups', async () => {
    const spreadsheet = openSpreadsheets('en_US');
    const header = (rows: ReturnType<Spreadsheet['open']>) => rows[0]?.map((cell) => cell?.content);
    const workbook = header(spreadsheet.open(await toXlsx([]), 'xlsx'));
    assert.deepEqual(workbook, header(spreadsheet.open(toCsv([]), 'csv')));
    assert.ok(workbook?.includes('submission_id'));
    spreadsheet.close();
  });
});
