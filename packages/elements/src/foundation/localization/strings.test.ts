import { expect, fixture, html as markup } from '@open-wc/testing';
import { HavenElement } from '../element/haven-element.js';
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
    const words = this.locale.strings('polite', en);
    const said = document.createElement('p');
    said.lang = words.$lang;
    said.textContent = `${words.greeting}, ${words.nested('Ada')}, ${words.parting} (${words.$locale})`;
    return said;
  }
}
Polite.define();

registerStrings({
  $code: 'es',
  polite: { greeting: 'Hola', nested: (name: string) => `Querida ${name}` },
});

const said = (element: Element): string => element.shadowRoot?.querySelector('p')?.textContent ?? '';

/** Waits until what depends on a mutation observer has rendered. */
const settled = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

describe('the words of a widget', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('follow the page when its language changes, and fall back to English key by key', async () => {
    document.documentElement.lang = 'en-GB';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(said(element)).to.equal('Hello, Dear Ada, Goodbye (en-GB)');
    document.documentElement.lang = 'es-MX';
    await settled();
    expect(said(element)).to.equal('Hola, Querida Ada, Goodbye (es-MX)');
    document.documentElement.lang = 'fr';
    await settled();
    expect(said(element)).to.equal('Hello, Dear Ada, Goodbye (en)');
  });

  it('follow the nearest lang, their own first, also across shadow roots', async () => {
    document.documentElement.lang = 'en';
    const section = await fixture(markup`<section lang="es"><div></div></section>`);
    const root = section.querySelector('div')?.attachShadow({ mode: 'open' });
    const element = document.createElement('x-polite');
    root?.append(element);
    await settled();
    expect(said(element)).to.contain('Hola');
    section.setAttribute('lang', 'en');
    await settled();
    expect(said(element)).to.contain('Hello');
  });

  it('mark the language they are in, so that they are pronounced right', async () => {
    document.documentElement.lang = 'fr';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(element.shadowRoot?.querySelector('p')?.lang).to.equal('en');
  });

  it('survive a lang that is no language', async () => {
    document.documentElement.lang = 'not a language!';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(said(element)).to.contain('Hello');
  });

  it('do not compile as a language pack that lacks a widget', () => {
    // @ts-expect-error -- Checked by `npm run types`.
    const pack: LanguagePack = { $code: 'fr' };
    expect(pack.$code).to.equal('fr');
  });

  it('can arrive late, and a partner can change a few', async () => {
    document.documentElement.lang = 'de';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(said(element)).to.contain('Hello');
    registerStrings({ $code: 'de', polite: { greeting: 'Hallo', parting: 'Tschüss' } });
    await settled();
    expect(said(element)).to.equal('Hallo, Dear Ada, Tschüss (de)');
    registerStrings({ $code: 'de', polite: { parting: 'Ade' } });
    await settled();
    expect(said(element)).to.equal('Hallo, Dear Ada, Ade (de)');
  });
});
