import { expect } from '@open-wc/testing';
import { uuid } from './uuid.js';

describe('uuid', () => {
  it('is a unique version 4 UUID (RFC 9562) with every digit in every position', () => {
    const uuids = Array.from({ length: 2000 }, uuid);
    for (const value of uuids)
      expect(value).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(uuids).size).to.equal(uuids.length);
    for (let position = 0; position < 36; position++)
      // The chance that a digit is missing from a position is less than 1 in 10^50.
      expect(new Set(uuids.map((value) => value[position])).size, `position ${position}`).to.equal(
        { x: 16, v: 4 }['xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'[position] ?? ''] ?? 1,
      );
  });
});
