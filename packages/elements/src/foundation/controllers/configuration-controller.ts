import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type RawConfiguration, type Report } from '../configuration/readers.js';
import { childConfiguration, loadConfiguration, parseJson } from '../configuration/sources.js';

/** The settings of the host that name other sources of configuration. */
export interface ConfigurationHost extends ReactiveControllerHost, Element {
  readonly config: object | string | null | undefined;
  readonly src: string | null | undefined;
}

interface Load {
  readonly src: string;
  /** The file, or what was expected instead of it. */
  result?: RawConfiguration | string;
}

/**
 * Merges the configuration of its host from all sources. Updates the host when its children change, and when the page has been
 * parsed.
 */
export class ConfigurationController implements ReactiveController {
  #load: Load | undefined;
  #children: MutationObserver | undefined;
  #update = (): void => this.host.requestUpdate();

  constructor(private readonly host: ConfigurationHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // The parser may add the children after the element is connected, and a page may change them later.
    this.#children ??= new MutationObserver(this.#update);
    this.#children.observe(this.host, { childList: true, characterData: true, subtree: true });
    document.addEventListener('DOMContentLoaded', this.#update);
  }

  hostDisconnected(): void {
    this.#children?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#update);
  }

  /** Loads the file at `src`. Returns whether every source is available. */
  load(): boolean {
    const { src } = this.host;
    if (!src) return true;
    if (src !== this.#load?.src) {
      const load: Load = (this.#load = { src });
      void loadConfiguration(src, document.baseURI).then((result) => {
        load.result = result;
        this.host.requestUpdate();
      });
    }
    return this.#load?.result !== undefined;
  }

  /**
   * Merges the sources field by field; later ones win.
   *
   * @param page - the structured data of the page, if it was asked for
   * @param settings - the settings of the element itself
   * @param report - called with the source that cannot be read
   */
  merge(page: RawConfiguration | undefined, settings: RawConfiguration, report: Report): RawConfiguration {
    const { host } = this;
    const json = (config: unknown, path = 'config'): RawConfiguration | undefined =>
      parseJson(config, () => report(path, 'a JSON object', 'invalid-json'));
    const file = host.src ? this.#load?.result : undefined;
    if (typeof file === 'string') report('src', file, 'load-failed');
    const attribute = host.getAttribute('config');
    return {
      ...page,
      ...(!isServer && json(childConfiguration(host), 'script')),
      ...(typeof file === 'object' && file),
      ...json(attribute),
      // The property follows the attribute until it is set itself.
      ...(host.config !== attribute && json(host.config)),
      ...settings,
    };
  }
}
