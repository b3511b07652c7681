/**
 * Writes what web-test-runner found as JSON: every test in every engine, and as a failed test of its own whatever
 * kept a file from running. (The JUnit reporter leaves out files that do not load, and tests outside a `describe`.)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * One test in one engine.
 *
 * @typedef {object} Result
 * @property {string} engine
 * @property {string} file
 * @property {string} title - the titles of its suites and its own
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} [message] - of the failure
 */

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {string[]} titles
 * @returns {Pick<Result, 'title' | 'outcome' | 'message'>[]}
 */
const results = (suite, titles) => [
  ...suite.tests.map(({ name, passed, skipped, error }) => ({
    title: [...titles, name].join(' › '),
    outcome: /** @type {Result['outcome']} */ (skipped ? 'skipped' : passed ? 'passed' : 'failed'),
    ...(error ? { message: error.message } : undefined),
  })),
  ...suite.suites.flatMap((inner) => results(inner, [...titles, inner.name])),
];

/**
 * @param {string} path - of the file to write
 * @returns {import('@web/test-runner').Reporter}
 */
export const unitReport = (path) => ({
  onTestRunFinished({ sessions }) {
    /** @type {Result[]} */
    const report = sessions.flatMap(({ browser, testFile, testResults, errors, passed }) => {
      const found = testResults ? results(testResults, []) : [];
      for (const { message } of errors) found.push({ title: 'the file as a whole', outcome: 'failed', message });
      if (!found.length) found.push({ title: 'the file as a whole', outcome: 'failed', message: 'It has no test.' });
      if (!passed && found.every(({ outcome }) => outcome !== 'failed'))
        found.push({ title: 'the file as a whole', outcome: 'failed', message: 'The session failed.' });
      return found.map((result) => ({ engine: browser.name, file: relative(process.cwd(), testFile), ...result }));
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(report, undefined, 2));
  },
});
