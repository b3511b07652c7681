/** Distance from the viewport within which a widget is loaded. */
const rootMargin = '600px';

/** What the types of the DOM do not have. */
interface Page {
  /** Whether a loader of any version is already running. */
  havenkitLoader?: boolean;
  readonly trustedTypes: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

/** A Trusted Types policy, whose URLs the types of the DOM take for texts. */
interface ScriptPolicy {
  createScriptURL(url: URL): string;
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
 * Loads the files of the widgets on the page when they come near the viewport, follows changes of the page and of its language, and
 * says so beside the fallback content when a file does not load. Then it tries again for the next widget that the page gets.
 *
 * @param url - of the loader, beside which the other files are
 * @param hashes - of the scripts (W3C SRI) by name: `contact-card`, `haven`, `locales/es`
 */
export function startLoader(url: string, hashes: Readonly<Record<string, string>>): void {
  const page = window as unknown as Page;
  if (page.havenkitLoader) return;
  page.havenkitLoader = true;

  let policy: ScriptPolicy = { createScriptURL: String };
  try {
    policy = page.trustedTypes.createPolicy('havenkit-loader', policy);
  } catch {
    // The browser has no Trusted Types, or reports why the page may not have this policy. It may not need one.
  }
  // The first script's, which is usually that of all.
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
  const widgets = Object.keys(hashes).filter((name) => !/^haven$|\//.test(name));
  const loads: Record<string, Promise<unknown> | undefined> = {};
  /** The languages that widgets were started in. */
  const started = new WeakMap<Element, string | undefined>();

  /** Loads a file once. Returns its `load` event, or `undefined` when it has not loaded. */
  const load = (name: string): Promise<unknown> =>
    (loads[name] ??= new Promise((onload, onerror) => {
      const script = Object.assign(document.createElement('script'), {
        src: policy.createScriptURL(new URL(`${name}.js`, url)),
        integrity: hashes[name],
        crossOrigin: '',
        nonce,
        // In order: strings before the widget that shows them.
        async: false,
        onload,
        onerror,
      });
      document.head.append(script);
    })).catch(() => {
      // The browser reports it, with the reason.
      loads[name] = undefined;
    });

  const start = async (widget: Element): Promise<void> => {
    // As the widget itself finds it.
    const { lang } = widget.closest<HTMLElement>('[lang]:not([lang=""])') ?? { lang: navigator.language };
    const [language] = lang.toLowerCase().split('-');
    if (started.get(widget) === language) return;
    started.set(widget, language);
    const strings = `locales/${language}`;
    if (hashes[strings]) void load(strings);
    const used = widgets.filter((name) => document.querySelector(`haven-${name}`));
    const file = used.length > 1 ? 'haven' : widget.localName.slice(6);
    if (customElements.get(widget.localName) || (await load(file))) return;
    widget.append(failure[language as 'en'] ?? failure.en);
    const detail = { code: 'load-failed', message: `${file}.js did not load` };
    widget.dispatchEvent(new CustomEvent('haven-error', { detail, bubbles: true }));
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void start(target);
    },
    { rootMargin },
  );
  const scan = (): void => {
    for (const name of widgets) {
      document.querySelectorAll<HTMLElement>(`[data-haven=${name}]`).forEach(upgrade);
      for (const widget of document.querySelectorAll(`haven-${name}`))
        if (started.has(widget)) void start(widget);
        else near.observe(widget);
    }
  };
  new MutationObserver(scan).observe(document, { childList: true, subtree: true, attributeFilter: ['lang'] });
  scan();
}
