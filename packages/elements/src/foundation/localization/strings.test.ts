import { expect, fixture, html as markup } from '@open-wc/testing';
import { HavenElement } from '../element/haven-element.js';
import { painted } from '../../../test-support/index.js';
import { registerStrings, type LanguagePack } from './strings-registry.js';

const en = { greeting: 'Hello', parting: 'Goodbye', nested: (name: string) => `Dear ${name}` };

declare global {
  interface HavenWidgetStrings {
    /** Optional, so that language packs need not have it. */
    polite?: typeof en;
  }
}

class Polite extends HavenElement<object> {
  static override readonly tag = 'x-polite';
  protected override parse(raw: object) {
    return raw;
  }
  protected override renderModel() {
    const strings = this.locale.strings('polite', en);
    const paragraph = document.createElement('p');
    paragraph.lang = strings.$lang;
    paragraph.textContent = `${strings.greeting}, ${strings.nested('Ada')}, ${strings.parting} (${strings.$locale})`;
    return paragraph;
  }
}
Polite.define();

registerStrings({
  $code: 'es',
  polite: { greeting: 'Hola', nested: (name: string) => `Querida ${name}` },
});

const text = (element: Element): string => element.shadowRoot?.querySelector('p')?.textContent ?? '';

describe('localized strings', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('follow the page when its language changes, and fall back to English key by key', async () => {
    document.documentElement.lang = 'en-GB';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await painted();
    expect(text(element)).to.equal('Hello, Dear Ada, Goodbye (en-GB)');
    document.documentElement.lang = 'es-MX';
    await painted();
    expect(text(element)).to.equal('Hola, Querida Ada, Goodbye (es-MX)');
    document.documentElement.lang = 'fr';
    await painted();
    expect(text(element)).to.equal('Hello, Dear Ada, Goodbye (en)');
  });

  it('follow the nearest lang, even across shadow roots', async () => {
    document.documentElement.lang = 'en';
    const section = await fixture(markup`<section lang="es"><div></div></section>`);
    const root = section.querySelector('div')?.attachShadow({ mode: 'open' });
    const element = document.createElement('x-polite');
    root?.append(element);
    await painted();
    expect(text(element)).to.contain('Hola');
    section.setAttribute('lang', 'en');
    await painted();
    expect(text(element)).to.contain('Hello');
  });

  it('have their language in $lang', async () => {
    document.documentElement.lang = 'fr';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await painted();
    expect(element.shadowRoot?.querySelector('p')?.lang).to.equal('en');
  });

  it('ignore an invalid lang', async () => {
    document.documentElement.lang = 'not a language!';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await painted();
    expect(text(element)).to.contain('Hello');
  });

  it('do not compile if a language pack lacks a widget', () => {
    // @ts-expect-error -- Checked by `npm run types`.
    const pack: LanguagePack = { $code: 'fr' };
    expect(pack.$code).to.equal('fr');
  });

  it('can be registered late, and overridden one by one', async () => {
    document.documentElement.lang = 'de';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await painted();
    expect(text(element)).to.contain('Hello');
    registerStrings({ $code: 'de', polite: { greeting: 'Hallo', parting: 'Tschüss' } });
    await painted();
    expect(text(element)).to.equal('Hallo, Dear Ada, Tschüss (de)');
    registerStrings({ $code: 'de', polite: { parting: 'Ade' } });
    await painted();
    expect(text(element)).to.equal('Hallo, Dear Ada, Ade (de)');
  });
});
