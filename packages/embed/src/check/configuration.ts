import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import { formProblems } from '../form-problems.js';
import { readConfiguration, sentence, type Problem } from '../problems.js';
import { unknownPage } from '../unknown-page.js';
import { configurationOf } from './embedded-configuration.js';
import { isKnown, type EmbeddedWidget } from './embeds.js';
import { failure, warning, type Finding } from './finding.js';
import { frameRequest } from './frame-request.js';
import { hasTypographicQuotes, type Page, type PageElement } from './page.js';

/** A base for the links of a widget: on a site, also where the page is a file. */
const siteBase = (base: URL | null | undefined): string =>
  base && base.protocol !== 'file:' ? base.href : unknownPage;

/** What is wrong with a widget's configuration, as the widget itself would report it. */
export async function checkConfiguration(page: Page, embedded: EmbeddedWidget): Promise<Finding[]> {
  const { element, widget, attributes } = embedded;
  if (!isKnown(widget) || hasTypographicQuotes(element)) return [];
  const { line } = element;
  const { configuration, findings } = configurationOf(embedded);
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
  return reported(widget, configuration, line, siteBase(page.base));
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
  return [...(await reported(widget, settings, line, siteBase(url))), ...ignored];
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
