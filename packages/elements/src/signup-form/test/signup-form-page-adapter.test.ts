import { expect } from '@open-wc/testing';
import { until } from '../../../test-support/index.js';
import type { Result } from '../model/result.js';
import type { SignupForm, Submission } from '../signup-form.js';
import { holdTimeouts } from './fake-endpoint.js';
import { SignupFormPage, undated } from './signup-form.page.js';

describe('sign-up form: page as the endpoint', () => {
  it('hands the sign-up to the page and takes its answer', async () => {
    const form = await SignupFormPage.open(undated, { adapter: 'event' });
    const taken: Submission[] = [];
    form.element.addEventListener('haven-signup-request', (event) => {
      event.preventDefault();
      taken.push(event.detail.submission);
    });
    await form.answerAll();
    await form.send();
    await until(() => taken.length === 1);
    expect([taken[0]!.name, form.state]).to.deep.equal(['Ana Ortiz', 'sending']);
    form.element.setAttribute('result', JSON.stringify({ outcome: 'confirmed', reference: 'WIX-1' }));
    await form.reaches('confirmed');
    expect(form.text).to.contain('WIX-1');
  });

  it('assigns an answer to the sign-up that it names', async () => {
    const form = await SignupFormPage.open(undated, { adapter: 'event' });
    const ids: string[] = [];
    form.element.addEventListener('haven-signup-request', (event) => {
      event.preventDefault();
      ids.push(event.detail.submission.submissionId);
    });
    await form.answerAll();
    await form.send();
    await until(() => ids.length === 1);
    form.element.settle({ outcome: 'unknown' });
    await form.updateComplete;
    await form.clear();
    await form.answerAll();
    await form.send();
    await until(() => ids.length === 2);
    const [first, second] = ids as [string, string];
    form.element.settle({ outcome: 'confirmed', reference: 'FIRST', submissionId: first });
    expect(form.state).to.equal('sending');
    form.element.settle({ outcome: 'confirmed', reference: 'SECOND', submissionId: second });
    await until(() => form.text.includes('SECOND'));
  });

  it('does not know what became of it after an unreadable answer, and reports that', async () => {
    const answers: [string, (element: SignupForm) => void][] = [
      ['settle()', (element) => element.settle({} as Result)],
      ['settle()', (element) => element.settle(undefined as unknown as Result)],
      ['result', (element) => element.setAttribute('result', '{bad')],
      ['result', (element) => element.setAttribute('result', '{"outcome":"sending"}')],
    ];
    for (const [path, answer] of answers) {
      const form = await SignupFormPage.open(undated, { adapter: 'event' });
      form.element.addEventListener('haven-signup-request', (event) => event.preventDefault());
      const errors: object[] = [];
      form.element.addEventListener('haven-error', ({ detail }) => errors.push(detail));
      await form.answerAll();
      await form.send();
      await form.reaches('sending');
      answer(form.element);
      await form.reaches('unknown');
      await form.updateComplete;
      const message = `${path}: expected an outcome, one of confirmed, unconfirmed, refused, full, retry, unknown`;
      expect(errors).to.deep.equal([{ code: 'invalid-value', message, path }]);
      // What it says later counts.
      form.element.settle({ outcome: 'confirmed' });
      await form.reaches('confirmed');
    }
  });

  it('is unknown without an answer in time, and accepts a late one', async () => {
    const timeouts = holdTimeouts();
    const form = await SignupFormPage.open(undated, { adapter: 'event' });
    await form.answerAll();
    await form.send();
    await until(() => timeouts.length === 1);
    timeouts.pass();
    await form.reaches('unknown');
    expect(form.field('name').value).to.equal('Ana Ortiz');
    form.element.settle({ outcome: 'confirmed', reference: 'LATE' });
    await form.reaches('confirmed');
  });
});
