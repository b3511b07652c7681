import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, password } from './support/desk.ts';
import { listenOnFreePort, send } from './support/http.ts';
import { writeProgram } from './support/program.ts';
import { startServer } from './support/server.ts';
import { submission, typed } from './support/submission.ts';

const folder = mkdtempSync(join(tmpdir(), 'havenkit-serve-'));
after(() => rmSync(folder, { recursive: true }));

onBothDatabases('serve', ({ kind, create }) => {
  let env: NodeJS.ProcessEnv;

  before(async () => {
    env = { DATABASE_URL: await create() };
  });

  it('limits a client by the address that the nearest proxy saw', async () => {
    const limited = await startServer({ ...env, RATE_LIMIT: '2', TRUSTED_PROXIES: '1' });
    const from = async (forwarded: string) =>
      (await send(limited, submission(), { 'X-Forwarded-For': forwarded })).status;
    assert.equal(await from('192.0.2.1'), 201);
    // The client can forge everything before the last address.
    assert.equal(await from('198.51.100.1, 192.0.2.1'), 201);
    assert.equal(await from('198.51.100.2, 192.0.2.1'), 429);
    assert.equal(await from('192.0.2.2'), 201);
    await limited.end('SIGTERM');
    assert.ok(!limited.output().includes('192.0.2'));
  });

  it('opens the desk with a password from a file', async () => {
    const path = join(folder, 'password');
    writeFileSync(path, `${password}\n`);
    const server = await startServer({ ...env, DESK_PASSWORD_FILE: path });
    const browser = new DeskBrowser({
      request: (page, init) => fetch(`${server.url}${page as string}`, { redirect: 'manual', ...init }),
    });
    assert.equal((await browser.signIn()).title, 'Sign-ups');
    await server.end('SIGTERM');
    assert.ok(!server.output().includes(password));
  });

  it('exits cleanly when it is stopped during its first cleanup', async () => {
    for (let number = 0; number < 2; number++) {
      const brief = await startServer({ ...env, RETENTION_DAYS: '30' });
      await brief.end('SIGTERM');
      assert.equal(brief.process.exitCode, 0);
      assert.match(brief.output(), /"outcome":"stopped"/);
    }
  });

  if (kind === 'sqlite')
    it('exits on SIGTERM even if clients keep connections open', { timeout: 30_000 }, async () => {
      const server = await startServer(env);
      const open = async (text = '') => {
        const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
        // Closed or reset.
        const closed = new Promise((end) => socket.on('error', () => undefined).once('close', end));
        await once(socket, 'connect');
        if (text) await new Promise((written) => socket.write(text, written));
        return { socket, closed };
      };
      const body = JSON.stringify(submission());
      const head = `POST /signups HTTP/1.1\r\nHost: receiver\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
      const unused = await open();
      const keptAlive = await open('GET /health HTTP/1.1\r\nHost: receiver\r\n\r\n');
      await once(keptAlive.socket, 'data');
      const begun = await open(head + body.slice(0, 9));
      const unfinished = await open(head + body.slice(0, 9));
      const ended = server.end('SIGTERM');
      await Promise.all([unused.closed, keptAlive.closed]);
      assert.equal(server.process.exitCode, null);
      begun.socket.write(body.slice(9));
      const [response] = (await once(begun.socket, 'data')) as [string];
      assert.match(response, /^HTTP\/1\.1 201 /);
      await Promise.all([begun.closed, unfinished.closed, ended]);
      assert.equal(server.process.exitCode, 0);
      assert.match(server.output(), /"outcome":"stopped"/);
    });

  if (kind === 'sqlite')
    it('exits on SIGTERM even if the mail server does not respond', { timeout: 30_000 }, async () => {
      const silent = createServer((socket) => socket.on('error', () => undefined).write('220 mail.example ESMTP\r\n'));
      const SMTP_URL = `smtp://127.0.0.1:${await listenOnFreePort(silent)}`;
      const mailing = await startServer({ ...env, SMTP_URL, NOTICE_FROM: 'a@b.example', NOTICE_TO: 'c@d.example' });
      const connected = once(silent, 'connection');
      assert.equal((await send(mailing, submission())).status, 201);
      await connected;
      await mailing.end('SIGTERM');
      assert.equal(mailing.process.exitCode, 0);
      silent.close();
    });

  it('logs JSON lines without personal data', async () => {
    const program = writeProgram(folder, { '@id': '#a' });
    const server = await startServer({ ...env, HAVENKIT_PROGRAM: program });
    await send(server, submission());
    await send(server, submission({ email: 'x' }));
    const lines = server.output().trim().split('\n');
    for (const line of lines) assert.doesNotThrow(() => void JSON.parse(line), line);
    assert.ok(lines.some((line) => line.includes('"outcome":"stored"')));
    await server.end('SIGTERM');
    for (const word of [...Object.values(typed), 'mail.example', '555 0142', '555-0142', '5550142', '127.0.0.1'])
      assert.ok(!server.output().includes(word), word);
  });
});
