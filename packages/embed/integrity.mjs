// Writes dist/integrity.json: the Subresource Integrity value (W3C SRI) of every CDN file, and its size in bytes,
// uncompressed and with brotli.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const dist = new URL('dist/', import.meta.url);
const files = {};
for (const file of globSync('**/*.js', { cwd: dist }).sort()) {
  const content = readFileSync(new URL(file, dist));
  files[file.replaceAll('\\', '/')] = {
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    bytes: content.length,
    brotli: brotliCompressSync(content).length,
  };
}
writeFileSync(new URL('integrity.json', dist), `${JSON.stringify(files, null, 2)}\n`);
