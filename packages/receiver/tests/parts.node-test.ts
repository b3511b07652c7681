import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  canonicalJson,
  clientKey,
  e164,
  type Json,
  newReference,
  parseProgram,
  ProgramError,
  parseSubmission,
  type SignupRow,
  tokenBucket,
  toCsv,
  toJson,
} from '@havenkit/receiver';
import schema from '@havenkit/elements/signup.schema.json' with { type: 'json' };
import { sameNumber } from '../src/telephone.ts';
import { submission } from './support/submission.ts';

describe('what runs anywhere', () => {
  it('needs nothing of Node, of PostgreSQL or of mail', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (url: URL) => {
      if (seen.has(url.href)) return;
      seen.add(url.href);
      for (const [, name = ''] of readFileSync(url, 'utf8').matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gm))
        if (name.startsWith('.')) follow(new URL(name, url));
        else packages.add(name);
    };
    follow(new URL(import.meta.resolve('@havenkit/receiver')));
    assert.ok(seen.size > 10);
    assert.deepEqual([...packages].sort(), [
      '#signup.schema.json',
      '@cfworker/json-schema',
      'altcha-lib',
      'altcha-lib/algorithms/web/pbkdf2',
      'canonicalize',
      'csv-stringify/browser/esm/sync',
      'hono',
      'hono/body-limit',
      'hono/cors',
      'hono/secure-headers',
      'kysely',
      'kysely/migration',
      'libphonenumber-js/max',
    ]);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('orders the keys of the example in section 3.2.3 as it says', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    assert.deepEqual(
      [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, text]) => text),
      [
        'Carriage Return',
        'One',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
  });

  it('is the same for every order of keys at every depth, and says the same as the value', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, one]) => [key, reversed(one)]);
      return Object.fromEntries(entries.reverse()) as unknown;
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        assert.equal(canonicalJson(reversed(value) as Json), text);
        assert.equal(JSON.stringify(JSON.parse(text)).length, text.length);
        assert.equal(canonicalJson(JSON.parse(text) as Json), text);
      }),
    );
  });

  it('tells different values apart, and has no word for what JSON has none for', () => {
    assert.notEqual(canonicalJson({ a: '1' }), canonicalJson({ a: 1 }));
    assert.notEqual(canonicalJson(['a', 'b']), canonicalJson(['b', 'a']));
    assert.equal(canonicalJson({ a: undefined, b: null }), '{"b":null}');
    assert.throws(() => canonicalJson(Number.NaN), TypeError);
  });
});

describe('references', () => {
  it('are made of characters that are not taken for one another, and do not repeat', () => {
    const references = Array.from({ length: 20_000 }, () => newReference());
    for (const one of references) assert.match(one, /^[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}$/);
    assert.ok(references.every((one) => !/[01AEILOU]/.test(one)));
    assert.equal(new Set(references).size, references.length);
  });

  it('use every character about equally often', () => {
    const count = new Map<string, number>();
    const text = Array.from({ length: 20_000 }, () => newReference().replace('-', '')).join('');
    for (const character of text) count.set(character, (count.get(character) ?? 0) + 1);
    assert.equal(count.size, 28);
    const expected = text.length / 28;
    // Chi-squared with 27 degrees of freedom: above 70 once in 10^5 runs.
    const chi = [...count.values()].reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0);
    assert.ok(chi < 70, `${chi}`);
  });

  it('take bytes that would favour some characters out', () => {
    let calls = 0;
    const reference = newReference((bytes) => bytes.fill(calls++ === 0 ? 255 : 27));
    assert.equal(reference, 'ZZZZ-ZZZZ');
    assert.equal(calls, 2);
  });
});

