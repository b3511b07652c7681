import { readFileSync } from 'node:fs';
import type { Fallback } from '@havenkit/elements/foundation';
import { measureInBrowser } from '../node/measure-in-browser.js';
import { render } from '../node/render.js';
import { readText } from '../node/read-text.js';
import { parseConfiguration } from '../parse-configuration.js';
import { measuredWidths, type Room } from '../reserved-room.js';
import { packs, snippet, snippetForms, splitConfiguration, type SnippetOptions } from '../snippet.js';
import { attributesOf, widgets } from '../widgets.js';
import type { Command } from './command.js';

/** Reads a file of the package as JSON. */
const packaged = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** Returns the value if it is one of the allowed ones. @throws Error that lists them */
function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (!found) throw new Error(`--${option}: expected one of ${allowed.join(', ')}`);
  return found;
}

/** A language in its usual spelling, such as `en-GB`. @throws Error if it is none */
function languageOf(tag: unknown = 'en'): string {
  try {
    return Intl.getCanonicalLocales(tag as string)[0] ?? 'en';
  } catch {
    throw new Error('lang: expected a language such as es or en-GB');
  }
}

/** The language's strings, registered for the fallback. @throws Error when there are none */
async function loadLanguage(language: string): Promise<void> {
  if (/^en\b/i.test(language)) return;
  try {
    await import(`@havenkit/elements/locales/${language.split('-')[0]}`);
  } catch {
    throw new Error(`--lang: there are no strings for ${language}`);
  }
}

/** Four weeks, in which a card is open and closed, and a prompt shows many questions. */
const times = Array.from({ length: 28 }, (_, day) => {
  const date = new Date(Date.UTC(2026, 10, 30 + day, day % 2 ? 19 : 4));
  return date.toISOString();
});

/** The room that a widget needs, in the fonts that pages have most often. */
function roomOf(
  widget: string,
  configuration: Record<string, unknown>,
  language: string,
  browser: string,
): Promise<Room> {
  const { settings, rest } = splitConfiguration(widget, configuration);
  return measureInBrowser(browser, [...packs(language), `${widget}.classic.js`], language, {
    tag: `haven-${widget}`,
    attributes: settings,
    config: rest,
    fonts: ['system-ui', 'Georgia, serif', 'Verdana, "DejaVu Sans", sans-serif'],
    widths: measuredWidths,
    times: attributesOf(widget).has('now') && !configuration['now'] ? times : [],
  });
}

export const snippetCommand: Command = {
  usage: 'havenkit snippet <configuration.json> --widget <name>',
  description: 'Prints what to paste into a page.',
  options: {
    widget: widgets.join(', '),
    form: `${snippetForms.join(', ')}; default element`,
    lang: "language of the widget, such as es; default the configuration's lang, or en",
    page: 'address of the page, which relative links count from; default the root of its site',
    browser:
      'path of Chrome or Chromium, which measures the room that the widget needs, so that nothing moves on the page',
    files:
      "URL of the folder with the files; default this version's on jsDelivr, with hashes. Frames need your own site",
  },
  async run([file = '', ...rest], { widget, form = 'element', lang, page, files, browser }) {
    if (!file || rest.length || !widget) return undefined;
    const name = oneOf('widget', widget, widgets);
    if (form === 'frame' && !files)
      throw new Error('--files: expected the URL of a site of your own, because npm mirrors do not serve pages');
    if (page !== undefined && !/^https?:/.test(URL.parse(page)?.protocol ?? ''))
      throw new Error('--page: expected an address such as https://practice.example/about');
    const { lang: own, colorScheme, ...settings } = parseConfiguration(readText(file));
    const language = languageOf(lang ?? own);
    await loadLanguage(language);
    const { fallback } = (await import(`@havenkit/elements/${name}/fallback`)) as { fallback: Fallback };
    const { version } = packaged('package.json') as { version: string };
    const room = browser ? await roomOf(name, settings, language, browser) : undefined;
    // Only a frame has a color scheme of its own.
    const configuration = form === 'frame' && colorScheme ? { ...settings, colorScheme } : settings;
    const { html, notes } = snippet({
      widget: name,
      configuration,
      page,
      room,
      language,
      form: oneOf('form', form, snippetForms),
      files: files?.replace(/\/?$/, '/') ?? `https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`,
      integrity: files ? undefined : (packaged('dist/integrity.json') as NonNullable<SnippetOptions['integrity']>),
      fallback,
      render,
    });
    const missing =
      browser || form === 'html' ? [] : ['no room is reserved for the widget; give --browser to measure it'];
    const scheme =
      form !== 'frame' && colorScheme ? ["colorScheme: only a frame has its own; here it is the page's"] : [];
    return { output: html, notes: [...notes, ...scheme, ...missing] };
  },
};
