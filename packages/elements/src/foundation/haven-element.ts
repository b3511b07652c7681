import { html, nothing, render } from 'lit/html.js';
import { childConfiguration, loadConfiguration, pageConfiguration, parseJson } from './configuration.js';
import type { RawConfiguration, Reading, Report } from './configuration.js';
import { define } from './define.js';
import { HavenErrorEvent, HavenReadyEvent, type HavenErrorDetail } from './events.js';
import { followLanguage, leaveLanguage } from './strings.js';
import { version } from './version.js';

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** CSS as text; a tag of its own, so that builds find and minify it. */
export const css = String.raw;

/** Attributes of every element that are properties too, in camel case. */
const commonKeys = ['brand', 'headingLevel', 'src', 'source'];

/** On a server there is nothing to extend, but modules are imported there all the same. */
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (class {} as typeof HTMLElement);

/** A configuration file that was asked for, and what became of it. */
interface Load {
  readonly src: string;
  raw?: RawConfiguration;
  problem?: string;
}

/**
 * Base of every Havenkit element: gathers the configuration, has it parsed into a model, renders it with Lit, tells of
 * problems, and always leaves something readable on the page.
 *
 * It stands on Lit's templates alone: with all state in attributes and in one configuration, Lit's reactive properties
 * would take a fifth of a widget's size budget and have nothing to do.
 *
 * @attr {string} config - the configuration as JSON text; anything else is told and left out
 * @attr {string} lang - BCP 47 language of the words, as in HTML: own, or the nearest ancestor's
 * @attr {'ltr' | 'rtl' | 'auto'} dir - direction, as in HTML: own, or the nearest ancestor's
 *
 * @typeParam Model - what a subclass parses its configuration into
 */
export abstract class HavenElement<Model> extends Base {
  /** Version of the package. */
  static readonly version: string = version;

  /** The tag that `define` uses when none is given. */
  static readonly tag: string;

  /** CSS text of the shadow root. */
  protected static readonly styles: string;

  /** Schema.org types that `source="page"` looks for; without one, the page is never read. */
  protected static readonly pageTypes?: RegExp;

  /**
   * Configuration keys that can be written as attributes, in camel case; they win over every other source. Each is a
   * property too, which writes its attribute.
   */
  protected static readonly attributeKeys: readonly string[] = [];

  static #sheets = new WeakMap<object, CSSStyleSheet>();

  /**
   * One CSS colour; sets `--haven-brand`. Default: the page's `--haven-brand`, else a deep pine. Anything else is told and
   * left out.
   * @attr brand
   */
  declare brand: string | null;

  /**
   * Level of the widget's own heading, 1 to 6; headings inside follow. Default 2. Anything else is told and counts as 2.
   * @attr heading-level
   */
  declare headingLevel: string | number | null;

  /**
   * URL of the JSON configuration: https, or of the same site. Fetched once, without credentials; what goes wrong is told.
   * @attr src
   */
  declare src: string | null;

  /**
   * `page` reads the JSON-LD that the page already has. Default: the page is not read.
   * @attr source
   */
  declare source: string | null;

