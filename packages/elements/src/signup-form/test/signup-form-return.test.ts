import { expect } from '@open-wc/testing';
import { painted, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import { comeBack, fakeEndpoint, json, useSessionStorage, slowEndpoint } from './fake-endpoint.js';
import { SignupFormPage, undated } from './signup-form.page.js';

describe('sign-up form: return to the page', () => {
  it('neither sends again nor shows what was sent', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'SECRET-REFERENCE' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    comeBack();
    await form.updateComplete;
    expect(form.state).to.equal('idle');
    expect(form.text).not.to.contain('SECRET-REFERENCE');
    expect(form.field('name').value).to.equal('');
    expect(sent).to.have.lengthOf(1);
  });

  it('remembers a late confirmation', async () => {
    useSessionStorage();
    const form = await SignupFormPage.open(undated, { adapter: 'event', draft: 'session' });
    form.element.addEventListener('haven-signup-request', (event) => event.preventDefault());
    await form.answerAll();
    await form.send();
    form.element.settle({ outcome: 'unknown' });
    await form.updateComplete;
    form.element.settle({ outcome: 'confirmed', reference: 'LATE' });
    await until(() => form.text.includes('LATE'));
    expect(sessionStorage.length).to.equal(0);
    comeBack();
    await form.updateComplete;
    expect([form.state, sessionStorage.length]).to.deep.equal(['idle', 0]);
  });

  it('hides a late response after a return, and keeps what was typed since', async () => {
    const slow = slowEndpoint();
    const form = await SignupFormPage.open();
    await form.sendAndComeBack(() => slow.bodies.length);
    await form.fill('name', 'Ben Silva');
    slow.answer(0, json(201, { reference: 'FIRST' }));
    await painted();
    expect([form.state, form.field('name').value]).to.deep.equal(['unknown', 'Ben Silva']);
    expect(form.text).not.to.contain('FIRST');
  });

  it('has another id for another person who continues a draft', async () => {
    useSessionStorage();
    const sent = fakeEndpoint(json(500, {}), json(201, { reference: 'R' }));
    const form = await SignupFormPage.open(undated, { adapter: 'form', draft: 'session' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    comeBack();
    await form.updateComplete;
    expect(form.field('name').value).to.equal('Ana Ortiz');
    await form.fill('name', 'Ben Silva');
    await form.fill('telephone', '(503) 555-0199');
    await form.send('Try again');
    await form.reaches('confirmed');
    expect(sent[1]?.fields.get('submissionId')).not.to.equal(sent[0]?.fields.get('submissionId'));
  });

  it('keeps what was certainly not sent', async () => {
    fakeEndpoint(json(403, { message: 'Closed' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('refused');
    comeBack();
    await form.updateComplete;
    expect([form.state, form.field('name').value]).to.deep.equal(['refused', 'Ana Ortiz']);
  });

  it('continues under the same id for the same person', async () => {
    const sent = fakeEndpoint('hang', json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.sendAndComeBack(() => sent.length);
    await form.send('Try again');
    await form.reaches('confirmed');
    expect(new Set(sent.map(({ body }) => body.submissionId)).size).to.equal(1);
  });

  it('keeps what was typed if nothing was sent, and when the language or settings change', async () => {
    const form = await SignupFormPage.open();
    await form.fill('name', 'Ana Ortiz');
    comeBack();
    form.element.setAttribute('lang', 'es');
    form.element.setAttribute('ask', 'message');
    await form.updateComplete;
    expect(form.field('name').value).to.equal('Ana Ortiz');
    expect(form.text).to.contain('Su nombre');
  });
});
