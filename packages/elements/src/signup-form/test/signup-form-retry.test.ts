import { expect } from '@open-wc/testing';
import { atEnd, click, painted, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import type { Submission } from '../signup-form.js';
import { fakeEndpoint, json, retryAtOnce, slowEndpoint } from './fake-endpoint.js';
import { announcementIsFocused, SignupFormPage, undated } from './signup-form.page.js';

describe('sign-up form: retries', () => {
  it('reports that it is unknown whether it arrived, keeps the answers, shows the number, and retries under the same id', async () => {
    retryAtOnce();
    const sent = fakeEndpoint('nothing', 'nothing', 'nothing', 'nothing', json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    expect(form.text).to.contain('We do not know whether your sign-up arrived').and.to.contain('counts once');
    expect(form.text.split('You can also call +1-503-555-0142')).to.have.lengthOf(2);
    expect(form.all<HTMLAnchorElement>('[href^="tel:"]').map(({ href }) => href)).to.deep.equal(['tel:+15035550142']);
    expect(form.field('name').value).to.equal('Ana Ortiz');
    await until(() => announcementIsFocused());
    await form.send('Try again');
    await form.reaches('confirmed');
    expect(sent).to.have.lengthOf(5);
    expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
  });

  it('does not retry automatically if a sign-up could count twice', async () => {
    const sent = fakeEndpoint('nothing');
    const form = await SignupFormPage.open(undated, { adapter: 'basin' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    expect(sent).to.have.lengthOf(1);
    expect(form.text).to.contain('it may arrive twice').and.not.to.contain('counts once');
  });

  it('is a new form with another id after it was cleared', async () => {
    const sent = fakeEndpoint('nothing', json(200, { success: true }));
    const form = await SignupFormPage.open(undated, { adapter: 'web3forms' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    await click(form.button('Clear the form'));
    await form.updateComplete;
    expect([form.state, form.field('name').value]).to.deep.equal(['idle', '']);
    expect(form.text).not.to.contain('We do not know');
    await form.answerAll();
    await form.send();
    await until(() => sent.length === 2);
    expect(sent[0]!.fields.get('submissionId')).not.to.equal(sent[1]!.fields.get('submissionId'));
  });

  it('waits as long as the endpoint requests and retries automatically', async () => {
    const sent = fakeEndpoint(
      json(429, {}, { 'Retry-After': '0' }),
      json(503, {}, { 'Retry-After': '0' }),
      json(201, { reference: 'R' }),
    );
    retryAtOnce();
    const form = await SignupFormPage.open();
    await form.answerAll();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    atEnd(() => elsewhere.remove());
    const tries: boolean[] = [];
    form.element.addEventListener('haven-signup', () => {
      if (form.state !== 'sending') return;
      tries.push(document.activeElement === elsewhere);
      elsewhere.focus();
    });
    await form.send();
    await form.reaches('confirmed');
    expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
    expect(sent.length).to.equal(3);
    // The focus stays elsewhere until there is an outcome to read.
    expect(tries).to.deep.equal([false, false, true]);
  });

  it('shows an error only while there is one, and the remaining wait even in a cleared form', async () => {
    const sent = fakeEndpoint(json(429, {}, { 'Retry-After': '90' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await until(() => form.text.includes('Try again in 2 min.'));
    await form.fill('name', '');
    await form.send('Try again');
    await until(() => form.text.includes('There is a problem'));
    await form.fill('name', 'Ana Ortiz');
    await form.send('Try again');
    await until(() => !form.text.includes('There is a problem'));
    expect(form.text).to.contain('was not taken').and.to.contain('Try again in 2 min.');
    expect(form.field('name').getAttribute('aria-invalid')).to.equal(null);
    form.element.setAttribute('draft', 'session');
    await form.updateComplete;
    form.button('Clear the form').click();
    await form.updateComplete;
    await form.answerAll();
    await form.send();
    expect(form.text).to.contain('Try again in 2 min.');
    expect(sent).to.have.lengthOf(1);
  });

  it('waits as long as it should, whatever happens to the clock of this device', async () => {
    for (const hours of [-48, 48]) {
      const sent = fakeEndpoint(json(429, {}, { 'Retry-After': '90' }));
      const form = await SignupFormPage.open();
      await form.answerAll();
      await form.send();
      await until(() => form.text.includes('Try again in 2 min.'));
      const { now } = Date;
      atEnd(() => (Date.now = now));
      Date.now = () => now() + hours * 3_600_000;
      form.element.requestUpdate();
      await form.send('Try again');
      expect([sent.length, form.text.includes('Try again in 2 min.')], `${hours}`).to.deep.equal([1, true]);
      Date.now = now;
    }
  });

  it('shows a long wait in hours, and never more than a day', async () => {
    const date = 'Fri, 02 Jan 1970 00:00:00 GMT';
    for (const [retryAfter, shown] of [
      ['7200', '2 hours'],
      ['999999999', '24 hours'],
      ['Fri, 02 Jan 1970 03:00:00 GMT', '3 hours'],
    ] as const) {
      fakeEndpoint(json(429, {}, { 'Retry-After': retryAfter, Date: date }));
      const form = await SignupFormPage.open();
      await form.answerAll();
      await form.send();
      await until(() => form.text.includes(`Try again in ${shown}.`));
    }
  });

  it('sends an unchanged submission again, even if the language of the form has changed', async () => {
    const sent = fakeEndpoint('nothing', json(201, { reference: 'R' }));
    const form = await SignupFormPage.open(undated, { adapter: 'wix', endpoint: '/_functions/signup' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    form.element.lang = 'es';
    await form.updateComplete;
    form.field('consent').checked = true;
    await form.send('Intentar de nuevo');
    await form.reaches('confirmed');
    expect(sent[1]?.body).to.deep.equal(sent[0]?.body);
  });

  it('assigns a response to its own sign-up, and gives another person another id', async () => {
    const slow = slowEndpoint();
    const form = await SignupFormPage.open();
    await form.sendAndComeBack(() => slow.bodies.length);
    await form.fill('name', 'Ben Silva');
    await form.fill('telephone', '(503) 555-0199');
    await form.send('Try again');
    await until(() => slow.bodies.length === 2);
    const sent = slow.bodies.map((body) => JSON.parse(body as string) as Submission);
    expect(sent[1]).to.include({ name: 'Ben Silva' }).and.not.include({ submissionId: sent[0]?.submissionId });
    slow.answer(0, json(201, { reference: 'FIRST' }));
    await painted();
    expect(form.state).to.equal('sending');
    slow.answer(1, json(201, { reference: 'SECOND' }));
    await form.reaches('confirmed');
    expect(form.text).to.contain('SECOND');
  });
});
