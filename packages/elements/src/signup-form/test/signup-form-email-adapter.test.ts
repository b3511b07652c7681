import { expect } from '@open-wc/testing';
import { atEnd, focused, until } from '../../../test-support/index.js';
import { SignupFormPage, textOf, undated } from './signup-form.page.js';

/** Sends these answers. Returns the links that were opened. */
async function mail(config: object, name: string, message: string): Promise<string[]> {
  const opened: string[] = [];
  await openAndMail(config, name, message, opened);
  return opened;
}

/** Sends these answers. Returns the form. `opened` receives the links. */
async function openAndMail(
  config: object,
  name: string,
  message: string,
  opened: string[] = [],
): Promise<SignupFormPage> {
  const { click } = HTMLAnchorElement.prototype;
  atEnd(() => (HTMLAnchorElement.prototype.click = click));
  HTMLAnchorElement.prototype.click = function () {
    opened.push(this.href);
  };
  const form = await SignupFormPage.open({ ...undated, adapter: 'mailto', ask: 'message', ...config });
  await form.answerAll();
  await form.fill('name', name);
  await form.fill('message', message);
  await form.send('Continue to email');
  await form.reaches('unconfirmed');
  expect(form.text).to.contain('Now send the email').and.to.contain('only when you send it from your email app');
  expect(form.field('telephone').value).to.equal('(503) 555-0142');
  return form;
}

describe('sign-up form: email program as the endpoint', () => {
  it('puts the answers into the body, whatever characters they have, and nothing into a header', async () => {
    const name = 'Ana & Zoë?cc=a@b.example#x=1 100 % +%0D%0ABcc:a@b.example 小林';
    const [href = '', ...others] = await mail(
      { endpoint: 'mailto:intake+signups@practice.example', name: 'Safe & Sound: 50 % #1?' },
      name,
      'One\nTwo\r\n&bcc=a@b.example',
    );
    expect(others).to.deep.equal([]);
    expect(href).to.match(/^mailto:intake\+signups@practice\.example\?subject=[^?#&=+\s]+&body=[^?#&=+\s]+$/);
    // Visible ASCII, and every line break is %0D%0A.
    expect(href).to.match(/^[!-~]+$/);
    expect(href.replaceAll('%0D%0A', '')).not.to.match(/%0[AD]/i);
    const [subject = '', body = ''] = href
      .split(/\?subject=|&body=/)
      .slice(1)
      .map(decodeURIComponent);
    expect(subject).to.equal('Sign-up: Safe & Sound: 50 % #1?');
    const lines = body.split('\r\n');
    expect(lines).to.include(`Your name: ${name}`);
    expect(body.endsWith('\r\nIs there anything else we should know? One\r\nTwo\r\n&bcc=a@b.example'), body).to.equal(
      true,
    );
    // Words that both can read, and no names of code.
    expect(body)
      .to.include('\r\nHow should we contact you? Call me\r\n')
      .and.not.match(/submissionId|preferredContact|\btelephone:/);
  });

  it('says beforehand what is in the email, and nothing else', async () => {
    const endpoint = 'mailto:intake@practice.example';
    const form = await SignupFormPage.open({ ...undated, adapter: 'mailto', endpoint });
    await form.answerAll();
    const details = form.all('details')[0]!;
    expect(textOf(details)).to.contain('intake@practice.example');
    expect([...details.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'How would you like to take part?',
      'Your name',
      'How should we contact you?',
      'Phone number',
      'If you do not answer, can we leave a message?',
      'What you agreed to: I agree that Riverbend Family Center may keep what I enter here to reply to me and plan the program.',
      'Sign-up: Growing Secure',
    ]);
    const [href = ''] = await mail({ endpoint }, 'Ana', 'Hello');
    expect(decodeURIComponent(href)).not.to.match(/\bID\b|\(\d\)/);
  });

  it('offers the whole text and the address to copy, and says if the email has only a part', async () => {
    const { clipboard } = navigator;
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    atEnd(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard }));
    const short = await openAndMail({ endpoint: 'mailto:intake@practice.example' }, 'Ana', 'Evenings, please.');
    expect(short.text)
      .to.contain('If no email opened, copy your sign-up and send it to intake@practice.example.')
      .and.not.to.contain('only the first part');
    const message = 'We would like evenings 👨‍👩‍👧‍👦. '.repeat(50);
    const form = await openAndMail({ endpoint: 'mailto:intake@practice.example' }, 'Ana', message);
    expect(form.text).to.contain('The email has only the first part.');
    form.button('Copy sign-up').click();
    await until(() => form.text.includes('Copied.'));
    expect(copied).to.have.lengthOf(1);
    expect(copied[0]).to.contain('Your name: Ana\r\n').and.to.contain(`should know? ${message.trim()}`);
    expect(form.state).to.equal('unconfirmed');
  });

  it('shows the whole text, selected, where the browser does not copy', async () => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    atEnd(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard }));
    const form = await openAndMail({ endpoint: 'mailto:intake@practice.example' }, 'Ana', 'Evenings, please.');
    form.button('Copy sign-up').click();
    await until(() => focused()?.localName === 'textarea');
    expect((focused() as HTMLTextAreaElement).value).to.contain('should know? Evenings, please.');
    expect(form.text).to.contain('The text is selected');
    // It is no answer, and the form can be sent again.
    await form.send('Open the email again');
    await form.reaches('unconfirmed');
    expect(form.field('name').value).to.equal('Ana');
  });

  it('has no recipient but its address, and accepts half a surrogate pair', async () => {
    expect((await mail({ endpoint: 'mailto:a@practice.example' }, 'Ana \ud83d', 'x'))[0]).to.match(
      /^mailto:a@practice\.example\?subject=Sign-up%3A%20Growing%20Secure&body=[^&#?]*Ana%20%EF%BF%BD[^&#?]*$/,
    );
  });
});
