/** Reporter for Playwright: writes every test to reports/pages.json. Playwright's exit code reveals errors outside a test. */
import { writeFileSync } from 'node:fs';

function check(test) {
  const title = test.titlePath().filter(Boolean).join(' › ');
  const last = test.results.at(-1);
  switch (test.outcome()) {
    case 'expected':
      return { title, outcome: 'passed' };
    case 'skipped': {
      const annotations = [...test.annotations, ...(last?.annotations ?? [])];
      return { title, outcome: 'skipped', message: annotations.find(({ description }) => description)?.description };
    }
    default:
      return { title, outcome: 'failed', message: last?.error?.message ?? test.outcome() };
  }
}

export default class JsonReporter {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    writeFileSync('reports/pages.json', JSON.stringify(this.suite?.allTests().map(check) ?? []));
  }
}
