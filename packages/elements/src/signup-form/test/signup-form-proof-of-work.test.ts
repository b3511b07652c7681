import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { atEnd, painted, until } from '../../../test-support/index.js';
import { comeBack, fakeEndpoint, holdTimeouts, json, recordWarnings, retryAtOnce, type Sent } from './fake-endpoint.js';
import { announcementIsFocused, SignupFormPage, undated } from './signup-form.page.js';

const secret = 'of a test';

const challenge = async (): Promise<Response> =>
  json(
    200,
    await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 20,
      counter: 5,
      deriveKey,
      hmacSignatureSecret: secret,
      hmacKeySignatureSecret: secret,
    }),
  );

const solved = async ({ body }: Sent): Promise<boolean> => {
  const payload = JSON.parse(atob(body.altcha!)) as Payload;
  return (await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret })).verified;
};

const openWithChallenge = (attributes: Record<string, string> = {}): Promise<SignupFormPage> =>
  SignupFormPage.open(undated, { challenge: '/challenge', ...attributes });

const paths = (sent: readonly Sent[]): string[] => sent.map(({ url }) => new URL(url).pathname);

describe('sign-up form: proof of work', () => {
  it('requests a challenge on sending and not before, and sends the solution', async () => {
    const sent = fakeEndpoint(await challenge(), json(201, { reference: 'R' }));
    const form = await openWithChallenge();
    await form.answerAll();
    expect(sent).to.deep.equal([]);
    await form.send();
    await form.reaches('confirmed');
    expect(paths(sent)).to.deep.equal(['/challenge', '/signups']);
    expect(await solved(sent[1]!)).to.equal(true);
  });

  it('sends the same solution under the same id while it is unknown whether it arrived', async () => {
    retryAtOnce();
    const sent = fakeEndpoint(await challenge(), 'nothing', json(503, {}), json(201, { reference: 'R' }));
    const form = await openWithChallenge();
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    expect(paths(sent)).to.deep.equal(['/challenge', '/signups', '/signups', '/signups']);
    expect(new Set(sent.slice(1).map(({ body }) => `${body.submissionId} ${body.altcha}`)).size).to.equal(1);
  });

  it('gets another challenge automatically if the solution came too late, under the same id', async () => {
    retryAtOnce();
    const sent = fakeEndpoint(
      await challenge(),
      json(403, { code: 'challenge' }),
      await challenge(),
      json(201, { reference: 'R' }),
    );
    const form = await openWithChallenge();
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    const [, first, , second] = sent;
    expect(first!.body.submissionId).to.equal(second!.body.submissionId);
    expect(first!.body.altcha).not.to.equal(second!.body.altcha);
    expect(await solved(second!)).to.equal(true);
  });

  it('reports that nothing was sent if it cannot solve the challenge; another attempt works', async () => {
    const sent = fakeEndpoint(
      'nothing',
      json(429, { code: 'too-many' }),
      json(200, { parameters: { algorithm: 'ARGON2ID' } }),
      await challenge(),
      json(201, { reference: 'R' }),
    );
    const form = await openWithChallenge();
    await form.answerAll();
    for (const name of ['Sign up', 'Try again', 'Try again']) {
      await form.send(name);
      await until(() => form.state === 'offline' && announcementIsFocused());
      expect(form.text).to.contain('was not sent').and.to.contain('still here.').and.to.contain('+1-503-555-0142');
      expect(form.field('name').value).to.equal('Ana Ortiz');
    }
    await form.send('Try again');
    await form.reaches('confirmed');
    expect(paths(sent)).to.deep.equal([...Array<string>(4).fill('/challenge'), '/signups']);
  });

  it('gives up if the challenge takes too long', async () => {
    const timeouts = holdTimeouts();
    const sent = fakeEndpoint('hang');
    const form = await openWithChallenge();
    await form.answerAll();
    await form.send();
    await until(() => timeouts.length === 1 && sent.length === 1);
    timeouts.pass();
    await form.reaches('offline');
    expect(paths(sent)).to.deep.equal(['/challenge']);
  });

  it('stops solving when somebody leaves, and sends nothing', async () => {
    const { deriveBits } = SubtleCrypto.prototype;
    atEnd(() => (SubtleCrypto.prototype.deriveBits = deriveBits));
    let attempts = 0;
    SubtleCrypto.prototype.deriveBits = function (...all) {
      attempts++;
      return deriveBits.apply(this, all);
    };
    // Practically impossible to solve.
    const endless = { algorithm: 'PBKDF2/SHA-256', cost: 20, keyPrefix: 'f'.repeat(64) };
    const sent = fakeEndpoint(
      json(200, await createChallenge({ ...endless, deriveKey })),
      json(201, { reference: 'R' }),
    );
    const form = await openWithChallenge();
    await form.answerAll();
    await form.send();
    await until(() => attempts > 3);
    comeBack();
    await painted();
    const before = attempts;
    await painted();
    await painted();
    expect([form.state, paths(sent), attempts]).to.deep.equal(['unknown', ['/challenge'], before]);
  });

  it('never requests a challenge from another site, and reports the setting', async () => {
    const warned = recordWarnings();
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await openWithChallenge({ challenge: 'https://elsewhere.example/challenge' });
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    expect(paths(sent)).to.deep.equal(['/signups']);
    expect(sent[0]!.body).not.to.have.property('altcha');
    expect(warned.join()).to.contain('challenge: expected');
  });
});
