import { attributesOf, widgets } from '../widgets.js';
import { contains, descendants, resolve, type Page, type PageElement } from './page.js';

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
  /** Whether browsers do not run it as it is: a plugin for speed or consent lets it run later, or never. */
  readonly heldBack: boolean;
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
    const src = element.name === 'script' ? sourceOf(element)?.replaceAll(/^[“”„]|[“”„]$/g, '') : undefined;
    const path = src?.replace(/[?#].*/, '') ?? '';
    // The longest: `locales/es/contact-card.js` is not `contact-card.js`.
    const [file] = files
      .filter((name) => path === name || path.endsWith(`/${name}`))
      .sort((a, b) => b.length - a.length);
    // Other projects have a "loader.js", too.
    if (!file || !(expected || /haven/i.test(path))) return [];
    const version = /@havenkit\/embed@(\d+\.\d+\.\d+(?:-[\w.]+)?)\//.exec(path)?.[1];
    return [{ element, url: resolve(page, src), file, version, heldBack: isHeldBack(element) }];
  });
  return { widgets: found, scripts, frames, wrappers, htmlForms };
}

/** The address of a script, also where a plugin for speed or consent has put it aside, as in `data-src`. */
const sourceOf = ({ attributes }: PageElement): string | undefined =>
  attributes.get('src') ?? [...attributes].find(([name]) => /^data-(?:[a-z]+-)*src$/.test(name))?.[1];

/** Whether a media type is that of scripts (HTML, "JavaScript MIME type"), without the rarest. */
export const isScriptType = (type: string): boolean =>
  /^\s*(?:text|application)\/(?:x-)?(?:java|ecma)script\s*(?:;|$)/i.test(type);

/** Such plugins change the type of a script, or take its address away. */
function isHeldBack({ attributes }: PageElement): boolean {
  const type = attributes.get('type')?.trim() ?? '';
  return !attributes.has('src') || !(!type || /^module$/i.test(type) || isScriptType(type));
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

/** The scripts that may define a widget: its own, those of all widgets, and the loader. */
export const scriptsFor = (
  { scripts }: Embeds,
  widget: string,
): Readonly<Record<'defining' | 'loaders', readonly EmbeddedScript[]>> => ({
  defining: scripts.filter(({ file }) => file.startsWith(`${widget}.`) || file.startsWith('haven.')),
  loaders: scripts.filter(({ file }) => file.startsWith('loader.')),
});

/** The elements around snippets from which the widget was removed. */
export const strippedWrappers = ({ widgets, frames, wrappers }: Embeds): PageElement[] => {
  const all = [...widgets.map(({ element }) => element), ...frames];
  return wrappers.filter((wrapper) => !all.some((each) => contains(wrapper, each)));
};

/** Whether a script is loaded from a mirror of npm, without an exact version. */
export const isUnpinned = ({ url, version }: EmbeddedScript): boolean =>
  version === undefined && url !== undefined && isOnMirror(url);

/** Whether an address is on a mirror of npm, which is not the site owner's server. */
export const isOnMirror = ({ href }: URL): boolean => /@havenkit\/embed[@/]/.test(href);

/** The exact versions that the scripts of a page name. */
export const namedVersions = ({ scripts }: Embeds): string[] => [
  ...new Set(scripts.flatMap(({ version = [] }) => version)),
];

/** Whether a widget has nothing to show without settings: a practice or a program. The others have defaults. */
export const needsSettings = (widget: string): boolean =>
  ['telephone', 'endpoint'].some((setting) => attributesOf(widget).has(setting));

export const isKnown = (widget: string): boolean => widgets.includes(widget);

/** The widget's setting of an attribute, in camel case. */
export const settingOf = (widget: string, attribute: string): string | undefined =>
  [...attributesOf(widget)].find(([, name]) => name === attribute)?.[0];
