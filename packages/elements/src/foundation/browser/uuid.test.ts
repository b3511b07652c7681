import { expect } from '@open-wc/testing';
import { uuid } from './uuid.js';

describe('uuid', () => {
  it('returns unique version 4 UUIDs (RFC 9562) with every digit in every place', () => {
    const ids = Array.from({ length: 2000 }, uuid);
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).to.equal(ids.length);
    for (let place = 0; place < 36; place++)
      // The chance that a digit is missing is less than 10^-50 for each place.
      expect(new Set(ids.map((id) => id[place])).size, `place ${place}`).to.equal(
        { x: 16, v: 4 }['xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'[place] ?? ''] ?? 1,
      );
  });
});
