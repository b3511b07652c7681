/**
 * The test command: installs the browsers, then builds, checks and tests everything.
 *
 *   npm test                                     everything
 *   npm test -- --only unit,pages                only these steps (see `steps` below)
 *   npm test -- --only unit safe-url             only test files with "safe-url" in their path
 *   npm test -- --only unit --engines webkit     only in this engine
 *   npm test -- --thorough                       also long tests: more random inputs, faults, services and packages
 *
 * The last line is `N passed, N failed`: every test counts once per engine, and every other step counts as one. A
 * skipped test is listed with its reason, and fails without one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { chosenEngines, ensureBrowsers } from './machine/browsers.mjs';
import { ensureGnumeric } from './machine/gnumeric.mjs';
import { ensurePostgres } from './machine/postgres.mjs';

/** @typedef {{ title: string, outcome: 'passed' | 'failed' | 'skipped', message?: string }} Check */

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, engines: { type: 'string' }, thorough: { type: 'boolean' } },
});
const engines = chosenEngines(options.engines);
if (options.thorough) process.env['THOROUGH'] = '1';
/** Engines for which the machine has a browser. */
let found = [];

/**
 * Runs a program and shows its output: as it comes, or all of it at the end when another program runs beside it.
 *
 * @returns 0, or an exit code, a signal or an error message
 */
async function run(program, args, { env = {}, quiet = false } = {}) {
  const child = spawn(program, args, {
    stdio: ['ignore', ...(quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    env: { ...process.env, ...env },
    // On Windows, npm and the commands of packages are command files, which need a shell.
    shell: process.platform === 'win32',
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(data));
  const ending = await once(child, 'close').catch(({ message }) => [message]);
  process.stdout.write(Buffer.concat(output));
  return ending[1] ?? ending[0];
}

const passed = (title) => ({ title, outcome: 'passed' });
const failed = (title, message) => ({ title, outcome: 'failed', message });

/** A step with a single check: a command succeeds. @param {string} line @returns {(quiet: boolean) => Promise<Check[]>} */
const command = (line) => async (quiet) => {
  const [program, ...args] = line.split(' ');
  const result = await run(program, args, { quiet });
  return [result === 0 ? passed(line) : failed(line, `It ended with ${result}.`)];
};

/** The test runners: the pattern of their files, and how to run the filtered files, or all without a filter. */
const runners = {
  receiver: {
    pattern: 'packages/*/tests/**/*.node-test.ts',
    start(files, report, quiet) {
      // If one is still missing, the tests that need it fail.
      ensurePostgres();
      ensureGnumeric();
      const reporters = ['--test-reporter=spec', '--test-reporter=./scripts/reporters/node.mjs'];
      const destinations = ['--test-reporter-destination=stdout', `--test-reporter-destination=${report}`];
      // One file at a time, because they measure and kill processes.
      return run('node', ['--test', '--test-concurrency=1', ...reporters, ...destinations, ...files], { quiet });
    },
  },
  unit: {
    pattern: 'packages/*/{src,test,test-support}/**/*.test.ts',
    start: (files) => run('wtr', filters.length ? ['--files', ...files] : [], { env: { ENGINES: found.join(',') } }),
  },
  pages: {
    pattern: '{packages/*/test,stories}/**/*.spec.ts',
    start: (files) => run('playwright', ['test', '--forbid-only', ...(filters.length ? files : [])]),
  },
};

const testFiles = (name) =>
  globSync(runners[name].pattern)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !filters.length || filters.some((filter) => file.includes(filter)));

/** A step with many tests, which the runner writes to a report. @returns {(quiet: boolean) => Promise<Check[]>} */
const tests = (name) => async (quiet) => {
  const files = testFiles(name);
  // The filter may match only files of another runner.
  if (!files.length) return filters.length ? [] : [failed(name, 'There is no test file.')];
  const report = `reports/${name}.json`;
  mkdirSync('reports', { recursive: true });
  rmSync(report, { force: true });
  const result = await runners[name].start(files, report, quiet);
  const checks = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  if (!checks.length) checks.push(failed(name, `No test ran. It ended with ${result}.`));
  if (result !== 0 && checks.every(({ outcome }) => outcome !== 'failed'))
    checks.push(failed(name, `No test failed, but it ended with ${result}.`));
  return checks;
};

/** @returns {Check[]} */
function browsers() {
  found = ensureBrowsers(engines).found.map(({ engine }) => engine);
  const missing = 'This engine is missing. No test ran in it.';
  return engines.map((engine) => (found.includes(engine) ? passed(engine) : failed(engine, missing)));
}

const steps = {
  browsers,
  build: command('npm run build'),
  check: command('npm run check'),
  receiver: tests('receiver'),
  unit: tests('unit'),
  storybook: command('npm run build-storybook'),
  pages: tests('pages'),
};

/** Steps that leave a processor idle run beside each other. The others use all there are, or need what an earlier one makes. */
const beside = [['check', 'receiver']];

const only = options.only?.split(',') ?? Object.keys(steps);
const unknown = only.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length) throw new Error(`Unknown step: ${unknown}. The steps are ${Object.keys(steps).join(', ')}.`);
if (filters.length && !only.some((name) => Object.hasOwn(runners, name) && testFiles(name).length))
  throw new Error(`No test file of these steps matches ${filters}.`);
// These two steps need to know the browsers.
if (only.includes('unit') || only.includes('pages')) only.push('browsers');

const heading = (name) => console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(8);
const requireReason = (check) =>
  check.outcome === 'skipped' && !check.message?.trim()
    ? failed(check.title, 'It is skipped without a reason.')
    : check;
const all = [];
const times = [];
const chosen = Object.keys(steps).filter((step) => only.includes(step));
/** Runs a step, and notes what it found. @returns {Promise<boolean>} whether all is well */
async function runStep(name, quiet) {
  if (!quiet) heading(name);
  const start = performance.now();
  const checks = (await steps[name](quiet)).map((check) => ({ ...requireReason(check), step: name }));
  all.push(...checks);
  const success = checks.every(({ outcome }) => outcome !== 'failed');
  times.push(`${success ? '✓' : '✗'} ${name.padEnd(10)} ${seconds(start)}`);
  return success;
}
for (const name of chosen) {
  const together = beside.find((names) => names.includes(name))?.filter((each) => chosen.includes(each)) ?? [name];
  if (together[0] !== name) continue;
  const quiet = together.length > 1;
  if (quiet) heading(together.join(' and '));
  const results = await Promise.all(together.map((each) => runStep(each, quiet)));
  if (name === 'build' && !results[0]) {
    console.log('\nThe build failed. The other steps are not run, because they would test an old build.');
    break;
  }
}

heading('summary');
console.log([...times, `  total      ${seconds(0)}`].join('\n'));
const list = (wanted) => all.filter(({ outcome }) => outcome === wanted);
for (const { step, title, message } of list('skipped')) console.log(`skipped: ${step}: ${title}: ${message}`);
for (const { step, title, message = '' } of list('failed')) {
  const lines = stripVTControlCharacters(message).split('\n');
  console.log([`failed: ${step}: ${title}`, ...lines.filter((line) => line.trim()).slice(0, 3)].join('\n    '));
}
console.log(`\n${list('passed').length} passed, ${list('failed').length} failed`);
process.exitCode = list('failed').length ? 1 : 0;
