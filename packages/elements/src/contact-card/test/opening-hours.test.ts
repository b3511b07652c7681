import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  hoursOn,
  openingState,
  sameClock,
  upcomingSpecialDays,
  weekTable,
  zonedDate,
  type HoursRule,
  type OpeningHours,
  type TimeSpan,
} from '../model/opening-hours.js';

const hour = 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const span = (opens: number, closes: number): TimeSpan => ({ opens: opens * hour, closes: closes * hour });
const rule = (days: readonly number[], ...spans: TimeSpan[]): HoursRule => ({ days, spans });
const week = (...regular: HoursRule[]): OpeningHours => ({ regular, special: [], complete: true });
const closedDays = (validFrom: string, validThrough = validFrom): HoursRule => ({
  days: everyDay,
  spans: [],
  validFrom,
  validThrough,
});

const portland = 'America/Los_Angeles';
/** A practice that is open Monday to Thursday 9:00 to 17:30 and Friday 9:00 to 13:00, and closed over the holidays. */
const practice: OpeningHours = {
  ...week(rule([1, 2, 3, 4], span(9, 17.5)), rule([5], span(9, 13))),
  special: [closedDays('2026-12-24', '2027-01-01')],
};

/** The state at a local time: `open until 2026-11-23T17:30`. */
function stateAt(hours: OpeningHours, local: string, timeZone = portland): string {
  const at = (date: Date | undefined): string =>
    date
      ? Temporal.Instant.fromEpochMilliseconds(+date)
          .toZonedDateTimeISO(timeZone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' })
      : 'no known time';
  const now = new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);
  const state = openingState(hours, timeZone, now);
  if (state.state === 'unknown') return 'unknown';
  return state.state === 'open' ? `open until ${at(state.until)}` : `closed until ${at(state.next)}`;
}

