import { painted } from './cleanup.js';

/** What an action left behind. Empty lists when it kept to itself. */
export interface Traces {
  /** URLs that were asked for. */
  readonly requests: readonly string[];
  /** What was written, as `cookie`, `localStorage`, `sessionStorage`, `indexedDB` or `caches`. */
  readonly stored: readonly string[];
}

type View = Window & typeof globalThis;

const stores = async (view: View): Promise<Record<keyof never, string>> => ({
  cookie: view.document.cookie,
  localStorage: JSON.stringify(view.localStorage),
  sessionStorage: JSON.stringify(view.sessionStorage),
  indexedDB: JSON.stringify(await view.indexedDB.databases()),
  caches: JSON.stringify(await view.caches.keys()),
});

/** The test runner's own traffic, and axe-core's file. */
const ours = /\/__w(eb-dev-server|tr)|\/axe-core\//;

/**
 * Watches what an action asks from the network and stores. A request by a script is seen when it is made, one by an
 * element or a stylesheet when it is answered; to prove that there is none at all, open the page with
 * `pageWith({ csp: "default-src 'none'; …" })` and expect no violations.
 *
 * @param action - waited for, with the paint that follows
 * @param view - default this page's window
 */
export async function traces(action: () => unknown, view: View = window): Promise<Traces> {
  const requests: string[] = [];
  const note = (url: unknown): void => {
    requests.push(new URL(url instanceof view.Request ? url.url : `${url}`, view.document.baseURI).href);
  };
  const { fetch, EventSource, WebSocket } = view;
  const { open } = view.XMLHttpRequest.prototype;
  const { sendBeacon } = view.navigator;
  const constructed = <Source extends typeof EventSource | typeof WebSocket>(source: Source): Source =>
    new Proxy(source, {
      construct(target, args: ConstructorParameters<Source>) {
        note(args[0]);
        return Reflect.construct(target, args) as object;
      },
    });
  view.fetch = (...args) => (note(args[0]), fetch.apply(view, args));
  view.XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: [string, string | URL]) {
    note(args[1]);
    open.apply(this, args as unknown as Parameters<typeof open>);
  };
  view.navigator.sendBeacon = (...args) => (note(args[0]), sendBeacon.apply(view.navigator, args));
  view.EventSource = constructed(EventSource);
  view.WebSocket = constructed(WebSocket);
  // An observer, because the page's own list ends at 250 entries.
  const entries: PerformanceEntryList = [];
  const observer = new view.PerformanceObserver((list) => entries.push(...list.getEntries()));
  const before = await stores(view);
  const start = view.performance.now();
  try {
    observer.observe({ type: 'resource' });
    await action();
    await painted();
    entries.push(...observer.takeRecords());
  } finally {
    observer.disconnect();
    Object.assign(view, { fetch, EventSource, WebSocket });
    view.XMLHttpRequest.prototype.open = open;
    Reflect.deleteProperty(view.navigator, 'sendBeacon');
  }
  const after = await stores(view);
  // What was asked for before may be told of late.
  const answered = entries.filter(({ startTime }) => startTime >= start).map(({ name }) => name);
  const names = [...requests, ...answered].filter((name) => !ours.test(name));
  return {
    requests: [...new Set(names)],
    stored: Object.keys(after).filter((store) => after[store as never] !== before[store as never]),
  };
}
