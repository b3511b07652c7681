import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { notesFileName, toPlainText } from '../model/reflection-export.js';
import type { Reflection } from '../model/reflection.js';

const reflection = (text: string, prompt = 'What did you notice?'): Reflection => ({
  id: 'a',
  promptId: 'p',
  prompt,
  text,
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-02T00:00:00.000Z',
  version: 1,
});
const title = 'Your reflections';
const formatDate = (instant: string): string => `Day ${instant.slice(0, 10)}`;

/** Texts with every kind of line break, and lines that look like something else. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom('    ', '\t', ' ', 'Day 2026-01-01', 'P'),
      fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u2028', '  \n'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A text without whitespace. */
const bare = (text: string): string => text.replace(/\s+/g, '');

describe('reflections as plain text', () => {
  it('have a title, and the day, the prompt and the indented text of each', () => {
    expect(toPlainText([reflection('First\r\n\r\nsecond'), reflection('Other')], title, formatDate)).to.equal(
      `Your reflections

Day 2026-01-01
What did you notice?

    First

    second

Day 2026-01-01
What did you notice?

    Other
`,
    );
  });

  it('are unambiguous: no text looks like the day or the prompt of another reflection', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tricky, tricky), { maxLength: 4 }), (written) => {
        const text = toPlainText(
          written.map(([text, prompt]) => reflection(text, `P${prompt}`)),
          title,
          formatDate,
        );
        const own = text.split('\n').filter((line) => line && !line.startsWith('    '));
        expect(own).to.have.lengthOf(1 + 2 * written.length);
        const indented = text.split('\n').filter((line) => line.startsWith('    '));
        expect(bare(indented.join(''))).to.equal(bare(written.map(([text]) => text).join('')));
      }),
    );
  });
});

describe('the name of a file with notes', () => {
  const evening = new Date(2026, 10, 28, 23, 30);

  it('has the title and the reader’s own day, and says which file is a backup', () => {
    expect(notesFileName('A quiet moment', 'txt', evening)).to.equal('a-quiet-moment-2026-11-28.txt');
    expect(notesFileName('A quiet moment', 'json', evening)).to.equal('a-quiet-moment-backup-2026-11-28.json');
    expect(notesFileName('…', 'txt', new Date(2026, 0, 1))).to.equal('notes-2026-01-01.txt');
  });

  it('has its day and its extension after any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(notesFileName(title, 'txt', evening)).to.match(/^[^\s./\\:]+-2026-11-28\.txt$/);
      }),
    );
  });
});
