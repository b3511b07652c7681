import assert from 'node:assert/strict';
import { existsSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { send } from './support/http.ts';
import { writeProgram } from './support/program.ts';
import { command, type Server, startServer } from './support/server.ts';
import { submission, typed } from './support/submission.ts';
import { waitFor } from './support/wait.ts';

const folder = mkdtempSync(join(tmpdir(), 'havenkit-commands-'));
after(() => rmSync(folder, { recursive: true }));

onBothDatabases('the command', ({ kind, create }) => {
  let env: NodeJS.ProcessEnv;
  let server: Server;

  before(async () => {
    const program = writeProgram(folder, { '@id': '#a', maximumAttendeeCapacity: 1 });
    env = { DATABASE_URL: await create(), HAVENKIT_PROGRAM: program, COUNTRY: 'us' };
  });
  after(() => server.end('SIGKILL'));

  /** Runs a command that must succeed, and returns what it printed. */
  async function run(...args: string[]) {
    const { code, stdout, stderr } = await command(args, env);
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  }
  const exported = async () => JSON.parse(await run('export', '--format', 'json')) as Record<string, unknown>[];

  it('migrate creates the tables once', async () => {
    assert.equal(await run('migrate'), 'Applied: 001_signups, 002_challenges, 003_rate_limits, 004_desk\n');
    assert.equal(await run('migrate'), 'Already up to date.\n');
    assert.deepEqual(await exported(), []);
  });

  it('serve accepts sign-ups, and export prints them as CSV and as JSON', async () => {
    server = await startServer(env);
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    const signup = submission({ telephone: '(503) 555-0142', session: '#a', message: '=HYPERLINK("x")' });
    const { reference } = (await send(server, signup)).body;

    const [row] = await exported();
    assert.equal(row?.['reference'], reference);
    assert.equal(row?.['telephone_e164'], '+15035550142');
    assert.equal(row?.['message'], '=HYPERLINK("x")');
    const csv = parse(await run('export'), { bom: true, columns: true }) as unknown as Record<string, string>[];
    assert.equal(csv.length, 1);
    assert.equal(csv[0]?.['reference'], reference);
    assert.equal(csv[0]?.['message'], `'=HYPERLINK("x")`);
    assert.equal(csv[0]?.['consent_text'], (signup['consent'] as { text: string }).text);
  });

  it('export writes a file in the format of its ending, which only its owner can read', async () => {
    const path = (ending: string) => join(folder, `${kind}.${ending}`);
    for (const [ending, start] of [
      ['csv', '\ufeff"reference"'],
      ['json', '[\n  {'],
      ['XLSX', 'PK\u0003\u0004'],
    ] as const) {
      for (const attempt of ['new', 'existing']) {
        assert.equal(await run('export', '--output', path(ending)), '', attempt);
        assert.ok(readFileSync(path(ending), 'utf8').startsWith(start), ending);
        assert.equal(statSync(path(ending)).mode & 0o777, 0o600);
      }
    }
    assert.equal(await run('export', '--format', 'json', '--output', path('txt')), '');
    assert.equal(readFileSync(path('txt'), 'utf8'), await run('export', '--format', 'json'));
    assert.ok((await run('export', '--format', 'xlsx')).startsWith('PK\u0003\u0004'));
  });

  if (kind === 'sqlite')
    it('export only reads, so a writer does not block it', async () => {
      const writer = new DatabaseSync(`${env['DATABASE_URL']}`);
      writer.exec('begin immediate');
      assert.equal((await exported()).length, 1);
      writer.exec('rollback');
      writer.close();
    });

  it('erase deletes every sign-up of a person, and nobody else\u2019s', async () => {
    await send(server, submission({ email: 'Quenya.TestPerson@mail.example', telephone: undefined }));
    await send(server, submission({ email: 'jose\u0301@mail.example', telephone: undefined }));
    assert.equal(await run('erase', '--email', '\u202aJose\u0301@mail.ex\u200bample\u202c'), 'Erased: 1\n');
    await send(server, submission({ email: 'someone@mail.example', telephone: '503 555 0142' }));
    const other = await send(server, submission({ email: 'else@mail.example', telephone: '+1 971 555 0142' }));
    const last = await send(server, submission({ email: 'last@mail.example', telephone: undefined }));
    assert.equal(await run('erase', '--email', ` ${typed.email} `), 'Erased: 2\n');
    assert.equal(await run('erase', '--telephone', '0142'), 'Erased: 0\n');
    assert.equal(await run('erase', '--telephone', '+1 503-555-0142'), 'Erased: 1\n');
    assert.equal(
      await run('erase', '--reference', `${last.body.reference}`.toLowerCase().replace('-', ' ')),
      'Erased: 1\n',
    );
    assert.deepEqual(
      (await exported()).map((row) => row['reference']),
      [other.body.reference],
    );
  });

  if (kind === 'sqlite' && process.platform !== 'win32')
    it('migrate creates files for their owner only, and keeps the permissions of an existing file', async () => {
      for (const path of ['', '-wal', '-shm'].map((end) => `${env['DATABASE_URL']}${end}`))
        if (existsSync(path)) assert.equal(statSync(path).mode & 0o777, 0o600, path);
      chmodSync(`${env['DATABASE_URL']}`, 0o640);
      await run('migrate');
      assert.equal(statSync(`${env['DATABASE_URL']}`).mode & 0o777, 0o640);
    });

  if (kind === 'sqlite')
    it('erase leaves no trace of a person in the files while serve runs', async () => {
      const name = 'Zephyrine Unforgettable';
      const filesContainName = () =>
        [`${env['DATABASE_URL']}`, `${env['DATABASE_URL']}-wal`]
          .filter((path) => existsSync(path))
          .some((path) => readFileSync(path).includes(name));
      await send(server, submission({ name, email: 'zephyrine@mail.example', telephone: undefined }));
      assert.equal(filesContainName(), true);
      assert.equal(await run('erase', '--email', 'zephyrine@mail.example'), 'Erased: 1\n');
      assert.equal(filesContainName(), false);
      assert.equal((await fetch(`${server.url}/health`)).status, 200);
    });

  it('promote gives a free place to the person who waits', async () => {
    const first = await send(server, submission({ session: '#a' }));
    assert.equal((await send(server, submission({ session: '#a' }))).status, 409);
    const waiting = await send(server, submission({ session: '#a', waitingList: true }));
    assert.match(await run('promote', '--session', '#a'), /^Nobody promoted: no place is free/);
    await run('erase', '--reference', `${first.body.reference}`);
    assert.equal(await run('promote', '--session', '#a'), `Promoted: ${waiting.body.reference}\n`);
  });

  it('purge deletes old sign-ups, and serve does so with RETENTION_DAYS', async () => {
    assert.equal(await run('purge', '--days', '1'), 'Purged: 0\n');
    const database = openDatabase(env['DATABASE_URL'] ?? '');
    const age = (days: number) =>
      database.query
        .updateTable('signups')
        .set({ created_at: new Date(Date.now() - days * 86_400_000).toISOString() })
        .execute();
    const count = (await exported()).length;
    assert.ok(count > 0);
    await age(31);
    assert.equal(await run('purge', '--days', '32'), 'Purged: 0\n');
    assert.equal(await run('purge', '--days', '30'), `Purged: ${count}\n`);

    await send(server, submission());
    await age(31);
    const other = await startServer({ ...env, RETENTION_DAYS: '30' });
    await waitFor('serve to purge', () => other.output().includes('"purged"'));
    await other.end('SIGTERM');
    assert.match(other.output(), /"outcome":"purged","count":1/);
    assert.deepEqual(await exported(), []);
    await database.query.destroy();
  });
});
