import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { onBothDatabases } from './support/databases.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

onBothDatabases('a field that no answer depends on', ({ create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  /** Sends a sign-up twice, as after a lost response, and returns what is stored. */
  async function storedWith(fields: Record<string, unknown>) {
    const signup = submission(fields);
    const statuses = [(await receiver.send(signup)).status, (await receiver.send(signup)).status];
    const [row] = await receiver.stored(signup['submissionId']);
    assert.deepEqual(statuses, [201, 200], JSON.stringify(fields).slice(0, 80));
    return row;
  }

  it('never refuses a sign-up because of the time that the form was open', async () => {
    for (const elapsed of [0, 0.5, 41_250.5, 1e300]) assert.equal((await storedWith({ elapsed }))?.elapsed, elapsed);
    assert.equal((await storedWith({ elapsed: '1234.5' }))?.elapsed, 1234.5);
    for (const elapsed of [
      -1,
      -86_400_000,
      -0.5,
      'soon',
      '',
      'NaN',
      '-7',
      'Infinity',
      null,
      undefined,
      true,
      [],
      {},
      [7],
    ])
      assert.equal((await storedWith({ elapsed }))?.elapsed, null);
    // JSON.parse reads this as infinity.
    const infinite = submission({ elapsed: 7 });
    assert.equal((await receiver.send(JSON.stringify(infinite).replace('"elapsed":7', '"elapsed":1e999'))).status, 201);
    assert.equal((await receiver.stored(infinite['submissionId']))[0]?.elapsed, null);
  });

  it('never refuses a sign-up because of its language', async () => {
    for (const [locale, stored] of [
      ['en-US', 'en-US'],
      [' es-419 ', 'es-419'],
      ['en_US', 'en-US'],
      ['es_MX.UTF-8', 'und'],
      ['english, please', 'und'],
      ['*', 'und'],
      ['', 'und'],
      ['C', 'und'],
      [`en-x-${'long-'.repeat(9)}tag`, 'und'],
      ['x'.repeat(5000), 'und'],
      [undefined, 'und'],
      [null, 'und'],
      [7, 'und'],
      [['en'], 'und'],
      [{ tag: 'en' }, 'und'],
    ])
      assert.equal((await storedWith({ locale }))?.locale, stored);
  });

  it('never refuses a sign-up because of a telephone number in E.164 that it computes itself', async () => {
    for (const telephoneE164 of ['+1', 'x'.repeat(99), 7, {}])
      assert.equal((await storedWith({ telephoneE164 }))?.telephone_e164, '+15035550142');
  });

  it('never refuses a sign-up because of any of them', async () => {
    const values = fc.record({ elapsed: fc.jsonValue(), locale: fc.jsonValue(), altcha: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(values, async (fields) => {
        await storedWith(fields);
      }),
      { numRuns: 40 },
    );
  });
});
