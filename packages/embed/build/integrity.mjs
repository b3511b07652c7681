// Writes dist/integrity.json: the Subresource Integrity value (W3C SRI) of every CDN file, and its size in bytes,
// uncompressed and with brotli.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { hash } from './hash.mjs';

const compress = promisify(brotliCompress);
const dist = new URL('../dist/', import.meta.url);
/** By integrity value, because most classic scripts are copies of a module, and compressing takes long. */
const compressed = new Map();

async function describe(file) {
  const content = readFileSync(new URL(file, dist));
  const integrity = hash(content);
  if (!compressed.has(integrity)) compressed.set(integrity, compress(content));
  const { length: brotli } = await compressed.get(integrity);
  return [file.replaceAll('\\', '/'), { integrity, bytes: content.length, brotli }];
}

const files = await Promise.all(globSync('**/*.{js,html}', { cwd: dist }).sort().map(describe));
writeFileSync(new URL('integrity.json', dist), `${JSON.stringify(Object.fromEntries(files), null, 2)}\n`);
