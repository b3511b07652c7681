import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { createReceiver, type Database, listSignups, type LogEntry, migrate } from '@havenkit/receiver';
import { mailNotice, openDatabase } from '@havenkit/receiver/node';
import { freePort, listenOnFreePort, send, signupRequest } from './support/http.ts';
import { submission, typed } from './support/submission.ts';
import { deferred, waitFor, within } from './support/wait.ts';

describe('notices by email', () => {
  /** Complete messages as received, with their envelopes. */
  const mails: { from: string; to: string[]; text: string }[] = [];
  /** How many of the next messages the server refuses. */
  let refuse = 0;
  /** The server waits for this before it accepts a message. */
  let hold: Promise<void> | undefined;
  let arrived = deferred();
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
          arrived.resolve();
        });
      });
    },
  });

  before(async () => {
    url = `smtp://127.0.0.1:${await listenOnFreePort(server.server)}`;
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
    arrived = deferred();
    entries = [];
  });

  const receiver = (smtp = url, retryAfter: number[] = []) =>
    createReceiver({
      database,
      rateLimit: false,
      notify: mailNotice({ url: smtp, from: 'receiver@practice.example', to: 'desk@practice.example', retryAfter }),
      log: (entry) => entries.push(entry),
    });
  const failure = () =>
    waitFor('the log entry "notice-failed"', () => entries.some(({ outcome }) => outcome === 'notice-failed'));

  it('contain the reference, and nothing about the person', async () => {
    const { status, body } = await send(receiver(), submission());
    assert.equal(status, 201);
    await within('the email', arrived.promise);
    const [mail] = mails;
    assert.ok(mail);
    assert.equal(mail.from, 'receiver@practice.example');
    assert.deepEqual(mail.to, ['desk@practice.example']);
    assert.match(mail.text, new RegExp(`^Subject: New sign-up: ${body.reference}\\r$`, 'm'));
    assert.match(mail.text, new RegExp(`^You have a new sign-up\\. Reference number: ${body.reference}\\.\\r$`, 'm'));
    // The message id and the reference are random, and may contain "3-5" by chance.
    const withoutId = mail.text.replace(/^Message-ID: .*$/im, '');
    assert.notEqual(withoutId, mail.text);
    const text = withoutId.replaceAll(`${body.reference}`, '');
    for (const word of [...Object.values(typed), 'Eight evenings', '3-5']) assert.ok(!text.includes(word), word);
  });

  it('tell a sign-up on the waiting list from one with a place', async () => {
    const sendNotice = mailNotice({ url, from: 'receiver@practice.example', to: 'desk@practice.example' });
    await sendNotice({ reference: 'K7QX-3MTD', waitingList: true });
    assert.match(mails[0]?.text ?? '', /^Subject: New waiting list sign-up: K7QX-3MTD\r$/m);
    assert.match(
      mails[0]?.text ?? '',
      /^You have a new sign-up for the waiting list\. Reference number: K7QX-3MTD\.\r$/m,
    );
  });

  it('are sent once per stored sign-up, and not for retries or refusals', async () => {
    const app = receiver();
    const signup = submission();
    await send(app, signup);
    await within('the email', arrived.promise);
    assert.equal((await send(app, signup)).status, 200);
    assert.equal((await send(app, submission({ website: 'x' }))).status, 201);
    assert.equal((await send(app, submission({ name: '' }))).status, 400);
    arrived = deferred();
    const { body } = await send(app, submission());
    await within('the email', arrived.promise);
    assert.equal(mails.length, 2);
    assert.ok(mails[1]?.text.includes(`${body.reference}`));
  });

  it('do not delay the response', async () => {
    const slow = deferred();
    hold = slow.promise;
    assert.equal((await send(receiver(), submission())).status, 201);
    slow.resolve();
    await within('the email', arrived.promise);
  });

  it('keep the host from stopping after the response', async () => {
    const tasks: Promise<unknown>[] = [];
    const context = {
      waitUntil: (task: Promise<unknown>) => void tasks.push(task),
      passThroughOnException: () => undefined,
    };
    const request = new Request('https://receiver.example/signups', signupRequest(submission()));
    const response = await receiver().fetch(request, {}, { ...context, props: {} });
    assert.equal(response.status, 201);
    assert.equal(tasks.length, 1);
    await Promise.all(tasks);
    assert.equal(mails.length, 1);
  });

  it('are retried when the mail server is busy', async () => {
    refuse = 2;
    const { body } = await send(receiver(url, [5, 5]), submission());
    await within('the email', arrived.promise);
    assert.equal(mails.length, 1);
    assert.ok(mails[0]?.text.includes(`${body.reference}`));
    assert.ok(entries.every(({ outcome }) => outcome === 'stored'));
  });

  it('are logged if they fail, and the sign-up stays stored', async () => {
    refuse = 10;
    const signup = submission();
    assert.equal((await send(receiver(url, [5]), signup)).status, 201);
    await failure();
    const rows = await listSignups(database);
    assert.ok(rows.some((row) => row.submission_id === signup['submissionId']));
    const text = JSON.stringify(entries);
    for (const word of [...Object.values(typed), 'practice.example']) assert.ok(!text.includes(word), word);
  });

  it('are logged if there is no mail server', async () => {
    assert.equal((await send(receiver(`smtp://127.0.0.1:${await freePort()}`), submission())).status, 201);
    await failure();
    assert.equal(entries.find(({ outcome }) => outcome === 'notice-failed')?.error?.code, 'ESOCKET');
  });
});
