import { attributes, readable } from '../html.js';
import { formProblems, signupProblems } from '../form-problems.js';
import { describe, readConfiguration, sentence, type Problem } from '../problems.js';
import { reservedRoom } from '../reserved-room.js';
import { staticStyle } from '../static-style.js';
import { unknownPage } from '../unknown-page.js';
import type { SnippetOptions } from './options.js';
import { scriptFiles, scriptTag } from './scripts.js';
import { wrappers, type Wrapped } from './wrappers.js';

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

/** FNV-1a: eight digits that differ for two snippets on a page. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
