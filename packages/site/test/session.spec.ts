import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/runs.js';
import { meetingsOf, withMeetings, type Meetings } from '../src/embed-builder/questions/session.js';

const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const clock = fc
  .integer({ min: 0, max: 24 * 12 - 1 })
  .map((five) => `${`${Math.floor(five / 12)}`.padStart(2, '0')}:${`${(five % 12) * 5}`.padStart(2, '0')}`);
const orEmpty = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), text);

const meetings: fc.Arbitrary<Meetings> = fc.record({
  date: orEmpty(date),
  from: orEmpty(clock),
  to: orEmpty(clock),
  zone: fc.constantFrom('', 'America/New_York', 'America/Los_Angeles', 'Asia/Kolkata', 'UTC', 'Asheville'),
  every: fc.constantFrom('', 'P1W', 'P2W'),
  count: fc.constantFrom('', '1', '8', '12', 'many'),
});

test('any meetings are read back from a session, at every step of writing them', () => {
  fc.assert(
    fc.property(meetings, (each) => {
      const known = { ...each, count: each.every && each.count };
      expect(meetingsOf(withMeetings({ name: 'Evenings' }, each))).toEqual(known);
    }),
    { numRuns: runs(2000) },
  );
});

test('what else a session says stays', () => {
  const session = { '@id': '#evenings', name: 'Evenings', courseSchedule: { '@type': 'Schedule' } };
  const written = withMeetings(session, {
    date: '2027-02-16',
    from: '18:30',
    to: '20:00',
    zone: 'America/Los_Angeles',
    every: 'P1W',
    count: '8',
  });
  expect(written).toEqual({
    '@id': '#evenings',
    name: 'Evenings',
    startDate: '2027-02-16T18:30-08:00',
    endDate: '2027-04-06T20:00-07:00',
    courseSchedule: {
      '@type': 'Schedule',
      repeatFrequency: 'P1W',
      repeatCount: '8',
      byDay: 'https://schema.org/Tuesday',
      startTime: '18:30',
      endTime: '20:00',
      scheduleTimezone: 'America/Los_Angeles',
    },
  });
});

test('a session that is written in another way is none, and nothing is lost', () => {
  const start = { startDate: '2027-02-16T18:30:00-08:00' };
  const zone = { scheduleTimezone: 'America/Los_Angeles' };
  for (const session of [
    start,
    { startDate: '2027-02-16T18:30-08:00', courseSchedule: { scheduleTimezone: 'America/New_York' } },
    { ...start, courseSchedule: { ...zone, byDay: ['Tuesday', 'Thursday'] } },
    { ...start, courseSchedule: { ...zone, repeatFrequency: 'P1D' } },
    { ...start, courseSchedule: { ...zone, exceptDate: '2027-03-02' } },
    { ...start, endDate: '2027-12-24T20:00-08:00', courseSchedule: { ...zone, endTime: '20:00' } },
    { startDate: 'in spring' },
    { courseSchedule: 'Tuesdays' },
  ])
    expect(meetingsOf(session), JSON.stringify(session)).toBeUndefined();
  // Seconds and a number in place of a text say the same.
  const schedule = { ...zone, repeatFrequency: 'P1W', repeatCount: 8, startTime: '18:30:00', endTime: '20:00' };
  expect(meetingsOf({ ...start, courseSchedule: schedule })).toMatchObject({ from: '18:30', count: '8' });
  fc.assert(fc.property(fc.object(), (session) => void meetingsOf(session)));
});
