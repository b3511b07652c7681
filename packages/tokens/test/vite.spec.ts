import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { testBuiltColors } from './built-colors.js';

async function buildWithVite(css: string): Promise<string> {
  // Inside the repository, so that the package is found.
  const root = await mkdtemp(join(import.meta.dirname, '../dist/vite-'));
  try {
    await writeFile(join(root, 'index.html'), '<link rel="stylesheet" href="page.css">');
    await writeFile(join(root, 'page.css'), `@import '@havenkit/tokens/native.css';\n${css}`);
    const result = await build({ root, configFile: false, logLevel: 'warn', build: { write: false } });
    const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
    const [sheet] = files.filter(({ fileName }) => fileName.endsWith('.css'));
    return sheet?.type === 'asset' ? sheet.source.toString() : '';
  } finally {
    await rm(root, { recursive: true });
  }
}

testBuiltColors('Vite', buildWithVite);
