import { expect } from '@open-wc/testing';
import { atEnd, focused, painted, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import type { Submission } from '../signup-form.js';
import { fakeEndpoint, json, retryAtOnce, slowEndpoint, useSessionStorage } from './fake-endpoint.js';
import { announcementIsFocused, SignupFormPage, textOf, undated } from './signup-form.page.js';

describe('sign-up form: retries', () => {
  it('reports that it is unknown whether it arrived, keeps the answers, shows the number, and retries under the same id', async () => {
    retryAtOnce();
    const sent = fakeEndpoint('nothing', 'nothing', 'nothing', 'nothing', json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    expect(form.text)
      .to.contain('We do not know if your sign-up arrived')
      .and.to.contain('will not be signed up twice');
    expect(form.text.split('You can also call us at +1-503-555-0142')).to.have.lengthOf(2);
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
    expect(form.text).to.contain('If we get it twice').and.not.to.contain('will not be signed up twice');
  });

  it('is a new form with another id after it was cleared', async () => {
    const sent = fakeEndpoint('nothing', json(200, { success: true }));
    const form = await SignupFormPage.open(undated, { adapter: 'web3forms' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    await form.clear();
    expect([form.state, form.field('name').value]).to.deep.equal(['idle', '']);
    expect(form.text).not.to.contain('We do not know');
    await form.answerAll();
    await form.send();
    await until(() => sent.length === 2);
    expect(sent[0]!.fields.get('submissionId')).not.to.equal(sent[1]!.fields.get('submissionId'));
  });

  it('asks before it clears the form, and warns that the sign-up in doubt may count twice', async () => {
    fakeEndpoint('nothing');
    const form = await SignupFormPage.open(undated, { adapter: 'web3forms' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    form.button('Clear the form').click();
    await form.updateComplete;
    await until(() => focused() === form.button('No, keep my answers'));
    const question = form.all(`#${focused()!.getAttribute('aria-describedby')}`)[0];
    expect(textOf(question)).to.equal(
      'Clear everything you entered? If you clear the form and sign up again, we may get it twice.',
    );
    form.button('No, keep my answers').click();
    await form.updateComplete;
    await until(() => focused() === form.button('Clear the form'));
    expect([form.state, form.field('name').value]).to.deep.equal(['unknown', 'Ana Ortiz']);
  });

  it('waits as long as the endpoint requests and retries automatically', async () => {
    const slow = slowEndpoint();
    retryAtOnce();
    const form = await SignupFormPage.open();
    await form.answerAll();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    atEnd(() => elsewhere.remove());
    await form.send();
    await until(() => slow.bodies.length === 1 && focused() === form.all('[type=submit]')[0]);
    elsewhere.focus();
    for (const [index, status] of [429, 503].entries()) {
      slow.answer(index, json(status, {}, { 'Retry-After': '0' }));
      await until(() => slow.bodies.length === index + 2);
    }
    // The focus stays elsewhere until there is an outcome to read.
    expect(focused()).to.equal(elsewhere);
    slow.answer(2, json(201, { reference: 'R' }));
    await form.reaches('confirmed');
    await until(() => announcementIsFocused());
    const ids = slow.bodies.map((body) => (JSON.parse(body as string) as Submission).submissionId);
    expect(new Set(ids).size).to.equal(1);
  });

  it('shows an error only while there is one', async () => {
    fakeEndpoint(json(403, {}));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('refused');
    await form.fill('name', '');
    await form.send('Try again');
    await until(() => form.text.includes('There is 1 problem'));
    expect(form.text).not.to.contain('did not go through');
    await form.fill('name', 'Ana Ortiz');
    await form.send('Try again');
    await until(() => form.text.includes('did not go through'));
    expect(form.text).not.to.contain('There is 1 problem');
    expect(form.field('name').getAttribute('aria-invalid')).to.equal('false');
  });

  it('says how long to wait instead of offering a button that does nothing, even in a cleared form', async () => {
    useSessionStorage();
    const sent = fakeEndpoint(json(429, {}, { 'Retry-After': '90' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await until(() => form.text.includes('Wait 2 minutes before you try again.'));
    expect(form.text).to.contain('did not go through');
    expect(form.all('[type=submit]')).to.deep.equal([]);
    form.element.setAttribute('draft', 'session');
    await form.updateComplete;
    await form.clear();
    await form.answerAll();
    form.all<HTMLFormElement>('form')[0]!.requestSubmit();
    await form.updateComplete;
    expect(form.text).to.contain('Wait 2 minutes before you try again.');
    expect(form.all('[type=submit]')).to.deep.equal([]);
    expect(sent).to.have.lengthOf(1);
  });

  it('waits as long as it should, whatever happens to the clock of this device', async () => {
    for (const hours of [-48, 48]) {
      const sent = fakeEndpoint(json(429, {}, { 'Retry-After': '90' }));
      const form = await SignupFormPage.open();
      await form.answerAll();
      await form.send();
      await until(() => form.text.includes('Wait 2 minutes'));
      const { now } = Date;
      atEnd(() => (Date.now = now));
      Date.now = () => now() + hours * 3_600_000;
      form.all<HTMLFormElement>('form')[0]!.requestSubmit();
      form.element.requestUpdate();
      await form.updateComplete;
      expect([sent.length, form.text.includes('Wait 2 minutes')], `${hours}`).to.deep.equal([1, true]);
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
      await until(() => form.text.includes(`Wait ${shown} before you try again.`));
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
