import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv, toJson } from '@havenkit/receiver';
import { signupRow as row } from './support/row.ts';

describe('exports', () => {
  const parseCsv = (csv: string) =>
    parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[];

  it('preserve any text in CSV', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string())), (texts) => {
        const rows = texts.map(([name, message]) => row({ name, message }));
        const parsed = parseCsv(toCsv(rows));
        assert.equal(parsed.length, rows.length);
        for (const [index, { name, message }] of rows.entries()) {
          // A text that starts with an apostrophe has another one in front, so removing one restores every text.
          const unmarked = (text = '') => text.replace(/^'/, '');
          const inner = (text = '') => text.replace(/([;\n\r])'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, '$1');
          assert.equal(inner(unmarked(parsed[index]?.['name'])), inner(name));
          assert.equal(inner(unmarked(parsed[index]?.['message'])), inner(message ?? ''));
        }
      }),
    );
    assert.equal(
      parseCsv(toCsv([row({ message: 'He said "yes",\r\nthen left;\tso' })]))[0]?.['message'],
      'He said "yes",\r\nthen left;\tso',
    );
  });

  it('contain no formula for a spreadsheet', () => {
    for (const text of [
      '=1+1',
      '+1-503-555-0142',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      '=cmd|"/c calc"!A1',
    ]) {
      const [parsed] = parseCsv(toCsv([row({ name: text, telephone: text })]));
      assert.equal(parsed?.['name'], `'${text}`);
      assert.equal(parsed?.['telephone'], `'${text}`);
    }
    assert.equal(parseCsv(toCsv([row({ name: "O'Neil - Ana; (x=1)" })]))[0]?.['name'], "O'Neil - Ana; (x=1)");
  });

  it('leave a text alone that no spreadsheet changes', () => {
    const texts = [
      'Ana',
      'March',
      'Apt 5',
      'We have 2 children',
      'ana5@mail.example',
      '#spring-2026',
      'K7QX-3MTD',
      'es-419',
    ];
    for (const text of texts) assert.equal(parseCsv(toCsv([row({ name: text })]))[0]?.['name'], text);
    const {
      reference,
      created_at: time,
      submission_id: id,
    } = parseCsv(toCsv([row({ reference: '2P34-5678' })]))[0] ?? {};
    assert.deepEqual([reference, time, id], ['2P34-5678', row().created_at, row().submission_id]);
  });

  it('contain no formula for a spreadsheet that also splits cells at semicolons', () => {
    const message = 'line\n=2+2;z; -3\r\n@x;＝4';
    const csv = toCsv([row({ name: 'x;=1+1;y', message })]);
    const cells = csv.split(/[;\n]/).map((cell) => cell.trim());
    assert.deepEqual(
      cells.filter((cell) => /^"?[=+\-@＝]/.test(cell)),
      [],
    );
    const [parsed] = parseCsv(csv);
    assert.deepEqual([parsed?.['name'], parsed?.['message']?.replaceAll("'", '')], ["x;'=1+1;y", message]);
  });

  it('have the same field names in JSON as in CSV, without the digest', () => {
    const signup = row({ waiting_list: 1, waiting_position: 3, name: '=1' });
    const [json] = JSON.parse(toJson([signup])) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(json ?? {}), Object.keys(parseCsv(toCsv([signup]))[0] ?? {}));
    assert.equal(json?.['waiting_list'], true);
    assert.equal(json?.['name'], '=1');
    assert.ok(!('digest' in (json ?? {})));
  });

  it('have a byte order mark, quoted fields and CRLF, even without sign-ups', () => {
    const header = /^\ufeff"reference","created_at",(?:"[a-z0-9_]+",)+"submission_id"\r\n$/;
    assert.match(toCsv([]), header);
    const [first = '', second = ''] = toCsv([row({})]).split(/(?<=\r\n)/);
    assert.match(first, header);
    assert.match(second, /^(?:"[^"]*",)+"[^"]*"\r\n$/);
  });
});