describe('opening hours', () => {
  describe('state', () => {
    it('is open until the end of the day, and closed until the next one', () => {
      expect(stateAt(practice, '2026-11-23T08:59:59')).to.equal('closed until 2026-11-23T09:00');
      expect(stateAt(practice, '2026-11-23T09:00')).to.equal('open until 2026-11-23T17:30');
      expect(stateAt(practice, '2026-11-23T17:29:59')).to.equal('open until 2026-11-23T17:30');
      expect(stateAt(practice, '2026-11-23T17:30')).to.equal('closed until 2026-11-24T09:00');
      expect(stateAt(practice, '2026-11-27T13:00')).to.equal('closed until 2026-11-30T09:00');
    });

    it('is closed on special days, until the next regular day', () => {
      expect(stateAt(practice, '2026-12-23T17:30')).to.equal('closed until 2027-01-04T09:00');
      expect(stateAt(practice, '2026-12-24T10:00')).to.equal('closed until 2027-01-04T09:00');
      expect(stateAt(practice, '2027-01-01T10:00')).to.equal('closed until 2027-01-04T09:00');
      const summer = { ...practice, special: [closedDays('2027-06-01', '2027-08-31')] };
      expect(stateAt(summer, '2027-06-01T10:00')).to.equal('closed until 2027-09-01T09:00');
    });

    it('may be open on special days, which replace the regular hours', () => {
      const saturday = { days: everyDay, spans: [span(10, 12)], validFrom: '2026-12-05', validThrough: '2026-12-05' };
      expect(stateAt({ ...practice, special: [saturday] }, '2026-12-05T09:00')).to.equal(
        'closed until 2026-12-05T10:00',
      );
      const friday = { ...saturday, validFrom: '2026-12-04', validThrough: '2026-12-04' };
      expect(stateAt({ ...practice, special: [friday] }, '2026-12-04T12:00')).to.equal('closed until 2026-12-07T09:00');
    });

    it('has breaks', () => {
      const hours = week(rule([1], span(9, 12), span(13, 17)));
      expect(stateAt(hours, '2026-11-23T11:00')).to.equal('open until 2026-11-23T12:00');
      expect(stateAt(hours, '2026-11-23T12:00')).to.equal('closed until 2026-11-23T13:00');
    });

    it('may be open past midnight, also into a special day: the span belongs to the day before', () => {
      const hours = { ...week(rule([5], span(20, 26))), special: [closedDays('2026-11-28')] };
      expect(stateAt(hours, '2026-11-27T23:00')).to.equal('open until 2026-11-28T02:00');
      expect(stateAt(hours, '2026-11-28T01:59')).to.equal('open until 2026-11-28T02:00');
      expect(stateAt(hours, '2026-11-28T02:00')).to.equal('closed until 2026-12-04T20:00');
    });

    it('joins spans that touch or overlap, also across midnight', () => {
      const hours = week(rule([1], span(9, 12), span(12, 17), span(16, 24)), rule([2], span(0, 3), span(2, 5)));
      expect(stateAt(hours, '2026-11-23T10:00')).to.equal('open until 2026-11-24T05:00');
      const night = week(rule([1], span(22, 29)), rule([2], span(4, 8)));
      expect(stateAt(night, '2026-11-23T23:00')).to.equal('open until 2026-11-24T08:00');
    });

    it('has no end when the practice never closes, and no start when it never opens', () => {
      expect(stateAt(week(rule(everyDay, span(0, 24))), '2026-11-23T10:00')).to.equal('open until no known time');
      const long = { ...week(rule(everyDay, span(0, 24))), special: [closedDays('2026-11-26')] };
      expect(stateAt(long, '2026-11-23T10:00')).to.equal('open until 2026-11-26T00:00');
      expect(stateAt(week(rule(everyDay)), '2026-11-23T10:00')).to.equal('closed until no known time');
    });

    it('is unknown without a zone, and when the hours are incomplete', () => {
      const now = new Date('2026-11-23T18:00:00Z');
      expect(openingState(practice, undefined, now)).to.deep.equal({ state: 'unknown' });
      expect(openingState({ ...practice, complete: false }, portland, now)).to.deep.equal({ state: 'unknown' });
      expect(stateAt(week(), '2026-11-23T10:00')).to.equal('unknown');
      expect(stateAt({ ...week(), special: practice.special }, '2026-11-23T10:00')).to.equal('unknown');
      expect(stateAt({ ...week(), special: practice.special }, '2026-12-24T10:00')).to.equal(
        'closed until no known time',
      );
    });

    it('is unknown when the regular week has expired or is not valid yet', () => {
      const lastYear = week({ ...rule(everyDay, span(9, 17)), validFrom: '2025-01-01', validThrough: '2025-12-31' });
      expect(stateAt(lastYear, '2025-12-31T10:00')).to.equal('open until 2025-12-31T17:00');
      expect(stateAt(lastYear, '2025-12-31T18:00')).to.equal('closed until no known time');
      expect(stateAt(lastYear, '2026-01-01T10:00')).to.equal('unknown');
      expect(stateAt(lastYear, '2024-12-31T10:00')).to.equal('unknown');
    });

    it('uses the hours of the season', () => {
      const seasons = week(rule([1, 2, 3], span(9, 17)), {
        ...rule([1, 2], span(8, 12)),
        validFrom: '2026-06-01',
        validThrough: '2026-08-31',
      });
      expect(stateAt(seasons, '2026-05-25T07:00')).to.equal('closed until 2026-05-25T09:00');
      expect(stateAt(seasons, '2026-06-01T07:00')).to.equal('closed until 2026-06-01T08:00');
      expect(stateAt(seasons, '2026-06-01T13:00')).to.equal('closed until 2026-06-02T08:00');
      expect(stateAt(seasons, '2026-06-03T10:00')).to.equal('open until 2026-06-03T17:00');
    });

    it('is closed when a day is both closed and open', () => {
      expect(stateAt(week(rule(everyDay, span(9, 17)), rule([1])), '2026-11-23T10:00')).to.equal(
        'closed until 2026-11-24T09:00',
      );
    });

    it("uses the practice's time zone, not the visitor's", () => {
      // Monday morning in Auckland is Sunday elsewhere.
      const monday = week(rule([1], span(9, 17)));
      const now = new Date('2026-11-22T21:00:00Z');
      expect(openingState(monday, 'Pacific/Auckland', now)).to.deep.equal({
        state: 'open',
        until: new Date('2026-11-23T04:00:00Z'),
      });
      expect(openingState(monday, 'America/New_York', now)).to.deep.equal({
        state: 'closed',
        next: new Date('2026-11-23T14:00:00Z'),
      });
      expect(zonedDate('Pacific/Auckland', now)).to.equal('2026-11-23');
      expect(zonedDate('America/New_York', now)).to.equal('2026-11-22');
      expect(zonedDate('UTC', now)).to.equal('2026-11-22');
    });
  });

  describe('when daylight-saving time begins or ends', () => {
    it('ends at the local time: an hour earlier in spring, an hour later in autumn', () => {
      const night = week(rule(everyDay, span(0, 4)));
      const state = (now: string) => openingState(night, 'America/New_York', new Date(now));
      expect(state('2027-03-14T05:00:00Z')).to.deep.equal({ state: 'open', until: new Date('2027-03-14T08:00:00Z') });
      expect(state('2026-11-01T04:00:00Z')).to.deep.equal({ state: 'open', until: new Date('2026-11-01T09:00:00Z') });
    });

    it('begins later by the length of the skipped hour, and at the first of two equal times', () => {
      const early = week(rule(everyDay, span(2.5, 4)));
      const state = (now: string) => openingState(early, 'America/New_York', new Date(now));
      expect(state('2027-03-14T06:00:00Z')).to.deep.equal({ state: 'closed', next: new Date('2027-03-14T07:30:00Z') });
      const twice = week(rule(everyDay, span(1.5, 1.75)));
      const autumn = (now: string) => openingState(twice, 'America/New_York', new Date(now));
      expect(autumn('2026-11-01T05:00:00Z')).to.deep.equal({ state: 'closed', next: new Date('2026-11-01T05:30:00Z') });
      expect(autumn('2026-11-01T06:30:00Z')).to.deep.equal({ state: 'closed', next: new Date('2026-11-02T06:30:00Z') });
    });

    it('ignores spans within the skipped hour', () => {
      // 2:15 becomes 3:15, which is after 3:00 on that day.
      const sundays = (...spans: TimeSpan[]) =>
        openingState(week(rule([7], ...spans)), 'America/New_York', new Date('2027-03-14T06:00:00Z'));
      expect(sundays(span(2.25, 3))).to.deep.equal({ state: 'closed', next: new Date('2027-03-21T06:15:00Z') });
      expect(sundays(span(2.25, 2.75), span(3, 3.5))).to.deep.equal({
        state: 'closed',
        next: new Date('2027-03-14T07:00:00Z'),
      });
    });

    /** Zones whose clocks change by an hour, by half an hour, around Ramadan, at midnight, in the southern hemisphere, or never. */
    const zones = [
      'America/New_York',
      'America/Los_Angeles',
      'America/St_Johns',
      'America/Santiago',
      'Europe/Berlin',
      'Africa/Cairo',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
      'Pacific/Chatham',
      'Asia/Beirut',
      'Asia/Kathmandu',
    ];

    const span15 = fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
      .map(([opens, length]): TimeSpan => ({ opens: opens * 15, closes: (opens + length) * 15 }));
    const spans = fc.array(span15, { maxLength: 3 });

    for (const timeZone of zones)
      it(`agrees with a minute-by-minute scan of the calendar in ${timeZone}`, () => {
        const changes = clockChanges(timeZone);
        const moment = fc
          .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * 86_400, max: 2 * 86_400 }))
          .map(([change, seconds]) => change + seconds * 1000);
        fc.assert(
          fc.property(
            fc.array(spans, { minLength: 7, maxLength: 7 }),
            fc.dictionary(fc.constantFrom('-1', '0', '1', '2', '9'), spans),
            moment,
            (days, others, now) => {
              const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
              const special = new Map(
                Object.entries(others).map(([after, spans]) => [`${today.add({ days: +after })}`, spans]),
              );
              const plan = (date: Temporal.PlainDate): readonly TimeSpan[] =>
                special.get(`${date}`) ?? days[date.dayOfWeek - 1] ?? [];
              const hours: OpeningHours = {
                regular: days.map((spans, index) => rule([index + 1], ...spans)),
                special: [...special].map(([date, spans]) => ({ ...closedDays(date), spans })),
                complete: true,
              };
              expect(zonedDate(timeZone, new Date(now))).to.equal(`${today}`);
              const state = openingState(hours, timeZone, new Date(now));
              const expected = scanMinutes(plan, timeZone, now);
              expect(state.state).to.equal(expected.open ? 'open' : 'closed');
              const change = state.state === 'open' ? state.until : state.state === 'closed' ? state.next : undefined;
              // A change more than a week ahead may be absent.
              if (expected.change || !expected.open) expect(change && +change).to.equal(expected.change);
              else expect(change).to.equal(undefined);
            },
          ),
          { numRuns: 60 },
        );
      });
  });

  describe('table', () => {
    it('joins days with the same hours in one row', () => {
      expect(weekTable(practice, '2026-11-23')).to.deep.equal([
        { from: 1, to: 4, spans: [span(9, 17.5)] },
        { from: 5, to: 5, spans: [span(9, 13)] },
        { from: 6, to: 7, spans: [] },
      ]);
    });

    it('has the regular week on special days, and the week of a season during the season', () => {
      const seasons = {
        ...practice,
        regular: [
          ...practice.regular,
          { ...rule(everyDay, span(8, 10)), validFrom: '2027-06-01', validThrough: '2027-08-31' },
        ],
      };
      expect(weekTable(seasons, '2026-12-24')).to.deep.equal(weekTable(practice, '2026-11-23'));
      expect(weekTable(seasons, '2027-06-01')).to.deep.equal([{ from: 1, to: 7, spans: [span(8, 10)] }]);
    });

    it('leaves out days that may be open when the hours are incomplete', () => {
      expect(weekTable({ ...practice, complete: false }, '2026-11-23')).to.deep.equal([
        { from: 1, to: 4, spans: [span(9, 17.5)] },
        { from: 5, to: 5, spans: [span(9, 13)] },
      ]);
      const lastYear = week({ ...rule(everyDay, span(9, 17)), validThrough: '2025-12-31' });
      expect(weekTable(lastYear, '2026-01-01')).to.deep.equal([]);
      expect(weekTable(week(), '2026-01-01')).to.deep.equal([]);
    });

    it('lists upcoming special days', () => {
      const closure = { from: '2026-12-24', to: '2027-01-01', spans: [] };
      expect(upcomingSpecialDays(practice, '2026-11-23')).to.deep.equal([closure]);
      expect(upcomingSpecialDays(practice, '2026-12-24')).to.deep.equal([closure]);
      expect(upcomingSpecialDays(practice, '2026-12-31')).to.deep.equal([{ ...closure, from: '2026-12-31' }]);
      expect(upcomingSpecialDays(practice, '2027-01-02')).to.deep.equal([]);
      expect(upcomingSpecialDays(practice, '2026-09-25')).to.deep.equal([closure]);
      expect(upcomingSpecialDays(practice, '2026-09-24')).to.deep.equal([]);
      expect(upcomingSpecialDays(practice, '2026-11-23', 30)).to.deep.equal([]);
    });

    it('lists special days in order, and joins neighboring days with the same hours', () => {
      const special = [
        { ...closedDays('2026-12-26', '2026-12-27') },
        { ...closedDays('2026-12-24'), spans: [span(9, 12)] },
        closedDays('2026-12-25'),
        { ...closedDays('2026-12-01', '2026-12-31'), days: [2], spans: [span(9, 10)] },
      ];
      expect(upcomingSpecialDays({ ...practice, special }, '2026-12-16')).to.deep.equal([
        { from: '2026-12-22', to: '2026-12-22', spans: [span(9, 10)] },
        { from: '2026-12-24', to: '2026-12-24', spans: [span(9, 12)] },
        { from: '2026-12-25', to: '2026-12-27', spans: [] },
        { from: '2026-12-29', to: '2026-12-29', spans: [span(9, 10)] },
      ]);
    });

    it('joins the spans of a day where they touch', () => {
      const hours = week(rule([1], span(13, 17), span(9, 12)), rule([1], span(11, 13), span(20, 26)));
      expect(hoursOn(hours, '2026-11-23')).to.deep.equal([span(9, 17), span(20, 26)]);
      expect(hoursOn(hours, '2026-11-24')).to.deep.equal([]);
      expect(hoursOn(practice, '2026-12-24')).to.deep.equal([]);
    });
  });

  it('compares the clocks of two zones', () => {
    const now = new Date('2026-11-23T18:00:00Z');
    expect(sameClock('America/New_York', 'America/Toronto', now)).to.equal(true);
    expect(sameClock('America/New_York', 'America/Los_Angeles', now)).to.equal(false);
    expect(sameClock('Asia/Kolkata', 'Asia/Kathmandu', now)).to.equal(false);
    // Phoenix has no daylight-saving time: the same as Denver in winter, but not a week before it begins.
    expect(sameClock('America/Phoenix', 'America/Denver', now)).to.equal(true);
    expect(sameClock('America/Phoenix', 'America/Denver', new Date('2027-03-10T18:00:00Z'))).to.equal(false);
    expect(sameClock('America/New_York', 'Etc/Unknown', now)).to.equal(false);
  });
});

