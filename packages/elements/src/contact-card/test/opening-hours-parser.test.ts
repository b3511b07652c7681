import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import {
  hoursOn,
  openingState,
  upcomingSpecialDays,
  weekTable,
  type OpeningHours,
  type TimeSpan,
} from '../model/opening-hours.js';
import { parseOpeningHoursSpecification, parseOpeningHoursText } from '../model/opening-hours-parser.js';

interface Parsed {
  readonly hours: OpeningHours | undefined;
  /** Paths of reported values. */
  readonly reported: readonly string[];
  /** Paths of unknown keys. */
  readonly unknownKeys: readonly string[];
}

function parse(parser: (reading: Parameters<typeof parseOpeningHoursText>[2]) => OpeningHours | undefined): Parsed {
  const reported: string[] = [];
  const unknownKeys: string[] = [];
  const hours = parser({
    report: (path, expected) => {
      expect(expected).to.match(/^\S.+\S$/);
      reported.push(path);
    },
    warn: (path) => unknownKeys.push(path),
  });
  return { hours, reported, unknownKeys };
}
const parseText = (value: unknown): Parsed => parse((reading) => parseOpeningHoursText(value, 'openingHours', reading));
const parseSpecification = (regular: unknown, special?: unknown): Parsed =>
  parse((reading) => parseOpeningHoursSpecification(regular, special, reading));

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

// November 23 to 29, 2026, is a week from Monday to Sunday.
const dates = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The hours of the week as text, day by day: `Mo 09:00-12:00 13:00-17:00`. Days without hours are left out. */
const weekText = ({ hours }: Parsed): string =>
  dates
    .map((date, index) => [names[index]?.slice(0, 2), hours ? hoursOn(hours, date) : []] as const)
    .filter(([, spans]) => spans.length)
    .map(([name, spans]) => [name, ...spans.map(({ opens, closes }) => `${time(opens)}-${time(closes)}`)].join(' '))
    .join(', ');

/** The same hours on several days, in the format of `weekText`. */
const daysText = (days: string, ...spans: string[]): string =>
  days
    .split(' ')
    .map((day) => [day, ...spans].join(' '))
    .join(', ');

