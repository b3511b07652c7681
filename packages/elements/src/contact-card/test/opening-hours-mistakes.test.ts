import { expect } from '@open-wc/testing';
import { hoursOn } from '../model/opening-hours.js';
import { parseOpeningHoursText } from '../model/opening-hours-parser.js';

// November 23 to 29, 2026, is a week from Monday to Sunday.
const dates = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

describe('opening hours with a part that cannot be read', () => {
  it('keep those of other days, and name the part', () => {
    const examples: [written: unknown, open: string, part: string][] = [
      ['Mo-Th 09:00-17:30, Fr by appointment', 'Mo Tu We Th', 'Fr by appointment'],
      ['Mo-Fr 09:00-17:00, Fr by appointment', 'Mo Tu We Th', 'Fr by appointment'],
      [['Mo-Fr 09:00-17:00', 'We, Fr 9am-1pm'], 'Mo Tu Th', 'We, Fr 9am-1pm'],
      ['Mo 9-17, Tu 09:00-12:00', 'Tu', 'Mo 9-17'],
      ['MO – TH 99:00–17:30, FR 09:00-13:00', 'Fr', 'MO – TH 99:00–17:30'],
      // It may be about all of them.
      ['Mo-Fr 09:00-17:00, except We', '', 'except We'],
    ];
    for (const [written, open, part] of examples) {
      const reported: string[] = [];
      const hours = parseOpeningHoursText(written, 'openingHours', {
        report: (_, expected) => reported.push(expected),
        warn: () => undefined,
      })!;
      const openDays = days.filter((_, index) => hoursOn(hours, dates[index]!).length);
      expect(openDays.join(' '), JSON.stringify(written)).to.equal(open);
      expect(reported).to.deep.equal([`hours such as Mo-Th 09:00-17:30, found ${part}`]);
      // Whether it is open now, and whether other days are closed, is unknown.
      expect(hours.complete).to.equal(false);
    }
  });
});
