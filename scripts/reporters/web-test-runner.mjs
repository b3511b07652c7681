/** Reporter for web-test-runner. Its own JUnit reporter leaves out files that do not load and tests outside a `describe`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const checksOf = (suite, titles) => [
  ...suite.tests.map(({ name, passed, skipped, error }) => ({
    title: [...titles, name].join(' › '),
    outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed',
    // Mocha has no place for the reason of a skipped test except its title: "… (skipped: reason)".
    message: skipped ? /\(skipped: (.+)\)$/.exec(name)?.[1] : error?.message,
  })),
  ...suite.suites.flatMap((inner) => checksOf(inner, [...titles, inner.name])),
];

/** The tests of one file in one engine. An error that keeps the file from running is a failed test. */
function sessionChecks({ browser, testFile, testResults, errors }) {
  const titles = [browser.name, relative(process.cwd(), testFile)];
  const failed = (message) => ({ title: titles.join(' › '), outcome: 'failed', message });
  const checks = testResults ? checksOf(testResults, titles) : [];
  checks.push(...errors.map(({ message }) => failed(message)));
  if (!checks.length) checks.push(failed('The file has no test.'));
  return checks;
}

/** Writes every test in every engine to reports/unit.json. @type {import('@web/test-runner').Reporter} */
export const jsonReporter = {
  onTestRunFinished({ sessions }) {
    mkdirSync('reports', { recursive: true });
    writeFileSync('reports/unit.json', JSON.stringify(sessions.flatMap(sessionChecks)));
  },
};
