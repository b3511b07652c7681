import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { css, html as template } from 'lit';
import { atEnd, painted, translate, until } from '../../../test-support/index.js';
import { keepInput } from '../browser/typed-input.js';
import { isObject, text, type RawConfiguration, type Reading } from '../configuration/readers.js';
import { pageJsonLd } from '../configuration/sources.js';
import type { HavenErrorEvent, HavenReadyEvent } from './events.js';
import { HavenElement } from './haven-element.js';
import { settingProperties } from './settings.js';
import { heading } from '../views/heading.js';
import { version } from './version.js';

/** A minimal widget. */
class Greeting extends HavenElement<{ name: string; wish: string | undefined }> {
  static override readonly tag = 'x-greeting';
  static override readonly settings = { name: text, bestWish: text };
  static override readonly properties = settingProperties(Greeting.settings);
  static override readonly styles = css`
    :host {
      display: block;
    }
  `;

  protected override pageConfiguration() {
    return pageJsonLd(document).find(isObject);
  }

  protected override parse(raw: RawConfiguration, reading: Reading) {
    if ('odd' in raw) reading.warn('odd');
    if (raw['explode'] === 'parse') throw new Error('parse');
    const name = text(raw['name'], 'name', reading);
    const wish = text(raw['bestWish'], 'bestWish', reading);
    if (wish === 'short') reading.report('bestWish', 'a longer wish');
    if (!name) reading.report('name', 'a name', 'missing-value');
    return name ? { name, wish } : undefined;
  }

  protected override renderAnew(render: () => void): void {
    keepInput(this.renderRoot, render);
  }

  protected override renderModel(model: { name: string; wish: string | undefined }) {
    if (model.name === 'explode') throw new Error('render');
    // Lit throws only when it commits the template.
    if (model.name === 'explode late') return template`<p>${Symbol('no text')}</p>`;
    return template`${heading(this.level, model.name, 'name')}<p>${model.wish}</p>
      <input aria-label="Answer" />`;
  }
}
Greeting.define();

const shown = (element: Element): string => element.shadowRoot?.querySelector('h1,h2,h3,h4,h5,h6')?.textContent ?? '';
const wish = (element: Element): string => element.shadowRoot?.querySelector('p')?.textContent ?? '';
/** Whether the fallback content is shown. */
const showsFallback = (element: Element): boolean => !element.shadowRoot?.querySelector('slot')?.hidden;
const notice = (element: Element): HTMLElement | null => element.shadowRoot?.querySelector('[part=problem]') ?? null;

/** Console warnings and errors, which are collected instead of printed. */
let logged: string[] = [];
const before = { warn: console.warn, error: console.error };
beforeEach(() => {
  logged = [];
  console.warn = console.error = (...parts: unknown[]) => logged.push(parts.join(' '));
});
afterEach(() => Object.assign(console, before));

