import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { childConfiguration, LoadError, loadConfiguration, pageConfiguration, parseJson } from './configuration.js';
import type { RawConfiguration, Report } from './configuration.js';
import { define } from './define.js';
import { HavenErrorEvent, HavenReadyEvent, type HavenErrorDetail } from './events.js';
import { version } from './version.js';

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Lit properties for configuration keys: each key is a property, and an attribute by the same name in kebab case.
 */
export const attributeProperties = (keys: readonly string[]): PropertyDeclarations =>
  Object.fromEntries(keys.map((key) => [key, { attribute: kebab(key) }]));

/** A configuration file that was asked for, and what became of it. */
interface Load {
  src: string;
  raw?: RawConfiguration;
  problem?: string;
}

/**
 * Base of every Havenkit element: gathers the configuration, has it parsed into a model, renders it, tells of
 * problems, and always leaves something readable on the page.
 *
 * @attr {string} config - the configuration as JSON text; anything else is told and left out
 * @attr {string} lang - BCP 47 language of the words, as in HTML: own, or the nearest ancestor's
 * @attr {'ltr' | 'rtl' | 'auto'} dir - direction, as in HTML: own, or the nearest ancestor's
 *
 * @typeParam Model - what a subclass parses its configuration into
 */
export abstract class HavenElement<Model> extends LitElement {
  /** Version of the package. */
  static readonly version: string = version;

  /** The tag that `define` uses when none is given. */
  static readonly tag: string;

  /** Schema.org types that `source="page"` looks for; without one, the page is never read. */
  protected static readonly pageTypes?: RegExp;

  /**
   * Attributes that stand for a configuration key, by key: the key is the attribute's name in camel case.
   * They win over every other source.
   */
  protected static readonly attributeKeys: readonly string[] = [];

  static override properties: PropertyDeclarations = {
    brand: {},
    headingLevel: { attribute: 'heading-level' },
    src: {},
    source: {},
    config: { attribute: false },
  };

  /** One CSS colour; sets `--haven-brand`. Default: the page's `--haven-brand`, else a deep pine. Anything else is told and left out. */
  declare brand: string | null;

  /** Level of the widget's own heading, 1 to 6; headings inside follow. Default 2. Anything else is told and counts as 2. */
  declare headingLevel: string | number | null;

  /** URL of the JSON configuration: https, or of the same site. Fetched once. */
  declare src: string | null;

  /** `page` reads the JSON-LD that the page already has. Default: the page is not read. */
  declare source: string | null;

  /** The configuration as an object or as JSON text; wins over the `config` attribute field by field. */
  declare config: object | string | null;

  #model: Model | undefined;
  #problems: readonly HavenErrorDetail[] = [];
  #found: HavenErrorDetail[] = [];
  #stale = true;
  #loaded: Load | undefined;
  #pending = false;
  #ready = false;
  #painted = false;
  #children: MutationObserver | undefined;
  #fallback: HTMLSlotElement | undefined;

