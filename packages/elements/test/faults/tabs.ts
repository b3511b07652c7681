import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Command, Driver } from './page.js';

/** Rejects a command whose page is gone before it has sent the result. */
export class Gone extends Error {}

/** One page in a browser. */
export interface Tab {
  readonly do: <Method extends keyof Driver>(
    database: string,
    method: Method,
    ...args: Parameters<Driver[Method]>
  ) => ReturnType<Driver[Method]>;
  readonly deleteDatabase: (database: string) => Promise<string>;
  /** Reloads the page in the middle of its operations. The new page is another tab for the test. */
  readonly reload: () => void;
}

const widgetHtml =
  '<haven-reflection-prompt choice="order"></haven-reflection-prompt><script type="module" src="/reflection-prompt.js"></script>';

/**
 * URL of a page with other pages in hidden frames, which cost no layout and painting. All origins belong to one site, so their
 * storage is not partitioned.
 */
export const framesUrl = (urls: readonly string[]): string =>
  `${new URL('/frames', urls[0]).href}?${new URLSearchParams(urls.map((url) => ['url', url]))}`;

/** Serves the pages of one origin, and communicates with them only over HTTP, so that any browser can be tested. */
export class Origin {
  readonly #server: Server;
  readonly #waiting = new Map<string, (tab: Tab) => void>();
  readonly #pending = new Map<
    number,
    { tab: string; settle: (result: unknown) => void; fail: (error: Gone) => void }
  >();
  #next = 0;

  private constructor(script: string, widget?: string) {
    this.#server = createServer((request, response) => {
      const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/commands') this.#open(search, response);
      else if (pathname === '/results') void this.#settle(request, response);
      else if (pathname === '/turn') response.end();
      else if (pathname.endsWith('.js'))
        response.setHeader('Content-Type', 'text/javascript').end(pathname === '/script.js' ? script : widget);
      else if (pathname === '/frames')
        response
          .setHeader('Content-Type', 'text/html')
          .end([...searchParams.values()].map((url) => `<iframe src="${url}" hidden></iframe>`).join(''));
      else
        response
          .setHeader('Content-Type', 'text/html')
          .end(
            `<!doctype html><html lang="en"><title>Test page</title>${widget ? widgetHtml : ''}<script type="module" src="/script.js"></script>`,
          );
    });
  }

  /** @param widget - built file of the widget, if the pages contain it */
  static async create(script: string, widget?: string): Promise<Origin> {
    const origin = new Origin(script, widget);
    await new Promise<void>((resolve) => origin.#server.listen(0, '127.0.0.1', resolve));
    return origin;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** URL of a tab, and the tab once a browser has opened it. */
  tab(name: string): { readonly url: string; readonly opened: Promise<Tab> } {
    const search = `?${name}`;
    return {
      url: `${this.url}/${search}`,
      opened: new Promise((resolve) => this.#waiting.set(search, resolve)),
    };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #open(tab: string, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders();
    let gone = false;
    const send = <Result>(method: Command['method'], database = '', args: readonly string[] = []): Promise<Result> =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new Gone());
        const id = ++this.#next;
        this.#pending.set(id, { tab, settle: resolve as (result: unknown) => void, fail: reject });
        response.write(`data: ${JSON.stringify({ id, database, method, args } satisfies Command)}\n\n`);
      });
    response.on('close', () => {
      gone = true;
      for (const [id, { tab: of, fail }] of this.#pending)
        if (of === tab) {
          this.#pending.delete(id);
          fail(new Gone());
        }
    });
    this.#waiting.get(tab)?.({
      do: (database, method, ...args) => send(method, database, args) as never,
      deleteDatabase: (database) => send('deleteDatabase', database),
      reload: () => void send('reload').catch(() => undefined),
    });
    this.#waiting.delete(tab);
  }

  async #settle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    try {
      for await (const chunk of request) text += String(chunk);
    } catch {
      // The browser was killed in the middle of a request.
      return;
    }
    response.end();
    for (const { id, result } of JSON.parse(text) as { id: number; result: unknown }[]) {
      this.#pending.get(id)?.settle(result);
      this.#pending.delete(id);
    }
  }
}
