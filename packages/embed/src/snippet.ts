import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import type { TemplateResult } from 'lit';
import { attributes, readable } from './html.js';
import { reservedRoom, type Room } from './reserved-room.js';
import { formProblems, signupProblems } from './form-problems.js';
import { readConfiguration, sentence, type Problem } from './problems.js';
import { staticStyle } from './static-style.js';
import { attributesOf } from './widgets.js';

/** The forms of a widget: an element, a page in a frame, or HTML that needs no script. */
export const snippetForms = ['element', 'frame', 'html'] as const;

/** What a snippet is made of. */
export interface SnippetOptions {
  /** Such as `contact-card`. */
  readonly widget: string;
  /** The widget's configuration, and its settings in camel case. */
  readonly configuration: RawConfiguration;
  /** BCP 47 language of the strings. */
  readonly language: string;
  readonly form: (typeof snippetForms)[number];
  /** URL of the folder with the CDN files; it ends with a slash. */
  readonly files: string;
  /** The content of `integrity.json`, for files on another server. */
  readonly integrity?: Readonly<Record<string, { readonly integrity: string }>> | undefined;
  /** Address of the page, which relative links count from. Without it, they count from the root of the site. */
  readonly page?: string | undefined;
  /** What the widget needs. Without it no room is reserved. */
  readonly room?: Room | undefined;
  /** The widget's own, from `@havenkit/elements/<widget>/fallback`. */
  readonly fallback: Fallback;
  /** Renders a template to HTML, which a server and a browser do in different ways. */
  readonly render: (template: TemplateResult) => string;
}

/** What is pasted, and one line for everything in the configuration that cannot be used. */
export interface Snippet {
  readonly html: string;
  readonly notes: readonly string[];
  /** Whether nothing is missing that visitors need: where to sign up, a number, the hours. */
  readonly complete: boolean;
}

/** Relative links of a configuration stay relative to the site's root. No such host can exist (RFC 2606). */
const unknownPage = 'https://page.invalid/';

/**
 * Makes what a site owner pastes.
 *
 * @throws Error when the configuration has nothing to show
 */
export function snippet(options: SnippetOptions): Snippet {
  const { html, problems } = contentOf(options);
  const all = [...problems, ...formProblems(options), ...signupProblems(options, html, problems)];
  return {
    html: wrappers[options.form](options, html),
    notes: [...new Set(all.map(describe))],
    complete: !all.some(({ severe }) => severe),
  };
}

/** The widget as HTML that needs no script. */
function contentOf(options: SnippetOptions): { html: string; problems: readonly Problem[] } {
  const { form, page = unknownPage, render } = options;
  const { content, problems: all } = readConfiguration({ ...options, page });
  const problems = all.filter(({ path }) => !(path === 'colorScheme' && form === 'frame'));
  if (!content) throw new Error(`The configuration has nothing to show. ${problems.map(sentence).join(' ')}`);
  const html = readable(render(content)).replaceAll(`"${unknownPage}`, '"/');
  // The card shows the host of its website.
  if (html.includes(new URL(unknownPage).host))
    throw new Error('--page: expected the address of the page, because the configuration has a relative link');
  return { html, problems };
}

const describe = ({ path, text }: Problem): string => `${path || 'configuration'}: ${text}`;

const wrappers: Record<SnippetOptions['form'], (options: SnippetOptions, content: string) => string> = {
  element: (options, content) => {
    const { widget, configuration, language } = options;
    const { settings, rest } = splitConfiguration(widget, configuration);
    const tag = `haven-${widget}`;
    // Not in a script: a builder that removes tags, as WordPress does, would show its JSON as text.
    const config = Object.keys(rest).length ? JSON.stringify(rest) : undefined;
    const element = [
      `<${tag}${attributes({ ...settings, config })}>`,
      ...(options.room ? ['<div>', content, '</div>'] : [content]),
      `</${tag}>`,
    ];
    return block(options, tag, [
      // After a style, WordPress's classic editor would begin a paragraph, whose end would end the element.
      ...(options.room ? ['<div>', ...element, '</div>'] : element),
      ...scripts(options, ...packs(language), `${widget}.classic.js`),
    ]);
  },
  frame: (options, content) => {
    const { widget, configuration, language, files } = options;
    const fragment = { ...configuration, widget, lang: language };
    // Its name, or whatever else comes first.
    const [title = ''] = content.split('\n');
    const src = `${files}frame.html#${encodeURIComponent(JSON.stringify(fragment))}`;
    return block(options, 'iframe', [
      `<iframe${attributes({ 'data-haven-frame': true, src, title: plain(title), width: '100%', height: '640', frameborder: '0' })}>`,
      // Left where the frame is removed.
      `<a${attributes({ href: src })}>${title.replace(/<[^>]*>/g, '')}</a></iframe>`,
      ...scripts(options, 'frame-host.js'),
    ]);
  },
  html: (options, content) => block(options, '', [content]),
};

/**
 * A `<div>` without blank lines, for WordPress's classic editor.
 *
 * @param target - selector of what needs room
 */
function block(options: SnippetOptions, target: string, lines: readonly string[]): string {
  const { room, configuration, widget, language, form } = options;
  const name = `havenkit-${hash(JSON.stringify([widget, configuration]))}`;
  const css =
    form === 'html' ? staticStyle(`.${name}`, configuration['brand']) : room && reservedRoom(name, target, room);
  // CSS ignores the marks of an HTML comment. Where WordPress removes only the tags of the style, a comment is left, and no text:
  // for its filter, a comment with a ">" ends in the same line.
  const style = css ? [`<style><!-- ${css.replaceAll('\n', ' ')} --></style>`] : [];
  return [`<div${attributes({ class: css && name, lang: language })}>`, ...style, ...lines, '</div>'].join('\n');
}

/** The files with the strings of a language. */
export const packs = (language: string): string[] =>
  /^en\b/i.test(language) ? [] : [`locales/${language.split('-')[0]?.toLowerCase()}.js`];

const scripts = ({ files, integrity }: SnippetOptions, ...names: readonly string[]): string[] =>
  names.map((name) => {
    const value = integrity?.[name]?.integrity;
    const check = { integrity: value, crossorigin: value && 'anonymous' };
    return `<script${attributes({ defer: true, ...check, src: files + name })}></script>`;
  });

/** The settings that can be attributes, and everything else. */
export function splitConfiguration(
  widget: string,
  configuration: RawConfiguration,
): {
  settings: Record<string, string>;
  rest: Record<string, unknown>;
} {
  const names = attributesOf(widget);
  const settings: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(configuration)) {
    const name = names.get(key);
    if (name && (typeof value === 'string' || typeof value === 'number')) settings[name] = `${value}`;
    else if (name && value === true) settings[name] = '';
    // An attribute that is off is absent.
    else if (!name || value !== false) rest[key] = value;
  }
  return { settings, rest };
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
