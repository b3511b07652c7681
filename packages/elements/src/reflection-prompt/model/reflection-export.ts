import { fileName } from '../../foundation/formats/file-name.js';
import { isoInstant } from '../../foundation/formats/iso-instant.js';
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
 * Name of a file with notes, which says nothing of them: `a-quiet-moment-2026-11-28.txt`, and for a backup
 * `a-quiet-moment-backup-2026-11-28.json`. Its day is the reader's own.
 */
export function notesFileName(title: string, extension: 'txt' | 'json', now: Date): string {
  const day = isoInstant(+now - now.getTimezoneOffset() * 60_000).slice(0, 10);
  const suffix = extension === 'json' ? `-backup-${day}` : `-${day}`;
  return fileName(title, 'notes', extension).replace(/\.\w+$/, `${suffix}$&`);
}