describe('opening hours as text', () => {
  it('are parsed in the format of schema.org, and as people write them', () => {
    const examples: [written: unknown, week: string][] = [
      ['Mo-Th 09:00-17:30, Fr 09:00-13:00', `${daysText('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Mo-Th 09:00-17:30; Fr 09:00-13:00', `${daysText('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Mo-Th 09:00-17:30 Fr 09:00-13:00;', `${daysText('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      [['Mo-Th 09:00-17:30', 'Fr 09:00-13:00'], `${daysText('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Tu,Th 16:00-20:00', daysText('Tu Th', '16:00-20:00')],
      ['Mo,Tu,We 09:00-12:00', daysText('Mo Tu We', '09:00-12:00')],
      ['Mo, We-Th 09:00-12:00', daysText('Mo We Th', '09:00-12:00')],
      ['Mo-Fr 09:00-12:00 13:00-17:00', daysText('Mo Tu We Th Fr', '09:00-12:00', '13:00-17:00')],
      [
        'Mo-Fr 09:00-12:00,13:00-17:00, Sa 10:00-12:00',
        `${daysText('Mo Tu We Th Fr', '09:00-12:00', '13:00-17:00')}, Sa 10:00-12:00`,
      ],
      ['Mo 13:00-17:00, Mo 09:00-12:00', 'Mo 09:00-12:00 13:00-17:00'],
      ['Sa-Mo 10:00-12:00', daysText('Mo Sa Su', '10:00-12:00')],
      ['monday – thursday 9:00 – 17:00', daysText('Mo Tu We Th', '09:00-17:00')],
      ['MON-WED 9:00-17:00, Thurs 9:00-12:00', `${daysText('Mo Tu We', '09:00-17:00')}, Th 09:00-12:00`],
      ['09:00-17:00', daysText('Mo Tu We Th Fr Sa Su', '09:00-17:00')],
      ['Mo-Su', daysText('Mo Tu We Th Fr Sa Su', '00:00-24:00')],
      ['Mo-Su 00:00-23:59', daysText('Mo Tu We Th Fr Sa Su', '00:00-24:00')],
      ['Sa, Su', daysText('Sa Su', '00:00-24:00')],
      ['Fr 20:00-02:00', 'Fr 20:00-26:00'],
      ['Fr 20:00-00:00, Sa 20:00-24:00', daysText('Fr Sa', '20:00-24:00')],
      ['Mo-Su 09:00-17:00, Sa-Su closed', daysText('Mo Tu We Th Fr', '09:00-17:00')],
      ['Su closed; Mo 09:00:00-17:00:00', 'Mo 09:00-17:00'],
    ];
    for (const [written, week] of examples) {
      const parsed = parseText(written);
      expect(weekText(parsed), JSON.stringify(written)).to.equal(week);
      expect(parsed.reported, JSON.stringify(written)).to.deep.equal([]);
      expect(parsed.hours?.complete).to.equal(true);
    }
  });

  it('are reported with their path where they cannot be parsed, and the state is then unknown', () => {
    const examples: [written: unknown, reported: string[], week: string][] = [
      ['whenever', ['openingHours'], ''],
      ['Mo-Fr 09:00-17:00, PublicHolidays 10:00-12:00', ['openingHours'], ''],
      ['Mo-Fr 09:00-17:00; PublicHolidays 10:00-12:00', ['openingHours'], daysText('Mo Tu We Th Fr', '09:00-17:00')],
      [['Mo 09:00-17:00', 'Di 09:00-17:00'], ['openingHours[1]'], 'Mo 09:00-17:00'],
      ['Mo 09:00-17:00, by appointment', ['openingHours'], ''],
      ['not Mo 09:00-17:00', ['openingHours'], ''],
      ['09:00-17:00 Mo-Fr', ['openingHours'], ''],
      ['closed Sa', ['openingHours'], ''],
      ['Mo closed 09:00-12:00', ['openingHours'], ''],
      ['Mo 9-17', ['openingHours'], ''],
      ['Mo 9am-5pm', ['openingHours'], ''],
      ['Mo 09:00', ['openingHours'], ''],
      ['Mo 09:00-', ['openingHours'], ''],
      ['Mo 09:00-12:00-17:00', ['openingHours'], ''],
      ['Mo 09:00-24:01', ['openingHours'], ''],
      ['Mo 09:60-17:00', ['openingHours'], ''],
      ['Mo 24:00-25:00', ['openingHours'], ''],
      ['Mo 24:00-02:00', ['openingHours'], ''],
      ['Mo 09:00-09:00', ['openingHours'], ''],
      ['Mo 00:00-00:00', ['openingHours'], ''],
      ['M 09:00-17:00', ['openingHours'], ''],
      ['Mo-Fr-Su 09:00-17:00', ['openingHours'], ''],
      ['Mo+ 09:00-17:00', ['openingHours'], ''],
      [{ Mo: '09:00-17:00' }, ['openingHours'], ''],
      [['Mo 09:00-17:00', {}], ['openingHours[1]'], 'Mo 09:00-17:00'],
    ];
    for (const [written, reported, week] of examples) {
      const parsed = parseText(written);
      expect(parsed.reported, JSON.stringify(written)).to.deep.equal(reported);
      expect(parsed.hours?.complete, JSON.stringify(written)).to.equal(false);
      expect(weekText(parsed), JSON.stringify(written)).to.equal(week);
      expect(parsed.hours && openingState(parsed.hours, 'UTC', new Date('2026-11-23T10:00Z'))).to.deep.equal({
        state: 'unknown',
      });
      expect(parsed.hours && weekTable(parsed.hours, '2026-11-23').some(({ spans }) => !spans.length)).to.equal(false);
    }
  });

  it('are optional', () => {
    for (const nothing of [undefined, null, '', ' ', [], [''], ';'])
      expect(parseText(nothing), JSON.stringify(nothing)).to.deep.equal({
        hours: undefined,
        reported: [],
        unknownKeys: [],
      });
  });

  it('are absent when there are only separators, and read where a site builder left days blank', () => {
    for (const value of [', , , , , , ', ' ; ,;', [',', '']])
      expect(parseText(value), String(value)).to.include({ hours: undefined }).and.deep.include({ reported: [] });
    const parsed = parseText(', Tu 09:00-17:00, , , Fr 09:00-13:00, , ; , ');
    expect(weekText(parsed)).to.equal('Tu 09:00-17:00, Fr 09:00-13:00');
    expect([parsed.hours?.complete, parsed.reported]).to.deep.equal([true, []]);
  });

  it('survive a round trip in any style (2,000 random weeks)', () => {
    // The spans of a day do not touch. They are in steps of five minutes, and the last one may end after midnight.
    const spans = fc
      .uniqueArray(fc.integer({ min: 0, max: 287 }), { maxLength: 6 })
      .map((times) => times.sort((a, b) => a - b).map((time) => time * 5))
      .chain((times) =>
        fc.integer({ min: 1, max: 287 }).map((night): TimeSpan[] => {
          const spans: TimeSpan[] = [];
          for (let index = 0; index + 1 < times.length; index += 2)
            spans.push({ opens: times[index] ?? 0, closes: times[index + 1] ?? 0 });
          const last = times.length % 2 ? times.at(-1) : undefined;
          return last === undefined ? spans : [...spans, { opens: last, closes: last + night * 5 }];
        }),
      );
    const style = fc.record({
      name: fc.constantFrom(
        (day: string) => day.slice(0, 2),
        (day: string) => day.slice(0, 3).toUpperCase(),
        (day: string) => day,
      ),
      dash: fc.constantFrom('-', ' - ', '–', ' – '),
      between: fc.constantFrom(' ', ',', ', '),
      after: fc.constantFrom(', ', '; ', ' ', ','),
      hour: fc.constantFrom(
        (text: string) => text,
        (text: string) => text.replace(/^0/, ''),
      ),
      inOne: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(spans, { minLength: 7, maxLength: 7 }),
        style,
        (week, { name, dash, between, after, hour, inOne }) => {
          const entries = week.flatMap((spans, index) =>
            spans.length
              ? `${name(names[index] ?? '')} ${spans.map(({ opens, closes }) => hour(time(opens)) + dash + hour(time(closes % 1440))).join(between)}`
              : [],
          );
          const { hours, reported } = parseText(inOne ? entries.join(after) : entries);
          expect(reported).to.deep.equal([]);
          if (entries.length) expect(dates.map((date) => hours && hoursOn(hours, date))).to.deep.equal(week);
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});

describe('opening hours as OpeningHoursSpecification', () => {
  const partner = {
    regular: [
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'],
        opens: '09:00',
        closes: '17:30',
      },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Friday'], opens: '09:00', closes: '13:00' },
    ],
    special: [{ '@type': 'OpeningHoursSpecification', validFrom: '2026-12-24', validThrough: '2027-01-01' }],
  };

  it('are parsed for a week and a closure over the holidays', () => {
    const parsed = parseSpecification(partner.regular, partner.special);
    expect(parsed).to.deep.include({ reported: [], unknownKeys: [] });
    expect(weekText(parsed)).to.equal(`${daysText('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`);
    expect(parsed.hours && upcomingSpecialDays(parsed.hours, '2026-11-23')).to.deep.equal([
      { from: '2026-12-24', to: '2027-01-01', spans: [] },
    ]);
    expect(
      parsed.hours && openingState(parsed.hours, 'America/Los_Angeles', new Date('2026-12-24T18:00:00Z')),
    ).to.deep.equal({ state: 'closed', next: new Date('2027-01-04T17:00:00Z') });
  });

  it('accept every common spelling of days', () => {
    for (const dayOfWeek of [
      'Monday',
      'Mo',
      'monday',
      'https://schema.org/Monday',
      'http://schema.org/Monday',
      ['Monday'],
    ])
      expect(weekText(parseSpecification({ dayOfWeek, opens: '09:00', closes: '17:00' }))).to.equal('Mo 09:00-17:00');
    expect(weekText(parseSpecification({ dayOfWeek: 'Mo-We', opens: '9:00', closes: '17:00:00' }))).to.equal(
      daysText('Mo Tu We', '09:00-17:00'),
    );
    expect(weekText(parseSpecification({ opens: '09:00', closes: '17:00' }))).to.equal(
      daysText('Mo Tu We Th Fr Sa Su', '09:00-17:00'),
    );
  });

  it('can be closed, all day and past midnight', () => {
    const monday = (opens?: string, closes?: string): Parsed =>
      parseSpecification({ dayOfWeek: 'Monday', opens, closes });
    for (const [opens, closes] of [[], ['00:00', '00:00'], ['00:00:00', '00:00'], ['', '']] as const) {
      const { hours, reported } = monday(opens, closes);
      expect(reported).to.deep.equal([]);
      expect(hours?.regular[0]).to.deep.include({ days: [1], spans: [] });
    }
    expect(weekText(monday('00:00', '23:59'))).to.equal('Mo 00:00-24:00');
    expect(weekText(monday('00:00', '24:00'))).to.equal('Mo 00:00-24:00');
    expect(weekText(monday('11:30:00', '00:00:00'))).to.equal('Mo 11:30-24:00');
    expect(weekText(monday('18:00', '03:00'))).to.equal('Mo 18:00-27:00');
    const week = parseSpecification([
      { opens: '09:00', closes: '17:00' },
      { dayOfWeek: 'Sunday', opens: '00:00', closes: '00:00' },
    ]);
    expect(weekText(week)).to.equal(daysText('Mo Tu We Th Fr Sa', '09:00-17:00'));
  });

  it('ignore the time of a date', () => {
    const { hours, reported } = parseSpecification(undefined, {
      validFrom: '2026-12-24T00:00:00-08:00',
      validThrough: '2027-01-01T23:59',
    });
    expect(reported).to.deep.equal([]);
    expect(hours?.special[0]).to.deep.include({ validFrom: '2026-12-24', validThrough: '2027-01-01' });
  });

  it('treat a dated closure in the regular list as special days', () => {
    const { hours, reported } = parseSpecification([
      ...partner.regular,
      { opens: '00:00', closes: '00:00', validFrom: '2026-12-24', validThrough: '2027-01-01' },
    ]);
    expect(reported).to.deep.equal([]);
    expect(hours && upcomingSpecialDays(hours, '2026-11-23')).to.have.length(1);
    expect(hours && weekTable(hours, '2026-12-24')).to.have.length(3);
  });

  it('report the path of each invalid value, and leave its entry out', () => {
    const monday = { dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' };
    const dated = { validFrom: '2026-12-24', validThrough: '2027-01-01' };
    const regular: [entry: unknown, reported: string][] = [
      [{ ...monday, opens: '9' }, 'opens'],
      [{ ...monday, opens: '09:00-05:00' }, 'opens'],
      [{ ...monday, closes: '17:00Z' }, 'closes'],
      [{ ...monday, closes: '5 pm' }, 'closes'],
      [{ ...monday, closes: '25:00' }, 'closes'],
      [{ ...monday, closes: {} }, 'closes'],
      [{ ...monday, closes: '09:00' }, 'closes'],
      [{ ...monday, closes: undefined }, 'closes'],
      [{ ...monday, opens: undefined }, 'closes'],
      [{ ...monday, opens: '00:00', closes: undefined }, 'closes'],
      [{ ...monday, opens: '24:00', closes: '24:00' }, 'closes'],
      [{ ...monday, dayOfWeek: 'PublicHolidays' }, 'dayOfWeek[0]'],
      [{ ...monday, dayOfWeek: ['Monday', 'https://schema.org/PublicHolidays'] }, 'dayOfWeek[1]'],
      [{ ...monday, dayOfWeek: 'Lundi' }, 'dayOfWeek[0]'],
      [{ ...monday, dayOfWeek: [] }, 'dayOfWeek'],
      [{ ...monday, dayOfWeek: {} }, 'dayOfWeek[0]'],
      [{ ...monday, validFrom: '2026-02-30' }, 'validFrom'],
      [{ ...monday, validThrough: '12/24/2026' }, 'validThrough'],
      [{ ...monday, ...dated, validFrom: '2027-01-02' }, 'validThrough'],
      [{ '@type': 'OpeningHoursSpecification' }, 'dayOfWeek'],
      [{ validFrom: '2026-12-24' }, 'dayOfWeek'],
      ['Mo 09:00-17:00', ''],
      [null, ''],
    ];
    const special: typeof regular = [
      [{}, 'validThrough'],
      [monday, 'validThrough'],
      [{ validFrom: '2026-12-24' }, 'validThrough'],
      [{ validThrough: '2026-12-24' }, 'validThrough'],
      [{ ...dated, validFrom: '2026-13-24' }, 'validFrom'],
      [{ ...dated, validThrough: '2026-12-23' }, 'validThrough'],
    ];
    const path = (key: string, at: string): string => (at ? `${key}[1].${at}` : `${key}[1]`);
    for (const [entry, at] of regular) {
      const parsed = parseSpecification([partner.regular[1], entry], partner.special);
      expect(parsed.reported, JSON.stringify(entry)).to.deep.equal([path('openingHoursSpecification', at)]);
      expect(parsed.hours?.complete, JSON.stringify(entry)).to.equal(false);
      expect(weekText(parsed), JSON.stringify(entry)).to.equal('Fr 09:00-13:00');
      expect(parsed.hours?.special).to.have.length(1);
    }
    for (const [entry, at] of special) {
      const parsed = parseSpecification(partner.regular, [partner.special[0], entry]);
      expect(parsed.reported[0], JSON.stringify(entry)).to.equal(path('specialOpeningHoursSpecification', at));
      expect(parsed.hours?.complete, JSON.stringify(entry)).to.equal(false);
      expect(parsed.hours?.special).to.have.length(1);
    }
  });

  it('warn about unknown keys', () => {
    expect(parseSpecification([{ dayOfWeek: 'Monday', open: '09:00' }]).unknownKeys).to.deep.equal([
      'openingHoursSpecification[0].open',
    ]);
  });

  it('are optional', () => {
    for (const nothing of [undefined, null, []])
      expect(parseSpecification(nothing, nothing)).to.deep.equal({ hours: undefined, reported: [], unknownKeys: [] });
  });
});

it('opening hours never throw, and are complete only when nothing was reported (20,000 generated values)', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789:-–,; moMOtuTUclosed\n/+') }),
    fc.constantFrom(
      'Mo-Fr 09:00-17:00',
      '09:00',
      '17:00',
      'Monday',
      '2026-02-30',
      '2026-12-24',
      '9999-99-99',
      '-',
      ';',
    ),
  );
  const key = fc.constantFrom('dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough', '@type', '__proto__');
  const entry = fc.oneof(fc.dictionary(key, value), value);
  const some = fc.oneof(entry, fc.array(entry, { maxLength: 4 }));
  const check = ({ hours, reported }: Parsed): void => {
    expect(hours?.complete ?? true).to.equal(!reported.length);
    if (!hours) return;
    for (const { opens, closes } of [...hours.regular, ...hours.special].flatMap(({ spans }) => spans)) {
      expect(opens).to.be.within(0, 1439);
      expect(closes).to.be.within(opens + 1, opens + 1440);
    }
    weekTable(hours, '2026-11-23');
    upcomingSpecialDays(hours, '2026-11-23');
    openingState({ ...hours, complete: true }, 'America/New_York', new Date('2026-11-23T15:00:00Z'));
  };
  fc.assert(
    fc.property(some, some, (regular, special) => {
      check(parseText(regular));
      check(parseSpecification(regular, special));
    }),
    { numRuns: runs(10_000) },
  );
});
