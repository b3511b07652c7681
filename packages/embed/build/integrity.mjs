// Writes dist/integrity.json: the Subresource Integrity value (W3C SRI) of every CDN file, and its size in bytes,
// uncompressed and with brotli.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { hash } from './hash.mjs';

const dist = new URL('../dist/', import.meta.url);
const files = {};
for (const file of globSync('**/*.{js,html}', { cwd: dist }).sort()) {
  const content = readFileSync(new URL(file, dist));
  files[file.replaceAll('\\', '/')] = {
    integrity: hash(content),
    bytes: content.length,
    brotli: brotliCompressSync(content).length,
  };
}
writeFileSync(new URL('integrity.json', dist), `${JSON.stringify(files, null, 2)}\n`);
