import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** WCAG 2.2, levels A and AA. Each axe-core tag names the version that introduced a criterion. */
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** The selectors of a target, from the page through each shadow root. */
const selectorPath = (target: axeCore.NodeResult['target']): string =>
  target.map((part) => (Array.isArray(part) ? part.join(' >>> ') : part)).join(' in frame ');

/** Options of axe-core: WCAG 2.2 A and AA. @param disabledRules - ids of rules to skip */
export const axeOptions = (disabledRules: readonly string[] = []): axeCore.RunOptions => ({
  runOnly: { type: 'tag', values: wcag22aa },
  rules: {
    // Off by default in axe-core, and part of 2.2 AA (2.5.8).
    'target-size': { enabled: true },
    ...Object.fromEntries(disabledRules.map((id) => [id, { enabled: false }])),
  },
  resultTypes: ['violations'],
});

/** Describes each violation by its rule, its place and how to fix it. */
export const describeViolations = (violations: readonly axeCore.Result[]): string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  at ${selectorPath(node.target)}\n  ${node.failureSummary ?? ''}`),
  );

/**
 * Finds and describes the violations of WCAG 2.2 A and AA that axe-core reports in an element and its shadow roots.
 *
 * @param target - default the page; rules about a whole page (its title, its language) run only then
 * @param disabledRules - ids of rules to skip; each call explains why
 */
export async function findViolations(
  target: Element | Document = document,
  disabledRules?: readonly string[],
): Promise<string[]> {
  await import('axe-core/axe.min.js');
  const { violations } = await window.axe.run(target, axeOptions(disabledRules));
  return describeViolations(violations);
}

/**
 * Expects no violation of WCAG 2.2 A and AA; see `findViolations`.
 *
 * @throws an error that describes every violation
 */
export async function expectAccessible(target?: Element | Document, disabledRules?: readonly string[]): Promise<void> {
  const violations = await findViolations(target, disabledRules);
  if (violations.length) throw new Error(`${violations.length} violations of WCAG 2.2 AA:\n${violations.join('\n')}`);
}
