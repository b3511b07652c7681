import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { writeProgram } from './support/program.ts';
import { command } from './support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'havenkit-settings-'));
after(() => rmSync(folder, { recursive: true }));

describe('wrong arguments and settings', { concurrency: 4 }, () => {
  const database = { DATABASE_URL: join(folder, 'wrong.sqlite') };
  const broken = writeProgram(folder, {});

  const cases: [args: string[], env: NodeJS.ProcessEnv, message: RegExp][] = [
    [['listen'], {}, /Unknown command "listen"/],
    [['serve', 'twice'], {}, /Unexpected argument "twice"/],
    [['--verbose'], {}, /Unknown option '--verbose'/],
    [['export', '--format', 'xml'], {}, /--format must be csv, json or xlsx, not "xml"/],
    [['export', '--output', 'signups.sqlite'], {}, /--output must end in \.csv, \.json or \.xlsx, .*"signups\.sqlite"/],
    [['serve', '--output', 'x.csv'], {}, /serve has no option --output/],
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
    [
      ['serve'],
      { ALLOWED_ORIGINS: 'https://a.example https://*.b.example' },
      /ALLOWED_ORIGINS: "https:\/\/\*\.b\.example" is not an origin\. There are no wildcards: list each origin\./,
    ],
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
    [
      ['serve'],
      { DESK_PASSWORD: 'fourteen chars' },
      /DESK_PASSWORD: The desk's password must have at least 15 characters\. Use four or five random words\./,
    ],
    [['serve'], { DESK_PASSWORD: 'maple otter violin\nrain' }, /DESK_PASSWORD: .* must be on one line/],
    [['serve'], { DESK_PASSWORD: 'maple otter violin rain', TZ: 'New_York' }, /TZ must be a time zone .*"New_York"/],
    [['serve'], { DESK_PASSWORD_FILE: join(folder, 'absent') }, /DESK_PASSWORD_FILE \(.*absent\): ENOENT/],
    [['serve'], { DESK_PASSWORD_FILE: broken, DESK_PASSWORD: 'x' }, /DESK_PASSWORD or DESK_PASSWORD_FILE, not both/],
    [['serve'], { SMTP_URL: 'smtp://127.0.0.1' }, /NOTICE_FROM/],
    [['serve'], { SMTP_URL: 'smtp://127.0.0.1', NOTICE_FROM: 'a@b.example', NOTICE_TO: 'desk' }, /NOTICE_TO/],
    ...['garbage', 'mail.example:587', 'https://mail.example', 'smtp:'].map((url): (typeof cases)[number] => [
      ['serve'],
      { SMTP_URL: url, NOTICE_FROM: 'a@b.example', NOTICE_TO: 'a@b.example' },
      /SMTP_URL: Expected the address of a mail server/,
    ]),
    [['serve'], { HAVENKIT_PROGRAM: broken }, /\.json\): Program\.hasCourseInstance\[0\] has no @id/],
    [['serve'], { HAVENKIT_PROGRAM: join(folder, 'absent.json') }, /absent\.json\): ENOENT/],
  ];
  for (const [args, env, message] of cases)
    it(`${args.join(' ')} ${Object.keys(env).join(' ')}: prints the error and the usage`, async () => {
      const { code, stdout, stderr } = await command(args, { ...database, ...env });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      // The last line, where the log of a server shows it.
      assert.match(stderr.trimEnd().split('\n').at(-1) ?? '', message);
      assert.match(stderr, /Usage: havenkit-receiver/);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });

  it('--help lists the commands and settings', async () => {
    const { code, stdout } = await command(['--help'], database);
    assert.equal(code, 0);
    for (const word of ['migrate', 'export', 'erase', 'purge', 'promote', 'DATABASE_URL', 'ALLOWED_ORIGINS'])
      assert.ok(stdout.includes(word), word);
  });

  it('a database that cannot be created exits with 1', async () => {
    const { code, stderr } = await command(['migrate'], { DATABASE_URL: join(folder, 'no', 'such', 'folder.sqlite') });
    assert.equal(code, 1);
    assert.match(stderr, /^havenkit-receiver: unable to open database file/);
  });

  it('DATABASE_URL may be the path or the address of an SQLite file', async () => {
    const path = join(folder, 'by-address.sqlite');
    await command(['migrate'], { DATABASE_URL: path });
    for (const url of [`sqlite:${path}`, `sqlite://${path}`, `SQLITE://${relative('.', path)}`])
      assert.equal((await command(['export', '--format', 'json'], { DATABASE_URL: url })).stdout, '[]\n', url);
  });

  it('a database from a newer version is refused', async () => {
    const path = join(folder, 'newer.sqlite');
    await command(['migrate'], { DATABASE_URL: path });
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration values ('999_later', '2030-01-01')");
    newer.close();
    const { code, stderr } = await command(['export'], { DATABASE_URL: path });
    assert.equal(code, 1);
    assert.match(stderr, /newer version of the receiver/);
  });

  it('a database that cannot be reached is reported, even on a host with several addresses', async () => {
    const twoAddresses = `import dns from 'node:dns'; dns.lookup = (host, options, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }]);`;
    const { code, stderr } = await command(['migrate'], {
      DATABASE_URL: 'POSTGRES://x@db.example:1/x',
      NODE_OPTIONS: `--import data:text/javascript;base64,${btoa(twoAddresses)}`,
    });
    assert.equal(code, 1);
    assert.match(stderr, /^havenkit-receiver: connect ECONNREFUSED 127/);
  });

  it('a program may start with a byte order mark', async () => {
    const path = join(folder, 'marked.json');
    writeFileSync(path, '\ufeff{"@type":"Course","hasCourseInstance":{"@id":"#a  b"}}');
    const env = { DATABASE_URL: join(folder, 'marked.sqlite'), HAVENKIT_PROGRAM: path };
    await command(['migrate'], env);
    const { code, stdout } = await command(['promote', '--session', '#a  b'], env);
    assert.deepEqual([code, stdout], [0, 'Nobody promoted: no place is free, or nobody is waiting.\n']);
  });

  it('a mistyped database is reported and not created, except by serve and migrate', async () => {
    const program = writeProgram(folder, { '@id': '#a' });
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
