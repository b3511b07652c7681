import { connect as connectSocket, type Socket } from 'node:net';
import { createContext, runInContext } from 'node:vm';

/** The web standards that the receiver uses, all part of WinterTC's Minimum Common Web API. */
const webStandards = [
  ...['AbortController', 'AbortSignal', 'Blob', 'Event', 'EventTarget', 'DOMException', 'FormData', 'Headers'],
  ...['ReadableStream', 'Request', 'Response', 'TextDecoder', 'TextEncoder', 'TransformStream', 'URL'],
  ...['URLSearchParams', 'WritableStream', 'atob', 'btoa', 'crypto', 'fetch', 'performance'],
  ...['queueMicrotask', 'structuredClone'],
] as const;

/** The Node modules of Workers with `nodejs_compat` that `pg` uses. */
const nodeCompat = ['crypto', 'dns', 'events', 'fs', 'net', 'path', 'stream', 'string_decoder', 'tls', 'util'];

/** A socket like those of `cloudflare:sockets`, connected to a socket file. */
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

/** An isolated realm in which a module has run. */
export interface Realm {
  exports: Record<string, unknown>;
  /** The addresses that the module has connected to. */
  connected: string[];
  /** The lines that the module has logged. */
  lines: string[];
  /** Closes open timers and sockets. */
  end: () => void;
}

/**
 * Runs a bundled module in a realm with web standards only: no `process`, no `Buffer`, no `require`, no `eval`.
 *
 * @param postgres - PostgreSQL's socket file. If given, the module also has the Node modules of a Worker and
 *   `cloudflare:sockets`, which always connects to this file.
 */
export function runInRealm(code: string, { postgres }: { postgres?: string } = {}): Realm {
  const timers = new Set<NodeJS.Timeout>();
  const sockets = new Set<Socket>();
  const connected: string[] = [];
  const lines: string[] = [];
  const module = { exports: {} };
  const track = (timer: NodeJS.Timeout) => {
    timers.add(timer);
    return timer;
  };

  const required = (name: string): unknown => {
    if (postgres !== undefined && name === 'cloudflare:sockets')
      return { connect: (address: string) => (connected.push(address), workerSocket(postgres, sockets)) };
    const [, builtin = ''] = /^node:([^/]+)/.exec(name) ?? [];
    if (postgres !== undefined && nodeCompat.includes(builtin)) return process.getBuiltinModule(name);
    throw new Error(`Module not found: ${name}`);
  };

  const realm = createContext(
    {
      ...Object.fromEntries(webStandards.map((name) => [name, globalThis[name]])),
      setTimeout: (task: () => void, delay?: number) => track(setTimeout(task, delay)),
      setInterval: (task: () => void, delay?: number) => track(setInterval(task, delay)),
      clearTimeout: (timer?: NodeJS.Timeout) => clearTimeout(timer),
      clearInterval: (timer?: NodeJS.Timeout) => clearInterval(timer),
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
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets)
        socket
          .removeAllListeners()
          .on('error', () => undefined)
          .destroy();
    },
  };
}
