/** Distance from the viewport within which a widget is loaded. */
const rootMargin = '600px';

/** What the types of the DOM do not have. */
interface Page {
  /** Whether a loader of any version is already running. */
  havenkitLoader?: boolean;
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): unknown };
  };
}

/** What a visitor reads beside the fallback content when a file does not load. */
const failure = {
  en: 'This part did not load.',
  es: 'Esta parte no se cargó.',
};

/** Names of attributes that a placeholder gives to its widget: no handler, which a sanitizer takes for data, and no style. */
const allowed = /^(?!on|style$|haven$)[a-z-]+$/;

/**
 * Turns a placeholder into the widget's own tag: `<div data-haven="contact-card" data-opening-hours="…">`. Its other attributes
 * stay, without `data-`, and its content becomes the fallback content.
 */
function upgrade(placeholder: HTMLElement): void {
  const widget = document.createElement(`haven-${placeholder.dataset['haven']}`);
  for (const { name, value } of placeholder.attributes) {
    const attribute = name.replace(/^data-/, '');
    if (allowed.test(attribute)) widget.setAttribute(attribute, value);
  }
  widget.append(...placeholder.childNodes);
  placeholder.replaceWith(widget);
}

/**
 * Loads the files of the widgets on the page when they come near the viewport, follows changes of the page, and says so beside the
 * fallback content when a file does not load.
 *
 * @param folder - URL of the loader, beside which the other files are
 * @param hashes - of the scripts (W3C SRI) by name: `contact-card`, `haven`, `locales/es`
 */
export function startLoader(folder: string, hashes: Readonly<Record<string, string>>): void {
  const page = window as unknown as Page;
  const { trustedTypes } = page;
  if (page.havenkitLoader) return;
  page.havenkitLoader = true;

  const policy = trustedTypes?.createPolicy('havenkit-loader', { createScriptURL: String });
  const tags = Object.keys(hashes).flatMap((name) => (/^haven$|\//.test(name) ? [] : `haven-${name}`));
  const loads: Record<string, Promise<unknown>> = {};
  const seen = new WeakSet<Element>();

  const load = (name: string): Promise<unknown> =>
    (loads[name] ??= new Promise((resolve, reject) => {
      const url = new URL(`${name}.js`, folder).href;
      const script = Object.assign(document.createElement('script'), {
        src: policy ? policy.createScriptURL(url) : url,
        integrity: hashes[name],
        crossOrigin: 'anonymous',
        // In order: strings before the widget that shows them.
        async: false,
        onload: resolve,
        onerror: () => reject(new Error(`Havenkit: ${url} did not load`)),
      });
      document.head.append(script);
    }));

  const start = async (widget: Element): Promise<void> => {
    const language = widget.closest<HTMLElement>('[lang]')?.lang.split('-')[0] ?? 'en';
    const used = tags.filter((tag) => document.querySelector(tag));
    const names = [`locales/${language}`, used.length > 1 ? 'haven' : widget.localName.slice(6)];
    try {
      await Promise.all(names.filter((name) => hashes[name]).map(load));
    } catch (error) {
      console.error(error);
      widget.append(failure[language as 'en'] ?? failure.en);
      const detail = { code: 'load-failed', message: `${error}` };
      widget.dispatchEvent(new CustomEvent('haven-error', { detail, bubbles: true }));
    }
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          near.unobserve(target);
          void start(target);
        }
    },
    { rootMargin },
  );
  const scan = (): void => {
    for (const tag of tags) document.querySelectorAll<HTMLElement>(`[data-haven=${tag.slice(6)}]`).forEach(upgrade);
    for (const widget of document.querySelectorAll(tags.join())) {
      if (seen.has(widget) || customElements.get(widget.localName)) continue;
      seen.add(widget);
      near.observe(widget);
    }
  };
  new MutationObserver(scan).observe(document, { childList: true, subtree: true });
  scan();
}