  /**
   * Registers the element; see `define`. Call it on the class, not on a copy of the method.
   *
   * @param tag - custom element name, default the class's own `tag`
   * @param registry - default the page's registry
   */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    define(this as unknown as Parameters<typeof define>[0], tag, registry);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'config', 'lang', 'dir'];
  }

  /** Turns the raw configuration into a model, or `undefined` when there is nothing to show. Must not throw. */
  protected abstract parse(raw: RawConfiguration, report: Report, warn: (path: string) => unknown): Model | undefined;

  /** Renders a model. */
  protected abstract renderModel(model: Model): unknown;

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    if (before !== after) this.#refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The parser may hand us our children after we are connected, and a page may change them later.
    this.#children ??= new MutationObserver(() => this.#refresh());
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.hasUpdated) this.#refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children?.disconnect();
  }

  /** Level of the widget's main heading, 1 to 6. */
  protected get level(): number {
    return /^[1-6]$/.test(`${this.headingLevel ?? ''}`) ? Number(this.headingLevel) : 2;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.#stale && !changed.size) return;
    this.#stale = false;
    this.#found = [];
    this.#paint();
    // Until the file is here nothing is known to be missing: what was shown stays.
    this.#load();
    if (this.#pending) return;
    try {
      const { raw, report } = this.#gather();
      // A page's own JSON-LD was not written for us, so what it holds beyond our keys is no mistake.
      this.#model = this.parse(raw, report, (path) => this.source === 'page' || this.#warn(path));
    } catch (error) {
      this.#tell('internal', String(error));
    }
    const known = new Set(this.#problems.map((problem) => problem.message));
    this.#problems = this.#found;
    const news = this.#found.filter((problem) => !known.has(problem.message));
    for (const problem of news) console.warn(`<${this.localName}> ${problem.message}`);
    // Listeners may read the element, so they hear of it only once it shows what it can.
    if (news.length)
      void this.updateComplete.then(() => {
        for (const problem of news) this.dispatchEvent(new HavenErrorEvent(problem));
      });
  }

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
      this.#fallback?.remove();
    } catch (error) {
      // Nothing may ever render blank: show what the author put inside the element.
      this.#fallback ??= document.createElement('slot');
      this.renderRoot.prepend(this.#fallback);
      this.#failed(error);
    }
  }

  protected override updated(): void {
    if (this.#ready || this.#pending) return;
    this.#ready = true;
    this.dispatchEvent(new HavenReadyEvent(version));
  }

  protected override render(): unknown {
    let content: unknown;
    try {
      content = this.#model && this.renderModel(this.#model);
    } catch (error) {
      this.#failed(error);
    }
    return html`${content ?? html`<slot></slot>`}${this.#problems.length
        ? html`<details class="notice" part="problem" lang="en" dir="ltr">
            <summary>For the site owner: a setting needs a look</summary>
            <ul>
              ${this.#problems.map((problem) => html`<li>${problem.message}</li>`)}
            </ul>
          </details>`
        : nothing}`;
  }

  #failed(error: unknown): void {
    console.error(`<${this.localName}> could not be shown.`, error);
  }

  #refresh(): void {
    this.#stale = true;
    this.requestUpdate();
  }

  #tell(code: HavenErrorDetail['code'], message: string, path?: string): void {
    this.#found.push(path ? { code, message: `${path}: ${message}`, path } : { code, message });
  }

  #warned = new Set<string>();

  #warn(path: string): void {
    if (this.#warned.has(path)) return;
    this.#warned.add(path);
    console.warn(`<${this.localName}> ${path}: this key is not known and is ignored.`);
  }

  #paint(): void {
    const brand = this.brand ?? '';
    const usable = CSS.supports('color', brand);
    if (brand && !usable) this.#tell('invalid-value', 'expected a CSS colour', 'brand');
    // A brand that the page itself wrote into the style attribute is left alone.
    if (usable) this.style.setProperty('--haven-brand', brand);
    else if (this.#painted) this.style.removeProperty('--haven-brand');
    this.#painted = usable;
    if (this.headingLevel !== null && this.headingLevel !== undefined && `${this.level}` !== `${this.headingLevel}`)
      this.#tell('invalid-value', 'expected a number from 1 to 6', 'heading-level');
  }

  #load(): void {
    const { src } = this;
    if (!src) this.#loaded = undefined;
    else if (this.#loaded?.src !== src) {
      const load: Load = (this.#loaded = { src });
      loadConfiguration(src, document.baseURI)
        .then((raw) => (load.raw = raw))
        .catch((error: unknown) => (load.problem = error instanceof LoadError ? error.message : 'a file that can be reached'))
        .finally(() => load === this.#loaded && this.#refresh());
    }
    if (this.#loaded?.problem) this.#tell('load-failed', `expected ${this.#loaded.problem}`, 'src');
    this.#pending = !!this.#loaded && !this.#loaded.raw && !this.#loaded.problem;
  }

  /** Merges the sources field by field, later ones winning, and gives a report that knows where a key came from. */
  #gather(): { raw: RawConfiguration; report: Report } {
    const { pageTypes, attributeKeys } = this.constructor as typeof HavenElement;
    const json: Report = (path, expected) => this.#tell('invalid-json', `expected ${expected}`, path);
    const text = this.getAttribute('config');
    const single: Record<string, unknown> = {};
    for (const key of attributeKeys) {
      const value = (this as unknown as Record<string, unknown>)[key];
      if (value !== null && value !== undefined) single[key] = value;
    }
    const raw = {
      ...(this.source === 'page' && pageTypes ? pageConfiguration(document, pageTypes) : undefined),
      ...childConfiguration(this, json),
      ...this.#loaded?.raw,
      ...(text === null ? undefined : parseJson(text, 'config', json)),
      ...(typeof this.config === 'string' ? parseJson(this.config, 'config', json) : this.config),
      ...single,
    };
    const report: Report = (path, expected, code = 'invalid-value') => {
      const name = Object.hasOwn(single, path) ? kebab(path) : path;
      this.#tell(code, `expected ${expected}`, name);
    };
    return { raw, report };
  }
}
