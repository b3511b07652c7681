import { html, isServer, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { withoutOnce } from '../browser/without-once.js';
import { textAs, type RawConfiguration, type Reading } from '../configuration/readers.js';
import { isAbsent } from '../configuration/sources.js';
import { BrandController } from '../controllers/brand-controller.js';
import { ConfigurationController } from '../controllers/configuration-controller.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { ProblemsController } from '../controllers/problems-controller.js';
import { define } from './define.js';
import { HavenReadyEvent, type HavenErrorDetail } from './events.js';
import { attributeName, settingProperties, type Settings } from './settings.js';
import { version } from './version.js';

/** Element in which translators wrap every text. */
const translatorTag = 'font' as string;

/** Settings of every widget, which are not part of its configuration. */
const ownSettings = {
  brand: textAs('a CSS color', (color) => (isServer || CSS.supports('color', color) ? color : undefined)),
  headingLevel: textAs('a number from 1 to 6', (level) => (/^[1-6]$/.test(level) ? +level : undefined)),
} satisfies Settings;

/**
 * Base of every Havenkit element. It gathers the configuration, parses it into a model, renders the model, reports problems,
 * and shows the author's fallback content whenever there is nothing else to show.
 *
 * @attr {string} lang - BCP 47 language of the strings, as in HTML: the element's own, or that of the nearest ancestor
 * @attr {'ltr' | 'rtl' | 'auto'} dir - direction, as in HTML: the element's own, or that of the nearest ancestor
 *
 * @typeParam Model - what a subclass parses its configuration into
 * @typeParam Configuration - what its `config` property accepts
 */
export abstract class HavenElement<Model, Configuration extends object = object> extends LitElement {
  /** Version of the package. */
  static readonly version: string = version;

  /** The tag that `define` uses by default. */
  static readonly tag: string;

  /** Configuration that can be written as attributes and properties; these override every other source. */
  protected static readonly settings: Settings = {};

  static override properties: PropertyDeclarations = {
    ...settingProperties(ownSettings),
    src: {},
    source: {},
    config: {},
  };

  /**
   * One CSS color; sets `--haven-brand`. Default: the page's `--haven-brand`, otherwise a deep pine. Other values are reported
   * and ignored.
   */
  declare brand: string | null | undefined;

  /** Level of the widget's own heading, 1 to 6; headings inside follow. Default 2. Other values are reported and ignored. */
  declare headingLevel: '1' | '2' | '3' | '4' | '5' | '6' | number | null | undefined;

  /**
   * URL of the JSON configuration: https, or of the same origin. It is fetched once, without credentials, within ten seconds.
   * A failure is reported.
   */
  declare src: string | null | undefined;

  /**
   * `page` reads the JSON-LD that the page already has, if the widget supports it. It is read again when the page has been
   * parsed. A page without the data of the widget is reported. Default: the page is not read.
   */
  declare source: 'page' | null | undefined;

  /**
   * The configuration as an object, or as JSON text. The property overrides the attribute field by field. Anything else is
   * reported and ignored.
   */
  declare config: Configuration | string | null | undefined;

  /** Resolves after the first rendering, when `haven-ready` has been dispatched. */
  readonly ready: Promise<void>;

  protected readonly locale = new LocaleController(this);

  /** The parsed configuration, or `undefined` when there is nothing to show. */
  protected model: Model | undefined;

  /** Level of the widget's main heading, 1 to 6. */
  protected level = 2;

  #configuration = new ConfigurationController(this);
  #problems = new ProblemsController(this);
  #brandController = new BrandController(this);
  #brand: string | undefined;
  #renderedByServer = false;
  #fallback: HTMLSlotElement | undefined;
  #resolveReady!: () => void;

  constructor() {
    super();
    this.ready = new Promise((resolve) => (this.#resolveReady = resolve));
  }

  /**
   * Registers the element; see `define`. Call it on the class, not on a copy of the method.
   *
   * @param tag - custom element name, by default the class's own `tag`
   * @param registry - by default the page's registry
   */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    define(this as unknown as Parameters<typeof define>[0], tag, registry);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  /** The errors reported so far with `haven-error`, for scripts that are loaded later. */
  get problems(): readonly HavenErrorDetail[] {
    return this.#problems.reported;
  }

  /**
   * Whether the next render hydrates what a server rendered, so it has to be the same.
   *
   * @internal
   */
  get hydrating(): boolean {
    return this.#renderedByServer && !this.hasUpdated;
  }

  /** Whether part of the configuration could not be read, so the rest may be incomplete. */
  protected get isUnreadable(): boolean {
    return this.#problems.has('invalid-json') || this.#problems.has('load-failed');
  }

  /** Turns the merged configuration into a model, or returns `undefined` when there is nothing to show. */
  protected abstract parse(raw: RawConfiguration, reading: Reading): Model | undefined;

  /** Renders a model. */
  protected abstract renderModel(model: Model): unknown;

  /**
   * With `source="page"`, the configuration that the page has, or `undefined` and a report. A widget without this method never
   * reads the page.
   */
  protected pageConfiguration?(reading: Reading): RawConfiguration | undefined;

  /** Whether the fallback content stays beside the model, because the model lacks what a visitor needs most. */
  protected needsFallback?(model: Model): boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' || name === 'dir') this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#renderedByServer = !!this.shadowRoot;
    const root = super.createRenderRoot();
    if (!this.#renderedByServer) this.#showFallback(root);
    return root;
  }

  /** Delays updates while a file loads, so that the current content stays. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.isConnected && this.#configuration.load();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const problems = this.#problems;
    problems.clear();
    const settings = this.#settings();
    const reading: Reading = {
      base: isServer ? undefined : document.baseURI,
      report: (path, expected, code = 'invalid-value') =>
        problems.add(path in settings ? attributeName(path) : path, `expected ${expected}`, code),
      // The page's JSON-LD was not written for the widget, so unknown keys in it are not mistakes.
      warn: (path, message = 'this key is not known') => {
        if (!this.source) problems.add(path, message);
      },
    };
    this.#brand = ownSettings.brand(this.brand, 'brand', reading);
    this.level = ownSettings.headingLevel(this.headingLevel, 'heading-level', reading) ?? 2;
    this.model = problems.attempt(() => {
      return this.parse(
        this.#configuration.merge(this.pageConfiguration?.(reading), settings, reading.report),
        reading,
      );
    });
  }

  protected override render(): unknown {
    const { model } = this;
    const content = model && this.#problems.attempt(() => this.renderModel(model));
    return html`${content}${this.#problems.render()}<slot ?hidden=${content && !this.needsFallback?.(model)}></slot>`;
  }

  /**
   * If rendering throws, renders from scratch, because another script may have moved Lit's nodes. If that throws, too, shows
   * the author's fallback content.
   */
  protected override update(changed: PropertyValues): void {
    const { renderRoot } = this;
    // Lit does not find a text that a translator has wrapped.
    for (const wrapper of renderRoot.querySelectorAll(translatorTag)) wrapper.replaceWith(...wrapper.childNodes);
    try {
      try {
        withoutOnce(() => super.update(changed));
      } catch {
        this.renderAnew(() => {
          this.#showFallback(renderRoot);
          withoutOnce(() => super.update(changed));
        });
      }
      // Prototype's `remove` throws for an element that is removed already.
      this.#fallback?.remove();
      this.#fallback = undefined;
      if (this.#problems.has('internal')) this.model = undefined;
    } catch (error) {
      this.#problems.addUnexpected(error);
      this.model = undefined;
      this.#showFallback(renderRoot);
    }
  }

  /** Renders from scratch. A form overrides it to keep what was typed; see `keepInput`. */
  protected renderAnew(render: () => void): void {
    render();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    // Shows what only the browser knows, such as the page's language.
    if (this.#renderedByServer) void this.updateComplete.then(() => this.requestUpdate());
    this.dispatchEvent(new HavenReadyEvent(version));
    this.#resolveReady();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#brandController.apply(this.#brand);
    this.#problems.publish();
  }

  /** Shows the author's fallback content. */
  #showFallback(root: HTMLElement | DocumentFragment): void {
    // Makes Lit render from scratch before this comment: it cannot reuse a part whose rendering failed.
    const end = document.createComment('');
    this.renderOptions.renderBefore = end;
    this.#fallback = document.createElement('slot');
    // MooTools replaces `Document`. Then Lit adopts no style sheets and adds elements instead.
    root.replaceChildren(...root.querySelectorAll('style'), this.#fallback, end);
  }

  /** The settings that are written as attributes or properties. */
  #settings(): RawConfiguration {
    const { settings } = this.constructor as typeof HavenElement;
    const values = Object.keys(settings).map((key): [string, unknown] => [key, this[key as keyof this]]);
    return Object.fromEntries(values.filter(([, value]) => !isAbsent(value)));
  }
}
