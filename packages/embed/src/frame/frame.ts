import { heightMessage, isMessage, message } from './messages.js';
import { splitSettings } from '../split-settings.js';
import { loadStrings } from './load-strings.js';
import { readFragment, type FrameRequest } from './read-fragment.js';

/** Settings that an address must not have: they load other settings, use the address itself, or belong to the page's script. */
const excluded = new Set(['src', 'source', 'config', 'state', 'result', 'hash', 'for']);

/**
 * Opened by itself, this page sends nothing to another site, which a visitor would take for its own. In a frame, the embedding page is
 * responsible.
 */
const isAlone = (): boolean => window === parent;

/** Whether a URL, as the browser reads it, is on this page's site. */
const isOwn = (url: unknown): boolean =>
  URL.canParse(`${url}`.trim(), location.href) && new URL(`${url}`.trim(), location.href).origin === location.origin;

/** Adds a policy with which the browser blocks every request to another site. */
function restrictRequests(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'self'; form-action 'self'";
  document.head.append(policy);
}

/** Whether an address may have a setting. Reports one that it may not have. */
function isAllowed([key, value]: readonly [key: string, value: unknown]): boolean {
  const isForeign = key === 'endpoint' && isAlone() && !isOwn(value);
  if (excluded.has(key)) console.error(`Havenkit: ${key} is ignored in a frame.`);
  else if (isForeign) console.error('Havenkit: opened by itself, this page sends nothing to another site.');
  return !excluded.has(key) && !isForeign;
}

/** The widget, with those settings that are attributes; everything else is its configuration. */
function elementFor({ widget, settings }: FrameRequest): HTMLElement {
  const tag = `haven-${widget}`;
  const element = document.createElement(tag) as HTMLElement & { config?: object };
  const { observedAttributes = [] } = customElements.get(tag) as { observedAttributes?: readonly string[] };
  const allowed = Object.fromEntries(Object.entries(settings).filter(isAllowed));
  const { settings: attributes, rest } = splitSettings(allowed, (key) => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return observedAttributes.includes(name) ? name : undefined;
  });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.config = rest;
  return element;
}

/** For the site owner: what is wrong with the address. */
function problemView(expected: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(`This frame shows nothing, because its address is not complete. Expected ${expected}.`);
  console.error(`Havenkit: expected ${expected}`);
  return paragraph;
}

async function show(widgets: readonly string[], languages: readonly string[]): Promise<void> {
  const { hash } = location;
  const request = readFragment(hash, widgets);
  if (typeof request === 'string') {
    document.body.replaceChildren(problemView(request));
    return;
  }
  await loadStrings(request.widget, request.lang, languages);
  // The address may have changed again.
  if (hash !== location.hash) return;
  const root = document.documentElement;
  root.lang = request.lang;
  root.style.colorScheme = request.colorScheme;
  document.body.replaceChildren(elementFor(request));
}

/** Reports the height to the page around this one, once that page has greeted this one. */
function followHeight(): void {
  let target: string | undefined;
  let reported = 0;
  const report = (): void => {
    const next = heightMessage(document.body.getBoundingClientRect().height);
    if (target === undefined || next.height === reported) return;
    reported = next.height;
    parent.postMessage(next, target);
  };
  addEventListener('message', ({ data, source, origin }) => {
    if (source !== parent || !isMessage(data, 'hello')) return;
    // A page without an origin can be addressed only in this way.
    target = origin === 'null' ? '*' : origin;
    reported = 0;
    report();
  });
  new ResizeObserver(report).observe(document.body);
  // The page may have changed the height, for example with an update of its own markup.
  addEventListener('resize', () => {
    reported = 0;
    report();
  });
  parent.postMessage(message('ready'), '*');
}

/** Other sites are opened in a tab of their own, because most refuse to be framed. */
function leaveFrame(event: Event): void {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || !/^https?:$/.test(link.protocol) || link.download) return;
  link.target = '_blank';
  link.relList.add('noopener');
}

/**
 * Shows the widget that the page's address asks for.
 *
 * @param widgets - names of the widgets that are registered
 * @param languages - codes of the languages that have a file with strings
 */
export function startFrame(widgets: readonly string[], languages: readonly string[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body{margin:0;padding:4px;display:flow-root;font-family:system-ui,sans-serif}');
  document.adoptedStyleSheets = [sheet];
  addEventListener('click', leaveFrame, true);
  addEventListener('auxclick', leaveFrame, true);
  addEventListener('hashchange', () => void show(widgets, languages));
  if (isAlone()) restrictRequests();
  // The height without a widget is of no use to the page.
  void show(widgets, languages).then(() => isAlone() || followHeight());
}
