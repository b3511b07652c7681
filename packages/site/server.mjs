// Serves the example pages on loopback, with the headers that a careful site sends.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
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
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types havenkit havenkit-circle-diagram havenkit-contact-card havenkit-signup-form',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * @param {{ port?: number }} [options] - the port to begin with, default any that is free; taken ones are passed over
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function startServer({ port = 0 } = {}) {
  const setHeaders = (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const pages = sirv(folder('pages'), { dev: true, setHeaders });
  const files = sirv(folder(new URL('.', import.meta.resolve('@havenkit/embed/contact-card.js'))), {
    dev: true,
    setHeaders,
  });
  const server = createServer((request, response) => {
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
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startServer({ port: Number(process.env.PORT) || 4173 });
  console.log(`
  The practice's page  ${origin}/
  The partner's page   ${origin}/partner/

  Stop with Ctrl+C.
`);
}
