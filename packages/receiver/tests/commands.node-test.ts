import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { openDatabase } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { command, type Server, startServer } from './support/server.ts';
import { submission, typed } from './support/submission.ts';

const folder = mkdtempSync(join(tmpdir(), 'havenkit-commands-'));
after(() => rmSync(folder, { recursive: true }));

const post = (server: Server, body: object) =>
  fetch(`${server.url}/signups`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

onBothDatabases('commands', ({ kind, create }) => {
  let env: NodeJS.ProcessEnv;
  let server: Server;

  before(async () => {
    const program = join(folder, `${randomUUID()}.json`);
    writeFileSync(
      program,
      JSON.stringify({ '@type': 'Course', hasCourseInstance: { '@id': '#a', maximumAttendeeCapacity: 1 } }),
    );
    env = { DATABASE_URL: await create(), HAVENKIT_PROGRAM: program, COUNTRY: 'us' };
  });
  after(() => server.end('SIGKILL'));

  /** Runs a command that has to end well, and gives what it printed. */
  async function run(...args: string[]) {
    const { code, stdout, stderr } = await command(args, env);
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  }
  const exported = async () => JSON.parse(await run('export', '--format', 'json')) as Record<string, unknown>[];

  it('migrate makes the tables, once', async () => {
    assert.equal(await run('migrate'), 'Applied: 001_signups, 002_challenges, 003_rate_limits\n');
    assert.equal(await run('migrate'), 'Already up to date.\n');
    assert.deepEqual(await exported(), []);
  });

  it('serve takes sign-ups, and export prints them, as CSV and as JSON', async () => {
    server = await startServer(env);
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    const one = submission({ telephone: '(503) 555-0142', session: '#a', message: '=HYPERLINK("x")' });
    const answer = (await (await post(server, one)).json()) as { reference: string };

    const [row] = await exported();
    assert.equal(row?.['reference'], answer.reference);
    assert.equal(row['telephone_e164'], '+15035550142');
    assert.equal(row['message'], '=HYPERLINK("x")');
    const csv = parse(await run('export'), { bom: true, columns: true }) as unknown as Record<string, string>[];
    assert.equal(csv.length, 1);
    assert.equal(csv[0]?.['reference'], answer.reference);
    assert.equal(csv[0]?.['message'], `'=HYPERLINK("x")`);
    assert.equal(csv[0]?.['consent_text'], (one['consent'] as { text: string }).text);
  });

  if (kind === 'sqlite')
    it('export only reads: nobody who writes holds it up', async () => {
      const writer = new DatabaseSync(`${env['DATABASE_URL']}`);
      writer.exec('begin immediate');
      assert.equal((await exported()).length, 1);
      writer.exec('rollback');
      writer.close();
    });

  it('erase deletes every sign-up of a person, and nobody else\u2019s', async () => {
    await post(server, submission({ email: 'Quenya.TestPerson@mail.example', telephone: undefined }));
    await post(server, submission({ email: 'jose\u0301@mail.example', telephone: undefined }));
    assert.equal(await run('erase', '--email', '\u202aJose\u0301@mail.ex\u200bample\u202c'), 'Erased: 1\n');
    await post(server, submission({ email: 'someone@mail.example', telephone: '503 555 0142' }));
    const keep = (await (
      await post(server, submission({ email: 'else@mail.example', telephone: '+1 971 555 0142' }))
    ).json()) as { reference: string };
    const last = (await (
      await post(server, submission({ email: 'last@mail.example', telephone: undefined }))
    ).json()) as {
      reference: string;
    };
    assert.equal(await run('erase', '--email', ` ${typed.email} `), 'Erased: 2\n');
    assert.equal(await run('erase', '--telephone', '0142'), 'Erased: 0\n');
    assert.equal(await run('erase', '--telephone', '+1 503-555-0142'), 'Erased: 1\n');
    assert.equal(await run('erase', '--reference', last.reference.toLowerCase().replace('-', ' ')), 'Erased: 1\n');
    assert.deepEqual(
      (await exported()).map((row) => row['reference']),
      [keep.reference],
    );
  });

  if (kind === 'sqlite' && process.platform !== 'win32')
    it('keeps its files from the other users of the machine, and leaves the rights of a file that is there', async () => {
      for (const path of ['', '-wal', '-shm'].map((end) => `${env['DATABASE_URL']}${end}`))
        if (existsSync(path)) assert.equal(statSync(path).mode & 0o777, 0o600, path);
      chmodSync(`${env['DATABASE_URL']}`, 0o640);
      await run('migrate');
      assert.equal(statSync(`${env['DATABASE_URL']}`).mode & 0o777, 0o640);
    });

  if (kind === 'sqlite')
    it('erase leaves nothing of a person in the files, while serve goes on', async () => {
      const name = 'Zephyrine Unforgettable';
      const files = () =>
        [`${env['DATABASE_URL']}`, `${env['DATABASE_URL']}-wal`]
          .filter((path) => existsSync(path))
          .some((path) => readFileSync(path).includes(name));
      await post(server, submission({ name, email: 'zephyrine@mail.example', telephone: undefined }));
      assert.equal(files(), true);
      assert.equal(await run('erase', '--email', 'zephyrine@mail.example'), 'Erased: 1\n');
      assert.equal(files(), false);
      assert.equal((await fetch(`${server.url}/health`)).status, 200);
    });

  it('promote gives a free place to whoever waits', async () => {
    const has = (await (await post(server, submission({ session: '#a' }))).json()) as { reference: string };
    assert.equal((await post(server, submission({ session: '#a' }))).status, 409);
    const waits = (await (await post(server, submission({ session: '#a', waitingList: true }))).json()) as {
      reference: string;
    };
    assert.match(await run('promote', '--session', '#a'), /^Nobody promoted: no place is free/);
    await run('erase', '--reference', has.reference);
    assert.equal(await run('promote', '--session', '#a'), `Promoted: ${waits.reference}\n`);
  });

  it('purge deletes what is older than it is told, and serve does so by itself', async () => {
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

    await post(server, submission());
    await age(31);
    const other = await startServer({ ...env, RETENTION_DAYS: '30' });
    while (!other.output().includes('"purged"')) await new Promise((resolve) => setTimeout(resolve, 20));
    await other.end('SIGTERM');
    assert.match(other.output(), /"outcome":"purged","count":1/);
    assert.deepEqual(await exported(), []);
    await database.query.destroy();
  });

  it('serve limits one client, by the address that the nearest proxy saw', async () => {
    const limited = await startServer({ ...env, RATE_LIMIT: '2', TRUSTED_PROXIES: '1' });
    const from = async (forwarded: string) => {
      const response = await fetch(`${limited.url}/signups`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded },
        body: JSON.stringify(submission()),
      });
      return response.status;
    };
    assert.equal(await from('192.0.2.1'), 201);
    // What stands before it is the client's own invention.
    assert.equal(await from('198.51.100.1, 192.0.2.1'), 201);
    assert.equal(await from('198.51.100.2, 192.0.2.1'), 429);
    assert.equal(await from('192.0.2.2'), 201);
    await limited.end('SIGTERM');
    assert.ok(!limited.output().includes('192.0.2'));
  });

  it('serve ends well when it is asked to at once, while it still clears up', async () => {
    for (let number = 0; number < 2; number++) {
      const brief = await startServer({ ...env, RETENTION_DAYS: '30' });
      await brief.end('SIGTERM');
      assert.equal(brief.process.exitCode, 0);
      assert.match(brief.output(), /"outcome":"stopped"/);
    }
  });

  if (kind === 'sqlite')
    it('serve ends when it is asked to, whoever keeps a connection open', { timeout: 30_000 }, async () => {
      const held = await startServer(env);
      const open = async (text = '') => {
        const socket = connect(held.port, '127.0.0.1').setEncoding('utf8');
        // Closed or reset: both end it.
        const closed = new Promise((end) => socket.on('error', () => undefined).once('close', end));
        await once(socket, 'connect');
        if (text) await new Promise((written) => socket.write(text, written));
        return { socket, closed };
      };
      const body = JSON.stringify(submission());
      const head = `POST /signups HTTP/1.1\r\nHost: receiver\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
      const beforehand = await open();
      const kept = await open('GET /health HTTP/1.1\r\nHost: receiver\r\n\r\n');
      await once(kept.socket, 'data');
      const begun = await open(head + body.slice(0, 9));
      const never = await open(head + body.slice(0, 9));
      const ended = held.end('SIGTERM');
      await Promise.all([beforehand.closed, kept.closed]);
      assert.equal(held.process.exitCode, null);
      begun.socket.write(body.slice(9));
      const [answer] = (await once(begun.socket, 'data')) as [string];
      assert.match(answer, /^HTTP\/1\.1 201 /);
      await Promise.all([begun.closed, never.closed, ended]);
      assert.equal(held.process.exitCode, 0);
      assert.match(held.output(), /"outcome":"stopped"/);
    });

  if (kind === 'sqlite')
    it('serve ends when it is asked to, whatever the mail server does', { timeout: 30_000 }, async () => {
      const silent = createServer((socket) => socket.on('error', () => undefined).write('220 mail.example ESMTP\r\n'));
      silent.listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as AddressInfo;
      const SMTP_URL = `smtp://127.0.0.1:${port}`;
      const mailing = await startServer({ ...env, SMTP_URL, NOTICE_FROM: 'a@b.example', NOTICE_TO: 'c@d.example' });
      const connected = once(silent, 'connection');
      assert.equal((await post(mailing, submission())).status, 201);
      await connected;
      await mailing.end('SIGTERM');
      assert.equal(mailing.process.exitCode, 0);
      silent.close();
    });

  it('serve logs JSON lines, without a word that was typed', () => {
    const lines = server.output().trim().split('\n');
    for (const line of lines) assert.doesNotThrow(() => void JSON.parse(line), line);
    assert.ok(lines.some((line) => line.includes('"outcome":"stored"')));
    for (const word of [...Object.values(typed), 'mail.example', '555 0142', '555-0142', '5550142', '127.0.0.1'])
      assert.ok(!server.output().includes(word), word);
  });
});

