/** Finds the benchmark cases by their file names: see packages/embed/bench/README.md. */
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param {string} [widget] - such as `contact-card`; default all */
export async function loadCases(widget = '*') {
  const all = [];
  for (const file of globSync(`packages/embed/bench/${widget}.bench.mjs`).sort()) {
    const { cases } = await import(pathToFileURL(file).href);
    all.push(...cases.map((entry) => ({ ...entry, widget: basename(file, '.bench.mjs'), file: resolve(file) })));
  }
  if (!all.length) throw new Error(`There is no packages/embed/bench/${widget}.bench.mjs.`);
  return all;
}
