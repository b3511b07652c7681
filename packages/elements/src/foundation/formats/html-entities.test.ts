import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decodeEntities } from './html-entities.js';

describe('HTML character references', () => {
  it('are decoded: named, decimal, hexadecimal, accented, of Windows, and encoded twice', () => {
    for (const [text, expected] of [
      ['Parents &amp; Children', 'Parents & Children'],
      ['Ana&#8217;s &#x201C;Nest&#X201d;', 'Ana’s “Nest”'],
      ['Smith&#039;s &quot;Nest&quot; &lt;b&gt;', 'Smith\'s "Nest" <b>'],
      ['Mon&nbsp;&ndash;&nbsp;Fri', 'Mon\xa0–\xa0Fri'],
      ['Ni&ntilde;os, &Aacute;ngel, Z&uuml;rich, &Ccedil;a, cr&egrave;me', 'Niños, Ángel, Zürich, Ça, crème'],
      ['Children&#146;s', 'Children’s'],
      ['Parents &amp;amp; Children&amp;#8217;s', 'Parents & Children’s'],
      ['&#104;&#101;&#108;&#108;&#111;&#64;riverbend.example', 'hello@riverbend.example'],
      ['&#128154;', '💚'],
    ] as const)
      expect(decodeEntities(text)).to.equal(expected);
  });

  it('stay as they are when they are unknown or incomplete', () => {
    for (const text of [
      'R&D',
      'a & b; c',
      '&constructor;',
      '&tilde;',
      '&#0;',
      '&#x110000;',
      '&#;',
      '&#99999999999999;',
      '&;',
    ])
      expect(decodeEntities(text)).to.equal(text);
  });

  it('give back any text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('');
        // HTML has no reference for these control characters.
        fc.pre(!/[\0\x80-\x9f]/.test(text));
        expect(decodeEntities(encoded)).to.equal(text);
        expect(decodeEntities(text.replaceAll('&', '&amp;'))).to.equal(decodeEntities(text));
      }),
    );
  });

  it('never throw', () => {
    const part = fc.constantFrom('&', '#', 'x', 'amp', ';', '8217', 'dfff', 'acute', '__proto__', '\ud800');
    fc.assert(fc.property(fc.array(part), (parts) => void decodeEntities(parts.join(''))));
  });
});
