import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { axeOptions, describeViolations } from './accessibility.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * For Playwright: finds and describes the violations of WCAG 2.2 A and AA on a page without frames.
 *
 * @param within - selector of what is examined. Default the page; rules about a whole page run only then.
 * @param disabledRules - ids of rules to skip; each call explains why
 */
export async function findPageViolations(
  page: Page,
  within?: string,
  disabledRules?: readonly string[],
): Promise<string[]> {
  // Evaluated rather than inserted as a script, which the page's policy would block; and once, because it is large.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async ([selector, options]) => (await window.axe.run(selector ?? document, options)).violations,
    [within, axeOptions(disabledRules)] as const,
  );
  return describeViolations(violations);
}
