// Serves the example pages and the receiver on loopback, with strict security headers.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import integrity from '@havenkit/embed/integrity.json' with { type: 'json' };
import { trustedTypes } from '@havenkit/embed/policies';
import { createReceiver, migrate, parseProgram } from '@havenkit/receiver';
import { clientAddress, openDatabase } from '@havenkit/receiver/node';
import sirv from 'sirv';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The strictest policy: these pages prove that the widgets need nothing more. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  trustedTypes(integrity),
].join('; ');

/** The embed builder shows its preview in a frame, asks an endpoint whether it answers, and has Lit's own policy. */
const builderPolicy = policy
  .replace("connect-src 'self'", "connect-src 'self' https:")
  .replace("frame-ancestors 'none'", "frame-src 'self'; frame-ancestors 'self'")
  .replace('trusted-types ', 'trusted-types lit-html ');

const headers = {
  'Content-Security-Policy': policy,
  // Tells the receiver, and no other site, which page a form is on.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Both programs: one without dates, one with a session that has places left and one that is full. */
const programs = ['pages/program.json', 'pages/partner/program.json'].map((path) =>
  JSON.parse(readFileSync(pathOf(path), 'utf8')),
);

/** Listens on a port, or on the next free one after it. @param {import('node:http').Server} server @param {number} first */
async function listen(server, first) {
  const attempt = (port) =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve(undefined);
      });
    });
  for (let port = first; ; port++) {
    try {
      return await attempt(port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port > first + 20) throw error;
    }
  }
}

/**
 * @param {object} [options]
 * @param {number} [options.port] - the first port to try; default any free port
 * @param {string} [options.database] - where sign-ups are stored; default in memory
 * @param {(entry: object) => void} [options.log] - receives the receiver's log entries; default none
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function startServer({ port = 0, database: file = ':memory:', log = () => undefined } = {}) {
  const database = openDatabase(file);
  await migrate(database);
  const receiver = getRequestListener(
    createReceiver({ database, program: parseProgram(programs), country: 'US', clientAddress: clientAddress(), log })
      .fetch,
  );
  const setHeaders = (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const pages = sirv(pathOf('pages'), { dev: true, setHeaders });
  const files = sirv(pathOf(new URL('.', import.meta.resolve('@havenkit/embed/contact-card.js'))), {
    dev: true,
    setHeaders,
  });
  const builder = sirv(pathOf('dist'), {
    dev: true,
    setHeaders(response) {
      setHeaders(response);
      response.setHeader('Content-Security-Policy', builderPolicy);
    },
  });
  const server = createServer((request, response) => {
    if (/^\/signups(?=$|\?)/.test(request.url ?? '')) {
      void receiver(request, response);
      return;
    }
    const cdn = /^\/cdn(?=\/)/.exec(request.url ?? '');
    if (cdn) request.url = request.url?.slice(cdn[0].length);
    const serveFile = cdn ? files : request.url?.startsWith('/build/') ? builder : pages;
    serveFile(request, response);
  });
  await listen(server, port);
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.close();
      await database.query.destroy();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(pathOf('data'), { recursive: true });
  const { origin } = await startServer({
    port: Number(process.env.PORT) || 4173,
    database: pathOf('data/signups.sqlite'),
    log: (entry) => console.log(JSON.stringify(entry)),
  });
  console.log(`
  The practice's page  ${origin}/
  The partner's page   ${origin}/partner/
  The embed builder    ${origin}/build/
  The receiver         ${origin}/signups (SQLite, packages/site/data/signups.sqlite)

  Stop with Ctrl+C.
`);
}
