import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import { distance } from 'fastest-levenshtein';
import { parseConfiguration } from '../parse-configuration.js';
import { attributesOf, widgets } from '../widgets.js';
import { isKnown, settingOf, type EmbeddedWidget, type Embeds } from './embeds.js';
import { failure, warning, type Finding } from './finding.js';
import type { Page } from './page.js';

const pasteAgain =
  'Paste it into a block for HTML or code, as a person who may add scripts. Where that is not possible, use a framed page or plain HTML: havenkit snippet --form frame or html.';

/** What a site builder made of a snippet. */
export function checkMarkup(page: Page, { widgets: found, scripts, frames, wrappers }: Embeds): Finding[] {
  const findings: Finding[] = [];
  for (const { line, text } of page.texts) {
    if (/<(?:haven-[a-z]|script\b[^>]*haven)/i.test(text))
      findings.push(failure(line, 'The snippet is shown to visitors as text.', pasteAgain));
    else if (/^\s*\{\s*["“”]\w+["“”]\s*:/.test(text))
      findings.push(
        failure(line, 'A configuration is shown to visitors as text: its script element was removed.', pasteAgain),
      );
  }
  for (const wrapper of wrappers) {
    const has = (other: { readonly line: number | undefined }): boolean => contains(wrapper, other);
    if (![...found.map(({ element }) => element), ...frames].some(has))
      findings.push(
        failure(wrapper.line, "A snippet is on the page, but the widget's element was removed from it.", pasteAgain),
      );
  }
  const loader = scripts.some(({ file }) => file.startsWith('loader.'));
  for (const embedded of found) {
    const { element, widget, placeholder } = embedded;
    const name = placeholder ? `the placeholder of ${widget}` : `<${element.name}>`;
    if (!isKnown(widget)) {
      findings.push(failure(element.line, `There is no widget "${widget}".`, `The widgets are ${widgets.join(', ')}.`));
      continue;
    }
    const loaded = scripts.some(({ file }) => file.startsWith('haven.') || file.startsWith(`${widget}.`));
    if (placeholder && !loader)
      findings.push(
        failure(
          element.line,
          `Nothing replaces ${name}: the loader is not on the page.`,
          'Add the script of loader.classic.js to the site once.',
        ),
      );
    else if (!loaded && !loader)
      findings.push(
        failure(
          element.line,
          `Nothing defines ${name}: its script is not on the page.`,
          `Add the script of ${widget}.classic.js. If it was in what you pasted, the site builder has removed it. ${pasteAgain}`,
        ),
      );
    findings.push(...checkAttributes(embedded));
  }
  if (!found.length && !frames.length && !wrappers.length && scripts.length)
    findings.push(failure(scripts[0]?.element.line, 'A script of Havenkit is on the page, but no widget.', pasteAgain));
  return findings;
}

/** Same element, or one in it. */
const contains = (outer: Page['elements'][number], inner: unknown): boolean =>
  outer.children.some((child) => child === inner || contains(child, inner));

/** Attributes that every element has, or that hosts and builders add. */
const ordinary =
  /^(?:id|class|style|lang|dir|hidden|slot|title|part|tabindex|translate|inert|is|nonce|role|data-.*|aria-.*|on.*|x-.*|v-.*|_ng.*|:.*|@.*)$/;

function checkAttributes({ element: { line }, widget, attributes, placeholder }: EmbeddedWidget): Finding[] {
  const known = [...attributesOf(widget).values()];
  return [...attributes.keys()].flatMap((name) => {
    if (known.includes(name) || ordinary.test(name)) return [];
    const shown = placeholder ? `data-${name}` : name;
    const similar = known.find(
      (each) => each.replaceAll('-', '') === name.replaceAll(/[-_]/g, '') || distance(each, name) <= 2,
    );
    return warning(
      line,
      `${widget} has no attribute "${shown}", so it is ignored.`,
      similar ? `Did you mean "${placeholder ? 'data-' : ''}${similar}"?` : `Its attributes are ${known.join(', ')}.`,
    );
  });
}

/** What is wrong with a widget's configuration, as the widget itself would report it. */
export async function checkConfiguration(
  page: Page,
  { element, widget, attributes }: EmbeddedWidget,
): Promise<Finding[]> {
  if (!isKnown(widget)) return [];
  const { line } = element;
  const configuration: Record<string, unknown> = {};
  const findings: Finding[] = [];
  const read = (json: string, where: string): void => {
    try {
      Object.assign(configuration, parseConfiguration(json));
    } catch {
      const curly = /[“”„«»]/.test(json)
        ? ' It has typographic quotation marks, which an editor may have put there.'
        : '';
      findings.push(
        failure(
          line,
          `The JSON in ${where} of ${widget} cannot be read.${curly}`,
          'Copy the snippet again, and paste it into a block for HTML or code.',
        ),
      );
    }
  };
  const script = element.children.find(
    ({ name, attributes }) => name === 'script' && (attributes.get('type') ?? '').endsWith('json'),
  );
  if (script) read(script.text, 'the script element');
  const config = attributes.get('config');
  if (config) read(config, 'the attribute config');
  for (const [name, value] of attributes) {
    const setting = settingOf(widget, name);
    if (setting && setting !== 'config') configuration[setting] = value;
  }
  // Then some of it is elsewhere.
  if (attributes.has('src') || attributes.has('source')) return findings;
  return [...findings, ...(await reported(page, widget, configuration, line))];
}

async function reported(
  page: Page,
  widget: string,
  configuration: RawConfiguration,
  line: number | undefined,
): Promise<Finding[]> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const settings = attributesOf(widget);
  const findings: Finding[] = [];
  const add = (path: string, problem: string): unknown =>
    findings.push(
      warning(line, `${widget}: ${path || 'its configuration'}: ${problem}.`, 'Correct it in the snippet.'),
    );
  fallback(configuration, {
    language: 'en',
    level: 2,
    reading: {
      base: page.url?.href ?? 'https://page.invalid/',
      report: (path, expected) => add(path, `expected ${expected}`),
      warn: (path, message) => {
        if (message) add(path, message);
        else if (!settings.has(path)) add(path, 'unknown, so it is ignored');
      },
    },
  });
  if (!Object.keys(configuration).length && widget !== 'reflection-prompt' && widget !== 'circle-diagram')
    findings.push(
      failure(
        line,
        `${widget} has no settings.`,
        'Copy the snippet again: a site builder may have removed its attributes.',
      ),
    );
  return findings;
}
