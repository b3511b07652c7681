import { html, nothing, render } from 'lit/html.js';
import { childConfiguration, loadConfiguration, parseJson } from '../configuration/configuration.js';
import type { RawConfiguration, Reading } from '../configuration/configuration.js';
import { define } from './define.js';
import { HavenErrorEvent, HavenReadyEvent, type HavenErrorDetail } from './events.js';
import { speakers } from '../localization/strings.js';
import { version } from './version.js';

const kebab = (key: string): string => key.replace(/[A-Z]/g, '-$&').toLowerCase();

/** CSS as text; a tag of its own, so that builds find and minify it. */
export const css = String.raw;

// On a server there is nothing to extend, but modules are imported there all the same.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it stands for HTMLElement
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (class {} as typeof HTMLElement);

/** Style sheets by their text: elements of a class share one. */
const sheets = new Map<string, CSSStyleSheet>();

/** A problem with the configuration; without a code it is for the console alone. */
interface Problem extends Omit<HavenErrorDetail, 'code'> {
  readonly code: HavenErrorDetail['code'] | undefined;
}

interface Load {
  readonly src: string;
  result?: RawConfiguration | string;
}

/** As `Report`, with every code. */
type Tell = (path: string, expected: string, code?: Problem['code']) => void;

/**
 * Base of every Havenkit element: gathers the configuration, has it parsed into a model, renders it with Lit, tells of
 * problems, and always leaves something readable on the page.
 *
 * It stands on Lit's templates alone: all state is in attributes and one configuration object, so that Lit's reactive
 * properties would take a fifth of a widget's size budget and have nothing to do.
 *
 * @attr {string} brand - one CSS colour; sets `--haven-brand`. Default: the page's `--haven-brand`, else a deep pine.
 * Anything else is told and left out
 * @attr {'1' | '2' | '3' | '4' | '5' | '6'} heading-level - level of the widget's own heading; headings inside follow.
 * Default 2. Anything else is told and counts as 2
 * @attr {string} src - URL of the JSON configuration: https, or of the same site. Fetched once, without credentials, within
 * ten seconds; what goes wrong is told
 * @attr {'page'} source - `page` reads the JSON-LD that the page already has. Default: the page is not read
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

  /** Configuration keys that can be written as attributes, in camel case; they win over every other source. */
  protected static readonly attributeKeys: readonly string[] = [];

  #config: object | string | null = null;
  /** What is at `src`, or what is wrong with it. */
  #load: Load | undefined;
  #told: Set<string> | undefined;
  #painted = false;
  #update: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = new AbortController();
  #slot = document.createElement('slot');
  // The parser may hand us our children after we are connected, and a page may change them later.
  #children = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    const { styles } = this.constructor as typeof HavenElement;
    let sheet = sheets.get(styles);
    if (!sheet) {
      sheets.set(styles, (sheet = new CSSStyleSheet()));
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

  /** Read by the browser when the element is registered. */
  static get observedAttributes(): string[] {
    return ['brand', 'heading-level', 'src', 'source', 'config', 'lang', 'dir', ...this.attributeKeys.map(kebab)];
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
    return Promise.resolve(this.#update);
  }

  /** Level of the widget's main heading, 1 to 6. */
  protected get level(): number {
    return +(/^[1-6]$/.exec(this.getAttribute('heading-level') ?? '') ?? 2);
  }

  /** Turns the raw configuration into a model, or `undefined` when there is nothing to show. */
  protected abstract parse(raw: RawConfiguration, reading: Reading): Model | undefined;

  /** Renders a model. */
  protected abstract renderModel(model: Model): unknown;

  /** What `source="page"` finds on the page; without it, the page is never read. */
  protected pageConfiguration?(): RawConfiguration | undefined;

  /** Called when the element has come to the page; the signal ends what it listens to when it leaves. */
  protected connected?(signal: AbortSignal): void;

  /** Called when a model is on the page, before it is painted. */
  protected rendered?(model: Model): void;

  /** Called by the browser. */
  connectedCallback(): void {
    // What was set before the element was registered hides the property of the same name.
    for (const [key, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, key);
      Reflect.set(this, key, value);
    }
    this.#children.observe(this, { childList: true, characterData: true, subtree: true });
    speakers.add(this);
    this.#gone = new AbortController();
    this.connected?.(this.#gone.signal);
    this.requestUpdate();
  }

  /** Called by the browser. */
  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#children.disconnect();
    speakers.delete(this);
    this.#gone.abort();
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Renders again, soon and once, however often it is called. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      if (this.isConnected) this.performUpdate();
    });
  }

  /** Renders again after so many milliseconds, unless something else does before. */
  protected updateIn(milliseconds: number): void {
    this.#timer = setTimeout(() => this.requestUpdate(), milliseconds);
  }

  /** Renders now. */
  protected performUpdate(): void {
    const problems: Problem[] = [];
    const tell = (path: string, message: string, code?: Problem['code']): unknown =>
      problems.push({ path, message: path ? `${path}: ${message}` : message, code });
    const own = this.#ownSettings();
    const report: Tell = (path, expected, code = 'invalid-value') =>
      tell(path in own ? kebab(path) : path, `expected ${expected}`, code);
    clearTimeout(this.#timer);
    this.#paint(report);
    let content: unknown;
    let model: Model | undefined;
    try {
      const raw = this.#gather(own, report);
      // Until a file is here nothing is known to be missing: what was shown stays.
      if (!raw) return;
      model = this.parse(raw, {
        base: document.baseURI,
        report,
        // A page's own JSON-LD was not written for us, so what it holds beyond our keys is no mistake.
        warn: (path, message = 'this key is not known') => this.getAttribute('source') || tell(path, message),
      });
      content = model && this.renderModel(model);
    } catch (error) {
      tell('', 'this could not be shown', 'internal');
      console.error(error);
    }
    const errors = problems.filter(({ code }) => code);
    try {
      render(
        [
          content,
          errors[0]
            ? html`<details class="notice" part="problem" lang="en" dir="ltr">
                <summary>For the site owner: a setting needs a look</summary>
                <ul>
                  ${errors.map(({ message }) => html`<li>${message}</li>`)}
                </ul>
              </details>`
            : nothing,
        ],
        this.shadowRoot as ShadowRoot,
        { renderBefore: this.#slot },
      );
      this.#slot.hidden = !!content;
      if (content) this.rendered?.(model as Model);
    } catch (error) {
      // Nothing may ever render blank: what the author put inside the element is shown.
      console.error(error);
      this.#slot = document.createElement('slot');
      this.shadowRoot?.replaceChildren(this.#slot);
    }
    const told = this.#told;
    this.#told = new Set(problems.map(({ message }) => message));
    if (!told) this.dispatchEvent(new HavenReadyEvent(version));
    for (const { message, path, code } of problems)
      if (!told?.has(message)) {
        console.warn(`<${this.localName}> ${message}`);
        if (code) this.dispatchEvent(new HavenErrorEvent({ code, message, ...(path && { path }) }));
      }
  }

  #paint(report: Tell): void {
    const brand = this.getAttribute('brand') ?? '';
    const usable = CSS.supports('color', brand);
    if (brand && !usable) report('brand', 'a CSS colour');
    // A brand that the page itself wrote into the style attribute is left alone.
    if (usable || this.#painted) this.style.setProperty('--haven-brand', usable ? brand : '');
    this.#painted = usable;
    if (`${this.level}` !== (this.getAttribute('heading-level') || '2'))
      report('heading-level', 'a number from 1 to 6');
  }

  /** What is configured by attributes of its own. */
  #ownSettings(): RawConfiguration {
    const own: Record<string, string> = {};
    for (const key of (this.constructor as typeof HavenElement).attributeKeys) {
      const value = this.getAttribute(kebab(key));
      if (value !== null) own[key] = value;
    }
    return own;
  }

  /** Merges the sources field by field, later ones winning; nothing while a file is on its way. */
  #gather(own: RawConfiguration, report: Tell): RawConfiguration | undefined {
    const json = (config: unknown, path = 'config'): RawConfiguration | undefined =>
      parseJson(config, () => report(path, 'a JSON object', 'invalid-json'));
    const src = this.getAttribute('src');
    if (src && src !== this.#load?.src) {
      const load: Load = (this.#load = { src });
      void loadConfiguration(src, document.baseURI).then((result) => {
        load.result = result;
        this.requestUpdate();
      });
    }
    const result = src ? this.#load?.result : {};
    if (!result) return undefined;
    if (typeof result === 'string') report('src', result, 'load-failed');
    return {
      ...(this.getAttribute('source') === 'page' && this.pageConfiguration?.()),
      ...json(childConfiguration(this), 'script'),
      ...(typeof result === 'object' && result),
      ...json(this.getAttribute('config')),
      ...json(this.#config),
      ...own,
    };
  }
}
