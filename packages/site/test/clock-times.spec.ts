import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/runs.js';
import { clockTimes } from '../src/embed-builder/questions/clock-times.js';

for (const [written, expected] of [
  ['9-12 1-5', '09:00-12:00 13:00-17:00'],
  ['9:00-12:00 1:00-5:00', '09:00-12:00 13:00-17:00'],
  ['9:00 – 12:00, 13:00 – 17:30', '09:00-12:00 13:00-17:30'],
  ['9am-5pm', '09:00-17:00'],
  ['9 a.m. to 12 p.m. and 1:30 PM to 5 PM', '09:00-12:00 13:30-17:00'],
  ['8.30-12.15', '08:30-12:15'],
  ['de 9-5', 'de 9-5'],
  ['9 a 12 y 1 a 5', '09:00-12:00 13:00-17:00'],
  ['1-5', '13:00-17:00'],
  ['6-8pm', '18:00-20:00'],
  ['9-5pm', '09:00-17:00'],
  ['12-5pm', '12:00-17:00'],
  ['5-8am', '05:00-08:00'],
  ['9-12 & 1-5', '09:00-12:00 13:00-17:00'],
  ['9-24:30', '9-24:30'],
  ['12am-6am', '00:00-06:00'],
  // With a zero, or after noon, it is a 24-hour clock: a night.
  ['22:00-06:00', '22:00-06:00'],
  ['01:00-05:00', '01:00-05:00'],
  ['17:00-09:00', '17:00-09:00'],
  ['00:00-24:00', '00:00-24:00'],
  ['0900-1700', '09:00-17:00'],
  ['900-1230, 1300-1730', '09:00-12:30 13:00-17:30'],
  ['9h30-17h', '09:30-17:00'],
  ['9:00 h a 17:00 h', '09:00-17:00'],
  ['9 hrs to 17 hrs', '09:00-17:00'],
  ['24 hours', '00:00-24:00'],
  ['24/7', '00:00-24:00'],
  ['24 h', '00:00-24:00'],
  ['All day', '00:00-24:00'],
  ['24 horas', '00:00-24:00'],
  ['todo el día', '00:00-24:00'],
  ['240 hours', '240 hours'],
  ['09001-1700', '09001-1700'],
  ['9-noon', '09:00-12:00'],
  ['9am to noon, 1 to 5', '09:00-12:00 13:00-17:00'],
  ['12 noon - 5', '12:00-17:00'],
  ['noon-midnight', '12:00-00:00'],
  ['9 al mediodía y 1 a 5', '09:00-12:00 13:00-17:00'],
  ['afternoon', 'afternoon'],
  ['', ''],
  ['25-26', '25-26'],
  ['9:75-10', '9:75-10'],
  ['9-', '9-'],
  ['9', '9'],
  ['9-12 closed', '9-12 closed'],
  ['by appointment', 'by appointment'],
] as const)
  test(`"${written}" is ${expected}`, () => {
    expect(clockTimes(written)).toBe(expected);
  });

const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => [minutes / 60, minutes % 60].map((part) => `${Math.floor(part)}`.padStart(2, '0')).join(':'));

test('times on a 24-hour clock stay, and no text throws', () => {
  const span = fc.tuple(clock, clock).map(([from, to]) => `${from}-${to}`);
  // Ten to twelve may be of the morning and of the evening, if they go back in time.
  const isSure = (text: string): boolean => !/(?:^|[ -])1[012]:/.test(text);
  fc.assert(
    fc.property(
      fc
        .array(span, { minLength: 1, maxLength: 3 })
        .map((spans) => spans.join(' '))
        .filter(isSure),
      (text) => expect(clockTimes(text)).toBe(text),
    ),
    { numRuns: runs(1000) },
  );
  fc.assert(fc.property(fc.string(), (text) => typeof clockTimes(text) === 'string'));
});
