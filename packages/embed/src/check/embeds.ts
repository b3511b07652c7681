import { attributesOf, widgets } from '../widgets.js';
import { descendants, resolve, type Page, type PageElement } from './page.js';

/** A widget on a page: its element, or a placeholder that the loader replaces. */
export interface EmbeddedWidget {
  readonly element: PageElement;
  /** As on the page, such as `contact-card`; it may not exist. */
  readonly widget: string;
  /** Its attributes; of a placeholder, those that begin with `data-`, without it. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly placeholder: boolean;
}

/** A script of the CDN files on a page. */
export interface EmbeddedScript {
  readonly element: PageElement;
  /** `undefined` when the address is relative, and the page's is unknown. */
  readonly url: URL | undefined;
  /** Its file in `dist`, such as `contact-card.classic.js` or `locales/es.js`. */
  readonly file: string;
  /** Its version, when the address has an exact one. */
  readonly version: string | undefined;
}

/** What a page has of Havenkit. */
export interface Embeds {
  readonly widgets: readonly EmbeddedWidget[];
  readonly scripts: readonly EmbeddedScript[];
  /** Framed pages. */
  readonly frames: readonly PageElement[];
  /** The elements around snippets with a script, which stay when a site builder strips what is in them. */
  readonly wrappers: readonly PageElement[];
  /** The elements around snippets of plain HTML. */
  readonly htmlForms: readonly PageElement[];
}

/**
 * Finds what a page has of Havenkit.
 *
 * @param files - names of the files in `dist`
 */
export function findEmbeds(page: Page, files: readonly string[]): Embeds {
  const found = page.elements.flatMap(embeddedWidget);
  const all = page.elements.filter(({ attributes }) =>
    /(?:^|\s)havenkit-[\da-f]{8}(?:\s|$)/.test(attributes.get('class') ?? ''),
  );
  const htmlForms = all.filter(isHtmlForm);
  const wrappers = all.filter((each) => !htmlForms.includes(each));
  const frames = page.elements.filter(
    ({ name, attributes }) =>
      name === 'iframe' &&
      (attributes.has('data-haven-frame') || (attributes.get('src') ?? '').includes('/frame.html#')),
  );
  const expected = found.length > 0 || wrappers.length > 0 || frames.length > 0;
  const scripts = page.elements.flatMap((element): EmbeddedScript[] => {
    const src = element.name === 'script' ? element.attributes.get('src')?.replaceAll(/^[“”„]|[“”„]$/g, '') : undefined;
    const path = src?.replace(/[?#].*/, '') ?? '';
    const file = files.find((name) => path === name || path.endsWith(`/${name}`));
    // Other projects have a "loader.js", too.
    if (!file || !(expected || /haven/i.test(path))) return [];
    const version = /@havenkit\/embed@(\d+\.\d+\.\d+(?:-[\w.]+)?)\//.exec(path)?.[1];
    return [{ element, url: resolve(page, src), file, version }];
  });
  return { widgets: found, scripts, frames, wrappers, htmlForms };
}

/** Whether a snippet is plain HTML. It has neither a script nor room for a widget that a script shows. */
function isHtmlForm(wrapper: PageElement): boolean {
  const inside = descendants(wrapper);
  const isForScript = inside.some(
    (each) =>
      /^(?:script|iframe|haven-.*)$/.test(each.name) ||
      each.attributes.has('data-haven') ||
      (each.name === 'style' && each.text.includes('--havenkit-room')),
  );
  return !isForScript && inside.some(({ name }) => name !== 'style');
}

function embeddedWidget(element: PageElement): EmbeddedWidget[] {
  const { name, attributes } = element;
  if (name.startsWith('haven-'))
    return [{ element, widget: name.slice('haven-'.length), attributes, placeholder: false }];
  const widget = attributes.get('data-haven');
  if (widget === undefined) return [];
  const settings = [...attributes]
    .filter(([key]) => key.startsWith('data-') && key !== 'data-haven')
    .map(([key, value]) => [key.slice('data-'.length), value] as const);
  return [{ element, widget, attributes: new Map(settings), placeholder: true }];
}

export const isKnown = (widget: string): boolean => widgets.includes(widget);

/** The widget's setting of an attribute, in camel case. */
export const settingOf = (widget: string, attribute: string): string | undefined =>
  [...attributesOf(widget)].find(([, name]) => name === attribute)?.[0];
