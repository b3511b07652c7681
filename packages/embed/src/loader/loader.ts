import type { LanguagesScript } from './languages.js';

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

/**
 * Puts a widget into its placeholder: `<div data-haven="contact-card" data-opening-hours="…">`. It gets the placeholder's data as
 * its attributes, and its content as the fallback content. The placeholder stays, for the framework that made it.
 */
function fill(placeholder: Element, widget: Element): void {
  const { activeElement } = document;
  for (const { name, value } of placeholder.attributes)
    // No handler, which a sanitizer takes for data, and no style.
    if (/^data-(?!on|style$|haven$)[a-z-]+$/.test(name)) widget.setAttribute(name.slice(5), value);
  widget.append(...placeholder.childNodes);
  placeholder.append(widget);
  // Somebody may be typing into the form: what is moved loses the focus. Nothing else changes when it gets the focus that it has.
  (activeElement as HTMLElement | null)?.focus();
}

/**
 * Loads the files of the widgets on the page when they come near the viewport, follows changes of the page and of its language, and
 * says so beside the fallback content when a file does not load. Then it tries again for the next widget that the page gets.
 *
 * @param url - of the loader, beside which the other files are
 * @param hashes - of the widgets' scripts (W3C SRI) by name: `contact-card`, `haven`
 * @param languagesHash - of `languages.js`
 */
export function startLoader(url: string, hashes: Readonly<Record<string, string>>, languagesHash: string): void {
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
  const widgets = Object.keys(hashes).filter((name) => name !== 'haven');
  const loads: Record<string, Promise<Event | undefined> | undefined> = {};
  /** The languages that widgets were started in. */
  const started = new WeakMap<Element, string>();

  /** Loads a file once. Returns its `load` event, or `undefined` when it has not loaded. */
  const load = (name: string, integrity = hashes[name]): Promise<Event | undefined> =>
    (loads[name] ??= new Promise((onload, onerror) => {
      document.head.append(
        Object.assign(document.createElement('script'), {
          src: policy.createScriptURL(new URL(`${name}.js`, url)),
          integrity,
          crossOrigin: '',
          nonce,
          // In order: strings before the widget that shows them.
          async: false,
          onload,
          onerror,
        }),
      );
    })).catch((): undefined => {
      // The browser reports it, with the reason.
      loads[name] = undefined;
    });

  const start = async (widget: Element): Promise<void> => {
    // As the widget itself finds it.
    const lang = widget.closest<HTMLElement>('[lang]:not([lang=""])')?.lang ?? navigator.language;
    const [language = ''] = lang.toLowerCase().split('-');
    const earlier = started.get(widget);
    if (earlier === language) return;
    started.set(widget, language);
    const event = language === 'en' ? undefined : await load('languages', languagesHash);
    const languages = (event?.target as LanguagesScript | undefined)?.languages;
    const used = widgets.filter((name) => document.querySelector(`haven-${name}`));
    const file = used[1] ? 'haven' : widget.localName.slice(6);
    const strings = `locales/${language}${used[1] ? '' : `/${file}`}`;
    const hash = languages?.hashes[strings];
    if (hash) void load(strings, hash);
    // Once for every widget.
    if (widget.matches(':defined') || (await load(file)) || earlier) return;
    widget.append(languages?.failures[language] ?? 'This part did not load.');
    widget.dispatchEvent(
      new CustomEvent('haven-error', {
        bubbles: true,
        detail: { code: 'load-failed', message: `${file} did not load.` },
      }),
    );
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void start(target);
    },
    { rootMargin },
  );
  const scan = (): void => {
    for (const name of widgets) {
      const tag = `haven-${name}`;
      for (const placeholder of document.querySelectorAll(`[data-haven=${name}]:not(:has(${tag}))`))
        fill(placeholder, document.createElement(tag));
      for (const widget of document.querySelectorAll(tag))
        if (started.has(widget)) void start(widget);
        else near.observe(widget);
    }
  };
  // Once for all changes of a task.
  new MutationObserver(scan).observe(document, { childList: true, subtree: true, attributeFilter: ['lang'] });
  scan();
}