describe('wrong arguments and settings', () => {
  const database = { DATABASE_URL: join(folder, 'wrong.sqlite') };
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"@type":"Course","hasCourseInstance":[{}]}');

  const cases: [args: string[], env: NodeJS.ProcessEnv, message: RegExp][] = [
    [['listen'], {}, /Unknown command "listen"/],
    [['serve', 'twice'], {}, /Unexpected argument "twice"/],
    [['--colour'], {}, /Unknown option '--colour'/],
    [['export', '--format', 'xml'], {}, /--format must be csv or json, not "xml"/],
    [['erase'], {}, /erase needs exactly one of/],
    [['erase', '--email', 'a@b.example', '--reference', 'x'], {}, /erase needs exactly one of/],
    [['erase', '--email', 'a@b.example', '--email', 'c@d.example'], {}, /--email is given twice/],
    [['export', '--format'], {}, /--format/],
    [['serve', '--format', 'json'], {}, /serve has no option --format/],
    [['erase', '--reference', 'x', '--days', '3'], {}, /erase has no option --days/],
    [['purge'], {}, /--days must be a whole number from 1/],
    [['purge', '--days', '0'], {}, /--days/],
    [['promote', '--session', '#x'], {}, /HAVENKIT_PROGRAM/],
    [['serve'], { ALLOWED_ORIGINS: 'https://practice.example/' }, /ALLOWED_ORIGINS: "https:\/\/practice.example\/"/],
    [['serve'], { ALLOWED_ORIGINS: '*' }, /ALLOWED_ORIGINS: "\*"/],
    [['serve'], { COUNTRY: 'Oregon' }, /COUNTRY/],
    [['serve'], { RATE_LIMIT: 'fast' }, /RATE_LIMIT/],
    [['serve'], { PORT: 'http' }, /PORT/],
    [['serve'], { PORT: '99999' }, /PORT must be a whole number from 0 to 65535/],
    [['serve'], { RETENTION_DAYS: '-3' }, /RETENTION_DAYS/],
    [['serve'], { RETENTION_DAYS: '999999999' }, /RETENTION_DAYS must be a whole number from 1 to 36525/],
    [['purge', '--days', '99999999999'], {}, /--days must be a whole number from 1 to 36525/],
    ...['mysql://db.example/signups', 'mysql:signups', 'https://db.example'].map((url): (typeof cases)[number] => [
      ['serve'],
      { DATABASE_URL: url },
      /DATABASE_URL: Expected a PostgreSQL address/,
    ]),
    [['serve'], { SMTP_URL: 'smtp://127.0.0.1' }, /NOTICE_FROM/],
    [['serve'], { SMTP_URL: 'smtp://127.0.0.1', NOTICE_FROM: 'a@b.example', NOTICE_TO: 'desk' }, /NOTICE_TO/],
    ...['garbage', 'mail.example:587', 'https://mail.example', 'smtp:'].map((url): (typeof cases)[number] => [
      ['serve'],
      { SMTP_URL: url, NOTICE_FROM: 'a@b.example', NOTICE_TO: 'a@b.example' },
      /SMTP_URL: Expected the address of a mail server/,
    ]),
    [['serve'], { HAVENKIT_PROGRAM: broken }, /broken\.json\): Program\.hasCourseInstance\[0\] has no @id/],
    [['serve'], { HAVENKIT_PROGRAM: join(folder, 'absent.json') }, /absent\.json\): ENOENT/],
  ];
  for (const [args, env, message] of cases)
    it(`${args.join(' ')} ${Object.keys(env).join(' ')}: says what is wrong and how it is done`, async () => {
      const { code, stdout, stderr } = await command(args, { ...database, ...env });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /Usage: havenkit-receiver/);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });

  it('--help tells the commands and settings', async () => {
    const { code, stdout } = await command(['--help'], database);
    assert.equal(code, 0);
    for (const word of ['migrate', 'export', 'erase', 'purge', 'promote', 'DATABASE_URL', 'ALLOWED_ORIGINS'])
      assert.ok(stdout.includes(word), word);
  });

  it('a database that cannot be made ends it with 1', async () => {
    const { code, stderr } = await command(['migrate'], { DATABASE_URL: join(folder, 'no', 'such', 'folder.sqlite') });
    assert.equal(code, 1);
    assert.match(stderr, /^havenkit-receiver: unable to open database file/);
  });

  it('finds an SQLite file by its path and by its address', async () => {
    const path = join(folder, 'by-address.sqlite');
    await command(['migrate'], { DATABASE_URL: path });
    for (const url of [`sqlite:${path}`, `sqlite://${path}`, `SQLITE://${relative('.', path)}`])
      assert.equal((await command(['export', '--format', 'json'], { DATABASE_URL: url })).stdout, '[]\n', url);
  });

  it('a database of a newer version is told', async () => {
    const path = join(folder, 'newer.sqlite');
    await command(['migrate'], { DATABASE_URL: path });
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration values ('999_later', '2030-01-01')");
    newer.close();
    const { code, stderr } = await command(['export'], { DATABASE_URL: path });
    assert.equal(code, 1);
    assert.match(stderr, /newer version of the receiver/);
  });

  it('a database that is not there is told, whatever its host has of addresses', async () => {
    const two = `import dns from 'node:dns'; dns.lookup = (host, options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }]);`;
    const { code, stderr } = await command(['migrate'], {
      DATABASE_URL: 'POSTGRES://x@db.example:1/x',
      NODE_OPTIONS: `--import data:text/javascript;base64,${btoa(two)}`,
    });
    assert.equal(code, 1);
    assert.match(stderr, /^havenkit-receiver: connect ECONNREFUSED 127/);
  });

  it('a program is read with the byte order mark that some editors write', async () => {
    const path = join(folder, 'marked.json');
    writeFileSync(path, '\ufeff{"@type":"Course","hasCourseInstance":{"@id":"#a  b"}}');
    const made = { DATABASE_URL: join(folder, 'marked.sqlite'), HAVENKIT_PROGRAM: path };
    await command(['migrate'], made);
    const { code, stdout } = await command(['promote', '--session', '#a  b'], made);
    assert.deepEqual([code, stdout], [0, 'Nobody promoted: no place is free, or nobody is waiting.\n']);
  });

  it('a mistyped database is told, and not made, by every command that looks for sign-ups', async () => {
    const program = join(folder, 'one.json');
    writeFileSync(program, JSON.stringify({ '@type': 'Course', hasCourseInstance: { '@id': '#a' } }));
    const commands = [['export'], ['erase', '--email', 'a@b.example'], ['purge', '--days', '9']];
    const absent = join(folder, 'absent.sqlite');
    const empty = join(folder, 'empty.sqlite');
    writeFileSync(empty, '');
    for (const args of [...commands, ['promote', '--session', '#a']])
      for (const [path, message] of [
        [absent, /^havenkit-receiver: Database file not found: .*absent\.sqlite$/m],
        [empty, /^havenkit-receiver: This database has no sign-up tables/],
      ] as const) {
        const settings = { DATABASE_URL: path, HAVENKIT_PROGRAM: program };
        const { code, stdout, stderr } = await command(args, settings);
        assert.deepEqual([code, stdout], [1, ''], args[0]);
        assert.match(stderr, message);
        assert.equal(existsSync(absent), false);
      }
  });
});