describe('telephone numbers', () => {
  it('become E.164 where that is certain', () => {
    assert.equal(e164('+1 (503) 555-0142'), '+15035550142');
    assert.equal(e164('(503) 555-0142', 'US'), '+15035550142');
    assert.equal(e164('030 901820', 'DE'), '+4930901820');
    for (const typed of ['(503) 555-0142', '555-0142', '311', 'ask for Ana 12345', '+1 555'])
      assert.equal(e164(typed), undefined, typed);
  });

  it('may be written in the digits of any script', () => {
    // Arabic-Indic, its eastern form, full width, Devanagari, mathematical.
    for (const zero of ['٠', '۰', '０', '०', '𝟎', '𝟶']) {
      const typed = '+1 (503) 555-0142'.replace(/\d/g, (digit) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
      );
      assert.equal(e164(typed), '+15035550142', typed);
      assert.equal(parseSubmission(submission({ telephone: typed })).kind, 'submission', typed);
      assert.ok(sameNumber(typed, '503 555 0142'), typed);
    }
  });

  it('are found by their digits; an extension counts where it is asked for', () => {
    const same = [
      ['(503) 555-0142', '503.555.0142'],
      ['+1 503 555 0142', '5035550142'],
      ['030 901820 44', '+49 30 90182044'],
      ['503 555 0142 ext. 12', '503 555 0142'],
      ['503-555-0142x12', '+1 503 555 0142'],
      ['503 555 0142 x12', '(503) 555-0142 #12'],
      ['1-800-FLOWER5', '1 800 FLOWER5'],
      ['1-800-FLOWERS', '1 800 356 9377'],
      ['+47 22 34 56 78', '22345678'],
      ['22 34 56 78', '+47 22 34 56 78'],
      ['503 555 0142 - 503 555 0199', '503 555 0142'],
      ['503 555 0142 (503 555 0199)', '(503) 555-0199'],
      ['503-555-0142 (9am-5pm)', '503-555-0142'],
      ['+44 (0)20 7946 0958', '020 7946 0958'],
      ['+44 (0)20 7946 0958', '+442079460958'],
      ['503 555 0142 / 503 555 0199', '503 555 0199'],
      ['call 503 555 0142 or 503 555 0199', '503 555 0142'],
    ];
    for (const [kept = '', asked = ''] of same) assert.ok(sameNumber(kept, asked), `${kept}, ${asked}`);
    const others = [
      ['503 555 0142', '0142'],
      ['+86 150 3555 0142', '+1 503 555 0142'],
      ['+1 503 555 0142', '+86 150 3555 0142'],
      ['1-800-FLOWERS', '1-800-MATTRES'],
      ['(503) 555-0142', '35550142'],
      ['(503) 555-0142', '555-0142'],
      ['503 555 0142 or 503 555 0199', '503 555 0143'],
      ['503 555 0142 x12', '503 555 0142 x13'],
      ['503 555 0142', '503 555 0142 x13'],
      ['1-800-FLOWER5', '1-800'],
      ['503 555 0142', 'ask for Ana'],
    ];
    for (const [kept = '', asked = ''] of others) assert.ok(!sameNumber(kept, asked), `${kept}, ${asked}`);
  });
});

describe('the program', () => {
  const course = (...instances: object[]) => ({ '@type': 'Course', hasCourseInstance: instances });

  it('gives each session its places', () => {
    const { sessions } = parseProgram({
      '@context': 'https://schema.org',
      '@graph': [
        course(
          { '@id': '#a', maximumAttendeeCapacity: 8 },
          { '@id': '#b', maximumAttendeeCapacity: '8', remainingAttendeeCapacity: 3 },
        ),
        { '@type': ['Course', 'Product'], hasCourseInstance: { '@id': '#c' } },
        { '@type': 'Course' },
      ],
    });
    assert.deepEqual(
      [...sessions].map(([id, { places }]) => [id, places]),
      [
        ['#a', 8],
        ['#b', 3],
        ['#c', undefined],
      ],
    );
  });

  it('names the path of what is wrong', () => {
    const cases: [json: unknown, message: RegExp][] = [
      [{ '@type': 'Event' }, /Program is not a schema\.org Course/],
      ['Course', /not a schema\.org Course/],
      [course({}), /hasCourseInstance\[0\] has no @id/],
      [course({ '@id': '#a' }, { '@id': '#a' }), /hasCourseInstance\[1\]: the @id #a is not unique/],
      [course({ '@id': '#a', maximumAttendeeCapacity: 'many' }), /\[0\]\.maximumAttendeeCapacity.*"many"/],
      [course({ '@id': '#a', remainingAttendeeCapacity: -1 }), /remainingAttendeeCapacity.*-1/],
      [[course({ '@id': '#a' }), course({})], /Program\[1\]\.hasCourseInstance\[0\]/],
    ];
    for (const [json, message] of cases)
      assert.throws(
        () => parseProgram(json),
        (error) => error instanceof ProgramError && message.test(error.message),
      );
  });
});

describe('the rate limit', () => {
  it('counts an IPv6 network of one household as one client', () => {
    assert.equal(clientKey('2001:db8:0:12::1'), clientKey('2001:0db8:0000:0012:ffff:1:2:3'));
    assert.notEqual(clientKey('2001:db8:0:12::1'), clientKey('2001:db8:0:13::1'));
    assert.equal(clientKey('::1'), '0:0:0:0');
    assert.equal(clientKey('::ffff:192.0.2.7'), '192.0.2.7');
    assert.equal(clientKey('192.0.2.7'), '192.0.2.7');
    assert.equal(clientKey('fe80::1%eth0'), 'fe80:0:0:0');
  });

  it('does not take a port, which some proxies write too, for another client', () => {
    assert.equal(clientKey('192.0.2.7:50122'), '192.0.2.7');
    assert.equal(clientKey('::ffff:192.0.2.7'), clientKey('[::ffff:192.0.2.7]:50122'));
    assert.equal(clientKey('[2001:db8:0:12::1]:50122'), clientKey('2001:db8:0:12::1'));
    assert.equal(clientKey('[2001:db8:0:12::1]'), clientKey('2001:db8:0:12::1'));
  });

  it('never lets more through than its burst and what has come since', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }),
        (burst, perMinute, gaps) => {
          const take = tokenBucket({ burst, perMinute });
          let now = 0;
          let passed = 0;
          for (const gap of gaps) {
            now += gap;
            const wait = take('client', now);
            assert.ok(Number.isInteger(wait) && wait >= 0);
            if (wait === 0) passed++;
            assert.ok(passed <= burst + (now * perMinute) / 60_000 + 1e-6);
          }
        },
      ),
    );
  });

  it('lets a client through that waits as long as it was told', () => {
    const take = tokenBucket({ burst: 1, perMinute: 7 });
    assert.equal(take('a', 0), 0);
    const wait = take('a', 100);
    assert.equal(take('a', 100 + wait * 1000), 0);
  });

  it('does not grow with the number of clients', () => {
    const take = tokenBucket({ burst: 1, perMinute: 1 });
    take('first', 0);
    assert.notEqual(take('first', 1), 0);
    for (let number = 0; number < 10_000; number++) take(`${number}`, 2);
    assert.equal(take('first', 3), 0);
  });
});

