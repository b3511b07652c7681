import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import { formProblems } from '../form-problems.js';
import { readFragment, type FrameRequest } from '../frame/read-fragment.js';
import { JsonError } from '../json-text.js';
import { parseConfiguration } from '../parse-configuration.js';
import { readConfiguration, sentence, type Problem } from '../problems.js';
import { widgets } from '../widgets.js';
import { isKnown, settingOf, type EmbeddedWidget } from './embeds.js';
import { failure, warning, type Finding } from './finding.js';
import { hasTypographicQuotes, resolve, type Page, type PageElement } from './page.js';

/** Without the page's address, relative links count from the root of its site. No such host can exist (RFC 2606). */
const unknownPage = 'https://page.invalid/';

/** The address that relative links count from. */
const baseOf = (url: URL | null | undefined): string => (url && url.protocol !== 'file:' ? url.href : unknownPage);

/** What is wrong with a widget's configuration, as the widget itself would report it. */
export async function checkConfiguration(page: Page, embedded: EmbeddedWidget): Promise<Finding[]> {
  const { element, widget, attributes } = embedded;
  if (!isKnown(widget) || hasTypographicQuotes(element)) return [];
  const { line } = element;
  const { configuration, findings } = settingsOf(embedded);
  // Then some of it is elsewhere.
  if (findings.length || attributes.has('src') || attributes.has('source')) return findings;
  if (!Object.keys(configuration).length && widget !== 'reflection-prompt' && widget !== 'circle-diagram')
    return [
      failure(
        line,
        `${widget} has no settings.`,
        'Copy the snippet again: a site builder may have removed its attributes.',
      ),
    ];
  return reported(widget, configuration, line, baseOf(page.url));
}

/** A frame's address, and what it asks for, or what was expected instead. */
export function frameRequest(
  page: Page,
  { attributes }: PageElement,
): { url: URL | null; request: FrameRequest | string } {
  const src = attributes.get('src') ?? '';
  const url = resolve(page, src) ?? URL.parse(src, unknownPage);
  return { url, request: readFragment(url?.hash ?? '', widgets) };
}

/** What is wrong with the configuration in a frame's address. */
export async function checkFrameConfiguration(page: Page, frame: PageElement): Promise<Finding[]> {
  const { line } = frame;
  const { url, request } = frameRequest(page, frame);
  if (typeof request === 'string')
    return [failure(line, `The frame shows no widget. Expected ${request}.`, 'Copy the snippet again.')];
  const { widget, settings } = request;
  const ignored = formProblems({ form: 'frame', configuration: settings }).map((problem) =>
    finding(widget, problem, line),
  );
  return [...(await reported(widget, settings, line, baseOf(url))), ...ignored];
}

/** The settings of a widget from all places on the page, the attributes last, and what of them cannot be read. */
export function settingsOf({ element, widget, attributes }: EmbeddedWidget): {
  configuration: RawConfiguration;
  findings: Finding[];
} {
  const configuration: Record<string, unknown> = {};
  const findings: Finding[] = [];
  const read = (json: string, where: string, line: number | undefined): void => {
    try {
      Object.assign(configuration, parseConfiguration(json));
    } catch (error) {
      const { message } = error as Error;
      const below = error instanceof JsonError ? error.line - 1 : 0;
      findings.push(
        failure(
          line === undefined ? undefined : line + below,
          `The JSON in ${where} of ${widget} cannot be read: ${message}.`,
          'Correct it, or copy the snippet again and paste it as plain text into a block for HTML or code.',
        ),
      );
    }
  };
  const script = element.children.find(
    ({ name, attributes }) => name === 'script' && (attributes.get('type') ?? '').endsWith('json'),
  );
  if (script) read(script.text, 'the script element', script.line);
  const config = attributes.get('config');
  if (config) read(config, 'the attribute config', element.line);
  for (const [name, value] of attributes) {
    const setting = settingOf(widget, name);
    if (setting && setting !== 'config') configuration[setting] = value;
  }
  if (JSON.stringify(configuration).includes('\ufffd'))
    findings.push(
      warning(element.line, `${widget}: letters are shown as \ufffd.`, 'Save the page as UTF-8, and write them again.'),
    );
  return { configuration, findings };
}

async function reported(
  widget: string,
  configuration: RawConfiguration,
  line: number | undefined,
  base: string,
): Promise<Finding[]> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const { problems } = readConfiguration({ widget, configuration, fallback, language: 'en', page: base });
  return problems.map((problem) => finding(widget, problem, line));
}

const finding = (widget: string, problem: Problem, line: number | undefined): Finding =>
  (problem.severe ? failure : warning)(line, `${widget}: ${sentence(problem)}`, 'Correct it in the snippet.');
