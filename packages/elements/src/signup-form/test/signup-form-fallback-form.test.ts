import { expect, fixture } from '@open-wc/testing';
import { focused, until } from '../../../test-support/index.js';
import type { SignupForm } from '../signup-form.js';
import { SignupFormPage } from './signup-form.page.js';

describe('sign-up form: fallback form', () => {
  it('continues with what was typed before the script had loaded', async () => {
    const form = await SignupFormPage.openFallback(
      'haven-signup-form-late',
      '<input name="name" /><input name="telephone" />',
    );
    const [name, telephone] = form.element.querySelectorAll('input');
    name!.value = 'Typed early';
    telephone!.value = '503';
    telephone!.focus();
    form.upgrade();
    await form.updateComplete;
    expect([form.field('name').value, form.field('telephone').value]).to.deep.equal(['Typed early', '503']);
    await until(() => focused()?.id === 'telephone');
  });

  it("continues with what was typed into fields that have a service's names", async () => {
    const form = await SignupFormPage.openFallback(
      'haven-signup-form-named',
      `<input name="entry.1" data-field="name" /><input type="radio" name="entry.2" data-field="preferredContact" value="email" />
      <input name="email" data-field="" /><input name="name" data-field="other" value="not a name" />`,
    );
    const [name, byEmail, email] = form.element.querySelectorAll('input');
    name!.value = 'Typed early';
    byEmail!.checked = true;
    email!.value = 'ana@example.com';
    name!.focus();
    form.upgrade();
    await until(() => focused()?.id === 'name');
    expect([form.field('name').value, form.field('email').value]).to.deep.equal(['Typed early', 'ana@example.com']);
    expect(form.chosen('preferredContact')).to.deep.equal(['email']);
  });

  it('moves the focus to the checked choice, even if another answer reveals it', async () => {
    const form = await SignupFormPage.openFallback(
      'haven-signup-form-choices',
      '<input type="radio" name="preferredContact" value="telephone" /><input type="radio" name="leaveMessage" value="yes" /><input type="radio" name="leaveMessage" value="no" />',
    );
    const [call, , no] = form.element.querySelectorAll('input');
    call!.checked = true;
    no!.checked = true;
    no!.focus();
    form.upgrade();
    await until(() => form.all('[name=leaveMessage]').some((choice) => choice === focused()));
    expect(focused()).to.include({ value: 'no', checked: true });
    expect([call!.checked, no!.checked], 'what stays in the page').to.deep.equal([false, false]);
  });

  it('neither blocks a form around the element nor is sent with it, also when it comes later', async () => {
    // The parser drops the form in the form, so its fields belong to the outer one.
    const fields = '<form><input name="name" required /><input type="submit" /></form>';
    const outer = await fixture<HTMLFormElement>(
      `<form><input name="search" value="x" /><haven-signup-form name="P" endpoint="/signups">${fields}</haven-signup-form></form>`,
    );
    const form = outer.querySelector<SignupForm>('haven-signup-form')!;
    await form.ready;
    await form.updateComplete;
    const isOut = (): boolean => outer.checkValidity() && [...new FormData(outer).keys()].join() === 'search';
    expect(isOut()).to.equal(true);
    form.insertAdjacentHTML('beforeend', '<input name="late" required />');
    await until(isOut);
    expect(outer.elements).to.have.lengthOf(1);
  });

  it('continues when the focus is on a control without a name', async () => {
    const form = await SignupFormPage.openFallback(
      'haven-signup-form-nameless',
      '<input name="name" /><button>Send</button>',
    );
    form.element.querySelector('input')!.value = 'Ana';
    form.element.querySelector('button')!.focus();
    form.upgrade();
    await until(() => !!form.all('#name')[0]);
    expect(form.field('name').value).to.equal('Ana');
  });
});