describe('HavenElement', () => {
  it('dispatches haven-ready once, with its version', async () => {
    const element = document.createElement('x-greeting') as Greeting;
    element.setAttribute('name', 'Ada');
    let times = 0;
    element.addEventListener('haven-ready', () => times++);
    setTimeout(() => document.body.append(element));
    const event = await oneEvent<HavenReadyEvent>(element, 'haven-ready');
    expect(event.detail).to.deep.equal({ version });
    expect(event.bubbles && event.composed).to.equal(true);
    expect(shown(element)).to.equal('Ada');
    element.setAttribute('name', 'Grace');
    await element.updateComplete;
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    expect(times).to.equal(1);
    element.remove();
  });

  it('reads each field from the source with the highest precedence', async () => {
    const head = document.createElement('script');
    head.type = 'application/ld+json';
    head.textContent = '{"@type": "Person", "name": "from the page", "bestWish": "page wish"}';
    document.head.append(head);
    const element = await fixture<Greeting>(html`<x-greeting source="page"></x-greeting>`);
    expect([shown(element), wish(element)]).to.deep.equal(['from the page', 'page wish']);

    const child = document.createElement('script');
    child.type = 'application/json';
    child.textContent = '{"name": "from the child"}';
    element.append(child);
    await painted();
    expect([shown(element), wish(element)]).to.deep.equal(['from the child', 'page wish']);

    element.setAttribute('src', new URL('./fixtures/greeting.json', import.meta.url).href);
    await until(() => shown(element) === 'from a file', 'the configuration of the file');

    element.setAttribute('config', '{"name": "from config"}');
    await element.updateComplete;
    expect(shown(element)).to.equal('from config');

    element.config = { name: 'from the property' };
    await element.updateComplete;
    expect(shown(element)).to.equal('from the property');
    element.config = '{"name": "from the property as text"}';
    await element.updateComplete;
    expect(shown(element)).to.equal('from the property as text');

    element.setAttribute('name', 'from the attribute');
    await element.updateComplete;
    expect([shown(element), wish(element)]).to.deep.equal(['from the attribute', 'page wish']);

    for (const name of ['name', 'config', 'src']) element.removeAttribute(name);
    element.config = null;
    child.remove();
    await painted();
    expect(shown(element)).to.equal('from the page');
    element.removeAttribute('source');
    head.remove();
    await element.updateComplete;
    expect(notice(element)).not.to.equal(null);
  });

  it('does not read the page without source="page"', async () => {
    const head = document.createElement('script');
    head.type = 'application/ld+json';
    head.textContent = '{"@type": "Person", "name": "from the page"}';
    document.head.append(head);
    const element = await fixture<Greeting>(html`<x-greeting name="own"></x-greeting>`);
    atEnd(() => head.remove());
    expect(wish(element)).to.equal('');
  });

  it('reports an invalid value by its attribute name, on the page, in an event and in the console', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada"></x-greeting>`);
    setTimeout(() => element.setAttribute('best-wish', 'short'));
    const { detail } = await oneEvent<HavenErrorEvent>(element, 'haven-error');
    expect(detail).to.deep.equal({
      code: 'invalid-value',
      path: 'best-wish',
      message: 'best-wish: expected a longer wish',
    });
    expect(shown(element)).to.equal('Ada');
    expect(notice(element)?.textContent).to.contain('best-wish: expected a longer wish');
    expect(logged.join()).to.contain('<x-greeting> best-wish: expected a longer wish');
    element.setAttribute('best-wish', 'a long life');
    await element.updateComplete;
    expect(notice(element)).to.equal(null);
  });

  it('reports the same problem once, however often it renders', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada" best-wish="short"></x-greeting>`);
    let times = 0;
    element.addEventListener('haven-error', () => times++);
    element.setAttribute('name', 'Grace');
    await element.updateComplete;
    await element.updateComplete;
    expect(times).to.equal(0);
    expect(logged).to.have.length(1);
  });

  it('warns about an unknown key once', async () => {
    const element = await fixture<Greeting>(html`<x-greeting config='{"name": "Ada", "odd": 1}'></x-greeting>`);
    element.setAttribute('name', 'Grace');
    await element.updateComplete;
    expect(logged).to.deep.equal(['<x-greeting> odd: this key is not known']);
  });

  it('does not warn about unknown keys in the JSON-LD of the page', async () => {
    const head = document.createElement('script');
    head.type = 'application/ld+json';
    head.textContent = '{"@type": "Person", "name": "Ada", "award": "a medal"}';
    document.head.append(head);
    atEnd(() => head.remove());
    const element = await fixture<Greeting>(html`<x-greeting source="page"></x-greeting>`);
    expect(shown(element)).to.equal('Ada');
    expect(logged).to.deep.equal([]);
  });

  it('shows the fallback content when there is nothing else to show', async () => {
    const element = await fixture<Greeting>(html`<x-greeting>Call us</x-greeting>`);
    expect(showsFallback(element)).to.equal(true);
    expect(notice(element)?.textContent).to.contain('name: expected a name');
  });

  it('updates text that a translator has wrapped', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada" best-wish="a long life"></x-greeting>`);
    for (const [name, bestWish, replace] of [
      ['Grace', 'good health', false],
      ['Mary', 'much joy', true],
    ] as const) {
      translate(element.shadowRoot as ShadowRoot, replace);
      Object.assign(element, { name, bestWish });
      await element.updateComplete;
      expect([shown(element), wish(element)]).to.deep.equal([name, bestWish]);
    }
    expect(logged).to.deep.equal([]);
  });

  it('renders from scratch where another script has moved nodes, and keeps what was typed', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada" best-wish="a long life"></x-greeting>`);
    const root = element.shadowRoot as ShadowRoot;
    const field = (): HTMLInputElement => root.querySelector('input') as HTMLInputElement;
    field().value = 'typed';
    for (const node of root.querySelectorAll('p')) node.replaceChildren();
    root.querySelector('input')?.after(...[...root.childNodes].reverse());
    element.setAttribute('best-wish', 'good health');
    await element.updateComplete;
    expect([shown(element), wish(element), field().value]).to.deep.equal(['Ada', 'good health', 'typed']);
    expect(showsFallback(element)).to.equal(false);
    expect(logged).to.deep.equal([]);
  });

  it('shows the fallback content when parsing or rendering throws, and recovers', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="explode">Call us</x-greeting>`);
    for (const wrong of ['explode', 'explode late']) {
      element.setAttribute('name', wrong);
      await element.updateComplete;
      expect(showsFallback(element), wrong).to.equal(true);
      element.setAttribute('name', 'Ada');
      await element.updateComplete;
      expect(shown(element)).to.equal('Ada');
      expect(showsFallback(element)).to.equal(false);
    }
    setTimeout(() => element.setAttribute('config', '{"explode": "parse"}'));
    const { detail } = await oneEvent<HavenErrorEvent>(element, 'haven-error');
    expect(detail).to.deep.equal({ code: 'internal', message: 'this widget could not be shown' });
    expect(notice(element)).not.to.equal(null);
    expect(showsFallback(element)).to.equal(true);
  });

  it('reports invalid JSON, and shows the rest', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada" config="{oops"></x-greeting>`);
    expect(shown(element)).to.equal('Ada');
    expect(notice(element)?.textContent).to.contain('config: expected a JSON object');
  });

  it('reports a missing file, a file without JSON, and an unsafe URL', async () => {
    for (const [src, message] of [
      [new URL('./fixtures/missing.json', import.meta.url).href, 'by https'],
      [new URL('./haven-element.ts', import.meta.url).href, 'a JSON object'],
      ['http://elsewhere.example/x.json', 'https'],
      ['data:application/json,{}', 'https'],
    ] as const) {
      const element = await fixture<Greeting>(html`<x-greeting name="Ada" src=${src}></x-greeting>`);
      await until(() => !!notice(element)?.textContent.includes(message), 'the notice');
      expect(shown(element)).to.equal('Ada');
    }
  });

  it('stops waiting for a file after ten seconds', async () => {
    const { timeout } = AbortSignal;
    atEnd(() => (AbortSignal.timeout = timeout));
    const timeouts: number[] = [];
    AbortSignal.timeout = (milliseconds) => {
      timeouts.push(milliseconds);
      return AbortSignal.abort();
    };
    const src = new URL('./fixtures/greeting.json?never', import.meta.url).href;
    const element = await fixture<Greeting>(html`<x-greeting name="Ada" src=${src}></x-greeting>`);
    await until(
      () => !!notice(element)?.textContent.includes('src: expected a JSON object, by https'),
      'the notice about src',
    );
    expect(shown(element)).to.equal('Ada');
    expect(timeouts).to.deep.equal([10_000]);
  });

  it('ignores empty attributes, and reports a configuration that is not an object', async () => {
    const element = await fixture<Greeting>(
      html`<x-greeting name="Ada" config="" heading-level="" src=""></x-greeting>`,
    );
    expect(shown(element)).to.equal('Ada');
    expect(notice(element)).to.equal(null);
    for (const config of [5, true, ['Ada']] as unknown as object[]) {
      element.config = config;
      await element.updateComplete;
      expect(notice(element)?.textContent).to.contain('config: expected a JSON object');
      expect(shown(element)).to.equal('Ada');
    }
  });

  it('reports nothing while a file is loading', async () => {
    const src = new URL('./fixtures/greeting.json?slow', import.meta.url).href;
    const element = await fixture<Greeting>(html`<x-greeting src=${src}>Call us</x-greeting>`);
    await until(() => shown(element) === 'from a file', 'the configuration of the file');
    expect(logged).to.deep.equal([]);
  });

  it('fetches a file once, for any number of elements', async () => {
    const src = new URL('./fixtures/greeting.json?once', import.meta.url).href;
    const elements = await Promise.all(
      [1, 2, 3].map(() => fixture<Greeting>(html`<x-greeting src=${src}></x-greeting>`)),
    );
    await until(
      () => elements.every((element) => shown(element) === 'from a file'),
      'the configuration in every element',
    );
    expect(performance.getEntriesByName(src)).to.have.length(1);
  });

  it('sets and removes the brand, and never writes to the host', async () => {
    const element = await fixture<Greeting>(
      html`<x-greeting name="Ada" class="page" style="--haven-brand: red !important"></x-greeting>`,
    );
    const written = element.outerHTML;
    const brand = (): string => getComputedStyle(element).getPropertyValue('--haven-brand').trim();
    expect(brand()).to.equal('red');
    element.brand = 'rebeccapurple';
    await element.updateComplete;
    expect(brand()).to.equal('rebeccapurple');
    // A framework that binds the class or the style of the host overwrites both.
    element.className = 'other';
    element.style.cssText = '';
    element.brand = 'teal';
    await element.updateComplete;
    expect(brand()).to.equal('teal');
    element.brand = 'red; background: url(https://elsewhere.example)';
    element.className = 'page';
    element.setAttribute('style', '--haven-brand: red !important');
    await element.updateComplete;
    expect(brand()).to.equal('red');
    expect(notice(element)?.textContent).to.contain('brand: expected a CSS color');
    expect(element.outerHTML).to.equal(written);
  });

  it('accepts a heading level from 1 to 6, and uses 2 otherwise', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada"></x-greeting>`);
    const level = (): string | undefined => element.shadowRoot?.querySelector('h1,h2,h3,h4,h5,h6')?.localName;
    expect(level()).to.equal('h2');
    for (const good of ['1', '2', '3', '4', '5', '6']) {
      element.setAttribute('heading-level', good);
      await element.updateComplete;
      expect(level()).to.equal(`h${good}`);
      expect(notice(element)).to.equal(null);
    }
    for (const bad of ['0', '7', '2.5', 'two']) {
      element.setAttribute('heading-level', bad);
      await element.updateComplete;
      expect(level()).to.equal('h2');
      expect(notice(element)?.textContent).to.contain('heading-level: expected a number from 1 to 6');
    }
  });

  it('ignores objects that a framework has written as attributes', async () => {
    const element = await fixture<Greeting>(
      html`<x-greeting config="[object Object]" best-wish="[object Object]">Call us</x-greeting>`,
    );
    element.config = { name: 'Ada', bestWish: 'a long life' };
    await element.updateComplete;
    expect([shown(element), wish(element)]).to.deep.equal(['Ada', 'a long life']);
    expect(notice(element)).to.equal(null);
    expect(logged).to.deep.equal(['<x-greeting> name: expected a name']);
  });

  it('keeps a configuration that was set before registration', async () => {
    const early = document.createElement('x-greeting-later') as Greeting;
    early.config = { name: 'Ada' };
    document.body.append(early);
    atEnd(() => early.remove());
    Greeting.define('x-greeting-later');
    await early.updateComplete;
    expect(shown(early)).to.equal('Ada');
    early.config = { name: 'Grace' };
    await early.updateComplete;
    expect(shown(early)).to.equal('Grace');
  });

  it('works when created, cloned, moved and used several times', async () => {
    const element = await fixture<Greeting>(html`<x-greeting name="Ada"></x-greeting>`);
    const clone = element.cloneNode(true) as Greeting;
    element.after(clone);
    await clone.updateComplete;
    expect(shown(clone)).to.equal('Ada');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    element.setAttribute('name', 'Grace');
    await element.updateComplete;
    expect(shown(element)).to.equal('Grace');
    elsewhere.remove();
  });
});
