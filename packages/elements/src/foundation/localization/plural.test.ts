import { expect } from '@open-wc/testing';
import { plural } from './plural.js';

const days = (count: number): string =>
  plural('uk', count, { one: `${count} день`, few: `${count} дні`, many: `${count} днів`, other: `${count} дня` });

describe('plural', () => {
  it('gives the form of the count', () => {
    expect([1, 2, 5, 11, 21, 22].map(days)).to.deep.equal([
      '1 день',
      '2 дні',
      '5 днів',
      '11 днів',
      '21 день',
      '22 дні',
    ]);
  });

  it('gives the form for other counts where there is none for this one', () => {
    expect(plural('ar', 2, { one: 'a', other: 'b' })).to.equal('b');
  });
});
