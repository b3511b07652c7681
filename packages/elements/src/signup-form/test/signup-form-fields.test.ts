import { expect, fixture, html } from '@open-wc/testing';
import { click, focused, press, type, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import type { SignupForm } from '../signup-form.js';
import { fakeEndpoint, json, recordWarnings, useSessionStorage } from './fake-endpoint.js';
import { announcementIsFocused, SignupFormPage, textOf, undated } from './signup-form.page.js';

describe('sign-up form: fields', () => {
  it('uses native controls in one form, with autocomplete and marked optional fields', async () => {
    const form = await SignupFormPage.open();
    expect(form.all('form')).to.have.lengthOf(1);
    expect(textOf(form.all('h2')[0])).to.equal('Sign up for Growing Secure');
    const tokens = form
      .all<HTMLInputElement>('input[autocomplete]')
      .map(({ name, autocomplete }) => [name, autocomplete]);
    expect(tokens).to.deep.equal([
      ['name', 'name'],
      ['telephone', 'tel'],
      ['email', 'email'],
      ['website', 'off'],
    ]);
    expect(form.text).to.contain('What times work for you? (optional)');
    expect(form.all('[placeholder], [required], [maxlength]')).to.deep.equal([]);
    expect(form.field('consent').checked).to.equal(false);
  });

  it('asks first for what the chosen way of contact needs, and marks the other as optional', async () => {
    const form = await SignupFormPage.open();
    const contactFields = (): string[] => form.all('label[for=telephone], label[for=email]').map(textOf);
    expect(contactFields()).to.deep.equal(['Phone number', 'Email address']);
    await form.fill('telephone', '503 555 0142');
    await form.fill('email', 'ana@home.example');
    for (const [choice, fields] of [
      ['Call me', ['Phone number', 'Email address (optional)']],
      ['Text me', ['Phone number', 'Email address (optional)']],
      ['Email me', ['Email address', 'Phone number (optional)']],
    ] as const) {
      await form.choose(choice);
      expect(contactFields(), choice).to.deep.equal(fields);
      expect([form.field('telephone').value, form.field('email').value]).to.deep.equal([
        '503 555 0142',
        'ana@home.example',
      ]);
      expect(form.all('[name=leaveMessage]'), choice).to.have.lengthOf(choice === 'Call me' ? 2 : 0);
    }
  });

  it('reports missing answers in the order of the form', async () => {
    const form = await SignupFormPage.open();
    await form.choose('One-on-one', 'Email me', 'I agree');
    await form.fill('name', 'Ana');
    await form.fill('telephone', 'x');
    await form.send();
    expect(form.errorSummary).to.deep.equal([
      'Enter your email address',
      'Enter a phone number with the area code, like 919-555-0100',
    ]);
  });

  it('reports what is missing only on sending, at the top and at each field, with links to the fields', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.fill('email', 'ana');
    expect(form.all('.error')).to.deep.equal([]);
    await form.send();
    await until(() => announcementIsFocused());
    const links = form.all('.outcome a');
    expect(links.map(textOf)).to.deep.equal([
      'Choose how you would like to take part',
      'Enter your name',
      'Choose how we should contact you',
      'Enter an email address like name@example.com',
      'Check the box so we can keep what you entered',
    ]);
    expect(form.all('.error').map(textOf)).to.deep.equal(links.map(textOf));
    expect(form.field('name').getAttribute('aria-invalid')).to.equal('true');
    expect(form.field('name').getAttribute('aria-describedby')).to.equal('name-notes');
    const { href } = location;
    links[1]!.click();
    await until(() => focused()?.id === 'name');
    expect([location.href, sent.length, form.field('email').value]).to.deep.equal([href, 0, 'ana']);
    expect(form.text).not.to.match(/please|sorry|invalid|oops/i);
  });

  it('describes a choice only if there is something to say', async () => {
    fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.choose('Call me');
    const descriptions = (): (string | undefined)[] =>
      ['One-on-one', 'In a group', 'Call me', 'Mornings', 'Afternoons', 'Yes'].map((label) => {
        const ids = form.labeled(label).getAttribute('aria-describedby');
        return ids
          ?.split(' ')
          .map((id) => textOf(form.all(`#${id}`)[0]))
          .join(' ');
      });
    const [times, message] = ['Dates are not set yet. Choose all that work.', 'Someone else might hear or see it.'];
    expect(descriptions()).to.deep.equal([undefined, undefined, undefined, times, undefined, message]);
    await form.send();
    expect(descriptions()[0]).to.equal('Choose how you would like to take part');
  });

  it('can be filled in and sent with the keyboard alone', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    const before = document.createElement('button');
    form.element.before(before);
    before.focus();
    await press('Tab', 'Space');
    // Skips the four choices of times.
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(focused()).to.equal(form.field('name'));
    await type('Ana');
    await press('Tab', 'Space', 'Tab');
    await type('5035550142');
    await press('Tab', 'Space');
    await form.restored('leaveMessage');
    await press('Tab', 'Tab', 'Space', 'Tab', 'Enter');
    await form.reaches('confirmed');
    expect(sent[0]!.body.name).to.equal('Ana');
    before.remove();
  });

  it('shows the honeypot if a browser has filled it in, rather than lose the sign-up', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.answerAll();
    const trap = form.all<HTMLInputElement>('[name=website]')[0]!;
    expect(trap.tabIndex).to.equal(-1);
    trap.value = 'https://ana.example';
    await form.send();
    await until(() => announcementIsFocused());
    expect(sent).to.deep.equal([]);
    const shown = form.field('website');
    expect(shown.closest('[aria-hidden]')).to.equal(null);
    shown.value = '';
    await form.send();
    await form.reaches('confirmed');
    expect(sent[0]!.body).not.to.have.property('website');
  });

  it('suggests a likely email address, but accepts the typed one', async () => {
    useSessionStorage();
    const form = await SignupFormPage.open();
    form.element.setAttribute('draft', 'session');
    await form.updateComplete;
    await form.fill('email', 'ana@gmial.com');
    expect(form.text).to.contain('Did you mean ana@gmail.com?');
    await click(form.button('Use this address: ana@gmail.com'));
    expect(form.field('email').value).to.equal('ana@gmail.com');
    expect(Object.values(sessionStorage).join()).to.contain('ana@gmail.com').and.not.to.contain('gmial');
  });

  it('moves nothing during a click, and suggests in a live region that already exists', async () => {
    const form = await SignupFormPage.open();
    const [region] = form.all('[aria-live]');
    expect(getComputedStyle(region!).display).not.to.equal('none');
    const [button] = form.all('[type=submit]');
    button!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await form.fill('email', 'ana@gmial.com');
    button!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    form.field('email').dispatchEvent(new Event('change', { bubbles: true }));
    await form.updateComplete;
    button!.click();
    await form.updateComplete;
    expect(textOf(region)).to.contain('Did you mean ana@gmail.com?');
  });

  it('announces a suggestion when the field is left, and its button is the next stop of the Tab key', async () => {
    const form = await SignupFormPage.open();
    form.field('email').focus();
    await type('ana@gmial.com');
    expect(form.announced).to.equal('');
    await press('Tab');
    expect(form.announced).to.equal('Did you mean ana@gmail.com?');
    expect(focused()).to.equal(form.button('Use this address: ana@gmail.com'));
    await press('Enter');
    expect(form.field('email').value).to.equal('ana@gmail.com');
    expect(form.announced).to.equal('');
  });

  it('has one live region, without a role, as its last content', async () => {
    const form = await SignupFormPage.open();
    expect(form.all('[role=status], [role=alert], [role=region]')).to.deep.equal([]);
    const regions = form.all('[aria-live]');
    expect(regions).to.have.length(1);
    expect(regions[0]).to.equal(form.all('section > :last-child')[0]);
  });

  it('names the checkbox of the consent shortly, and describes it with the sentence', async () => {
    const form = await SignupFormPage.open();
    const consent = form.labeled('I agree');
    expect(consent).to.equal(form.field('consent'));
    const described = consent.getAttribute('aria-describedby')!.split(' ');
    expect(textOf(form.all(`#${described[0]}`)[0])).to.equal(
      'I agree that Riverbend Family Center may keep what I enter here to reply to me and plan the program.',
    );
  });

  it('has the name and the description of the program in their own language', async () => {
    const form = await SignupFormPage.open(
      { ...undated, inLanguage: 'en', description: 'Eight meetings.' },
      { lang: 'es' },
    );
    const english = form.all('[lang=en]').map(textOf);
    expect(english).to.deep.equal(['Growing Secure', 'Eight meetings.']);
  });

  it('says before sending when people hear back', async () => {
    const form = await SignupFormPage.open(undated, { 'response-time': 'We call you within two days.' });
    expect(form.text).to.contain('We call you within two days.');
  });

  it('asks for consent again when its text or version changes', async () => {
    const form = await SignupFormPage.open();
    for (const [name, value] of [
      ['keeps', '50 years'],
      ['consent-version', '3'],
    ] as const) {
      await form.choose('I agree');
      form.element.setAttribute(name, value);
      await form.updateComplete;
      expect(form.field('consent').checked, name).to.equal(false);
    }
  });

  it('opens links to other pages in a new tab', async () => {
    const form = await SignupFormPage.open(undated, { 'privacy-url': '/privacy' });
    const [link] = form.all<HTMLAnchorElement>('a[href$="/privacy"]');
    expect([link?.target, link?.rel]).to.deep.equal(['_blank', 'noreferrer']);
    expect(textOf(link)).to.contain('new tab');
  });

  it('keeps what was typed while a setting is invalid, and reports the setting', async () => {
    const warned = recordWarnings();
    const form = await SignupFormPage.open();
    await form.answerAll();
    form.element.config = { endpoint: '/signups' };
    await form.updateComplete;
    expect([form.field('name').value, form.field('consent').checked]).to.deep.equal(['Ana Ortiz', true]);
    expect(warned.join()).to.contain("expected the program's name");
  });

  it('reports a missing name, and shows the fallback content', async () => {
    const warned = recordWarnings();
    const element = await fixture<SignupForm>(
      html`<haven-signup-form
        ><form action="/signups" method="post"><button>Send</button></form></haven-signup-form
      >`,
    );
    expect(element.shadowRoot?.querySelector('slot')?.hidden).to.equal(false);
    expect(warned).to.deep.equal(["<haven-signup-form> name: expected the program's name"]);
  });
});
