import { LocalizeController, registerTranslation, update } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { registeredStrings, stringsEvent, type StringsPack } from './strings-registry.js';

// Mutable on purpose: the localize library keeps this object as its fallback, and each widget adds its English to it.
const english: { -readonly [Key in keyof StringsPack]: StringsPack[Key] } = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
};
const packs = new Map<string, StringsPack>();
let taken = 0;

/** Hands new packs to the library, each laid over what is known of its language, so that a few words can be changed. */
function takePacks(): void {
  const all = registeredStrings();
  for (const pack of all.slice(taken)) {
    const known = packs.get(pack.$code);
    const merged: typeof english = { ...known, ...pack };
    for (const [key, words] of Object.entries(pack))
      if (typeof words === 'object') merged[key] = { ...(known?.[key] as object | undefined), ...words };
    packs.set(pack.$code, merged);
    registerTranslation(merged);
  }
  taken = all.length;
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

  /** The words; keys that no pack has are English. `$lang` is the language they are in. */
  get words(): Words & { readonly $lang: string } {
    const translated = this.exists(this.widget, {});
    return {
      ...this.fallback,
      ...(translated ? (this.term(this.widget) as unknown as Words) : undefined),
      $lang: translated ? (this.term('$code') as unknown as string) : 'en',
    };
  }

  /** BCP 47 code that dates and numbers are written in: the page's own where there are words for it, else English. */
  get locale(): string {
    return this.exists(this.widget, {}) ? this.lang() : 'en';
  }
}