  #config: object | string | null = null;
  #load: Load | undefined;
  #problems: readonly HavenErrorDetail[] = [];
  #warned = new Set<string>();
  #ready = false;
  #painted = false;
  #update: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #slot = document.createElement('slot');
  // The parser may hand us our children after we are connected, and a page may change them later.
  #children = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    const { styles } = this.constructor as typeof HavenElement;
    let sheet = HavenElement.#sheets.get(this.constructor);
    if (!sheet) {
      HavenElement.#sheets.set(this.constructor, (sheet = new CSSStyleSheet()));
      sheet.replaceSync(styles);
    }
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#slot);
  }

  /**
   * Registers the element; see `define`. Call it on the class, not on a copy of the method.
   *
   * @param tag - custom element name, default the class's own `tag`
   * @param registry - default the page's registry
   */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    define(this as unknown as Parameters<typeof define>[0], tag, registry);
  }

  /** Read by the browser when the element is registered, which is when its properties are made. */
  static get observedAttributes(): string[] {
    const names = [...commonKeys, ...this.attributeKeys].map((key) => {
      const name = kebab(key);
      Object.defineProperty(this.prototype, key, {
        configurable: true,
        get(this: Element) {
          return this.getAttribute(name);
        },
        set(this: Element, value: unknown) {
          if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, `${value as string}`);
        },
      });
      return name;
    });
    return [...names, 'config', 'lang', 'dir'];
  }

  /** The configuration as an object or as JSON text; wins over the `config` attribute field by field. Default `null`. */
  get config(): object | string | null {
    return this.#config;
  }

  set config(config: object | string | null) {
    this.#config = config;
    this.requestUpdate();
  }

  /** Resolves when what was changed so far is on the page. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve();
  }

  /** Level of the widget's main heading, 1 to 6. */
  protected get level(): number {
    return Number(/^[1-6]$/.exec(this.getAttribute('heading-level') ?? '2')?.[0] ?? 2);
  }

  /** Turns the raw configuration into a model, or `undefined` when there is nothing to show. */
  protected abstract parse(raw: RawConfiguration, reading: Reading): Model | undefined;

  /** Renders a model. */
  protected abstract renderModel(model: Model): unknown;

  /** Called by the browser. */
  connectedCallback(): void {
    const { attributeKeys } = this.constructor as typeof HavenElement;
    // What was set before the element was registered hides the property of the same name.
    for (const key of [...commonKeys, ...attributeKeys, 'config'] as 'config'[])
      if (Object.hasOwn(this, key)) {
        const value = this[key];
        Reflect.deleteProperty(this, key);
        this[key] = value;
      }
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    followLanguage(this);
    this.requestUpdate();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#children.disconnect();
    leaveLanguage(this);
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Renders again, soon and once, however often it is called. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      if (this.isConnected) this.#render();
    });
  }

  /** Renders again after so many milliseconds, unless something else does before. */
  protected updateIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.requestUpdate(), milliseconds);
  }

  #render(): void {
    const found: HavenErrorDetail[] = [];
    const tell = (code: HavenErrorDetail['code'], message: string, path?: string): unknown =>
      found.push(path ? { code, message: `${path}: ${message}`, path } : { code, message });
    clearTimeout(this.#timer);
    this.#paint(tell);
    // Until the file is here nothing is known to be missing: what was shown stays.
    if (this.#loading(tell)) return;
    let content: unknown;
    try {
      const model = this.#parse(tell);
      content = model && this.renderModel(model);
    } catch (error) {
      tell('internal', 'this could not be shown');
      console.error(error);
    }
    const known = this.#problems.map(({ message }) => message);
    this.#problems = found;
    const notice = html`<details class="notice" part="problem" lang="en" dir="ltr">
      <summary>For the site owner: a setting needs a look</summary>
      <ul>
        ${found.map(({ message }) => html`<li>${message}</li>`)}
      </ul>
    </details>`;
    try {
      render([content, found.length ? notice : nothing], this.shadowRoot as ShadowRoot, { renderBefore: this.#slot });
      this.#slot.hidden = !!content;
    } catch (error) {
      // Nothing may ever render blank: what the author put inside the element is shown.
      console.error(error);
      this.#slot = document.createElement('slot');
      this.shadowRoot?.replaceChildren(this.#slot);
    }
    if (!this.#ready) this.dispatchEvent(new HavenReadyEvent(version));
    this.#ready = true;
    for (const problem of found)
      if (!known.includes(problem.message)) {
        console.warn(`<${this.localName}> ${problem.message}`);
        this.dispatchEvent(new HavenErrorEvent(problem));
      }
  }

  #paint(tell: Tell): void {
    const brand = this.getAttribute('brand') ?? '';
    const usable = CSS.supports('color', brand);
    if (brand && !usable) tell('invalid-value', 'expected a CSS colour', 'brand');
    // A brand that the page itself wrote into the style attribute is left alone.
    if (usable || this.#painted) this.style.setProperty('--haven-brand', usable ? brand : '');
    this.#painted = usable;
    if (`${this.level}` !== (this.getAttribute('heading-level') ?? '2'))
      tell('invalid-value', 'expected a number from 1 to 6', 'heading-level');
  }

  #loading(tell: Tell): boolean {
    const src = this.getAttribute('src');
    if (!src) this.#load = undefined;
    else if (this.#load?.src !== src) {
      const load: Load = (this.#load = { src });
      loadConfiguration(src, document.baseURI).then(
        (raw) => {
          load.raw = raw;
          this.requestUpdate();
        },
        (problem: unknown) => {
          load.problem = `${problem as string}`;
          this.requestUpdate();
        },
      );
    }
    const { raw, problem } = this.#load ?? {};
    if (problem) tell('load-failed', `expected ${problem}`, 'src');
    return !!this.#load && !raw && !problem;
  }

  /** Merges the sources field by field, later ones winning, and has them parsed. */
  #parse(tell: Tell): Model | undefined {
    const { pageTypes, attributeKeys } = this.constructor as typeof HavenElement;
    const onPage = this.getAttribute('source') === 'page';
    const json: Report = (path, expected) => tell('invalid-json', `expected ${expected}`, path);
    const single: Record<string, string> = {};
    for (const key of attributeKeys) {
      const value = this.getAttribute(kebab(key));
      if (value !== null) single[key] = value;
    }
    const asObject = (config: object | string | null): object | null | undefined =>
      typeof config === 'string' ? parseJson(config, 'config', json) : config;
    const raw = {
      ...(onPage && pageTypes ? pageConfiguration(document, pageTypes) : undefined),
      ...childConfiguration(this, json),
      ...this.#load?.raw,
      ...asObject(this.getAttribute('config')),
      ...asObject(this.#config),
      ...single,
    };
    return this.parse(raw, {
      base: document.baseURI,
      report: (path, expected, code = 'invalid-value') =>
        tell(code, `expected ${expected}`, Object.hasOwn(single, path) ? kebab(path) : path),
      // A page's own JSON-LD was not written for us, so what it holds beyond our keys is no mistake.
      warn: (path) => {
        if (!onPage && !this.#warned.has(path)) {
          this.#warned.add(path);
          console.warn(`<${this.localName}> ${path}: this key is not known and is ignored.`);
        }
      },
    });
  }
}

type Tell = (code: HavenErrorDetail['code'], message: string, path?: string) => unknown;
