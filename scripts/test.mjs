/**
 * The test command: finds or gets the browsers, builds, checks and tests everything, and sums up.
 *
 *   npm test                                     everything
 *   npm test -- --only unit,pages                only these steps (see the list below)
 *   npm test -- --only unit safe-url             only test files with "safe-url" in their path
 *   npm test -- --only unit --engines webkit     only in this engine
 *
 * The last line is `N passed, N failed`, counted from the runners' reports: every test in every engine, and every
 * other step as one check. A test that is left out is listed with its reason; without a reason it has failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { chosenEngines, ensureBrowsers } from './machine/browsers.mjs';
import { ensurePostgres } from './machine/postgres.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} [message] - of a failure, or the reason of a test that is left out
 */

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, engines: { type: 'string' } },
});

const engines = chosenEngines(options.engines);
/** @type {string[]} */
let found = [];

/**
 * Runs a program in the project's own environment and lets it speak.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number | string>} its exit code, or what ended it
 */
function run(program, args, env = {}) {
  const path = join(root, 'node_modules', '.bin') + delimiter + process.env['PATH'];
  return new Promise((resolve) => {
    spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ...env },
      shell: process.platform === 'win32',
    })
      .on('error', (error) => resolve(error.message))
      .on('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}

/**
 * A step that is one check: its program ends well.
 *
 * @param {string} program @param {string[]} args
 * @returns {() => Promise<Check[]>}
 */
const check =
  (program, ...args) =>
  async () => {
    const title = [program, ...args].join(' ');
    const code = await run(program, args);
    return [code === 0 ? { title, outcome: 'passed' } : { title, outcome: 'failed', message: `ended with ${code}` }];
  };

/**
 * A step that is many: a runner and the report that it writes.
 *
 * @param {string} report - its path
 * @param {(report: any) => Check[]} read
 * @param {() => Promise<number | string>} start
 * @returns {Promise<Check[]>}
 */
async function runner(report, read, start) {
  rmSync(report, { force: true });
  const code = await start();
  if (!existsSync(report)) return [{ title: report, outcome: 'failed', message: `No report; it ended with ${code}.` }];
  const checks = read(JSON.parse(readFileSync(report, 'utf8')));
  if (!checks.length) checks.push({ title: report, outcome: 'failed', message: 'There was no test.' });
  if (code !== 0 && checks.every(({ outcome }) => outcome !== 'failed'))
    checks.push({ title: report, outcome: 'failed', message: `No test failed, but it ended with ${code}.` });
  return checks;
}

/** @type {(results: import('./reporters/unit-report.mjs').Result[]) => Check[]} */
const unitChecks = (results) => [
  ...results.map(({ engine, file, title, outcome, message }) => {
    // Mocha has no place for a reason but the title: "… (skipped: why)".
    const reason = /\(skipped: (.+)\)$/.exec(title)?.[1];
    return {
      title: `${engine} › ${file} › ${title}`,
      outcome,
      ...(outcome === 'skipped' ? { message: reason } : { message }),
    };
  }),
  ...found
    .filter((engine) => !results.some((result) => result.engine.toLowerCase() === engine))
    .map((engine) => ({ title: engine, outcome: /** @type {const} */ ('failed'), message: 'It ran no test.' })),
];

/** @type {(report: import('@playwright/test/reporter').JSONReport) => Check[]} */
const pageChecks = ({ suites, errors }) => {
  /** @type {(suite: import('@playwright/test/reporter').JSONReportSuite, titles: string[]) => Check[]} */
  const inSuite = (suite, titles) => [
    ...suite.specs.flatMap((spec) =>
      spec.tests.map(({ status, annotations, results }) => {
        const title = [...titles, spec.title].join(' › ');
        const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
        if (status === 'skipped') return { title, outcome: /** @type {const} */ ('skipped'), message: reason };
        if (status === 'expected') return { title, outcome: /** @type {const} */ ('passed') };
        return { title, outcome: /** @type {const} */ ('failed'), message: results.at(-1)?.error?.message ?? status };
      }),
    ),
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, [...titles, inner.title])),
  ];
  return [
    ...suites.flatMap((suite) => inSuite(suite, [suite.title])),
    ...errors.map(({ message }) => ({ title: 'Playwright', outcome: /** @type {const} */ ('failed'), message })),
  ];
};

/** Filters that name a file of one runner are no use to the other. @param {RegExp} own @param {RegExp} other */
const filtersFor = (own, other) => filters.filter((filter) => own.test(filter) || !other.test(filter));

