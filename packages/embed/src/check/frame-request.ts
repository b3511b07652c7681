import type { Fallback } from '@havenkit/elements/foundation';
import { formProblems } from '../form-problems.js';
import { readFragment, type FrameRequest } from '../frame/read-fragment.js';
import { readConfiguration, type Problem } from '../problems.js';
import { unknownPage } from '../unknown-page.js';
import { widgets } from '../widgets.js';
import type { Embeds } from './embeds.js';
import { resolve, type Page, type PageElement } from './page.js';

/** A frame's address, and what it asks for, or what was expected instead. */
export function frameRequest(
  page: Page,
  { attributes }: PageElement,
): { url: URL | null; request: FrameRequest | string } {
  const src = attributes.get('src') ?? '';
  const url = resolve(page, src) ?? URL.parse(src, unknownPage);
  return { url, request: readFragment(url?.hash ?? '', widgets) };
}

/** A base for the links of a widget: on a site, also where the page is a file. */
export const siteBase = (base: URL | null | undefined): string =>
  base && base.protocol !== 'file:' ? base.href : unknownPage;

/**
 * What is wrong with the settings in a frame's address.
 *
 * @param url - the address, which links in the settings count from
 * @param fallback - the widget's own
 */
export const requestProblems = (
  { widget, settings }: FrameRequest,
  url: URL | null,
  fallback: Fallback,
): readonly Problem[] => [
  ...readConfiguration({ widget, configuration: settings, fallback, language: 'en', page: siteBase(url) }).problems,
  ...formProblems({ form: 'frame', configuration: settings }),
];

/** What a frame of Havenkit needs on the page around it. */
export type FrameNeed = 'scripts' | 'title' | 'host';

/** What a frame lacks: leave to run scripts, a title, or the script that follows its height. */
export function frameLacks({ attributes }: PageElement, { scripts }: Embeds): FrameNeed[] {
  const sandbox = attributes.get('sandbox')?.toLowerCase().split(/\s+/);
  const isThere: Readonly<Record<FrameNeed, boolean>> = {
    scripts: !sandbox || sandbox.includes('allow-scripts'),
    title: !!attributes.get('title')?.trim(),
    host: scripts.some(({ file }) => file.startsWith('frame-host')),
  };
  return (['scripts', 'title', 'host'] as const).filter((need) => !isThere[need]);
}
