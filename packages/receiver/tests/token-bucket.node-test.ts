import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clientKey, tokenBucket } from '@havenkit/receiver';

describe('the rate limit in memory', () => {
  it('counts the IPv6 network of a household as one client', () => {
    assert.equal(clientKey('2001:db8:0:12::1'), clientKey('2001:0db8:0000:0012:ffff:1:2:3'));
    assert.notEqual(clientKey('2001:db8:0:12::1'), clientKey('2001:db8:0:13::1'));
    assert.equal(clientKey('::1'), '0:0:0:0');
    assert.equal(clientKey('::ffff:192.0.2.7'), '192.0.2.7');
    assert.equal(clientKey('192.0.2.7'), '192.0.2.7');
    assert.equal(clientKey('fe80::1%eth0'), 'fe80:0:0:0');
  });

  it('ignores the port that some proxies add to an address', () => {
    assert.equal(clientKey('192.0.2.7:50122'), '192.0.2.7');
    assert.equal(clientKey('::ffff:192.0.2.7'), clientKey('[::ffff:192.0.2.7]:50122'));
    assert.equal(clientKey('[2001:db8:0:12::1]:50122'), clientKey('2001:db8:0:12::1'));
    assert.equal(clientKey('[2001:db8:0:12::1]'), clientKey('2001:db8:0:12::1'));
  });

  it('never exceeds its burst plus the tokens since then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }),
        (burst, perMinute, gaps) => {
          const take = tokenBucket({ burst, perMinute });
          let now = 0;
          let passed = 0;
          for (const gap of gaps) {
            now += gap;
            const wait = take('client', now);
            assert.ok(Number.isInteger(wait) && wait >= 0);
            if (wait === 0) passed++;
            assert.ok(passed <= burst + (now * perMinute) / 60_000 + 1e-6);
          }
        },
      ),
    );
  });

  it('accepts a client after the wait that it announced', () => {
    const take = tokenBucket({ burst: 1, perMinute: 7 });
    assert.equal(take('a', 0), 0);
    const wait = take('a', 100);
    assert.equal(take('a', 100 + wait * 1000), 0);
  });

  it('forgets the oldest client beyond a maximum', () => {
    const take = tokenBucket({ burst: 1, perMinute: 1 });
    take('first', 0);
    assert.notEqual(take('first', 1), 0);
    for (let number = 0; number < 10_000; number++) take(`${number}`, 2);
    assert.equal(take('first', 3), 0);
  });
});
