import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { fallback } from '../fallback.js';
import { dated, session } from './signup-form.page.js';

const endpoint = 'https://a.example/signups';

/** The fallback as a visitor sees it. */
function open(configuration: object): HTMLElement {
  const container = document.createElement('div');
  const reading = { report: () => undefined, warn: () => undefined, base: 'https://a.example/' };
  render(fallback({ ...configuration }, { language: 'en', level: 2, reading }), container);
  return container;
}

/** What the form sends when nothing is chosen. */
const sent = (container: HTMLElement): Record<string, unknown> =>
  Object.fromEntries(new FormData(container.querySelector('form')!));

const names = (container: HTMLElement): string[] =>
  [...container.querySelectorAll<HTMLInputElement>('[name]')].map(({ name }) => name);

describe('the sign-up form without a script', () => {
  it('sends no session for “Not sure yet”, and offers no full one', () => {
    const container = open({ ...dated, endpoint, formats: 'group' });
    const sessions = [...container.querySelectorAll<HTMLInputElement>('[name=session]')];
    expect(sessions.map(({ value }) => value)).to.deep.equal(['#tuesday', '']);
    expect(container.textContent).not.to.contain('Full');
    expect(sent(container)['format']).to.equal('group');
  });

  it('uses the names of a service, and only where it takes all that is needed', () => {
    const fields = { name: 'entry.1', telephone: 'entry.2', consent: 'entry.3', rest: 'entry.4' };
    const google = { ...dated, adapter: 'google-forms', endpoint: 'https://docs.google.com/forms/d/e/abc/viewform' };
    const complete = open({ ...google, fields });
    expect(complete.querySelector('form')!.action).to.equal('https://docs.google.com/forms/d/e/abc/formResponse');
    expect(new Set(names(complete))).to.deep.equal(new Set(['entry.1', 'entry.2', 'entry.3']));
    const ours = [...complete.querySelectorAll<HTMLInputElement>('[name]')].map(({ dataset }) => dataset['field']);
    expect(ours, 'by which the widget continues').to.deep.equal(['name', 'telephone', 'consent']);
    expect(open({ ...dated, endpoint }).querySelector('[data-field]'), 'for our own names').to.equal(null);
    for (const missing of ['name', 'telephone', 'consent']) {
      const container = open({ ...google, fields: { ...fields, [missing]: undefined } });
      expect(container.querySelector('form'), missing).to.equal(null);
      expect(container.textContent).to.contain('+1-503-555-0142');
    }
  });

  it('ignores names for an endpoint of the own kind, and takes no constant for a question', () => {
    const container = open({
      ...dated,
      name: 'email',
      endpoint,
      hasCourseInstance: [session('#a', 'A', 2)],
      keeps: '90 days\nthen deleted',
      fields: { name: 'full_name', _newsletter: 'yes' },
    });
    expect(names(container)).to.include.members(['name', 'email', 'consent']).and.not.to.include('full_name');
    expect(sent(container)).to.include({ program: 'email', consentVersion: '2' });
    expect(sent(container)['consentText']).to.contain('then deleted');
    const formspree = open({
      ...dated,
      adapter: 'formspree',
      endpoint: 'https://formspree.io/f/abc',
      fields: { _newsletter: 'yes' },
    });
    expect(names(formspree)).to.include.members(['name', 'consent']);
  });

  it('shortens the name of the program as an endpoint accepts it', () => {
    expect(sent(open({ ...dated, name: 'x'.repeat(300), endpoint }))['program']).to.have.length(200);
  });

  it('is only a number to call where no form can be sent', () => {
    for (const configuration of [
      { endpoint, challenge: 'https://a.example/challenge' },
      { endpoint: undefined },
      { adapter: 'event' },
      { adapter: 'wix', endpoint: '/_functions/signup' },
    ]) {
      const container = open({ ...dated, ...configuration });
      expect(container.querySelector('form'), JSON.stringify(configuration)).to.equal(null);
      expect(container.querySelector('a[href^="tel:"]')!.textContent).to.equal('+1-503-555-0142');
    }
  });

  it('says what an email program needs: the dates, and the address to read and to open', () => {
    const container = open({ ...dated, adapter: 'mailto', endpoint: 'mailto:intake+groups@practice.example' });
    expect(container.querySelector('li')!.textContent)
      .to.contain('Tuesday evenings')
      .and.to.contain('6:30 to 8:00 PM Pacific time')
      .and.to.contain('April 6, 2055');
    const link = container.querySelector('a')!;
    expect(link.textContent).to.equal('intake+groups@practice.example');
    expect(link.href)
      .to.contain('intake')
      .and.to.match(/@practice\.example\?subject=Sign-up%3A%20Growing%20Secure$/);
  });
});