async function unit() {
  const files = filtersFor(/\.test\.ts$/, /\.(spec|node-test)\.ts$/).flatMap((filter) =>
    existsSync(filter) ? [filter] : [`packages/*/{src,test,test-support}/**/*${filter}*{.test.ts,/**/*.test.ts}`],
  );
  if (filters.length && !files.length) return [];
  return runner('reports/unit.json', unitChecks, () =>
    run('wtr', files.length ? ['--files', ...files] : [], { ENGINES: found.join(',') }),
  );
}

async function pages() {
  const files = filtersFor(/\.spec\.ts$/, /\.(test|node-test)\.ts$/);
  if (filters.length && !files.length) return [];
  return runner('reports/pages.json', pageChecks, () => run('playwright', ['test', '--forbid-only', ...files]));
}

/** @type {(results: import('./reporters/node-report.mjs').Result[]) => Check[]} */
const nodeChecks = (results) =>
  results.map(({ file, title, outcome, message }) => ({ title: `${file} › ${title}`, outcome, message }));

async function receiver() {
  const own = filtersFor(/\.node-test\.ts$/, /\.(test|spec)\.ts$/);
  const files = globSync('packages/*/tests/**/*.node-test.ts').filter(
    (file) => !filters.length || own.some((filter) => file.includes(filter)),
  );
  if (filters.length && !files.length) return [];
  // Its tests fail where PostgreSQL is missing, and say so.
  ensurePostgres();
  const report = 'reports/receiver.json';
  mkdirSync('reports', { recursive: true });
  return runner(report, nodeChecks, () =>
    run('node', [
      '--test',
      // They measure and kill processes: one file at a time.
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/reporters/node-report.mjs',
      `--test-reporter-destination=${report}`,
      ...files,
    ]),
  );
}

/** @type {() => Check[]} */
function browsers() {
  const result = ensureBrowsers(engines);
  found = result.found.map(({ engine }) => engine);
  return engines.map((engine) =>
    found.includes(engine)
      ? { title: engine, outcome: 'passed' }
      : { title: engine, outcome: 'failed', message: 'This engine is missing; no test ran in it.' },
  );
}

/** @type {Record<string, () => Check[] | Promise<Check[]>>} */
const steps = {
  browsers,
  build: check('npm', 'run', 'build'),
  lint: check('npm', 'run', 'lint'),
  types: check('npm', 'run', 'types'),
  tokens: check('npm', 'run', 'check', '-w', '@havenkit/tokens'),
  packages: check('node', 'scripts/check-packages.mjs'),
  size: check('npm', 'run', 'size'),
  receiver,
  unit,
  storybook: check('npm', 'run', 'build-storybook'),
  pages,
};

const only = options.only?.split(',') ?? Object.keys(steps);
const unknown = only.filter((name) => !steps[name]);
if (unknown.length) {
  console.error(`There is no step ${unknown.join(', ')}: use ${Object.keys(steps).join(', ')}.`);
  process.exit(1);
}
// The runners need to know the browsers, whatever else is left out.
if (only.some((name) => name === 'unit' || name === 'pages') && !only.includes('browsers')) only.unshift('browsers');

const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const begin = performance.now();
/** @type {(Check & { step: string })[]} */
const all = [];
/** @type {string[]} */
const table = [];
for (const [name, step] of Object.entries(steps).filter(([one]) => only.includes(one))) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  const checks = await step();
  // A test that is left out without a reason counts as one that fails.
  for (const one of checks)
    if (one.outcome === 'skipped' && !one.message?.trim())
      Object.assign(one, { outcome: 'failed', message: 'It is left out, and gives no reason.' });
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
  table.push(`${failed ? '✗' : '✓'} ${name.padEnd(10)} ${seconds(start).padStart(8)}`);
  all.push(...checks.map((one) => ({ ...one, step: name })));
  if (name === 'build' && failed) {
    console.log('\nWithout a build the rest would test something else; it is not run.');
    break;
  }
}

const list = (/** @type {Check['outcome']} */ outcome) => all.filter((one) => one.outcome === outcome);
console.log(`\n── summary ${'─'.repeat(53)}\n${table.join('\n')}\n  in all     ${seconds(begin).padStart(8)}`);
for (const { step, title, message } of list('skipped')) console.log(`left out: ${step}: ${title}: ${message}`);
for (const { step, title, message = '' } of list('failed')) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim());
  console.log([`failed: ${step}: ${title}`, ...lines.slice(0, 3)].join('\n    '));
}
console.log(`\n${list('passed').length} passed, ${list('failed').length} failed`);
process.exitCode = list('failed').length ? 1 : 0;
