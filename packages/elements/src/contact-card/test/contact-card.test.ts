import { expect, fixture, html } from '@open-wc/testing';
import { atEnd, click, control, expectAccessible, traces, until } from '../../../test-support/index.js';
import type { ContactCard } from '../contact-card.js';
import { everything, card, textOf, announced, browserLanguages, clipboard } from './contact-card.page.js';

describe('the contact card', () => {
  const { warn } = console;
  beforeEach(() => {
    console.warn = () => undefined;
    browserLanguages('en-US');
  });
  afterEach(() => (console.warn = warn));

  describe('with a name and a number', () => {
    const minimal = { name: 'Riverbend', telephone: '+1-503-555-0142' };

    it('is complete: the name as a heading, the number as text, buttons to copy and save it, and crisis help', async () => {
      const element = await card({ ...minimal, links: 'never' });
      const root = element.shadowRoot;
      expect(root?.querySelector('h2')?.textContent).to.equal('Riverbend');
      expect(textOf(element, 'telephone')).to.contain('503-555-0142');
      control(element, 'Copy phone number');
      control(element, 'Save contact');
      expect(textOf(element, 'crisis')).to.contain('911').and.to.contain('988').and.to.contain('1-833-852-6262');
      expect(root?.querySelector('[part=problem], .channels, table')).to.equal(null);
    });

    it('can be written as attributes, early or late', async () => {
      const element = document.createElement('haven-contact-card');
      document.body.append(element);
      atEnd(() => element.remove());
      await element.updateComplete;
      element.setAttribute('name', 'Riverbend');
      element.setAttribute('telephone', '+1-503-555-0142');
      element.setAttribute('clinician', 'Ana Ortiz');
      element.setAttribute('credentials', 'LCSW');
      await element.updateComplete;
      expect(textOf(element)).to.contain('Riverbend').and.to.contain('Ana Ortiz, LCSW').and.to.contain('503-555-0142');
      expect(element.shadowRoot?.querySelector('[part=problem]')).to.equal(null);
      element.removeAttribute('credentials');
      await element.updateComplete;
      expect(textOf(element)).not.to.contain('LCSW');
    });

    it('does not show the same name twice', async () => {
      const element = await card({ clinician: 'Ana Ortiz', telephone: '+1-503-555-0142' });
      expect(textOf(element).match(/Ana Ortiz/g)).to.have.length(1);
    });
  });

  it('shows the fallback content and a note for the site owner when there is nothing else to show', async () => {
    const element = await card({}, html`<a href="tel:+15035550142">Call us</a>`);
    expect(element.shadowRoot?.querySelector('slot')?.hidden).to.equal(false);
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(textOf(element, 'problem')).to.contain("name: expected the practice's name");
    await expectAccessible(element);
  });

  it('keeps the fallback content beside a card that has no way to reach the practice', async () => {
    const element = await card({ name: 'Riverbend' }, html`<a href="tel:+15035550142">Call us</a>`);
    expect(textOf(element)).to.contain('Riverbend');
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(textOf(element, 'problem')).to.contain('telephone: expected a telephone number');
    element.setAttribute('telephone', '+1-503-555-0142');
    await element.updateComplete;
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.equal(0);
  });

  it('reads the structured data of the page', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        { '@type': 'MedicalBusiness', ...everything, logo: 'x' },
      ],
    });
    document.head.append(script);
    atEnd(() => script.remove());
    const element = await fixture<ContactCard>(html`<haven-contact-card source="page"></haven-contact-card>`);
    expect(textOf(element)).to.contain('Riverbend Family Center').and.to.contain('Ana Ortiz, LCSW');
    expect(element.shadowRoot?.querySelector('[part=problem]')).to.equal(null);
  });

  it('has one region, crisis help, and one live region, which is no stop while it is empty', async () => {
    const root = (await card(everything)).shadowRoot;
    const regions = [...(root?.querySelectorAll('section, [role=region], [role=status]') ?? [])];
    expect(regions.map((region) => region.part.value)).to.deep.equal(['crisis']);
    const name = root?.getElementById(regions[0]?.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).to.equal('If you need help right now');
    const live = [...(root?.querySelectorAll('[aria-live]') ?? [])];
    expect(live.map(({ role, textContent }) => [role, textContent.trim()])).to.deep.equal([[null, '']]);
  });

  it('says each thing once: a name and its value are one paragraph', async () => {
    const element = await card({ ...everything, links: 'never' });
    const texts = [...(element.shadowRoot?.querySelectorAll('.channels > p') ?? [])].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(texts.slice(0, 3)).to.deep.equal([
      'Text 503-555-0143',
      'Email hello@riverbend.example',
      'New families, Spanish 503-555-0144',
    ]);
    expect(element.shadowRoot?.querySelector('dl, dt, dd')).to.equal(null);
  });

  it('parses the structured data of the page again only when it has changed', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    const write = (name: string): void => {
      script.textContent = JSON.stringify({ '@type': 'MedicalBusiness', ...everything, name });
    };
    write('Riverbend');
    document.head.append(script);
    const { parse } = JSON;
    let parsed = 0;
    JSON.parse = (...arguments_) => {
      parsed++;
      return parse(...arguments_) as unknown;
    };
    atEnd(() => {
      script.remove();
      JSON.parse = parse;
    });
    const element = await fixture<ContactCard>(html`<haven-contact-card source="page"></haven-contact-card>`);
    for (const update of [1, 2, 3]) {
      element.headingLevel = update;
      await element.updateComplete;
    }
    expect(parsed).to.equal(1);
    write('Hillside');
    element.headingLevel = 2;
    await element.updateComplete;
    expect(textOf(element)).to.contain('Hillside');
    expect(parsed).to.equal(2);
  });

  it('makes no request and stores nothing, before and after a visitor acts', async () => {
    const written = clipboard();
    const found = await traces(async () => {
      const element = await card({ ...everything, links: 'always' });
      await click(control(element, 'Copy all details'));
      await until(() => written.length > 0);
      await until(() => announced(element) === 'Copied.');
    });
    expect(found).to.deep.equal({ requests: [], stored: [] });
  });

  it('does not change the page, its title or its URL', async () => {
    const [title, url] = [document.title, location.href];
    const element = await card(everything);
    expect([document.title, location.href]).to.deep.equal([title, url]);
    expect([...element.attributes].map(({ name }) => name)).to.deep.equal([]);
  });

  it('works when moved and cloned, many at once', async () => {
    const element = await card(everything);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    atEnd(() => elsewhere.remove());
    elsewhere.append(element);
    const copies = Array.from({ length: 5 }, () => element.cloneNode(true) as ContactCard);
    for (const copy of copies) copy.config = everything;
    elsewhere.append(...copies);
    for (const copy of [element, ...copies]) {
      await copy.updateComplete;
      expect(textOf(copy)).to.contain('Open now');
    }
  });
});
