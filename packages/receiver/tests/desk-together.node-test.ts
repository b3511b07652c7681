/** Random work of two people at the desk, while others sign up and are deleted, all at the same time. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { erase, listSignups, migrate, parseProgram, promote, type SignupRow } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, fieldsOf, password } from './support/desk.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission } from './support/submission.ts';

const places = 2;
const sessions = 2000;
const program = parseProgram({
  '@type': 'Course',
  hasCourseInstance: Array.from({ length: sessions }, (_, index) => ({
    '@id': `#${index}`,
    maximumAttendeeCapacity: places,
  })),
});

const changes = ['move-up', 'cancel', 'put-back', 'join-list'] as const;

type Step =
  /** One of the two presses a button of the page that she opened last, about the nth person. */
  | { kind: (typeof changes)[number]; by: 0 | 1; person: number }
  /** One of the two loads the page again, takes her last change back, or sends her last form again. */
  | { kind: 'look' | 'undo' | 'again'; by: 0 | 1 }
  | { kind: 'erase'; person: number }
  | { kind: 'sign-up' | 'promote' };

const by = fc.constantFrom<0 | 1>(0, 1);
const person = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...changes), by, person }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('look' as const, 'undo' as const, 'again' as const), by }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sign-up' as const, 'promote' as const) }) },
);
/** Batches of steps. The steps of a batch happen at the same time. */
const work = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

const thorough = Boolean(process.env['THOROUGH']);

