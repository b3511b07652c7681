import { expect } from '@open-wc/testing';
import { uuid } from './uuid.js';

describe('uuid', () => {
  it('is a unique version 4 UUID (RFC 9562) with every digit in every place', () => {
    const made = Array.from({ length: 2000 }, uuid);
    for (const id of made) expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).to.equal(made.length);
    for (let place = 0; place < 36; place++)
      // Missing one by chance: less than once in 10^50 places.
      expect(new Set(made.map((id) => id[place])).size, `place ${place}`).to.equal(
        { x: 16, v: 4 }['xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'[place] ?? ''] ?? 1,
      );
  });
});
