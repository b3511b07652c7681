// Copies the styles of native HTML into dist, as a module that every host of fetch handlers can import.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const css = readFileSync(fileURLToPath(import.meta.resolve('@havenkit/tokens/native.css')), 'utf8');
const dist = new URL('dist/', import.meta.url);
writeFileSync(new URL('native.css.js', dist), `export const nativeCss = ${JSON.stringify(css)};\n`);
writeFileSync(new URL('native.css.d.ts', dist), 'export declare const nativeCss: string;\n');
