import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { textOf, weekOf } from '../src/embed-builder/questions/week.js';

const times = fc.constantFrom('', '09:00-17:30', '09:00-12:00 13:00-17:00', '9-5', 'closed');

test('any week is read back from its text', () => {
  fc.assert(
    fc.property(fc.array(times, { minLength: 7, maxLength: 7 }), (week) => {
      expect(weekOf(textOf(week))).toEqual(week);
    }),
  );
});

test('a text that is written in another way is no week, and nothing throws', () => {
  for (const text of ['09:00-17:00', 'Fr-Mo 10:00-12:00', 'Mo 09:00-12:00, Mo 13:00-17:00', 'Monday 9-5', 'Mo'])
    expect(weekOf(text)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => [undefined, 7].includes(weekOf(text)?.length)));
});
