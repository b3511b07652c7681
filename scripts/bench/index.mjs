/**
 * Compares every widget with a bare Lit element, and writes the results into docs/benchmarks.md.
 *
 *   npm run build && npm run bench
 *   npm run bench -- --runs 3 contact-card     one widget, only printed
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, requireBrowsers } from '../machine/browsers.mjs';
import { loadCases, measureScenarios } from './cases.mjs';
import { measurePage, newPage, visit } from './measure.mjs';
import { report, save } from './report.mjs';
import { serve } from './serve.mjs';
import { prepare } from './variants.mjs';

const options = { runs: { type: 'string', default: '21' } };
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const runs = Number(values.runs);
const [widget] = positionals;

const [{ executablePath, source }] = requireBrowsers(['chromium']);
const browser = await chromium.launch({ args: chromiumArgs, ...(source === 'system' && { executablePath }) });
const server = await serve();

const comparisons = [];
for (const [index, entry] of (await loadCases(widget)).entries())
  comparisons.push({ ...entry, ...(await prepare(entry, { path: `/${index}`, server, browser })) });

// The two elements take turns, so that a slow moment of the machine falls on both. The first round warms up.
const samples = comparisons.map(() => ({ widget: { one: [], many: [] }, bare: { one: [], many: [] } }));
for (let run = 0; run <= runs; run++)
  for (const [index, { pages }] of comparisons.entries())
    for (const count of ['one', 'many'])
      for (const element of ['widget', 'bare']) {
        const sample = await measurePage(browser, pages[element][count]);
        if (run > 0) samples[index][element][count].push(sample);
      }

const scenarios = [];
for (const [, [{ file, pages }]] of Map.groupBy(comparisons, (comparison) => comparison.widget))
  scenarios.push(
    ...(await measureScenarios(file, async ({ count = 'one', ...contextOptions } = {}) => {
      const page = await newPage(browser, contextOptions);
      await visit(page, pages.widget[count]);
      return page;
    })),
  );

const results = comparisons.map((comparison, index) => ({ ...comparison, samples: samples[index] }));
const text = await report({ results, scenarios, runs, version: browser.version() });
await browser.close();
server.close();
console.log(text);
if (!widget) save(text);
