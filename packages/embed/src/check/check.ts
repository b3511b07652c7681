import { checkConfiguration } from './configuration.js';
import { findEmbeds } from './embeds.js';
import type { FetchFile } from './fetch-file.js';
import { checkPolicies, checkScript, checkTogether, type Release } from './files.js';
import { failure, type Diagnostic } from './diagnostic.js';
import { checkTwice } from './twice.js';
import { checkFrame } from './frames.js';
import { checkMarkup, checkQuotes } from './markup.js';
import { hasTypographicQuotes, type Page } from './page.js';

/** The result of a check. */
export interface Checked {
  /** What is on the page, in words. */
  readonly summary: string;
  /** By line. */
  readonly findings: readonly Diagnostic[];
}

/** A number of things in words. */
export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Says what is wrong with Havenkit on a page. */
export async function check(page: Page, release: Release, fetchFile: FetchFile): Promise<Checked> {
  const embeds = findEmbeds(page, Object.keys(release.integrity));
  const { widgets, wrappers, htmlForms } = embeds;
  const scripts = embeds.scripts.filter(({ element }) => !hasTypographicQuotes(element));
  const frames = embeds.frames.filter((frame) => !hasTypographicQuotes(frame));
  const findings = [
    ...checkQuotes(page, embeds),
    ...checkMarkup(page, embeds),
    ...checkTogether(embeds),
    ...checkTwice(embeds),
    ...checkPolicies(page, embeds),
    ...(await Promise.all(widgets.map((widget) => checkConfiguration(page, widget)))).flat(),
    ...(await Promise.all(scripts.map((script) => checkScript(page, script, release, fetchFile)))).flat(),
    ...(await Promise.all(frames.map((frame) => checkFrame(page, frame, embeds, fetchFile)))).flat(),
  ];
  const isFound = [widgets, embeds.scripts, embeds.frames, wrappers, htmlForms, findings].some(({ length }) => length);
  if (!isFound) findings.push(nothingFound(page));
  return {
    summary: [
      count(widgets.length, 'widget'),
      count(embeds.frames.length, 'frame'),
      count(embeds.scripts.length, 'script'),
      ...(htmlForms.length ? [count(htmlForms.length, 'HTML form')] : []),
    ].join(', '),
    findings: findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

function nothingFound({ elements }: Page): Diagnostic {
  const frames = elements.flatMap(({ name, attributes }) => (name === 'iframe' ? (attributes.get('src') ?? []) : []));
  return failure(
    undefined,
    'Nothing of Havenkit is on the page as the server sends it.',
    frames.length
      ? `A site builder may show a code block as a page of its own. Check the frames: ${frames.join(' ')}`
      : 'If scripts write the page, save it in a browser as a complete page, and check that file.',
  );
}