describe('the schema', () => {
  it('costs no more the more nonsense there is', () => {
    const start = performance.now();
    for (const email of [`a@${'.'.repeat(200_000)} b`, `${'@'.repeat(200_000)} b`])
      assert.equal(parseSubmission(submission({ email })).kind, 'invalid');
    assert.equal(parseSubmission(submission({ telephone: 'x'.repeat(200_000) })).kind, 'invalid');
    // Patterns that go back and forth take half a minute for each.
    assert.ok(performance.now() - start < 5000);
  });

  it('says what the receiver does with generated sign-ups', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            name: fc.string({ maxLength: 210 }),
            email: fc.oneof(fc.emailAddress(), fc.string()),
            telephone: fc.stringMatching(/^[0-9 +()x-]{0,60}$/),
            format: fc.constantFrom('individual', 'group', 'unsure', 'other'),
            waitingList: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
        (fields) => {
          const parsed = parseSubmission(submission(fields));
          if (parsed.kind === 'submission') {
            const { submission: one } = parsed;
            assert.ok(Array.from(one.name).length <= schema.properties.name.maxLength && one.name.trim() === one.name);
            assert.ok(one.email !== undefined || one.telephone !== undefined);
            if (one.telephone !== undefined) assert.ok(one.telephone.replace(/\D/g, '').length >= 3);
          } else {
            assert.equal(parsed.kind, 'invalid');
            assert.ok(Object.keys(parsed.fieldErrors).every((key) => key in fields));
            assert.ok(Object.keys(parsed.fieldErrors).length > 0);
          }
        },
      ),
    );
  });
});

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
  const read = (csv: string) =>
    parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as Record<string, string>[];

  it('come back from CSV as they were, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string())), (texts) => {
        const rows = texts.map(([name, message]) => row({ name, message }));
        const back = read(toCsv(rows));
        assert.equal(back.length, rows.length);
        for (const [index, { name, message }] of rows.entries()) {
          const unmarked = (text = '') =>
            text
              .replace(/^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])/, '')
              .replace(/([;\n\r])'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, '$1');
          assert.equal(unmarked(back[index]?.['name']), unmarked(name));
          assert.equal(unmarked(back[index]?.['message']), unmarked(message ?? ''));
        }
      }),
    );
    assert.equal(
      read(toCsv([row({ message: 'He said "yes",\r\nthen left;\tso' })]))[0]?.['message'],
      'He said "yes",\r\nthen left;\tso',
    );
  });

  it('give a spreadsheet no formula', () => {
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
      const [back] = read(toCsv([row({ name: text, telephone: text })]));
      assert.equal(back?.['name'], `'${text}`);
      assert.equal(back?.['telephone'], `'${text}`);
    }
    assert.equal(read(toCsv([row({ name: "O'Neil - Ana; (x=1)" })]))[0]?.['name'], "O'Neil - Ana; (x=1)");
  });

  it('give a spreadsheet no formula where it separates cells by semicolons', () => {
    const message = 'line\n=2+2;z; -3\r\n@x;＝4';
    const csv = toCsv([row({ name: 'x;=1+1;y', message })]);
    const cells = csv.split(/[;\n]/).map((cell) => cell.trim());
    assert.deepEqual(
      cells.filter((cell) => /^"?[=+\-@＝]/.test(cell)),
      [],
    );
    const [back] = read(csv);
    assert.deepEqual([back?.['name'], back?.['message']?.replaceAll("'", '')], ["x;'=1+1;y", message]);
  });

  it('have the same names in JSON, and no digest', () => {
    const one = row({ waiting_list: 1, waiting_position: 3, name: '=1' });
    const [json] = JSON.parse(toJson([one])) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(json ?? {}), Object.keys(read(toCsv([one]))[0] ?? {}));
    assert.equal(json?.['waiting_list'], true);
    assert.equal(json?.['name'], '=1');
    assert.ok(!('digest' in (json ?? {})));
  });
});
