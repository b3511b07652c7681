import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { createReceiver, type Database, listSignups, type LogEntry, migrate } from '@havenkit/receiver';
import { mailNotice, openDatabase } from '@havenkit/receiver/node';
import { submission, typed } from './support/submission.ts';

/** A promise, and what fulfils it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

describe('notices by e-mail', () => {
  /** Whole mails as they came over the wire, with who they were for. */
  const mails: { from: string; to: string[]; text: string }[] = [];
  /** What the server does with the next mails: refuse so many, or take its time. */
  let refuse = 0;
  let hold: Promise<void> | undefined;
  let arrived = gate();
  let database: Database;
  let entries: LogEntry[] = [];
  let url: string;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
      stream.on('end', () => {
        if (refuse-- > 0) return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text });
        void (hold ?? Promise.resolve()).then(() => {
          done();
          arrived.open();
        });
      });
    },
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    database = openDatabase(':memory:');
    await migrate(database);
  });
  after(async () => {
    await database.query.destroy();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    mails.length = 0;
    refuse = 0;
    hold = undefined;
    arrived = gate();
    entries = [];
  });

  const receiver = (smtp = url, retryAfter: number[] = []) =>
    createReceiver({
      database,
      rateLimit: false,
      notify: mailNotice({ url: smtp, from: 'receiver@practice.example', to: 'desk@practice.example', retryAfter }),
      log: (entry) => entries.push(entry),
    });
  const send = async (app: ReturnType<typeof receiver>, body: object) => {
    const response = await app.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as { reference: string }) };
  };
  const failure = async () => {
    while (!entries.some(({ outcome }) => outcome === 'notice-failed'))
      await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('name the reference, and nothing of the person', async () => {
    const { status, reference } = await send(receiver(), submission());
    assert.equal(status, 201);
    await arrived.opened;
    const [mail] = mails;
    assert.ok(mail);
    assert.equal(mail.from, 'receiver@practice.example');
    assert.deepEqual(mail.to, ['desk@practice.example']);
    assert.match(mail.text, new RegExp(`^Subject: A new sign-up is waiting: ${reference}\\r$`, 'm'));
    // The identifier of the message is random, and may hold "3-5" by chance.
    const said = mail.text.replace(/^Message-ID: .*$/im, '');
    assert.notEqual(said, mail.text);
    for (const word of [...Object.values(typed), 'Eight evenings', '3-5']) assert.ok(!said.includes(word), word);
  });

  it('come once for a sign-up that is sent again, and not for what is not stored', async () => {
    const app = receiver();
    const one = submission();
    await send(app, one);
    await arrived.opened;
    assert.equal((await send(app, one)).status, 200);
    assert.equal((await send(app, submission({ website: 'x' }))).status, 201);
    assert.equal((await send(app, submission({ name: '' }))).status, 400);
    arrived = gate();
    const { reference } = await send(app, submission());
    await arrived.opened;
    assert.equal(mails.length, 2);
    assert.ok(mails[1]?.text.includes(reference));
  });

  it('do not hold up the answer', async () => {
    const slow = gate();
    hold = slow.opened;
    assert.equal((await send(receiver(), submission())).status, 201);
    slow.open();
    await arrived.opened;
  });

  it('are waited for by a host that stops when the answer is out', async () => {
    const tasks: Promise<unknown>[] = [];
    const context = {
      waitUntil: (task: Promise<unknown>) => void tasks.push(task),
      passThroughOnException: () => undefined,
    };
    const request = new Request('https://receiver.example/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(submission()),
    });
    const response = await receiver().fetch(request, {}, { ...context, props: {} });
    assert.equal(response.status, 201);
    assert.equal(tasks.length, 1);
    await Promise.all(tasks);
    assert.equal(mails.length, 1);
  });

  it('are sent again when the mail server is busy', async () => {
    refuse = 2;
    const { reference } = await send(receiver(url, [5, 5]), submission());
    await arrived.opened;
    assert.equal(mails.length, 1);
    assert.ok(mails[0]?.text.includes(reference));
    assert.ok(entries.every(({ outcome }) => outcome === 'stored'));
  });

  it('that fail are logged, and the sign-up is stored all the same', async () => {
    refuse = 10;
    const one = submission();
    assert.equal((await send(receiver(url, [5]), one)).status, 201);
    await failure();
    const rows = await listSignups(database);
    assert.ok(rows.some((row) => row.submission_id === one['submissionId']));
    const text = JSON.stringify(entries);
    for (const word of [...Object.values(typed), 'practice.example']) assert.ok(!text.includes(word), word);
  });

  it('that nobody takes fail in the same way', async () => {
    // A port of our own that is closed again: nobody answers there.
    const closed = new SMTPServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.server.address() as AddressInfo;
    await new Promise<void>((resolve) => closed.close(resolve));
    assert.equal((await send(receiver(`smtp://127.0.0.1:${port}`), submission())).status, 201);
    await failure();
    assert.equal(entries.find(({ outcome }) => outcome === 'notice-failed')?.error?.code, 'ESOCKET');
  });
});
