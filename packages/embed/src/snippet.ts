import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import type { TemplateResult } from 'lit';
import { attributes, readable } from './html.js';
import { reservedRoom, type Room } from './reserved-room.js';
import { roomLength } from './room-length.js';
import { formProblems, signupProblems } from './form-problems.js';
import { readConfiguration, sentence, type Problem } from './problems.js';
import { splitSettings, type SplitSettings } from './split-settings.js';
import { staticStyle } from './static-style.js';
import { unknownPage } from './unknown-page.js';
import { attributesOf, languages } from './widgets.js';

/**
 * The forms of a widget: an element, a placeholder that the loader replaces, a page in a frame, or HTML that needs no script.
 */
export type Form = 'element' | 'loader' | 'frame' | 'html';

/** Every form. */
export const snippetForms = ['element', 'loader', 'frame', 'html'] as const satisfies readonly Form[];

/** What a snippet is made of. */
export interface SnippetOptions {
  /** Such as `contact-card`. */
  readonly widget: string;
  /** The widget's configuration, and its settings in camel case. */
  readonly configuration: RawConfiguration;
  /** BCP 47 language of the strings. */
  readonly language: string;
  readonly form: Form;
  /** URL of the folder with the CDN files; it ends with a slash. */
  readonly files: string;
  /** The content of `integrity.json`, for files on another server. */
  readonly integrity?: Readonly<Record<string, { readonly integrity: string }>> | undefined;
  /** Address of the page, which relative links count from. Without it, they count from the root of the site. */
  readonly page?: string | undefined;
  /** What the widget needs. Without it no room is reserved. */
  readonly room?: Room | undefined;
  /**
   * Whether the loader's placeholder reserves room in `style` attributes, too. WordPress leaves them to authors, and removes `<style>`.
   * A Content Security Policy may forbid them; then the `<style>` is enough.
   */
  readonly styleAttributes?: boolean | undefined;
  /** The widget's own, from `@havenkit/elements/<widget>/fallback`. */
  readonly fallback: Fallback;
  /** Renders a template to HTML, which a server and a browser do in different ways. */
  readonly render: (template: TemplateResult) => string;
}

/** What is pasted, and what is wrong with the configuration. */
export interface Snippet {
  readonly html: string;
  /** The same without its scripts, for a site with another place for them. */
  readonly markup: string;
  /** Its scripts, a tag each. */
  readonly scripts: readonly string[];
  /** Address of the framed page, for a site builder that takes only an address. */
  readonly address: string | undefined;
  /** What is wrong with the configuration, each once. */
  readonly problems: readonly Problem[];
  /** Whether nothing is missing that visitors need: where to sign up, a number, the hours. */
  readonly complete: boolean;
}

/** A configuration of which no snippet can be made. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(
    message: string,
    readonly reason: 'nothing to show' | 'no page',
    readonly problems: readonly Problem[],
  ) {
    super(message);
  }
}

/**
 * Makes what a site owner pastes.
 *
 * @throws ConfigurationError when the configuration has nothing to show, or needs the address of the page
 */
export function snippet(options: SnippetOptions): Snippet {
  const { html: content, problems } = contentOf(options);
  const wrapped = wrappers[options.form](options, content);
  const { lines, address } = wrapped;
  const scripts = scriptFiles(options).map((name) => scriptTag(options, name));
  const all = [...problems, ...formProblems(options), ...signupProblems(options, content, problems)];
  return {
    html: block(options, { ...wrapped, lines: [...lines, ...scripts] }),
    markup: block(options, wrapped),
    scripts,
    address,
    problems: all.filter((problem, index) => all.findIndex((other) => describe(other) === describe(problem)) === index),
    complete: !all.some(({ severe }) => severe),
  };
}

/** The widget as HTML that needs no script. */
function contentOf(options: SnippetOptions): { html: string; problems: readonly Problem[] } {
  const { form, page = unknownPage, render } = options;
  const { content, problems: all } = readConfiguration({ ...options, page });
  const problems = all.filter(({ path }) => !(path === 'colorScheme' && form === 'frame'));
  if (!content)
    throw new ConfigurationError(
      `The configuration has nothing to show. ${problems.map(sentence).join(' ')}`,
      'nothing to show',
      problems,
    );
  const html = readable(render(content)).replaceAll(`"${unknownPage}`, '"/');
  // The card shows the host of its website.
  if (html.includes(new URL(unknownPage).host))
    throw new ConfigurationError(
      '--page: expected the address of the page, because the configuration has a relative link',
      'no page',
      problems,
    );
  return { html, problems };
}

/** A problem in a line. */
export const describe = ({ path, text }: Problem): string => `${path || 'configuration'}: ${text}`;

/** What is in the block of a snippet, beside its scripts. */
interface Wrapped {
  readonly lines: readonly string[];
  /** Selector of what needs room. */
  readonly target?: string;
  /** Of the block itself. */
  readonly style?: string | undefined;
  /** Of the framed page. */
  readonly address?: string;
}

