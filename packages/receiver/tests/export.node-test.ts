import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type SignupRow, toCsv, toJson } from '@havenkit/receiver';

describe('exports', () => {
  const row = (fields: Partial<SignupRow>): SignupRow => ({
    submission_id: '5a1f3c9e-0000-4000-8000-000000000001',
    reference: 'K7QX-3MTD',
    digest: '0'.repeat(64),
    created_at: '2026-11-24T10:00:00.000Z',
    program: 'Eight evenings',
    session: null,
    format: null,
    waiting_list: 0,
    waiting_position: null,
    name: 'Ana',
    email: null,
    telephone: null,
    telephone_e164: null,
    preferred_contact: null,
    leave_message: null,
    times: null,
    child_age_band: null,
    message: null,
    consent_version: '1',
    consent_text: 'Yes',
    locale: 'en',
    elapsed: null,
    ...fields,
  });
  const parseCsv = (csv: string) =>
    parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[];

  it('preserve any text in CSV', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string())), (texts) => {
        const rows = texts.map(([name, message]) => row({ name, message }));
        const parsed = parseCsv(toCsv(rows));
        assert.equal(parsed.length, rows.length);
        for (const [index, { name, message }] of rows.entries()) {
          const unmarked = (text = '') =>
            text
              .replace(/^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])/, '')
              .replace(/([;\n\r])'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, '$1');
          assert.equal(unmarked(parsed[index]?.['name']), unmarked(name));
          assert.equal(unmarked(parsed[index]?.['message']), unmarked(message ?? ''));
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
