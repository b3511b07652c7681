import { expect } from '@open-wc/testing';
import { atEnd, until } from '../../../test-support/index.js';
import { fakeEndpoint, json } from './fake-endpoint.js';
import { SignupFormPage, textOf } from './signup-form.page.js';

/** What was printed: the title and the text of each frame. */
type Printed = readonly [title: string, text: string];

/** Replaces the print dialog: fires the events in the frame that is printed. Returns what was printed. */
function fakePrint(...events: string[]): Printed[] {
  const printed: Printed[] = [];
  const { append } = DocumentFragment.prototype;
  atEnd(() => Reflect.deleteProperty(ShadowRoot.prototype, 'append'));
  ShadowRoot.prototype.append = function (...nodes) {
    append.apply(this, nodes);
    const [frame] = nodes;
    if (!(frame instanceof HTMLIFrameElement)) return;
    const view = frame.contentWindow!;
    view.print = () => {
      printed.push([view.document.title, textOf(view.document.body.shadowRoot!.querySelector('section')!)]);
      events.forEach((type) => view.dispatchEvent(new Event(type)));
    };
  };
  return printed;
}

async function confirmed(): Promise<SignupFormPage> {
  fakeEndpoint(json(201, { reference: 'R-1' }));
  const form = await SignupFormPage.open();
  await form.answerAll();
  await form.send();
  await form.reaches('confirmed');
  await form.updateComplete;
  return form;
}

describe('sign-up form: print', () => {
  it('prints the confirmation alone, and leaves nothing behind', async () => {
    const printed = fakePrint('beforeprint', 'afterprint');
    const form = await confirmed();
    form.button('Print confirmation').click();
    await until(() => printed.length > 0);
    const [[title, text]] = printed as [Printed];
    expect(title).to.equal('Growing Secure');
    expect(text).to.contain('We got your sign-up').and.to.contain('Your reference number: R-1');
    expect(form.all('iframe')).to.deep.equal([]);
    await form.updateComplete;
    expect(form.announced).to.equal('');
  });

  it('is not offered while nothing is confirmed', async () => {
    fakeEndpoint(json(422, { code: 'mismatch' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    await form.send();
    await form.reaches('unconfirmed');
    await form.updateComplete;
    expect(form.all('button').map(textOf)).not.to.include('Print confirmation');
  });

  it('says what to do where nothing happens', async () => {
    fakePrint();
    const form = await confirmed();
    form.button('Print confirmation').click();
    await until(() => form.announced.startsWith('If no print window opened'));
    await until(() => form.all('iframe').length === 0);
  });
});
