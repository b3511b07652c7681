/** Writes the measurements into docs/benchmarks.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { median } from './measure.mjs';

const page = 'docs/benchmarks.md';
const marker = '<!-- `npm run bench` writes everything below. -->\n';
/** The highest ratio of the widget's work to that of the bare Lit element. */
const limits = { single: 1.3, many: 2 };

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const verdict = (value, limit) => (Number(value) <= limit ? 'met' : '**not met**');

function ratioRow({ title, copies, samples }, count) {
  const work = (element) => median(samples[count][element].map((sample) => sample.work));
  const ratio = (work('widget') / work('bare')).toFixed(2);
  const shift = Math.max(...samples[count].widget.map((sample) => sample.shift)).toFixed(3);
  return [
    title,
    count === 'single' ? 1 : copies,
    `${work('widget').toFixed(0)} ms`,
    `${work('bare').toFixed(0)} ms`,
    ratio,
    `at most ${limits[count]}: ${verdict(ratio, limits[count])}`,
    `${shift}: ${verdict(shift, 0)}`,
  ];
}

const actionRow = ({ title, value, limit, unit }) => [
  title,
  `${value.toFixed(1)} ${unit}`,
  `at most ${limit} ${unit}: ${verdict(value.toFixed(1), limit)}`,
];

export const report = ({ comparisons, actions, runs, version }) => `
Measured on ${new Date().toISOString().slice(0, 10)} in Chromium ${version}, ${runs} visits of each page.

## Compared with a bare Lit element

${table(
  ['Case', 'Copies', 'Work: widget', 'bare Lit', 'Ratio', 'Target', 'Layout shift'],
  comparisons.flatMap((comparison) => Object.keys(limits).map((count) => ratioRow(comparison, count))),
)}

## Single actions

${table(['Action', 'Measured', 'Target'], actions.map(actionRow))}
`;

/** Replaces what follows the marker in the page. */
export async function save(text) {
  const [prose] = readFileSync(page, 'utf8').split(marker);
  writeFileSync(page, await format(prose + marker + text, { parser: 'markdown', printWidth: 120 }));
}
