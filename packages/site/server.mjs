// Serves the example pages and the receiver on loopback, with the headers that a careful site sends.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import integrity from '@havenkit/embed/integrity.json' with { type: 'json' };
import { trustedTypes } from '@havenkit/embed/policies';
import { createReceiver, migrate, parseProgram } from '@havenkit/receiver';
import { clientAddress, openDatabase } from '@havenkit/receiver/node';
import sirv from 'sirv';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Trusts nobody: our own pages prove that the widgets need no more than this. */
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

const headers = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Both programs: one without dates, one with a session that has places left and one that is full. */
const programs = ['pages/program.json', 'pages/partner/program.json'].map((path) =>
  JSON.parse(readFileSync(folder(path), 'utf8')),
);

/**
 * @param {{ port?: number, database?: string, log?: (entry: object) => void }} [options] - the port to begin with, default any that is free; taken ones
 *   are passed over. Where sign-ups are stored, default in memory. Where the receiver logs, default nowhere
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
  const pages = sirv(folder('pages'), { dev: true, setHeaders });
  const files = sirv(folder(new URL('.', import.meta.resolve('@havenkit/embed/contact-card.js'))), {
    dev: true,
    setHeaders,
  });
  const server = createServer((request, response) => {
    if (/^\/signups(?=$|\?)/.test(request.url ?? '')) {
      void receiver(request, response);
      return;
    }
    const cdn = /^\/cdn(?=\/)/.exec(request.url ?? '');
    if (cdn) request.url = request.url?.slice(cdn[0].length);
    (cdn ? files : pages)(request, response);
  });
  const listening = (at) =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(at, '127.0.0.1', () => {
        server.off('error', reject);
        resolve(undefined);
      });
    });
  for (let at = port; ; at++) {
    try {
      await listening(at);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || at > port + 20) throw error;
    }
  }
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.close();
      await database.query.destroy();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder('data'), { recursive: true });
  const { origin } = await startServer({
    port: Number(process.env.PORT) || 4173,
    database: folder('data/signups.sqlite'),
    log: (entry) => console.log(JSON.stringify(entry)),
  });
  console.log(`
  The practice's page  ${origin}/
  The partner's page   ${origin}/partner/
  The receiver         ${origin}/signups (SQLite, packages/site/data/signups.sqlite)

  Stop with Ctrl+C.
`);
}
