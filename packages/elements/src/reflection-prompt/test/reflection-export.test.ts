import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { marked } from 'marked';
import { toMarkdown, toPlainText } from '../model/reflection-export.js';
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

/** Texts that are likely to mean something. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '## ',
        '> ',
        '- ',
        '+ ',
        '* ',
        '1. ',
        '2) ',
        '---',
        '===',
        '***',
        '```',
        '~~~',
        '    ',
        '\t',
      ),
      fc.constantFrom('<b>', '<!--', '</script>', '&amp;', '&#35;', '[a](b)', '![a](b)', '[a]: b', '|a|', '\\', '$x$'),
      fc.constantFrom(
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '\u2028',
        '  \n',
        '\\\n',
        ': x',
        '_a_',
        '~~a~~',
        'http://a.b',
        'www.a.b',
        'a@b.cd',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The words of a text, without what no reader shows: spaces and breaks. */
const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll('\u0000', '\ufffd');

describe('reflections as Markdown', () => {
  it('have a title, and for each one the day, the prompt and the words', () => {
    expect(
      toMarkdown([reflection('First line\nsecond line\n\nNew paragraph'), reflection('Other')], title, formatDate),
    ).to.equal(
      [
        '# Your reflections',
        '## Day 2026\\-01\\-01',
        '> What did you notice?',
        'First line\\\nsecond line',
        'New paragraph',
        '## Day 2026\\-01\\-01',
        '> What did you notice?',
        'Other\n',
      ]
        .join('\n\n')
        .replaceAll('\\-', '-'),
    );
  });

  it('show every word as it was written, and nothing that was written is layout', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tricky, tricky), { maxLength: 4 }), tricky, (written, title) => {
        const reflections = written.map(([text, prompt]) => reflection(text, prompt));
        const parsed = new DOMParser().parseFromString(
          marked.parse(toMarkdown(reflections, title, formatDate), { async: false }),
          'text/html',
        );
        const shown = [...parsed.body.children];
        expect(shown.filter((one) => !one.matches('h1, h2, blockquote, p'))).to.deep.equal([]);
        expect(parsed.querySelectorAll('h1, h2').length).to.equal(1 + reflections.length);
        // Within them is nothing but text and its line breaks.
        expect([...parsed.querySelectorAll('body > * *:not(br, blockquote > p)')]).to.deep.equal([]);
        expect(bare(parsed.body.textContent)).to.equal(
          bare(title + written.map(([text, prompt]) => formatDate('2026-01-01') + prompt + text).join('')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('keep line breaks and paragraphs', () => {
    const html = marked.parse(toMarkdown([reflection('a\n  b\r\nc\n\n\nd\n- e')], title, formatDate), { async: false });
    expect(html.split('</blockquote>\n')[1]).to.equal('<p>a<br>\u00a0\u00a0b<br>c</p>\n<p>d<br>- e</p>\n');
  });
});

describe('reflections as plain text', () => {
  it('have a title, and for each one the day, the prompt and the words, indented', () => {
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

  it('can be read back: nothing that was written looks like the day or the prompt of another', () => {
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
