import { expect } from '@open-wc/testing';
import { focused, until } from '../../../test-support/index.js';
import { canLeave, fakeEndpoint, json, slowEndpoint } from './fake-endpoint.js';
import { SignupFormPage, undated } from './signup-form.page.js';

/** A form that is sending, in whose place the page puts another element with the same attributes. */
async function replaceWhileSending(
  requests: () => number,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ removed: SignupFormPage; form: SignupFormPage }> {
  const removed = await SignupFormPage.open(undated, attributes);
  await removed.answerAll();
  await removed.send();
  await until(() => requests() === 1);
  removed.element.remove();
  return { removed, form: await SignupFormPage.open(undated, attributes) };
}

describe('sign-up form: another element in its place', () => {
  it('goes on sending, and shows the outcome', async () => {
    const slow = slowEndpoint();
    const { form } = await replaceWhileSending(() => slow.bodies.length);
    await form.reaches('sending');
    await until(() => !!form.all('.questions[inert]')[0]);
    expect(canLeave()).to.equal(false);
    const states: string[] = [];
    form.element.addEventListener('haven-signup', ({ detail }) => states.push(detail.state));
    slow.answer(0, json(201, { reference: 'R-7' }));
    await form.reaches('confirmed');
    await until(() => form.text.includes('R-7') && focused()?.id === 'announcement');
    expect(states).to.deep.equal(['confirmed']);
    expect(slow.bodies).to.have.lengthOf(1);
  });

  it('keeps the answers and the id, however often the element is replaced', async () => {
    const slow = slowEndpoint();
    let form = (await replaceWhileSending(() => slow.bodies.length, { adapter: 'basin' })).form;
    for (let time = 0; time < 2; time++) {
      await form.reaches('sending');
      form.element.remove();
      form = await SignupFormPage.open(undated, { adapter: 'basin' });
    }
    await form.reaches('sending');
    slow.answer(0, json(500, {}));
    await form.reaches('unknown');
    await form.updateComplete;
    expect(form.text).to.contain('Your answers are still here');
    expect(form.field('name').value).to.equal('Ana Ortiz');
    await form.send('Try again');
    await until(() => slow.bodies.length === 2);
    const [first, second] = slow.bodies.map((body) => (body as FormData).get('submissionId'));
    expect(second).to.equal(first);
  });

  it('shows an outcome that was known before there was another element', async () => {
    const slow = slowEndpoint();
    const removed = await SignupFormPage.open();
    await removed.answerAll();
    await removed.send();
    await until(() => slow.bodies.length === 1);
    removed.element.remove();
    slow.answer(0, json(201, { reference: 'R-8' }));
    await removed.reaches('confirmed');
    const form = await SignupFormPage.open();
    await until(() => form.text.includes('R-8'));
    expect(form.state).to.equal('confirmed');
  });

  it('shows no answers if it is in doubt by then, and continues under the same id', async () => {
    const sent = fakeEndpoint('nothing', json(200, { success: true }));
    const removed = await SignupFormPage.open(undated, { adapter: 'web3forms' });
    await removed.answerAll();
    removed.button('Sign up').click();
    removed.element.remove();
    await removed.reaches('unknown');
    const form = await SignupFormPage.open(undated, { adapter: 'web3forms' });
    await form.reaches('unknown');
    await until(() => form.text.includes('an earlier sign-up from this tab'));
    expect(form.field('name').value).to.equal('');
    await form.answerAll();
    await form.send('Try again');
    await until(() => sent.length === 2);
    expect(sent[1]?.fields.get('submissionId')).to.equal(sent[0]?.fields.get('submissionId'));
  });

  it('is a new form for another program or endpoint, beside one that is still there, and after a sign-up', async () => {
    const slow = slowEndpoint();
    const first = await SignupFormPage.open();
    await first.answerAll();
    await first.send();
    await until(() => slow.bodies.length === 1);
    const beside = await SignupFormPage.open();
    first.element.remove();
    const others = [
      await SignupFormPage.open({ ...undated, name: 'Other' }),
      await SignupFormPage.open({ ...undated, endpoint: '/other' }),
    ];
    expect([beside, ...others].map(({ state }) => state)).to.deep.equal(['idle', 'idle', 'idle']);
    const next = await SignupFormPage.open();
    await next.reaches('sending');
    slow.answer(0, json(201, { reference: 'R' }));
    await next.reaches('confirmed');
    next.element.remove();
    expect((await SignupFormPage.open()).state).to.equal('idle');
  });

  it('hears the page about a submission that the removed element handed over', async () => {
    const removed = await SignupFormPage.open(undated, { adapter: 'event' });
    removed.element.addEventListener('haven-signup-request', (event) => event.preventDefault());
    await removed.answerAll();
    await removed.send();
    removed.element.remove();
    const form = await SignupFormPage.open(undated, { adapter: 'event' });
    await form.reaches('sending');
    removed.element.settle({ outcome: 'confirmed', reference: 'P-1' });
    await until(() => form.text.includes('P-1'));
  });
});