onBothDatabases('two people at the desk', ({ kind, create }) => {
  let receiver: TestReceiver;
  let browser: DeskBrowser;
  let token: string;
  let used = 0;

  before(async () => {
    receiver = await startReceiver(create);
    browser = new DeskBrowser(receiver.another({ program, desk: { password } }));
    await browser.signIn();
    token = fieldsOf(await browser.open('/desk/person?reference=X'), 'Sign out').get('token') ?? '';
  });
  after(() => receiver.close());

  const post = (path: string, fields: Record<string, string>) =>
    browser.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
  const rowsOf = async (session: string) =>
    await receiver.database.query
      .selectFrom('signups')
      .selectAll()
      .where('session', '=', session)
      .orderBy('created_at')
      .execute();
  const signUp = (session: string) =>
    receiver.another({ program }).request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(submission({ session, waitingList: true })),
    });

  /** Somebody at the desk: what she saw last, and what she sent last. */
  class Helper {
    seen: readonly SignupRow[] = [];
    last: { path: string; fields: Record<string, string> } | undefined;
    /** The form's id, and the id of the change or the version of the sign-up that it is about. */
    readonly sent: { id: string; about: string }[] = [];
    readonly #session: string;
    constructor(session: string) {
      this.#session = session;
    }
    async look() {
      this.seen = await rowsOf(this.#session);
    }
    async send(action: string, fields: Record<string, string>) {
      const id = randomBytes(32).toString('hex');
      this.sent.push({ id, about: fields['undoes'] ?? fields['version'] ?? '' });
      this.last = { path: `/desk/${action}`, fields: { ...fields, token, id } };
      assert.equal((await post(this.last.path, this.last.fields)).status, 303);
    }
    async change(action: string, index: number) {
      const row = this.seen[index % Math.max(1, this.seen.length)];
      if (row) await this.send(action, { reference: row.reference, version: `${row.version}` });
    }
    async again() {
      if (this.last) assert.equal((await post(this.last.path, this.last.fields)).status, 303);
    }
    async undo() {
      if (this.last) await this.send('undo', { undoes: this.last.fields['id'] ?? '' });
    }
  }

  /** Checks what must be true whenever nobody is in the middle of something. */
  async function check(session: string, helpers: readonly Helper[], promoted = 0) {
    const rows = await rowsOf(session);
    const waiting = rows.filter((row) => row.waiting_list === 1);
    const placed = rows.filter((row) => row.waiting_list === 0 && row.canceled_at === null);
    const counts = await receiver.database.query
      .selectFrom('sessions')
      .select(['taken', 'waiting'])
      .where('session', '=', session)
      .executeTakeFirstOrThrow();
    assert.deepEqual({ ...counts }, { taken: placed.length, waiting: waiting.length });
    assert.ok(placed.length <= places, 'Two people have one place.');
    const positions = waiting.map((row) => row.waiting_position);
    assert.ok(new Set(positions).size === positions.length && !positions.includes(null));
    assert.ok(waiting.every((row) => row.canceled_at === null));
    // Every change that says it was made, was made once, and nothing else has changed anybody.
    const ids = rows.map((row) => row.submission_id);
    const made = await receiver.database.query
      .selectFrom('desk_changes')
      .select(['id', 'submission_id', 'version'])
      .where('outcome', '=', 'done')
      .where('submission_id', 'in', [...ids, ''])
      .execute();
    const versions = rows.reduce((sum, { version }) => sum + version, 0);
    assert.equal(new Set(made.map((change) => `${change.submission_id} ${change.version}`)).size, made.length);
    assert.ok(versions >= made.length && versions <= made.length + promoted);
    // And it was made to what was seen: the version before it is the one that was shown.
    const versionOf = new Map(made.map((change) => [change.id, change.version]));
    for (const { id, about } of helpers.flatMap(({ sent }) => sent)) {
      const version = versionOf.get(id);
      if (version !== undefined) assert.equal(Number(version) - 1, versionOf.get(about) ?? Number(about));
    }
  }

  it('never give one place to two people, lose a change, or make one twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3 }), work, async (people, batches) => {
        const session = `#${used++ % sessions}`;
        for (let index = 0; index <= people; index++) assert.equal((await signUp(session)).status, 201);
        const helpers = [new Helper(session), new Helper(session)] as const;
        for (const helper of helpers) await helper.look();
        let promoted = 0;
        const perform = async (each: Step): Promise<unknown> => {
          switch (each.kind) {
            case 'look':
            case 'undo':
            case 'again':
              return helpers[each.by][each.kind]();
            case 'erase': {
              const row = helpers[0].seen[each.person];
              return row && erase(receiver.database, { reference: row.reference });
            }
            case 'sign-up':
              return signUp(session);
            case 'promote':
              if ((await promote(receiver.database, session, places)) !== undefined) promoted++;
              return undefined;
            default:
              return helpers[each.by].change(each.kind, each.person);
          }
        };
        for (const batch of batches) {
          await Promise.all(batch.map(perform));
          await check(session, helpers, promoted);
        }
      }),
      { numRuns: (thorough ? 20 : 1) * (kind === 'sqlite' ? 120 : 60), endOnFailure: !thorough },
    );
  });

  it('move up one person for each free place, however many press at once', async () => {
    const session = `#${used++ % sessions}`;
    for (let index = 0; index < places + 4; index++) await signUp(session);
    const helper = new Helper(session);
    await helper.look();
    for (let index = 0; index < places; index++) await helper.change('cancel', index);
    await helper.look();
    const next = helper.seen.findIndex((row) => row.waiting_position === 1);
    await Promise.all(Array.from({ length: 8 }, () => helper.change('move-up', next)));
    const moved = (await rowsOf(session)).filter((row) => row.waiting_list === 0 && row.canceled_at === null);
    assert.deepEqual(
      moved.map(({ reference }) => reference),
      [helper.seen[next]?.reference],
    );
    await check(session, [helper]);
  });

  it('find the sign-ups of an earlier version, which had no desk', async () => {
    const { database } = receiver;
    const before = (await listSignups(database)).length;
    for (const statement of [
      'alter table signups drop column canceled_at',
      'alter table signups drop column version',
      'drop table desk_sessions',
      'drop table desk_changes',
      "delete from kysely_migration where name = '004_desk'",
    ])
      await sql.raw(statement).execute(database.query);
    assert.deepEqual(await migrate(database), ['004_desk']);
    const rows = await listSignups(database);
    assert.equal(rows.length, before);
    assert.ok(rows.every((row) => row.version === 0 && row.canceled_at === null));
  });
});
