import { expect } from '@open-wc/testing';
import { atEnd, focused, painted, until } from '../../../test-support/index.js';
import type { HavenSignupEvent, SignupForm } from '../signup-form.js';
import {
  canLeave,
  comeBack,
  fakeEndpoint,
  json,
  seemOffline,
  slowEndpoint,
  useSessionStorage,
} from './fake-endpoint.js';
import { announcementIsFocused, dated, SignupFormPage, textOf, undated } from './signup-form.page.js';

describe('sign-up form: sending', () => {
  it('sends the answers once, with an id, and shows the reference and the next step', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'HK-7Q2M' }));
    const form = await SignupFormPage.open(undated, {
      lang: 'en',
      keeps: '6 months',
      'response-time': 'We call you within two days.',
    });
    const seen: object[] = [];
    form.element.addEventListener('haven-signup', ({ detail }: HavenSignupEvent) => seen.push(detail));
    await form.answerAll();
    const button = form.button('Sign up');
    button.click();
    button.click();
    await form.updateComplete;
    button.click();
    await form.reaches('confirmed');
    expect(sent).to.have.lengthOf(1);
    const { url, headers, body } = sent[0]!;
    const { submissionId, elapsed, ...rest } = body;
    expect(new URL(url).pathname).to.equal('/signups');
    expect(headers.get('Idempotency-Key')).to.equal(`"${submissionId}"`);
    expect(submissionId).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(elapsed).to.be.at.least(0);
    expect(rest).to.deep.equal({
      program: 'Growing Secure',
      format: 'individual',
      name: 'Ana Ortiz',
      telephone: '(503) 555-0142',
      preferredContact: 'telephone',
      leaveMessage: 'yes',
      consent: {
        given: true,
        version: '2',
        text: 'I agree that Riverbend Family Center may keep what I enter here to reply to me and plan the program. It is kept for 6 months.',
      },
      locale: 'en',
    });
    await until(() => announcementIsFocused());
    expect(form.text)
      .to.contain('We got your sign-up')
      .and.to.contain('HK-7Q2M')
      .and.to.contain('within two days')
      .and.to.contain('+1-503-555-0142');
    expect(seen).to.deep.equal([{ state: 'sending' }, { state: 'confirmed', reference: 'HK-7Q2M' }]);
  });

  it('accepts no typing while it is sending, and asks before leaving', async () => {
    fakeEndpoint('hang');
    const form = await SignupFormPage.open();
    await form.answerAll();
    expect(canLeave()).to.equal(true);
    await form.send();
    await until(() => focused() === form.all('[type=submit]')[0]);
    form.field('name').focus();
    expect(focused()?.id).not.to.equal('name');
    expect(canLeave()).to.equal(false);
    comeBack();
    await form.updateComplete;
    expect([form.state, canLeave(), form.field('name').value]).to.deep.equal(['unknown', true, '']);
    expect(form.text).to.contain('We do not know').and.not.to.contain('still here.');
  });

  it('says that it is sending, and after ten seconds that it is still trying, but nothing beside the outcome', async () => {
    const slow = slowEndpoint();
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    const start = performance.now();
    expect([form.text.includes('Sending…'), form.announced]).to.deep.equal([true, '']);
    const after = async (seconds: number): Promise<void> => {
      performance.now = () => start + seconds * 1000;
      form.element.requestUpdate();
      await form.updateComplete;
    };
    atEnd(() => Reflect.deleteProperty(performance, 'now'));
    await after(2);
    expect(form.announced).to.equal('Sending…');
    await after(11);
    expect(form.announced).to.equal('Still trying. Keep this page open.');
    expect(form.text).not.to.contain('Sending…');
    await until(() => slow.bodies.length === 1);
    slow.answer(0, json(403, {}));
    await form.reaches('refused');
    await form.updateComplete;
    expect([form.announced, form.text.includes('Still trying')]).to.deep.equal(['', false]);
    await until(() => announcementIsFocused());
  });

  it('announces by itself that it takes long', async () => {
    const { setTimeout: start } = window;
    atEnd(() => Object.assign(window, { setTimeout: start }));
    const asked: number[] = [];
    Object.assign(window, { setTimeout: (act: () => void, delay = 0) => (asked.push(delay), start(act, delay)) });
    fakeEndpoint('hang');
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await until(() => form.announced === 'Sending…');
    expect(asked.some((delay) => delay > 8000 && delay <= 9000)).to.equal(true);
  });

  it('is sent and confirmed although the browser claims to be offline', async () => {
    seemOffline();
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    expect(sent).to.have.lengthOf(1);
  });

  it('does not claim that nothing was sent if the connection is lost after the request has left', async () => {
    const sent = fakeEndpoint('nothing');
    const form = await SignupFormPage.open(undated, { adapter: 'formspree' });
    await form.answerAll();
    form.element.addEventListener('haven-signup', seemOffline, { once: true });
    await form.send();
    await form.reaches('unknown');
    await form.updateComplete;
    expect(sent).to.have.lengthOf(1);
    expect(form.text)
      .to.contain('We do not know if your sign-up arrived')
      .and.to.contain('You may be offline. Check your connection first.')
      .and.to.contain('If we get it twice')
      .and.not.to.contain('was not sent');
  });

  it('says nothing about the connection while the browser has one', async () => {
    fakeEndpoint('nothing');
    const form = await SignupFormPage.open(undated, { adapter: 'formspree' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    await form.updateComplete;
    expect(form.text).not.to.contain('offline');
  });

  it('measures how long the form was open by a clock that nobody can set back', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    const { now } = Date;
    atEnd(() => (Date.now = now));
    Date.now = () => now() - 3_600_000;
    await form.send();
    await form.reaches('confirmed');
    expect(sent[0]!.body.elapsed).to.be.within(0, 60_000);
    expect(Number.isInteger(sent[0]!.body.elapsed)).to.equal(true);
  });

  it('is sent once, however it is submitted', async () => {
    const submit: ((form: SignupFormPage) => void)[] = [
      (form) => form.button('Sign up').click(),
      (form) => form.all<HTMLFormElement>('form')[0]!.requestSubmit(),
      (form) => form.all<HTMLFormElement>('form')[0]!.requestSubmit(form.all('[type=submit]')[0]),
    ];
    for (const act of submit) {
      const sent = fakeEndpoint(json(400, {}));
      const form = await SignupFormPage.open();
      await form.answerAll();
      act(form);
      await form.reaches('refused');
      await painted();
      expect(sent).to.have.lengthOf(1);
    }
  });

  it("shows the endpoint's field errors at their fields", async () => {
    fakeEndpoint(json(400, { fieldErrors: { telephone: 'invalid', email: 'This address is not known to us.' } }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('refused');
    expect(form.all('.outcome a').map(textOf)).to.deep.equal([
      'Enter a phone number with the area code, like 919-555-0100',
      'This address is not known to us.',
    ]);
  });

  it('turns error codes into helpful text, and links only to fields that exist', async () => {
    fakeEndpoint(
      json(400, {
        fieldErrors: {
          childAgeBand: 'invalid',
          session: 'too-long',
          name: 'constructor',
          toString: 'x',
          consent: 'Odd one.',
        },
        message: 'We looked twice.',
      }),
    );
    const form = await SignupFormPage.open(undated, { ask: 'child-age-band' });
    await form.answerAll();
    await form.send();
    await until(() => announcementIsFocused());
    expect(form.all('.outcome li').map(textOf)).to.deep.equal([
      'Shorten your answer: Which group works for you?',
      'Enter your name',
      'Check your answer: How old is your child?',
      'Odd one.',
    ]);
    expect(form.all('.outcome a').map(textOf)).not.to.include('Shorten your answer: Which group works for you?');
    expect(textOf(form.all('.outcome')[0])).to.contain('We looked twice.');
    expect(form.field('childAgeBand').getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(form.all('#childAgeBand-notes')[0])).to.contain('Check your answer');
  });

  it('reports that an earlier version has arrived if a Wix function responds so', async () => {
    fakeEndpoint('nothing', json(422, { code: 'mismatch' }));
    const form = await SignupFormPage.open(undated, { adapter: 'wix', endpoint: '/_functions/signup' });
    await form.answerAll();
    await form.send();
    await form.reaches('unknown');
    await form.fill('name', 'Ana Maria');
    await form.send('Try again');
    await form.reaches('unconfirmed');
    expect(form.text).to.contain('We have your earlier sign-up, but not the changes you made after it.');
  });

  it('asks before leaving while one of two forms is sending, whatever the other does', async () => {
    const sent = fakeEndpoint('hang');
    const [form, other] = [
      await SignupFormPage.open(undated, { draft: 'session' }),
      await SignupFormPage.open(undated, { draft: 'session' }),
    ];
    useSessionStorage();
    await form.answerAll();
    await form.send();
    await until(() => sent.length === 1);
    await other.clear();
    expect(canLeave()).to.equal(false);
    comeBack();
    await form.updateComplete;
    expect(canLeave()).to.equal(true);
  });

  it('announces a sign-up to other forms once it was sent, and nothing more', async () => {
    const messages: unknown[] = [];
    const channel = new BroadcastChannel('havenkit-signup');
    atEnd(() => channel.close());
    channel.addEventListener('message', ({ data }) => messages.push(data));
    fakeEndpoint(json(400, {}), json(201, { reference: 'R' }));
    const other = await SignupFormPage.open();
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('refused');
    await form.send('Try again');
    await until(() => other.text.includes('signed up in another tab'));
    await until(() => messages.length > 0);
    expect(messages).to.deep.equal(['Growing Secure']);
    expect(form.text).not.to.contain('in another tab');
  });

  it('works where the page may not use a channel to other tabs', async () => {
    const { BroadcastChannel } = window;
    atEnd(() => (window.BroadcastChannel = BroadcastChannel));
    window.BroadcastChannel = function () {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    } as unknown as typeof BroadcastChannel;
    fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    expect(form.element.problems).to.deep.equal([]);
  });

  it('has the state `idle` until something is sent, also as a clone, and reflects what changes', async () => {
    fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    expect([form.state, form.element.getAttribute('state')]).to.deep.equal(['idle', null]);
    await form.answerAll();
    await form.send();
    await form.reaches('confirmed');
    await form.updateComplete;
    expect(form.element.getAttribute('state')).to.equal('confirmed');
    const clone = form.element.cloneNode(true) as SignupForm;
    form.element.after(clone);
    atEnd(() => clone.remove());
    expect(clone.state).to.equal('idle');
    await clone.updateComplete;
    expect(clone.getAttribute('state')).to.equal('idle');
  });

  it('ignores a state that the page sets', async () => {
    const form = await SignupFormPage.open();
    form.element.state = 'confirmed';
    await form.updateComplete;
    expect(form.state).to.equal('idle');
    form.element.setAttribute('state', 'unknown');
    await form.updateComplete;
    expect([form.state, form.element.getAttribute('state')]).to.deep.equal(['idle', 'idle']);
    expect(form.text).not.to.contain('We do not know');
  });

  it('reports the outcome even after it was removed from the page', async () => {
    fakeEndpoint('nothing');
    const form = await SignupFormPage.open(undated, { adapter: 'form' });
    await form.answerAll();
    const states: string[] = [];
    form.element.addEventListener('haven-signup', ({ detail }) => states.push(detail.state));
    await form.send();
    form.element.remove();
    await until(() => states.includes('unknown'));
  });

  it('lists exactly what is sent, and to which host', async () => {
    const form = await SignupFormPage.open(undated, { endpoint: 'https://receiver.example/signups' });
    await form.answerAll();
    const details = form.all('details')[0]!;
    expect(textOf(details)).to.contain('receiver.example');
    expect([...details.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'How would you like to take part?',
      'Your name',
      'How should we contact you?',
      'Phone number',
      'If you do not answer, can we leave a message?',
      'What you agreed to: I agree that Riverbend Family Center may keep what I enter here to reply to me and plan the program.',
      'The program name, your language, how long it took, and an ID for this sign-up',
    ]);
    const other = await SignupFormPage.open(dated);
    await other.answerAll();
    await other.choose('In a group', 'Tuesday evenings');
    expect(textOf(other.all('details ul')[0])).to.contain('Which group works for you?');
    // No session is sent for "Not sure yet".
    other.labeled('Tuesday evenings').closest('fieldset')!.querySelector<HTMLInputElement>('[value=unsure]')!.click();
    await other.updateComplete;
    expect(textOf(other.all('details ul')[0])).not.to.contain('Which group works for you?');
  });
});
