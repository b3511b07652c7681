/**
 * Compares every widget with a bare Lit element, and writes the results into docs/benchmarks.md.
 *
 *   npm run build && npm run bench
 *   npm run bench -- --runs 3 contact-card     one widget, only printed
 */
import { parseArgs } from 'node:util';
import { launchChromium } from '../machine/launch-chromium.mjs';
import { loadCases } from './cases.mjs';
import { measurePage, newPage, visit } from './measure.mjs';
import { report, save } from './report.mjs';
import { addPages } from './variants.mjs';

const options = { runs: { type: 'string', default: '21' } };
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const [widget] = positionals;

const browser = await launchChromium();

const comparisons = [];
for (const [index, entry] of (await loadCases(widget)).entries()) {
  const pages = await addPages(entry, { path: `/${index}`, browser });
  comparisons.push({ ...entry, pages, samples: { single: { widget: [], bare: [] }, many: { widget: [], bare: [] } } });
}

// The two elements take turns, so that other load on the machine affects both. The first round is a warm-up.
for (let run = 0; run <= Number(values.runs); run++)
  for (const { pages, samples } of comparisons)
    for (const count of ['single', 'many'])
      for (const element of ['widget', 'bare']) {
        const sample = await measurePage(browser, pages[count][element]);
        if (run > 0) samples[count][element].push(sample);
      }

const actions = [];
for (const { pages, measureActions } of comparisons) {
  const open = async ({ count = 'single', ...contextOptions } = {}) => {
    const page = await newPage(browser, contextOptions);
    await visit(page, pages[count].widget);
    return page;
  };
  actions.push(...((await measureActions?.(open)) ?? []));
}

const text = report({ comparisons, actions, runs: values.runs, version: browser.version() });
await browser.close();
console.log(text);
if (!widget) await save(text);
