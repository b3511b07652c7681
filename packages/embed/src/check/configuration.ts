import type { Fallback } from '@havenkit/elements/foundation';
import { readConfiguration, sentence, type Problem } from '../problems.js';
import { configurationOf } from './embedded-configuration.js';
import { isKnown, needsSettings, type EmbeddedWidget } from './embeds.js';
import { failure, warning, type Diagnostic } from './diagnostic.js';
import { frameRequest, requestProblems, siteBase } from './frame-request.js';
import { hasTypographicQuotes, type Page, type PageElement } from './page.js';

/** What is wrong with a widget's configuration, as the widget itself would report it. */
export async function checkConfiguration(page: Page, embedded: EmbeddedWidget): Promise<Diagnostic[]> {
  const { element, widget, attributes } = embedded;
  if (!isKnown(widget) || hasTypographicQuotes(element)) return [];
  const { line } = element;
  const { configuration, findings } = configurationOf(embedded);
  // Then some of it is elsewhere.
  if (findings.length || attributes.has('src') || attributes.has('source')) return findings;
  if (!Object.keys(configuration).length && needsSettings(widget))
    return [
      failure(
        line,
        `${widget} has no settings.`,
        'Copy the snippet again: a site builder may have removed its attributes.',
      ),
    ];
  const fallback = await fallbackOf(widget);
  const { problems } = readConfiguration({
    widget,
    configuration,
    fallback,
    language: 'en',
    page: siteBase(page.base),
  });
  return problems.map((problem) => diagnostic(widget, problem, line));
}

/** What is wrong with the configuration in a frame's address. */
export async function checkFrameConfiguration(page: Page, frame: PageElement): Promise<Diagnostic[]> {
  const { line } = frame;
  const { url, request } = frameRequest(page, frame);
  if (typeof request === 'string')
    return [failure(line, `The frame shows no widget. Expected ${request}.`, 'Copy the snippet again.')];
  const fallback = await fallbackOf(request.widget);
  return requestProblems(request, url, fallback).map((problem) => diagnostic(request.widget, problem, line));
}

const fallbackOf = async (widget: string): Promise<Fallback> =>
  ((await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback }).fallback;

const diagnostic = (widget: string, problem: Problem, line: number | undefined): Diagnostic =>
  (problem.severe ? failure : warning)(line, `${widget}: ${sentence(problem)}`, 'Correct it in the snippet.');
