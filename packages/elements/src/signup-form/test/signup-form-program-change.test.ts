import { expect, fixture } from '@open-wc/testing';
import { until } from '../../../test-support/index.js';
import { fakeEndpoint, json, useSessionStorage, slowEndpoint } from './fake-endpoint.js';
import type { SignupForm } from '../signup-form.js';
import { SignupFormPage, undated } from './signup-form.page.js';

const other = { endpoint: '/signups', name: 'Other program', provider: { telephone: '+1-919-555-0100' } };

async function change(form: SignupFormPage): Promise<void> {
  form.element.config = other;
  await form.updateComplete;
  await form.updateComplete;
}

describe('sign-up form: another program', () => {
  it('begins a new form with the same answers', async () => {
    const sent = fakeEndpoint(json(409, { code: 'full' }), json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('full');
    await change(form);
    expect([form.state, form.field('name').value]).to.deep.equal(['idle', 'Ana Ortiz']);
    expect(form.text).to.contain('Other program').and.not.contain('filled up');
    form.field('consent').checked = true;
    await form.send();
    await form.reaches('confirmed');
    expect(sent[1]?.body).to.include({ program: 'Other program' });
    expect(sent[1]?.body.submissionId).not.to.equal(sent[0]?.body.submissionId);
  });

  it('waits until the outcome is known and shown, then begins a new form', async () => {
    useSessionStorage();
    const slow = slowEndpoint();
    const form = await SignupFormPage.open(undated, { draft: 'session', adapter: 'form' });
    await form.answerAll();
    await form.send();
    await until(() => slow.bodies.length === 1);
    await change(form);
    slow.answer(0, json(500, {}));
    await form.reaches('unknown');
    expect(form.text).to.contain('Growing Secure').and.not.contain('Other');
    await form.send('Try again');
    await until(() => slow.bodies.length === 2);
    slow.answer(1, json(200, { reference: 'R-1' }));
    await until(() => form.text.includes('R-1'));
    expect(form.text).to.match(/^Growing Secure We got your sign-up/);
    expect(sessionStorage.length).to.equal(0);
    form.element.config = { ...undated, description: 'Changed' };
    await form.updateComplete;
    await change(form);
    expect([form.state, form.field('name').value]).to.deep.equal(['idle', '']);
    expect(form.text).to.contain('Other program');
  });

  it('shows the outcome if it arrives together with another program, and then offers the other program', async () => {
    const form = await SignupFormPage.open(undated, { adapter: 'event' });
    form.element.addEventListener('haven-signup-request', (event) => event.preventDefault(), { once: true });
    await form.answerAll();
    await form.send();
    form.element.config = other;
    form.element.settle({ outcome: 'confirmed', reference: 'R-1' });
    await until(() => form.text.includes('R-1'));
    expect(form.text).to.match(/^Growing Secure We got your sign-up/);
    form.button('Sign up for Other program').click();
    await until(() => form.text.startsWith('Sign up for Other program'));
    expect(form.state).to.equal('idle');
  });

  it('is not begun from a part of a configuration: the fallback content stays, and nothing is asked', async () => {
    const element = await fixture<SignupForm>(
      '<haven-signup-form name="Growing Secure" endpoint="/signups" telephone="+1-503-555-0142">' +
        '<script type="application/json">{ "hasCourseInstance": [{ "name": "Tuesdays" }, ] }</script>' +
        '<p>Call 503-555-0142</p></haven-signup-form>',
    );
    const form = new SignupFormPage(element);
    expect(form.all('form, [part=form]')).to.deep.equal([]);
    expect(form.all('slot')[0]!.hidden).to.equal(false);
    expect(element.problems.map(({ code, path }) => [code, path])).to.deep.equal([['invalid-json', 'script']]);
    element.querySelector('script')!.textContent = '{}';
    await until(() => form.text.includes('Sign up for Growing Secure'));
    // What somebody is typing is not taken away by a later mistake.
    await form.fill('name', 'Ana Ortiz');
    element.setAttribute('config', '{');
    await form.updateComplete;
    expect(form.field('name').value).to.equal('Ana Ortiz');
    expect(element.problems.at(-1)).to.include({ code: 'invalid-json', path: 'config' });
  });
});
