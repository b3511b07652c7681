import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { parseRetryAfter } from './post.js';

const day = 86_400_000;
const httpDate = (seconds: number): string => new Date(seconds * 1000).toUTCString();

describe('Retry-After', () => {
  it('is a number of seconds', () => {
    expect(parseRetryAfter('120', null, 0)).to.equal(120_000);
    expect(parseRetryAfter('0', null, 0)).to.equal(0);
  });

  it('is a date on the clock of the server, whatever the clock of this device shows', () => {
    const seconds = fc.integer({ min: 1, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 86_400 }), seconds, (sent, delay, now) => {
        expect(parseRetryAfter(httpDate(sent + delay), httpDate(sent), now * 1000)).to.equal(delay * 1000);
      }),
    );
  });

  it('is measured by the clock of this device if the date of the response cannot be read', () => {
    expect(parseRetryAfter(httpDate(1060), null, 1_000_000)).to.equal(60_000);
    expect(parseRetryAfter(httpDate(1060), 'soon', 1_000_000)).to.equal(60_000);
  });

  it('is at most 24 hours, and absent if it is in the past or unreadable', () => {
    expect(parseRetryAfter('9'.repeat(400), null, 0)).to.equal(day);
    expect(parseRetryAfter('Fri, 31 Dec 9999 23:59:59 GMT', httpDate(0), 0)).to.equal(day);
    for (const value of [null, '', 'soon', '-5', httpDate(1)])
      expect(parseRetryAfter(value, httpDate(2), 0)).to.equal(undefined);
    const header = fc.option(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        fc.nat().map(String),
      ),
    );
    fc.assert(
      fc.property(header, header, fc.nat(), (value, date, now) => {
        const delay = parseRetryAfter(value, date, now);
        if (delay !== undefined) expect(delay).to.be.within(0, day);
      }),
      { numRuns: runs(2000) },
    );
  });
});
