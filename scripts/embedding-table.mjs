/**
 * Writes the tables of docs/embedding.md from the last run of the bench (packages/embed/test/bench):
 *
 *   npm run embedding-table
 *
 * With `--check` it writes nothing, and fails if they do not list the hosts as they are now, with every test passed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { builders, conditions } from '../packages/embed/test/bench/hosts.ts';
import { forms, whyUntested, widgetNames } from '../packages/embed/test/bench/host.ts';

const docs = 'docs/embedding.md';
const report = 'reports/pages.json';
const check = process.argv.includes('--check');

const results = new Map();
if (!check) {
  if (!existsSync(report)) throw new Error(`${report} is missing: run the bench first.`);
  for (const { title, outcome } of JSON.parse(readFileSync(report, 'utf8'))) {
    const [file, host, form] = title.split(' › ');
    if (file.endsWith('bench.spec.ts')) results.set(`${host} › ${form}`, outcome);
  }
}

/** @typedef {import('../packages/embed/test/bench/host.ts').Host} Host */

/** @param {Host} host @returns {string} what a test of all four widgets found, or why there is none */
function cell(host, form) {
  const reasons = widgetNames.map((widget) => whyUntested(host, form, widget));
  const [reason] = reasons;
  if (reason && reasons.every((each) => each === reason)) return reason;
  const outcome = check ? 'passed' : (results.get(`${host.name} › ${form}`) ?? 'not run');
  const exceptions = widgetNames.flatMap((widget, index) =>
    reasons[index] ? `the ${widget.replace('-', ' ')} is ${reasons[index]}` : [],
  );
  return [outcome, ...exceptions].join('; ');
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {readonly Host[]} hosts */
const table = (title, hosts) =>
  [
    row([title, ...forms]),
    row(['-', ...forms.map(() => '-')]),
    ...hosts.map((host) => row([host.name, ...forms.map((form) => cell(host, form))])),
    '',
    ...hosts.map(({ name, imitates }) => `- **${name}.** ${imitates}`),
  ].join('\n');

const text = readFileSync(docs, 'utf8');
const updated = Object.entries({
  builders: table('site builder', builders),
  conditions: table('page', conditions),
}).reduce(
  (whole, [name, content]) =>
    whole.replace(
      new RegExp(`(<!-- ${name} -->\n)[^]*(\n<!-- /${name} -->)`),
      (_, start, end) => `${start}\n${content}\n${end}`,
    ),
  text,
);
const formatted = await format(updated, { ...(await resolveConfig(docs)), filepath: docs });
if (formatted !== text) {
  if (check) {
    console.log(`${docs}: its tables are not those of the bench; run npm run embedding-table`);
    process.exitCode = 1;
  } else writeFileSync(docs, formatted);
}
