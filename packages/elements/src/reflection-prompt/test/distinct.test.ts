import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { distinct } from '../model/distinct.js';

describe('distinct labels', () => {
  it('have a number from the second one on', () => {
    expect(distinct(['May 1', 'May 2', 'May 1', 'May 1'])).to.deep.equal(['May 1', 'May 2', 'May 1 (2)', 'May 1 (3)']);
  });

  it('are as many as before, each different, and begin with their label', () => {
    const dates = fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e8) })
      .map((date) => date.toDateString());
    fc.assert(
      fc.property(fc.array(dates), (labels) => {
        const result = distinct(labels);
        expect(result.map((label, index) => label.startsWith(labels[index]!))).to.deep.equal(labels.map(() => true));
        expect(new Set(result).size).to.equal(labels.length);
      }),
    );
  });
});
