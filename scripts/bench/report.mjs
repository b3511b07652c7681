/** Turns measurements into the tables of docs/benchmarks.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { median } from './measure.mjs';

const page = 'docs/benchmarks.md';
const limits = { one: 1.3, many: 2 };

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const middle = ({ samples }, element, count, metric) => median(samples[element][count].map((sample) => sample[metric]));
const ratio = (result, count, metric) =>
  middle(result, 'widget', count, metric) / middle(result, 'bare', count, metric);
const worstShift = ({ samples }, element) =>
  Math.max(...[...samples[element].one, ...samples[element].many].map(({ shift }) => shift));

function section(result) {
  const { title, copies, elements, sizes } = result;
  const cells = (cell) => ['one', 'many'].flatMap((count) => ['work', 'heap'].map((metric) => cell(count, metric)));
  const row = (name, element) => [
    name,
    `${sizes[element].toFixed(1)} kB`,
    ...cells(
      (count, metric) => `${middle(result, element, count, metric).toFixed(0)} ${metric === 'work' ? 'ms' : 'kB'}`,
    ),
    worstShift(result, element).toFixed(3),
  ];
  const ratios = ['Ratio', '', ...cells((count, metric) => ratio(result, count, metric).toFixed(2)), ''];
  return `### ${title}

${elements} elements.

${table(
  ['', 'File', 'One: work', 'heap', `${copies}: work`, 'heap', 'Layout shift'],
  [row('Widget', 'widget'), row('Bare Lit element', 'bare'), ratios],
)}`;
}

function targets(results, scenarios) {
  const row = ({ title, value, limit, digits, unit = '' }) => [
    title,
    `at most ${limit}${unit}`,
    `${value.toFixed(digits)}${unit}`,
    Number(value.toFixed(digits)) <= limit ? 'met' : '**not met**',
  ];
  const rows = results.flatMap((result) => [
    row({ title: `${result.title}, one: work`, value: ratio(result, 'one', 'work'), limit: limits.one, digits: 2 }),
    row({
      title: `${result.title}, ${result.copies}: work`,
      value: ratio(result, 'many', 'work'),
      limit: limits.many,
      digits: 2,
    }),
    row({ title: `${result.title}: layout shift`, value: worstShift(result, 'widget'), limit: 0, digits: 3 }),
  ]);
  const others = scenarios.map((scenario) => row({ ...scenario, unit: ` ${scenario.unit}`, digits: 1 }));
  return table(['', 'Target', 'Measured', ''], [...rows, ...others]);
}

/**
 * @param {object} run
 * @param {object[]} run.results - cases with their `samples`
 * @param {object[]} run.scenarios
 * @param {number} run.runs
 * @param {string} run.version - of Chromium
 */
export const report = ({ results, scenarios, runs, version }) => `
Measured ${new Date().toISOString().slice(0, 10)} in Chromium ${version}, ${runs} visits of each page.

## Targets

${targets(results, scenarios)}

## Measurements

${results.map(section).join('\n\n')}
`;

/** Replaces what follows the marker in the page. @param {string} text */
export async function save(text) {
  const marker = '<!-- `npm run bench` writes everything below. -->\n';
  const [prose] = readFileSync(page, 'utf8').split(marker);
  writeFileSync(page, await format(prose + marker + text, { parser: 'markdown', printWidth: 120 }));
}
