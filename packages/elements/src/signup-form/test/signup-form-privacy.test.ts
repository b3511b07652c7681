import { expect } from '@open-wc/testing';
import { atEnd, traces } from '../../../test-support/index.js';
import { fakeEndpoint, json } from './fake-endpoint.js';
import { dated, SignupFormPage } from './signup-form.page.js';

describe('sign-up form: privacy', () => {
  it('leaves what was typed only in the request: not in events, address, title, console or storage', async () => {
    const marks = ['Zyxwvut Marker', '503-555-9981', 'marker9981@example.com'];
    const logged: unknown[] = [];
    const { log, warn, error, info } = console;
    atEnd(() => Object.assign(console, { log, warn, error, info }));
    const note = (...parts: unknown[]): unknown => logged.push(parts);
    Object.assign(console, { log: note, warn: note, error: note, info: note });
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const events: unknown[] = [];
    for (const name of ['haven-signup', 'haven-error', 'haven-ready', 'input', 'change', 'submit'])
      document.addEventListener(name, (event) => events.push((event as CustomEvent).detail ?? name), { once: false });
    const left = await traces(async () => {
      const form = await SignupFormPage.open();
      await form.answerAll();
      await form.fill('name', marks[0]!);
      await form.fill('telephone', marks[1]!);
      await form.fill('email', marks[2]!);
      await form.send();
      await form.reaches('confirmed');
      const outside = [form.element.cloneNode(false) as Element].map((element) => element.outerHTML).join();
      expect(outside).not.to.match(/Marker|9981/);
      expect(form.element.className).to.contain('ph-no-capture');
      expect(form.element.hasAttribute('data-hj-suppress')).to.equal(true);
    });
    expect(sent[0]!.body.name).to.equal(marks[0]);
    expect(left.stored).to.deep.equal([]);
    const everywhere = JSON.stringify([logged, events, location.href, document.title, history.state]);
    for (const mark of marks) expect(everywhere).not.to.contain(mark);
  });

  it('makes no request and stores nothing before it is sent', async () => {
    const left = await traces(async () => {
      const form = await SignupFormPage.open(dated);
      await form.answerAll();
    });
    expect(left).to.deep.equal({ requests: [], stored: [] });
  });
});
