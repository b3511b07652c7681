import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** WCAG 2.2, levels A and AA. The tags of axe-core are those of the version that brought a criterion. */
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** A selector per shadow root, from the page inwards. */
const readable = (target: axeCore.NodeResult['target']): string =>
  target.map((part) => (Array.isArray(part) ? part.join(' >>> ') : part)).join(' in frame ');

/**
 * Finds the violations of WCAG 2.2 A and AA that axe-core sees in an element, shadow roots included, one text each:
 * rule, what it is about, where, and how to mend it.
 *
 * @param target - default the page; rules about a whole page (its title, its language) run only then
 * @param off - ids of rules left out; say at the call why
 */
export async function findViolations(
  target: Element | Document = document,
  off: readonly string[] = [],
): Promise<string[]> {
  await import('axe-core/axe.min.js');
  const { violations } = await window.axe.run(target, {
    runOnly: { type: 'tag', values: wcag22aa },
    rules: {
      // Off by default in axe-core, and part of 2.2 AA (2.5.8).
      'target-size': { enabled: true },
      ...Object.fromEntries(off.map((id) => [id, { enabled: false }])),
    },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  at ${readable(node.target)}\n  ${node.failureSummary ?? ''}`),
  );
}

/**
 * Fails with every violation of WCAG 2.2 A and AA that axe-core sees; see `findViolations`.
 *
 * @throws an error that names rule, place and cure of each
 */
export async function expectAccessible(target?: Element | Document, off?: readonly string[]): Promise<void> {
  const violations = await findViolations(target, off);
  if (violations.length) throw new Error(`${violations.length} violations of WCAG 2.2 AA:\n${violations.join('\n')}`);
}
