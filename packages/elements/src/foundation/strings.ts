import { LocalizeController, registerTranslation, update } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { registeredStrings, stringsEvent, type StringsPack } from './strings-registry.js';

// Mutable on purpose: the localize library keeps this object as its fallback, and each widget adds its English to it.
const english: { -readonly [Key in keyof StringsPack]: StringsPack[Key] } = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
};
let taken = 0;

function takePacks(): void {
  const packs = registeredStrings();
  if (taken < packs.length) registerTranslation(...packs.slice(taken));
  taken = packs.length;
}

registerTranslation(english);
if (typeof window === 'object') {
  takePacks();
  window.addEventListener(stringsEvent, takePacks);
  // The library watches <html> alone; `lang` and `dir` may change on any ancestor.
  new MutationObserver(update).observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
}

/** Gives a widget its words in the language of the nearest `lang`, across shadow roots, and follows its changes. */
export class Strings<Words extends object> extends LocalizeController {
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    private readonly widget: string,
    private readonly fallback: Words,
  ) {
    super(host);
    english[widget] = fallback;
  }

  override lang(): string {
    let at: Element | undefined = this.host;
    let found: Element | null = null;
    while (at && !found) {
      found = at.closest('[lang]:not([lang=""])');
      at = (at.getRootNode() as Partial<ShadowRoot>).host;
    }
    const code = found?.getAttribute('lang') ?? navigator.language;
    try {
      return Intl.getCanonicalLocales(code)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  /** The words; keys that a pack does not have are English. */
  get words(): Words {
    return { ...this.fallback, ...(this.term(this.widget) as unknown as Words) };
  }

  /** BCP 47 code that dates and numbers are written in: the page's own where there are words for it, else English. */
  get locale(): string {
    return this.exists(this.widget, {}) ? this.lang() : 'en';
  }
}
