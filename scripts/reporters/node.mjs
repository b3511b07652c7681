/** Reporter for Node's test runner: yields every test as JSON. */
import { relative } from 'node:path';

export default async function* jsonReporter(events) {
  const checks = [];
  // Titles of the suites that contain the current test, by depth.
  let titles = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') titles = [...titles.slice(0, data.nesting), data.name];
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, nesting, details, skip, todo, file = '' } = data;
    // A suite is not a test. It counts only if it failed itself, for example in a hook.
    if (details.type === 'suite' && (details.error?.failureType ?? 'subtestsFailed') === 'subtestsFailed') continue;
    const title = [relative(process.cwd(), file), ...titles.slice(0, nesting), name].join(' › ');
    const { error } = details;
    const reason = skip ?? todo;
    if (error) checks.push({ title, outcome: 'failed', message: error.cause?.message ?? error.message });
    else if (reason === undefined) checks.push({ title, outcome: 'passed' });
    else checks.push({ title, outcome: 'skipped', message: reason === true ? '' : reason });
  }
  yield JSON.stringify(checks);
}
