import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { localizedStrings, ownLanguage, pageLanguage, type Localized } from '../localization/strings.js';
import { stringsEvent } from '../localization/strings-registry.js';
import type { HydratingHost } from './hydrating-host.js';

const hosts = new Set<ReactiveControllerHost>();
const updateHosts = (): void => hosts.forEach((host) => host.requestUpdate());
let languageObserver: MutationObserver | undefined;

/**
 * Provides its host with strings in the language of the page, and updates it when a `lang` or `dir` on the page changes or strings
 * are registered. All hosts share one observer, which exists only while one of them is connected.
 */
export class LocaleController implements ReactiveController {
  constructor(private readonly host: HydratingHost) {
    host.addController(this);
  }

  hostConnected(): void {
    if (!languageObserver) {
      languageObserver = new MutationObserver(updateHosts);
      languageObserver.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
      window.addEventListener(stringsEvent, updateHosts);
    }
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
    if (hosts.size) return;
    languageObserver?.disconnect();
    languageObserver = undefined;
    window.removeEventListener(stringsEvent, updateHosts);
  }

  /**
   * The strings of a widget in the language of the nearest `lang`.
   *
   * @param widget - the widget's tag without its prefix
   * @param english - the strings that the widget ships with
   */
  strings<Strings extends object>(widget: string, english: Strings): Localized<Strings> {
    return localizedStrings(this.language, widget, english);
  }

  /** The nearest `lang`, BCP 47. A server knows only the host's own, and a browser that hydrates repeats what it rendered. */
  get language(): string {
    return isServer || this.host.hydrating ? ownLanguage(this.host) : pageLanguage(this.host);
  }
}
