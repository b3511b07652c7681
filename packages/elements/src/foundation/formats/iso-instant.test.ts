import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isoInstant } from './iso-instant.js';

describe('the ISO 8601 text of an instant', () => {
  it('is what toISOString writes for the years 0 to 9999', () => {
    const dates = fc.date({
      min: new Date('0000-01-01T00:00Z'),
      max: new Date('9999-12-31T23:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(isoInstant(date)).to.equal(date.toISOString());
        expect(isoInstant(+date)).to.equal(date.toISOString());
      }),
    );
  });
});