/** The instants at which a zone's clock changes in three years; other instants if it never does. */
function clockChanges(timeZone: string): number[] {
  const changes: number[] = [];
  let from = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${timeZone}]`);
  while (from.year < 2029) {
    const next = from.getTimeZoneTransition('next');
    from = next && next.year < 2029 ? next : from.add({ months: 5 });
    changes.push(from.epochMilliseconds);
  }
  return changes;
}

/** Whether the practice is open at an instant and when that changes, found minute by minute. */
function scanMinutes(
  plan: (date: Temporal.PlainDate) => readonly TimeSpan[],
  timeZone: string,
  now: number,
): { open: boolean; change?: number } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (date: Temporal.PlainDate, minutes: number): number =>
    date.toPlainDateTime('00:00').add({ minutes }).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      .epochMilliseconds;
  const times: [from: number, to: number][] = [];
  for (let after = -2; after < 19; after++) {
    const date = today.add({ days: after });
    // Spans are joined in local time, in steps of a quarter of an hour.
    let opens: number | undefined;
    for (let quarter = 0; quarter <= 2 * 96 + 1; quarter++) {
      const covered = plan(date).some((span) => span.opens <= quarter * 15 && quarter * 15 < span.closes);
      if (covered) opens ??= quarter * 15;
      else if (opens !== undefined) {
        times.push([at(date, opens), at(date, quarter * 15)]);
        opens = undefined;
      }
    }
  }
  const isOpen = (time: number): boolean => times.some(([from, to]) => from <= time && time < to);
  const open = isOpen(now);
  for (let time = Math.floor(now / 60_000 + 1) * 60_000; time <= now + (open ? 8 : 17) * 86_400_000; time += 60_000)
    if (isOpen(time) !== open) return { open, change: time };
  return { open };
}
