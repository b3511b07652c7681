import type { Reflection } from './reflection.js';

/** Formats an ISO 8601 instant for people. */
type FormatDate = (instant: string) => string;

const lines = (text: string): string[] => text.split(/\r\n?|[\n\u2028\u2029]/);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reflections as plain text. Answers are indented, so that none of their lines looks like a heading. */
export const toPlainText = (reflections: readonly Reflection[], title: string, formatDate: FormatDate): string =>
  [
    title,
    ...reflections.map(({ prompt, text, created }) =>
      [formatDate(created), prompt]
        .map(oneLine)
        .concat('', ...lines(text).map((line) => `    ${line}`.trimEnd()))
        .join('\n'),
    ),
  ].join('\n\n') + '\n';

/**
 * Writes a line so that Markdown shows it as it is (CommonMark 0.31: backslash escapes, block starts, hard breaks, and what
 * GitHub adds: tables, strikethrough, mathematics, and links, in which a backslash would be shown).
 */
const escapeLine = (line: string): string =>
  line
    .trimEnd()
    .replace(/[\\`*_[\]<>#|~!&$@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    // Lists, definitions and the underlines of headings begin only at the start of a line.
    .replace(/^\s+/, (space) => '\u00a0'.repeat(space.length))
    .replace(/^(\u00a0*)([-+=:]|\d+(?=[.)]))/, (all, space: string, mark: string) =>
      /\d/.test(mark) ? all + '\\' : `${space}\\${mark}`,
    );

/** Reflections as Markdown. Answers are escaped: they stay text, and their lines stay lines. */
export const toMarkdown = (reflections: readonly Reflection[], title: string, formatDate: FormatDate): string =>
  [
    `# ${escapeLine(oneLine(title))}`,
    ...reflections.map(({ prompt, text, created }) =>
      [
        `## ${escapeLine(oneLine(formatDate(created)))}`,
        `> ${escapeLine(oneLine(prompt))}`,
        // A backslash at the end of a line keeps the break within a paragraph; an empty line begins the next one.
        lines(text)
          .map(escapeLine)
          .join('\n')
          .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n'),
      ].join('\n\n'),
    ),
  ].join('\n\n') + '\n';
