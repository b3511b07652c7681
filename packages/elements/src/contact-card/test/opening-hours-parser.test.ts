import { expect } from '@open-wc/testing';
import fc from 'fast-check';
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
  /** Paths of what was reported. */
  readonly told: readonly string[];
  /** Paths of keys that are not known. */
  readonly unknown: readonly string[];
}

function parse(how: (reading: Parameters<typeof parseOpeningHoursText>[2]) => OpeningHours | undefined): Parsed {
  const told: string[] = [];
  const unknown: string[] = [];
  const hours = how({
    report: (path, expected) => {
      expect(expected).to.match(/^\S.+\S$/);
      told.push(path);
    },
    warn: (path) => unknown.push(path),
  });
  return { hours, told, unknown };
}
const words = (value: unknown): Parsed => parse((reading) => parseOpeningHoursText(value, 'openingHours', reading));
const specification = (regular: unknown, special?: unknown): Parsed =>
  parse((reading) => parseOpeningHoursSpecification(regular, special, reading));

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

// 23 to 29 November 2026 are Monday to Sunday.
const dates = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The week as people would write it on the door: `Mo 09:00-12:00 13:00-17:00`; days without hours are left out. */
const door = ({ hours }: Parsed): string =>
  dates
    .map((date, index) => [names[index]?.slice(0, 2), hours ? hoursOn(hours, date) : []] as const)
    .filter(([, spans]) => spans.length)
    .map(([name, spans]) => [name, ...spans.map(({ opens, closes }) => `${time(opens)}-${time(closes)}`)].join(' '))
    .join(', ');

/** The same hours on some days, as `door` writes them. */
const on = (days: string, ...spans: string[]): string =>
  days
    .split(' ')
    .map((day) => [day, ...spans].join(' '))
    .join(', ');

