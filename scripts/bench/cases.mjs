/**
 * Finds the cases. Nothing here lists the widgets: a widget is compared when `packages/embed/bench` has a
 * `<widget>.bench.mjs`, and has single actions measured when it has a `<widget>.scenarios.mjs`.
 */
import { existsSync, globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Case
 * @property {string} widget - name without the prefix, such as `contact-card`
 * @property {string} file - the module that exports `cases`, and `texts`: what a page has to format from the data
 * @property {string} title
 * @property {object} configuration - for the widget and for the bare element
 * @property {number} copies - how many the second page has
 */

const load = (file) => import(pathToFileURL(file).href);

/** @param {string} [widget] - default all @returns {Promise<Case[]>} */
export async function loadCases(widget = '*') {
  const files = globSync(`packages/embed/bench/${widget}.bench.mjs`).sort();
  if (!files.length) throw new Error(`There is no packages/embed/bench/${widget}.bench.mjs.`);
  const all = [];
  for (const file of files.map((name) => resolve(name)))
    for (const entry of (await load(file)).cases) all.push({ ...entry, file, widget: basename(file, '.bench.mjs') });
  return all;
}

/**
 * @param {string} file - the module of the cases
 * @param {(options?: object) => Promise<import('@playwright/test').Page>} open - opens a page that shows the widget
 * @returns {Promise<{ title: string, value: number, limit: number, unit: string }[]>}
 */
export async function measureScenarios(file, open) {
  const scenarios = file.replace(/\.bench\.mjs$/, '.scenarios.mjs');
  return existsSync(scenarios) ? (await load(scenarios)).measure(open) : [];
}
