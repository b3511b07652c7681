import { painted } from './cleanup.js';

/** The requests and storage writes of an action. */
export interface Traces {
  /** Requested URLs. */
  readonly requests: readonly string[];
  /** The kinds of storage that changed: `cookie`, `localStorage`, `sessionStorage`, `indexedDB` or `caches`. */
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

/** The test runner's own requests, and axe-core's file. */
const ignored = /\/__w(eb-dev-server|tr)|\/axe-core\//;

/**
 * Records the requests and storage writes of an action. A script's request is recorded when it is sent, an element's or style
 * sheet's when it has its response. To prove that there is none at all, open the page with
 * `pageWith({ csp: "default-src 'none'; …" })` and expect no violations.
 *
 * @param action - awaited, together with the next paint
 * @param view - default this page's window
 */
export async function traces(action: () => unknown, view: View = window): Promise<Traces> {
  const requests: string[] = [];
  const record = (url: unknown): void => {
    requests.push(new URL(url instanceof view.Request ? url.url : `${url}`, view.document.baseURI).href);
  };
  const { fetch, EventSource, WebSocket } = view;
  const { open } = view.XMLHttpRequest.prototype;
  const { sendBeacon } = view.navigator;
  const constructed = <Source extends typeof EventSource | typeof WebSocket>(source: Source): Source =>
    new Proxy(source, {
      construct(target, args: ConstructorParameters<Source>) {
        record(args[0]);
        return Reflect.construct(target, args) as object;
      },
    });
  view.fetch = (...args) => (record(args[0]), fetch.apply(view, args));
  view.XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: [string, string | URL]) {
    record(args[1]);
    open.apply(this, args as unknown as Parameters<typeof open>);
  };
  view.navigator.sendBeacon = (...args) => (record(args[0]), sendBeacon.apply(view.navigator, args));
  view.EventSource = constructed(EventSource);
  view.WebSocket = constructed(WebSocket);
  // An observer, because the page's own list is limited to 250 entries.
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
  // Entries of earlier requests may come late.
  const completed = entries.filter(({ startTime }) => startTime >= start).map(({ name }) => name);
  const names = [...requests, ...completed].filter((name) => !ignored.test(name));
  return {
    requests: [...new Set(names)],
    stored: Object.keys(after).filter((store) => after[store as never] !== before[store as never]),
  };
}
