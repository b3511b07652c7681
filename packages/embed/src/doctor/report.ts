import type { Examined } from './examine.js';
import { countOf, type Finding } from './finding.js';
import type { Texts } from './texts.js';

/** What the report says of the browser and the window. */
export interface Surroundings {
  /** Address of the page, without its query and fragment. */
  readonly page: string;
  readonly version: string;
  readonly browser: string;
  readonly window: string;
}

/**
 * The report for whoever helps, as plain text. It has nothing that a visitor has typed, since no examination reads a field or the text of
 * a widget.
 */
export function reportOf(
  { findings, present, limitations }: Examined,
  tested: readonly Finding[],
  surroundings: Surroundings,
  texts: Texts,
): string {
  const facts = (['page', 'version', 'browser', 'window'] as const).map(
    (key) => `${texts.facts[key]}: ${surroundings[key]}`,
  );
  const widgets = present.map(
    ({ widget, state, version }) =>
      `- ${texts.nameOf(widget)} (<haven-${widget}>): ${texts.state[state]}${version ? `, ${texts.version(version)}` : ''}`,
  );
  const section = (title: string, lines: readonly string[]): string[] => (lines.length ? ['', title, ...lines] : []);
  return [
    texts.title,
    ...facts,
    ...section(texts.onThisPage, widgets.length ? widgets : [texts.nothingLoaded]),
    '',
    `${texts.summary(countOf(findings))}.`,
    ...findings.flatMap((finding) => linesOf(finding, texts)),
    ...section(
      texts.connection,
      tested.flatMap((finding) => linesOf(finding, texts)),
    ),
    ...section(
      texts.notExamined,
      limitations.map((each) => `- ${texts.limitations[each]}`),
    ),
    '',
  ].join('\n');
}

function linesOf({ severity, explain, detail, code }: Finding, texts: Texts): string[] {
  const { what, why, todo } = explain(texts.findings);
  return [
    `- [${texts.severities[severity]}] ${what}`,
    ...(detail ? [`  ${texts.reported} ${detail}`] : []),
    `  ${texts.why} ${why}`,
    `  ${texts.todo} ${todo}`,
    ...(code ? [`  ${code}`] : []),
  ];
}
