import { expect, fixture, html } from '@open-wc/testing';
import { click, focused, press, type, until } from '../../../test-support/index.js';
import type { SignupForm } from '../signup-form.js';
import { fakeEndpoint, json, recordWarnings, useSessionStorage } from './fake-endpoint.js';
import { announcementIsFocused, SignupFormPage, textOf, undated } from './signup-form.page.js';

describe('sign-up form: fields', () => {
  it('uses native controls in one form, with autocomplete and marked optional fields', async () => {
    const form = await SignupFormPage.open();
    expect(form.all('form')).to.have.lengthOf(1);
    expect(textOf(form.all('h2')[0])).to.equal('Sign up: Growing Secure');
    const tokens = form
      .all<HTMLInputElement>('input[autocomplete]')
      .map(({ name, autocomplete }) => [name, autocomplete]);
    expect(tokens).to.deep.equal([
      ['name', 'name'],
      ['telephone', 'tel'],
      ['email', 'email'],
      ['website', 'off'],
    ]);
    expect(
      form
        .all('label')
        .filter(({ textContent }) => textContent.includes('(optional)'))
        .map(textOf),
    ).to.deep.equal(['E-mail address (optional)']);
    expect(form.text).to.contain('Which times suit you? (optional)');
    expect(form.all('[placeholder], [required], [maxlength]')).to.deep.equal([]);
    expect(form.field('consent').checked).to.equal(false);
  });

  it('reports what is missing only on sending, at the top and at each field, with links to the fields', async () => {
    const sent = fakeEndpoint(json(201, { reference: 'R' }));
    const form = await SignupFormPage.open();
    await form.fill('email', 'ana');
    expect(form.all('.error')).to.deep.equal([]);
    await form.send();
    await until(() => announcementIsFocused());
    const links = form.all('[role=group] a');
    expect(links.map(textOf)).to.deep.equal([
      'Choose how you would like to take part',
      'Enter your name',
      'Choose how we should reach you',
      'Enter an e-mail address like name@example.com',
      'Tick the box so that we may keep what you wrote',
    ]);
    expect(form.all('.error').map(textOf)).to.deep.equal(links.map(textOf));
    expect(form.field('name').getAttribute('aria-invalid')).to.equal('true');
    expect(form.field('name').getAttribute('aria-describedby')).to.equal('name-notes');
    const { href } = location;
    links[1]!.click();
    expect(focused()?.id).to.equal('name');
    expect([location.href, sent.length, form.field('email').value]).to.deep.equal([href, 0, 'ana']);
    expect(form.text).not.to.match(/please|sorry|invalid|oops/i);
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
    await click(form.button('Use that'));
    expect(form.field('email').value).to.equal('ana@gmail.com');
    expect(Object.values(sessionStorage).join()).to.contain('ana@gmail.com').and.not.to.contain('gmial');
  });

  it('moves nothing during a click, and suggests in a live region that already exists', async () => {
    const form = await SignupFormPage.open();
    const [region] = form.all('[role=status]');
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

  it('asks whether to leave a message even if the number begins with a space', async () => {
    const form = await SignupFormPage.open();
    await form.fill('telephone', ' ');
    expect(form.all('[name=leaveMessage]')).to.have.lengthOf(0);
    await form.fill('telephone', ' 5035550142');
    expect(form.all('[name=leaveMessage]')).to.have.lengthOf(2);
  });

  it('asks for consent again when its text or version changes', async () => {
    const form = await SignupFormPage.open();
    for (const [name, value] of [
      ['keeps', '50 years'],
      ['consent-version', '2'],
    ] as const) {
      await form.choose('Riverbend Family Center may keep');
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
