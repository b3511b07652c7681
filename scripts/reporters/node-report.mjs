/**
 * A reporter of Node's test runner: what it found, as JSON. Suites are no tests of their own; a file that breaks off
 * before its tests is one that failed.
 */
import { relative } from 'node:path';

/**
 * One test.
 *
 * @typedef {object} Result
 * @property {string} file
 * @property {string} title - the titles of its suites and its own
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} [message] - of the failure, or why it was left out
 */

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(source) {
  /** @type {Result[]} */
  const results = [];
  /** Titles of the suites around a test, by their depth. @type {string[]} */
  let titles = [];
  for await (const event of source) {
    if (event.type === 'test:start') {
      const { name, nesting } = event.data;
      titles = [...titles.slice(0, nesting), name];
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { name, nesting, details, skip, todo } = event.data;
      const failed = event.type === 'test:fail';
      // A suite fails with its tests, which are told; a failure of its own (a hook's) is told of the suite.
      const error = failed ? event.data.details.error : undefined;
      if (details.type === 'suite' && (!failed || error?.failureType === 'subtestsFailed')) continue;
      const reason = skip ?? todo;
      results.push({
        file: relative(process.cwd(), event.data.file ?? ''),
        title: [...titles.slice(0, nesting), name].join(' › '),
        outcome: failed ? 'failed' : reason === undefined ? 'passed' : 'skipped',
        ...(failed ? { message: error?.cause?.message ?? error?.message ?? 'It failed.' } : {}),
        ...(!failed && typeof reason === 'string' ? { message: reason } : {}),
      });
    }
  }
  yield JSON.stringify(results, undefined, 2);
}
