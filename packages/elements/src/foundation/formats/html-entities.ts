const characters = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\xa0',
    iexcl: '¡',
    iquest: '¿',
    laquo: '«',
    raquo: '»',
    middot: '·',
    bull: '•',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    copy: '©',
    reg: '®',
    trade: '™',
    szlig: 'ß',
  }),
);

/** Combining marks, for letters such as `&eacute;` and `&ntilde;`. */
const marks = new Map(
  Object.entries({ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', cedil: '\u0327' }),
);

/**
 * Decodes the HTML character references that content management systems leave in JSON, also those that were encoded twice
 * (`&amp;#8217;`). An unknown reference stays as it is.
 *
 * A parser of HTML would do more, but a page with Trusted Types refuses to give it text.
 */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:amp;)*(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (reference: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name) {
        const [, letter = '', mark = ''] = /^(.)(.+)$/.exec(name) ?? [];
        return characters.get(name) ?? (marks.has(mark) ? `${letter}${marks.get(mark)}`.normalize() : reference);
      }
      const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal);
      if (!code || code > 0x10ffff) return reference;
      // As in HTML, the codes of unused control characters are those of Windows.
      return code > 127 && code < 160
        ? new TextDecoder('windows-1252').decode(Uint8Array.of(code))
        : String.fromCodePoint(code);
    },
  );