const wrappers: Record<Form, (options: SnippetOptions, content: string) => Wrapped> = {
  element: ({ widget, configuration, room }, content) => {
    const tag = `haven-${widget}`;
    const element = [
      `<${tag}${attributes(widgetAttributes(widget, configuration))}>`,
      ...(room ? ['<div>', content, '</div>'] : [content]),
      `</${tag}>`,
    ];
    // After a style, WordPress's classic editor would begin a paragraph, whose end would end the element.
    return { target: tag, lines: room ? ['<div>', ...element, '</div>'] : element };
  },
  loader: ({ widget, configuration, room, styleAttributes }, content) => {
    const data = Object.entries(widgetAttributes(widget, configuration)).map(([name, value]) => [
      `data-${name}`,
      value,
    ]);
    const height = room && styleAttributes ? roomLength(room) : undefined;
    const style = height && `max-height:${height};overflow:auto`;
    const placeholder = {
      'data-haven': widget,
      ...(Object.fromEntries(data) as Record<string, string>),
      style: height && `min-height:${height}`,
    };
    return {
      target: `[data-haven=${widget}]`,
      style: height && 'container-type:inline-size;width:100%',
      lines: [
        `<div${attributes(placeholder)}>`,
        ...(room ? [`<div${attributes({ style })}>`, content, '</div>'] : [content]),
        '</div>',
      ],
    };
  },
  frame: ({ widget, configuration, language, files }, content) => {
    const fragment = { ...configuration, widget, lang: language };
    // Its name, or whatever else comes first.
    const [title = ''] = content.split('\n');
    const src = `${files}frame.html#${encodeURIComponent(JSON.stringify(fragment))}`;
    return {
      target: 'iframe',
      address: src,
      lines: [
        `<iframe${attributes({ 'data-haven-frame': true, src, title: plain(title), width: '100%', height: '640', frameborder: '0' })}>`,
        // Left where the frame is removed.
        `<a${attributes({ href: src })}>${title.replace(/<[^>]*>/g, '')}</a></iframe>`,
      ],
    };
  },
  html: (_, content) => ({ lines: [content] }),
};

/** A `<div>` without blank lines, for WordPress's classic editor. */
function block(options: SnippetOptions, { target, style: own, lines }: Wrapped): string {
  const { room, configuration, widget, language, form } = options;
  const name = `havenkit-${hash(JSON.stringify([widget, configuration]))}`;
  const css =
    form === 'html'
      ? staticStyle(`.${name}`, configuration['brand'])
      : room && target && reservedRoom(name, target, room);
  // CSS ignores the marks of an HTML comment. Where WordPress removes only the tags of the style, a comment is left, and no text:
  // for its filter, a comment with a ">" ends in the same line.
  const style = css ? [`<style><!-- ${css.replaceAll('\n', ' ')} --></style>`] : [];
  return [`<div${attributes({ class: css && name, lang: language, style: own })}>`, ...style, ...lines, '</div>'].join(
    '\n',
  );
}

/** The files with the strings of a language. One that there are no strings for is English. */
export function packs(language: string): string[] {
  const code = language.split('-')[0]?.toLowerCase() ?? '';
  return languages.includes(code) ? [`locales/${code}.js`] : [];
}

/** The files that the page of a snippet loads, in order. The loader and the framed page load the others. */
export function scriptFiles({
  form,
  widget,
  language,
}: Pick<SnippetOptions, 'form' | 'widget' | 'language'>): string[] {
  switch (form) {
    case 'element':
      return [...packs(language), `${widget}.classic.js`];
    case 'loader':
      return ['loader.classic.js'];
    case 'frame':
      return ['frame-host.js'];
    case 'html':
      return [];
  }
}

/** The tag of a CDN file. */
export function scriptTag({ files, integrity }: Pick<SnippetOptions, 'files' | 'integrity'>, name: string): string {
  const value = integrity?.[name]?.integrity;
  const check = { integrity: value, crossorigin: value && 'anonymous' };
  return `<script${attributes({ defer: true, ...check, src: files + name })}></script>`;
}

/** Everything of a configuration as attributes of the widget: what has none of its own is JSON in `config`. */
export function widgetAttributes(widget: string, configuration: RawConfiguration): Record<string, string> {
  const { settings, rest } = splitConfiguration(widget, configuration);
  // Not in a script: a builder that removes tags, as WordPress does, would show its JSON as text.
  return Object.keys(rest).length ? { ...settings, config: JSON.stringify(rest) } : settings;
}

/** The settings that can be attributes, and everything else. */
export function splitConfiguration(widget: string, configuration: RawConfiguration): SplitSettings {
  const names = attributesOf(widget);
  return splitSettings(configuration, (key) => names.get(key));
}

/** The text of HTML without tags, with its five entities decoded. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** FNV-1a: eight digits that differ for two snippets on a page. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
