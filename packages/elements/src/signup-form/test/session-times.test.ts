import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Localized } from '../../foundation/localization/strings.js';
import { en, type SignupFormStrings } from '../locales/en.js';
import { es } from '../locales/es.js';
import type { Session } from '../model/program.js';
import { sessionTimes, type SessionTimes } from '../model/session-times.js';
import { dated, weekly } from './program-fixtures.js';

const english: Localized<SignupFormStrings> = { ...en, $lang: 'en', $locale: 'en' };
const spanish: Localized<SignupFormStrings> = { ...es, $lang: 'es', $locale: 'es' };

/** The session of the fixtures, with other keys. */
const sessionWith = (keys: object = {}): Session => dated({ ...weekly, ...keys }).program!.sessions[0]!;

/** The times as a person reads them, with ordinary spaces. Browsers write `p.m.` and `p. m.`. */
function read(session: Session, zone: string, strings = english): SessionTimes {
  const times = sessionTimes(session, zone, strings)!;
  const plain = (text: string | undefined) => text?.replace(/\s/g, ' ').replace(/\. m\./g, '.m.');
  return { own: plain(times.own)!, visitor: plain(times.visitor), dates: plain(times.dates) };
}

describe('the times of a session', () => {
  it('are a weekday, the time with the zone in words, and the first and last date', () => {
    expect(read(sessionWith(), 'America/Los_Angeles')).to.deep.equal({
      own: 'Tuesdays, 6:30 to 8:00 PM Pacific time',
      visitor: undefined,
      dates: 'February 16 to April 6, 2027',
    });
    expect(read(sessionWith(), 'America/Los_Angeles', spanish)).to.deep.equal({
      own: 'Los martes, de 6:30 a 8:00 p.m., hora del Pacífico',
      visitor: undefined,
      dates: 'Del 16 de febrero al 6 de abril de 2027',
    });
  });

  it("are also in the visitor's zone if they differ there, with the day if that differs", () => {
    expect(read(sessionWith(), 'America/New_York').visitor).to.equal('9:30 to 11:00 PM (your time)');
    expect(read(sessionWith(), 'Pacific/Kiritimati').visitor).to.match(
      /^Wednesday, February 17, 2027, 4:30 to 6:00 PM/,
    );
    expect(read(sessionWith(), 'America/Tijuana').visitor).to.equal(undefined);
  });

  it('name the date if the clocks change on different days, so that the time would be wrong for other meetings', () => {
    expect(read(sessionWith(), 'UTC').visitor).to.equal('Wednesday, February 17, 2027, 2:30 to 4:00 AM (your time)');
  });

  it('name the date if the meetings are not weekly, or if there is only one', () => {
    const { courseSchedule } = weekly;
    const everyTwoWeeks = sessionWith({
      courseSchedule: { ...courseSchedule, repeatFrequency: 'P2W', repeatCount: 3 },
    });
    expect(read(everyTwoWeeks, 'America/Los_Angeles')).to.deep.equal({
      own: 'Tuesday, February 16, 2027, 6:30 to 8:00 PM Pacific time',
      visitor: undefined,
      dates: 'February 16 to March 16, 2027',
    });
    const once = sessionWith({ courseSchedule: undefined, endDate: undefined });
    expect(read(once, 'America/Los_Angeles')).to.deep.equal({
      own: 'Tuesday, February 16, 2027, 6:30 PM Pacific time',
      visitor: undefined,
      dates: undefined,
    });
  });

  it('name two times, and no second date, if midnight is between them where the visitor is', () => {
    const evening = sessionWith({
      startDate: '2027-02-02T18:30:00-05:00',
      endDate: undefined,
      courseSchedule: { ...weekly.courseSchedule, repeatCount: 1, scheduleTimezone: 'America/New_York' },
    });
    expect(read(evening, 'UTC').visitor).to.equal('11:30 PM to 1:00 AM (your time)');
    expect(read(evening, 'UTC', spanish).visitor).to.equal('En su hora local: de 11:30 p.m. a 1:00 a.m.');
    expect(read(evening, 'Asia/Tokyo').visitor).to.equal('Wednesday, February 3, 2027, 8:30 to 10:00 AM (your time)');
  });

  it('end at the time of the last date, even if that was written before the first', () => {
    const mistaken = sessionWith({
      startDate: '2027-02-16T18:30:00-08:00',
      endDate: '2026-02-16T20:00:00-08:00',
      courseSchedule: { scheduleTimezone: 'America/Los_Angeles' },
    });
    expect(mistaken.meetings.map(({ start, end }) => end - start)).to.deep.equal([5_400_000]);
  });

  it('are never a date of digits', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(zones, fc.boolean(), fc.nat({ max: 1439 }), (zone, isEnglish, minute) => {
        const startDate = new Date(Date.UTC(2027, 1, 2, 0, minute)).toISOString();
        const { own, visitor, dates } = read(
          sessionWith({ startDate, endDate: undefined }),
          zone,
          isEnglish ? english : spanish,
        );
        expect(`${own} ${visitor} ${dates}`).not.to.match(/\d[/.]\d/);
      }),
    );
  });

  it('are absent without dates', () => {
    expect(sessionTimes({ ...sessionWith(), meetings: [] }, 'UTC', english)).to.equal(undefined);
  });

  it('have a weekday only if every meeting is on it, at the same time', () => {
    const days = fc.integer({ min: 1, max: 21 });
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 12 }), (days, repeatCount) => {
        const courseSchedule = { ...weekly.courseSchedule, repeatFrequency: `P${days}D`, repeatCount };
        const { own } = read(sessionWith({ courseSchedule }), 'America/Los_Angeles');
        expect(own.startsWith('Tuesdays, ')).to.equal(days === 7);
      }),
    );
  });
});
