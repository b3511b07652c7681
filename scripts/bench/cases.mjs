/**
 * Finds the cases. Nothing here lists the widgets: a widget is compared when `packages/embed/bench` has a
 * `<widget>.bench.mjs`, and has scenarios when it has a `<widget>.scenarios.mjs`.
 */
import { existsSync, globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Case
 * @property {string} widget - name without the prefix, such as `contact-card`
 * @property {string} file - the module that describes the case
 * @property {string} title
 * @property {object} configuration - for the widget and for the bare element
 * @property {number} copies - how many the second page has
 */

const load = (file) => import(pathToFileURL(file).href);

/**
 * @param {string} [widget] - default all
 * @returns {Promise<Case[]>}
 */
export async function loadCases(widget = '*') {
  const files = globSync(`packages/embed/bench/${widget}.bench.mjs`).sort();
  if (!files.length) throw new Error(`There is no packages/embed/bench/${widget}.bench.mjs.`);
  const lists = files.map(async (name) => {
    const file = resolve(name);
    const { cases } = await load(file);
    return cases.map((entry) => ({ ...entry, file, widget: basename(file, '.bench.mjs') }));
  });
  return (await Promise.all(lists)).flat();
}

/**
 * Measures the scenarios of one widget, each with a limit of its own.
 *
 * @param {string} file - the module of its cases
 * @param {(options?: object) => Promise<import('@playwright/test').Page>} open - opens a page that shows the widget
 * @returns {Promise<{ title: string, value: number, limit: number, unit: string }[]>}
 */
export async function measureScenarios(file, open) {
  const scenarios = file.replace(/\.bench\.mjs$/, '.scenarios.mjs');
  return existsSync(scenarios) ? (await load(scenarios)).measure(open) : [];
}
