import { readFileSync } from 'node:fs';
import type { Fallback } from '@havenkit/elements/foundation';
import { filesFolder } from '../files-folder.js';
import { measureOptions } from '../measure-options.js';
import { measureInBrowser } from '../node/measure-in-browser.js';
import { render } from '../node/render.js';
import { readConfiguration } from '../node/read-text.js';
import { parsePageFont, type PageFont } from '../page-font.js';
import type { Room } from '../reserved-room.js';
import { similarName } from '../similar-name.js';
import { describe } from '../problems.js';
import { forms } from '../snippet/forms.js';
import type { SnippetOptions } from '../snippet/options.js';
import { packs } from '../snippet/scripts.js';
import { snippet } from '../snippet/snippet.js';
import { silent } from '../unknown-page.js';
import { widgets } from '../widgets.js';
import { onlyFile, UsageError, type Command } from './command.js';

/** Reads a file of the package as JSON. */
const packaged = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** Returns the value if it is one of the allowed ones. @throws UsageError that lists them */
function chosen<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (!found) {
    const similar = similarName(value, allowed) ?? allowed.find((each) => each.includes(value));
    throw new UsageError(
      `--${option}: there is no ${value}; expected one of ${allowed.join(', ')}${similar ? `. Did you mean ${similar}?` : ''}`,
    );
  }
  return found;
}

const exampleFile = 'practice.json';
const exampleFolder = 'the address of the folder on your own site, such as https://practice.example/havenkit/';

/** The address of a folder, which ends with a slash. @throws Error if it is on no site */
function folderOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const folder = filesFolder(address);
  if (!folder) throw new Error(`--files: expected ${exampleFolder}`);
  return folder;
}

/** Whether a widget has something to show without a configuration. */
const hasDefaults = (fallback: Fallback): boolean =>
  fallback({}, { language: 'en', level: 2, reading: silent }) !== undefined;

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

/** The room that a widget needs, in the page's font, or else in the usual ones. */
function roomOf(
  widget: string,
  configuration: Record<string, unknown>,
  language: string,
  browser: string,
  font: PageFont | undefined,
): Promise<Room> {
  const files = [...packs(language, widget), `${widget}.classic.js`];
  return measureInBrowser(browser, files, language, measureOptions(widget, configuration, font), (text) =>
    console.error(text),
  );
}

export const snippetCommand: Command = {
  usage: 'havenkit snippet [configuration.json] --widget <name>',
  description: 'Prints what to paste into a page.',
  options: {
    widget: widgets.join(', '),
    form: `${forms.join(', ')}; default element`,
    lang: "language of the widget, such as es; default the configuration's lang, or en",
    page: 'address of the page, which relative links count from; default the root of its site',
    browser:
      'path of Chrome or Chromium, which measures the room that the widget needs, so that nothing moves on the page; needs the package playwright-core',
    font: 'size and names of the font of your page\'s text, such as "18px Georgia, serif", so that --browser measures the room for no other',
    files:
      "https address of the folder with the files on your own site; default this version's on jsDelivr, with hashes. Frames need your own site",
  },
  async run(files, options) {
    const file = onlyFile(files);
    const { lang, page, browser } = options;
    if (!options['widget']) throw new UsageError(`expected --widget with one of ${widgets.join(', ')}`);
    const widget = chosen('widget', options['widget'], widgets);
    const form = chosen('form', options['form'] ?? 'element', forms);
    const folder = folderOf(options['files']);
    if (form === 'frame' && !folder)
      throw new Error(`--files: expected ${exampleFolder}, because npm mirrors do not serve pages`);
    if (page !== undefined && !/^https?:/.test(URL.parse(page)?.protocol ?? ''))
      throw new Error('--page: expected an address such as https://practice.example/about');
    const font = options['font'] === undefined ? undefined : parsePageFont(options['font']);
    if (font && !browser) throw new UsageError('--font: it is used only with --browser');
    if (font && form === 'frame') throw new UsageError('--font: a frame has a font of its own');
    const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
    if (!file && !hasDefaults(fallback))
      throw new UsageError(`expected a file with the configuration of the ${widget}, such as ${exampleFile}`);
    const { lang: own, colorScheme, ...settings } = file ? readConfiguration(file) : {};
    const language = languageOf(lang ?? own);
    await loadLanguage(language);
    const { version } = packaged('package.json') as { version: string };
    const room = browser ? await roomOf(widget, settings, language, browser, font) : undefined;
    // Only a frame has a color scheme of its own.
    const configuration = form === 'frame' && colorScheme ? { ...settings, colorScheme } : settings;
    const { html, problems, complete } = snippet({
      widget,
      configuration,
      page,
      room,
      // For a site builder that removes unknown tags, and a <style>, too.
      styleAttributes: form === 'loader',
      language,
      form,
      files: folder ?? `https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`,
      integrity: folder ? undefined : (packaged('dist/integrity.json') as NonNullable<SnippetOptions['integrity']>),
      fallback,
      render,
    });
    const scheme =
      form !== 'frame' && colorScheme ? ["colorScheme: only a frame has its own; here it is the page's"] : [];
    const tip =
      browser || form === 'html' ? [] : ['Tip: with --browser, the page does not move when the widget appears.'];
    const once =
      form === 'loader' ? ['Tip: the script is needed only once on the site, for every widget of every page.'] : [];
    const warning = complete
      ? []
      : ['The snippet lacks what visitors need. Correct the file, and make the snippet again.'];
    const notes = problems.map(describe);
    return { output: html, notes: [...notes, ...scheme, ...tip, ...once, ...warning], code: complete ? 0 : 1 };
  },
};
