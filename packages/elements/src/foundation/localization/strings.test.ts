import { expect, fixture, html as markup } from '@open-wc/testing';
import { HavenElement } from '../element/haven-element.js';
import { registerStrings } from './strings-registry.js';

const en = { greeting: 'Hello', parting: 'Goodbye', nested: (name: string) => `Dear ${name}` };

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
  $name: 'Español',
  $dir: 'ltr',
  polite: { greeting: 'Hola', nested: (name: string) => `Querida ${name}` },
});

const renderedText = (element: Element): string => element.shadowRoot?.querySelector('p')?.textContent ?? '';

/** Waits until an update after a mutation has rendered. */
const settled = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

describe('the strings of a widget', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    document.documentElement.lang = lang;
  });

  it('follow the language of the page, and fall back to English key by key', async () => {
    document.documentElement.lang = 'en-GB';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(renderedText(element)).to.equal('Hello, Dear Ada, Goodbye (en-GB)');
    document.documentElement.lang = 'es-MX';
    await settled();
    expect(renderedText(element)).to.equal('Hola, Querida Ada, Goodbye (es-MX)');
    document.documentElement.lang = 'fr';
    await settled();
    expect(renderedText(element)).to.equal('Hello, Dear Ada, Goodbye (en)');
  });

  it('follow the nearest lang, also across shadow roots', async () => {
    document.documentElement.lang = 'en';
    const section = await fixture(markup`<section lang="es"><div></div></section>`);
    const root = section.querySelector('div')?.attachShadow({ mode: 'open' });
    const element = document.createElement('x-polite');
    root?.append(element);
    await settled();
    expect(renderedText(element)).to.contain('Hola');
    section.setAttribute('lang', 'en');
    await settled();
    expect(renderedText(element)).to.contain('Hello');
  });

  it('have the code of their own language, so that they are pronounced correctly', async () => {
    document.documentElement.lang = 'fr';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(element.shadowRoot?.querySelector('p')?.lang).to.equal('en');
  });

  it('are in English when lang is not a language', async () => {
    document.documentElement.lang = 'not a language!';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(renderedText(element)).to.contain('Hello');
  });

  it('can be registered late, and overridden one by one', async () => {
    document.documentElement.lang = 'de';
    const element = await fixture(markup`<x-polite></x-polite>`);
    await settled();
    expect(renderedText(element)).to.contain('Hello');
    registerStrings({ $code: 'de', $name: 'Deutsch', $dir: 'ltr', polite: { greeting: 'Hallo', parting: 'Tschüss' } });
    await settled();
    expect(renderedText(element)).to.equal('Hallo, Dear Ada, Tschüss (de)');
    registerStrings({ $code: 'de', $name: 'Deutsch', $dir: 'ltr', polite: { parting: 'Ade' } });
    await settled();
    expect(renderedText(element)).to.equal('Hallo, Dear Ada, Ade (de)');
  });
});
