import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import { listSignups, type LogEntry, migrate } from '@havenkit/receiver';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { program, startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';
import { waitFor } from './support/wait.ts';

onBothDatabases('the receiver when its database fails', ({ kind, create }) => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());

  if (kind === 'sqlite')
    it('flushes every commit to disk and overwrites deleted data', async () => {
      for (const [setting, value] of [
        ['journal_mode', 'wal'],
        ['synchronous', 2],
        ['secure_delete', 1],
      ] as const) {
        const { rows } = await sql.raw(`pragma ${setting}`).execute(receiver.database.query);
        assert.deepEqual({ ...(rows[0] as object) }, { [setting]: value });
      }
    });

  if (kind === 'sqlite')
    it('returns 503 while the disk is full, stores nothing partially, and recovers', async () => {
      const full = openDatabase(await create());
      await migrate(full);
      const app = receiver.another({ database: full, program });
      const post = async (body: object) => (await send(app, body)).status;
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(full.query);
      await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 0}`).execute(full.query);
      const bodies = Array.from({ length: 20 }, () => submission({ session: '#open', message: 'x'.repeat(2000) }));
      const statuses = [];
      for (const body of bodies) statuses.push(await post(body));
      assert.equal(statuses.at(-1), 503);
      const confirmed = statuses.filter((status) => status === 201).length;
      const taken = () => full.query.selectFrom('sessions').select('taken').executeTakeFirst();
      assert.equal((await listSignups(full)).length, confirmed);
      assert.equal((await taken())?.taken ?? 0, confirmed);
      await sql.raw('pragma max_page_count = 100000').execute(full.query);
      for (const body of bodies) assert.ok([200, 201].includes(await post(body)));
      assert.equal((await listSignups(full)).length, 20);
      assert.equal((await taken())?.taken, 20);
      await full.query.destroy();
    });

  it('returns 503 when the database is gone, and logs the error without its message', async () => {
    const lost = openDatabase(await create());
    const lines: LogEntry[] = [];
    const without = receiver.another({ database: lost, log: (entry) => lines.push(entry) });
    // It has no tables.
    const { status, headers, body } = await send(without, submission());
    assert.deepEqual([status, body], [503, { code: 'unavailable' }]);
    assert.equal(headers.get('Retry-After'), '5');
    await lost.query.destroy();
    assert.equal((await without.request('/health')).status, 503);
    assert.equal(lines.length, 2);
    for (const { level, outcome, error } of lines) {
      assert.deepEqual([level, outcome], ['error', 'unavailable']);
      assert.ok(error?.name);
    }
    assert.ok(!JSON.stringify(lines).includes('Testperson'));
  });

  it('logs where an error happened, but no line of its message that looks like a place', async () => {
    const lines: LogEntry[] = [];
    const app = receiver.another({
      log: (entry) => lines.push(entry),
      notify: () => {
        throw new TypeError('wrong value "\n    at home with Quenya Testperson"');
      },
    });
    assert.equal((await send(app, submission({ session: undefined }))).status, 201);
    await waitFor('the log entry "notice-failed"', () => lines.some(({ outcome }) => outcome === 'notice-failed'));
    const { error } = lines.find(({ outcome }) => outcome === 'notice-failed') ?? {};
    assert.equal(error?.name, 'TypeError');
    assert.match(`${error?.at}`, /protocol-failures\.node-test\.ts/);
  });
});
