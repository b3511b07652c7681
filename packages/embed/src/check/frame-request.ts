import { readFragment, type FrameRequest } from '../frame/read-fragment.js';
import { unknownPage } from '../unknown-page.js';
import { widgets } from '../widgets.js';
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
