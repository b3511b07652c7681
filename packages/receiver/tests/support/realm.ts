import { connect as connectSocket, type Socket } from 'node:net';
import { createContext, runInContext } from 'node:vm';

/** What any host of standard fetch handlers has (WinterTC's Minimum Common Web API), as far as something asks for it. */
const webStandards = [
  ...['AbortController', 'AbortSignal', 'Blob', 'Event', 'EventTarget', 'DOMException', 'FormData', 'Headers'],
  ...['ReadableStream', 'Request', 'Response', 'TextDecoder', 'TextEncoder', 'TransformStream', 'URL'],
  ...['URLSearchParams', 'WritableStream', 'atob', 'btoa', 'crypto', 'fetch', 'performance'],
  ...['queueMicrotask', 'structuredClone'],
] as const;

/** What Workers have of Node with `nodejs_compat`, as far as something asks for it. */
const nodeCompat = ['crypto', 'dns', 'events', 'fs', 'net', 'path', 'stream', 'string_decoder', 'tls', 'util'];

/** A socket as `cloudflare:sockets` gives it, to a file. What is cut off is told to nobody: so a request ends there. */
function workerSocket(path: string, open: Set<Socket>) {
  const socket = connectSocket(path);
  open.add(socket);
  const closed = new Promise<boolean>((resolve, reject) => socket.on('close', resolve).on('error', reject));
  return {
    closed,
    readable: new ReadableStream<Uint8Array>({
      start: (controller) => {
        socket.on('data', (data) => controller.enqueue(new Uint8Array(data))).on('end', () => controller.close());
      },
    }),
    writable: new WritableStream<Uint8Array>({
      write: (data) =>
        new Promise<void>((done, failed) => socket.write(data, (error) => (error ? failed(error) : done()))),
    }),
    close: () => {
      socket.end();
      return closed;
    },
  };
}

/** Where a module ran that knows of nothing but what it was given. */
export interface Realm {
  exports: Record<string, unknown>;
  /** Addresses that it has opened a socket to. */
  connected: string[];
  /** What it has logged. */
  lines: string[];
  /** Ends what is still open: timers and sockets, in silence. */
  end: () => void;
}

/**
 * Runs a bundled module in a realm with web standards only: no `process`, no `Buffer`, no `require`, no code from text.
 *
 * @param postgres - the file of PostgreSQL's socket: with it the module also has what a Worker has of Node, and
 *   `cloudflare:sockets`, whose every connection goes there
 */
export function runInRealm(code: string, { postgres }: { postgres?: string } = {}): Realm {
  const timers = new Set<NodeJS.Timeout>();
  const sockets = new Set<Socket>();
  const connected: string[] = [];
  const lines: string[] = [];
  const module = { exports: {} };
  const timer = (one: NodeJS.Timeout) => (timers.add(one), one);

  const required = (name: string): unknown => {
    if (postgres !== undefined && name === 'cloudflare:sockets')
      return { connect: (address: string) => (connected.push(address), workerSocket(postgres, sockets)) };
    const [, own = ''] = /^node:([^/]+)/.exec(name) ?? [];
    if (postgres !== undefined && nodeCompat.includes(own)) return process.getBuiltinModule(name);
    throw new Error(`There is no module ${name}.`);
  };

  const realm = createContext(
    {
      ...Object.fromEntries(webStandards.map((name) => [name, globalThis[name]])),
      setTimeout: (task: () => void, delay?: number) => timer(setTimeout(task, delay)),
      setInterval: (task: () => void, delay?: number) => timer(setInterval(task, delay)),
      clearTimeout: (one?: NodeJS.Timeout) => clearTimeout(one),
      clearInterval: (one?: NodeJS.Timeout) => clearInterval(one),
      console: { log: (line: string) => lines.push(line) },
      navigator: { userAgent: 'Cloudflare-Workers' },
      module,
      exports: module.exports,
      require: required,
      ...(postgres === undefined
        ? {}
        : { Buffer, process: { env: {}, nextTick: process.nextTick.bind(process), version: process.version } }),
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  if (postgres !== undefined) runInContext('globalThis.global = globalThis', realm);
  runInContext(code, realm);
  return {
    exports: module.exports,
    connected,
    lines,
    end() {
      for (const one of timers) clearTimeout(one);
      for (const socket of sockets)
        socket
          .removeAllListeners()
          .on('error', () => undefined)
          .destroy();
    },
  };
}