describe('opening hours as text', () => {
  it('are read as schema.org has them, and as people write them', () => {
    const examples: [written: unknown, week: string][] = [
      ['Mo-Th 09:00-17:30, Fr 09:00-13:00', `${on('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Mo-Th 09:00-17:30; Fr 09:00-13:00', `${on('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Mo-Th 09:00-17:30 Fr 09:00-13:00;', `${on('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      [['Mo-Th 09:00-17:30', 'Fr 09:00-13:00'], `${on('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`],
      ['Tu,Th 16:00-20:00', on('Tu Th', '16:00-20:00')],
      ['Mo,Tu,We 09:00-12:00', on('Mo Tu We', '09:00-12:00')],
      ['Mo, We-Th 09:00-12:00', on('Mo We Th', '09:00-12:00')],
      ['Mo-Fr 09:00-12:00 13:00-17:00', on('Mo Tu We Th Fr', '09:00-12:00', '13:00-17:00')],
      [
        'Mo-Fr 09:00-12:00,13:00-17:00, Sa 10:00-12:00',
        `${on('Mo Tu We Th Fr', '09:00-12:00', '13:00-17:00')}, Sa 10:00-12:00`,
      ],
      ['Mo 13:00-17:00, Mo 09:00-12:00', 'Mo 09:00-12:00 13:00-17:00'],
      ['Sa-Mo 10:00-12:00', on('Mo Sa Su', '10:00-12:00')],
      ['monday – thursday 9:00 – 17:00', on('Mo Tu We Th', '09:00-17:00')],
      ['MON-WED 9:00-17:00, Thurs 9:00-12:00', `${on('Mo Tu We', '09:00-17:00')}, Th 09:00-12:00`],
      ['09:00-17:00', on('Mo Tu We Th Fr Sa Su', '09:00-17:00')],
      ['Mo-Su', on('Mo Tu We Th Fr Sa Su', '00:00-24:00')],
      ['Mo-Su 00:00-23:59', on('Mo Tu We Th Fr Sa Su', '00:00-24:00')],
      ['Sa, Su', on('Sa Su', '00:00-24:00')],
      ['Fr 20:00-02:00', 'Fr 20:00-26:00'],
      ['Fr 20:00-00:00, Sa 20:00-24:00', on('Fr Sa', '20:00-24:00')],
      ['Mo-Su 09:00-17:00, Sa-Su closed', on('Mo Tu We Th Fr', '09:00-17:00')],
      ['Su closed; Mo 09:00:00-17:00:00', 'Mo 09:00-17:00'],
    ];
    for (const [written, week] of examples) {
      const parsed = words(written);
      expect(door(parsed), JSON.stringify(written)).to.equal(week);
      expect(parsed.told, JSON.stringify(written)).to.deep.equal([]);
      expect(parsed.hours?.complete).to.equal(true);
    }
  });

  it('are left out where they cannot be read, told by their path, and nothing is said about now', () => {
    const examples: [written: unknown, told: string[], week: string][] = [
      ['whenever', ['openingHours'], ''],
      ['Mo-Fr 09:00-17:00, PublicHolidays 10:00-12:00', ['openingHours'], ''],
      ['Mo-Fr 09:00-17:00; PublicHolidays 10:00-12:00', ['openingHours'], on('Mo Tu We Th Fr', '09:00-17:00')],
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
    for (const [written, told, week] of examples) {
      const parsed = words(written);
      expect(parsed.told, JSON.stringify(written)).to.deep.equal(told);
      expect(parsed.hours?.complete, JSON.stringify(written)).to.equal(false);
      expect(door(parsed), JSON.stringify(written)).to.equal(week);
      expect(parsed.hours && openingState(parsed.hours, 'UTC', new Date('2026-11-23T10:00Z'))).to.deep.equal({
        state: 'unknown',
      });
      expect(parsed.hours && weekTable(parsed.hours, '2026-11-23').some(({ spans }) => !spans.length)).to.equal(false);
    }
  });

  it('may be absent', () => {
    for (const nothing of [undefined, null, '', ' ', [], [''], ';'])
      expect(words(nothing), JSON.stringify(nothing)).to.deep.equal({ hours: undefined, told: [], unknown: [] });
  });

  it('come back as they were written, in any style (2,000 random weeks)', () => {
    // Spans of a day lie apart, in steps of five minutes; the last one may run past midnight.
    const spans = fc
      .uniqueArray(fc.integer({ min: 0, max: 287 }), { maxLength: 6 })
      .map((times) => times.sort((a, b) => a - b).map((time) => time * 5))
      .chain((times) =>
        fc.integer({ min: 1, max: 287 }).map((night): TimeSpan[] => {
          const found: TimeSpan[] = [];
          for (let index = 0; index + 1 < times.length; index += 2)
            found.push({ opens: times[index] ?? 0, closes: times[index + 1] ?? 0 });
          const last = times.length % 2 ? times.at(-1) : undefined;
          return last === undefined ? found : [...found, { opens: last, closes: last + night * 5 }];
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
          const { hours, told } = words(inOne ? entries.join(after) : entries);
          expect(told).to.deep.equal([]);
          if (entries.length) expect(dates.map((date) => hours && hoursOn(hours, date))).to.deep.equal(week);
        },
      ),
      { numRuns: 2000 },
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

  it('are those of a practice with a closure over the holidays', () => {
    const parsed = specification(partner.regular, partner.special);
    expect(parsed).to.deep.include({ told: [], unknown: [] });
    expect(door(parsed)).to.equal(`${on('Mo Tu We Th', '09:00-17:30')}, Fr 09:00-13:00`);
    expect(parsed.hours && upcomingSpecialDays(parsed.hours, '2026-11-23')).to.deep.equal([
      { from: '2026-12-24', to: '2027-01-01', spans: [] },
    ]);
    expect(
      parsed.hours && openingState(parsed.hours, 'America/Los_Angeles', new Date('2026-12-24T18:00:00Z')),
    ).to.deep.equal({ state: 'closed', next: new Date('2027-01-04T17:00:00Z') });
  });

  it('name days in every way that is in use', () => {
    for (const dayOfWeek of [
      'Monday',
      'Mo',
      'monday',
      'https://schema.org/Monday',
      'http://schema.org/Monday',
      ['Monday'],
    ])
      expect(door(specification({ dayOfWeek, opens: '09:00', closes: '17:00' }))).to.equal('Mo 09:00-17:00');
    expect(door(specification({ dayOfWeek: 'Mo-We', opens: '9:00', closes: '17:00:00' }))).to.equal(
      on('Mo Tu We', '09:00-17:00'),
    );
    expect(door(specification({ opens: '09:00', closes: '17:00' }))).to.equal(
      on('Mo Tu We Th Fr Sa Su', '09:00-17:00'),
    );
  });

  it('say closed, all day and past midnight', () => {
    const monday = (opens?: string, closes?: string): Parsed => specification({ dayOfWeek: 'Monday', opens, closes });
    for (const [opens, closes] of [[], ['00:00', '00:00'], ['00:00:00', '00:00'], ['', '']] as const) {
      const { hours, told } = monday(opens, closes);
      expect(told).to.deep.equal([]);
      expect(hours?.regular[0]).to.deep.include({ days: [1], spans: [] });
    }
    expect(door(monday('00:00', '23:59'))).to.equal('Mo 00:00-24:00');
    expect(door(monday('00:00', '24:00'))).to.equal('Mo 00:00-24:00');
    expect(door(monday('11:30:00', '00:00:00'))).to.equal('Mo 11:30-24:00');
    expect(door(monday('18:00', '03:00'))).to.equal('Mo 18:00-27:00');
    const week = specification([
      { opens: '09:00', closes: '17:00' },
      { dayOfWeek: 'Sunday', opens: '00:00', closes: '00:00' },
    ]);
    expect(door(week)).to.equal(on('Mo Tu We Th Fr Sa', '09:00-17:00'));
  });

  it('take the day of a date with a time', () => {
    const { hours, told } = specification(undefined, {
      validFrom: '2026-12-24T00:00:00-08:00',
      validThrough: '2027-01-01T23:59',
    });
    expect(told).to.deep.equal([]);
    expect(hours?.special[0]).to.deep.include({ validFrom: '2026-12-24', validThrough: '2027-01-01' });
  });

  it('take a closure in the regular list for special days', () => {
    const { hours, told } = specification([
      ...partner.regular,
      { opens: '00:00', closes: '00:00', validFrom: '2026-12-24', validThrough: '2027-01-01' },
    ]);
    expect(told).to.deep.equal([]);
    expect(hours && upcomingSpecialDays(hours, '2026-11-23')).to.have.length(1);
    expect(hours && weekTable(hours, '2026-12-24')).to.have.length(3);
  });

  it('tell of each value that cannot be read by its path, and leave its entry out', () => {
    const monday = { dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' };
    const dated = { validFrom: '2026-12-24', validThrough: '2027-01-01' };
    const regular: [entry: unknown, told: string][] = [
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
      const parsed = specification([partner.regular[1], entry], partner.special);
      expect(parsed.told, JSON.stringify(entry)).to.deep.equal([path('openingHoursSpecification', at)]);
      expect(parsed.hours?.complete, JSON.stringify(entry)).to.equal(false);
      expect(door(parsed), JSON.stringify(entry)).to.equal('Fr 09:00-13:00');
      expect(parsed.hours?.special).to.have.length(1);
    }
    for (const [entry, at] of special) {
      const parsed = specification(partner.regular, [partner.special[0], entry]);
      expect(parsed.told[0], JSON.stringify(entry)).to.equal(path('specialOpeningHoursSpecification', at));
      expect(parsed.hours?.complete, JSON.stringify(entry)).to.equal(false);
      expect(parsed.hours?.special).to.have.length(1);
    }
  });

  it('warn of keys that are not known', () => {
    expect(specification([{ dayOfWeek: 'Monday', open: '09:00' }]).unknown).to.deep.equal([
      'openingHoursSpecification[0].open',
    ]);
  });

  it('may be absent', () => {
    for (const nothing of [undefined, null, []])
      expect(specification(nothing, nothing)).to.deep.equal({ hours: undefined, told: [], unknown: [] });
  });
});

it('opening hours survive any value, and are complete only when nothing was reported (20,000 generated)', () => {
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
  const check = ({ hours, told }: Parsed): void => {
    expect(hours?.complete ?? true).to.equal(!told.length);
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
      check(words(regular));
      check(specification(regular, special));
    }),
    { numRuns: 10_000 },
  );
});
