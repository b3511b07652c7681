import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

/** Why a text is not JSON, and where. */
export class JsonError extends Error {
  /** From 1. */
  readonly line: number;

  /**
   * @param text - the whole text
   * @param offset - where the mistake is
   * @param reason - what is wrong there, and what was expected
   */
  constructor(text: string, offset: number, reason: string) {
    const before = text.slice(0, offset).split(/\r\n?|\n/);
    const line = before.length;
    super(`line ${line}, column ${(before.at(-1) ?? '').length + 1}: ${reason}`);
    this.line = line;
  }
}

/** Quotation marks of a word processor, which it puts in place of the straight ones. */
const typographicQuotes = /[“”„‟«»‘’‚]/;

const straight = 'expected straight quotation marks, as in "name": "Riverbend"';

/** What the parser's errors mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing, or a quotation mark in a text is not written as \\"',
  ColonExpected: 'a colon is missing, as in "name": "Riverbend"',
  PropertyNameExpected: 'expected a name, as in "name": "Riverbend"',
  ValueExpected: 'a value is missing, as in "name": "Riverbend"',
  CloseBraceExpected: 'the closing } is missing',
  CloseBracketExpected: 'the closing ] is missing',
  EndOfFileExpected: 'expected nothing after the closing }',
  InvalidCommentToken: 'JSON has no comments; remove this one',
  UnexpectedEndOfComment: 'JSON has no comments; remove this one',
  UnexpectedEndOfString:
    'a text has a line break, or its closing quotation mark is missing; write \\n for a line break',
  InvalidCharacter: 'a text has a tab or another character that is not shown; write \\t for a tab',
  InvalidEscapeCharacter: 'write \\\\ for a backslash in a text',
  InvalidUnicode: 'expected four digits after \\u, as in \\u00e9',
  UnexpectedEndOfNumber: 'expected a number such as 8',
  InvalidSymbol: 'expected a text in quotation marks, a number, true or false',
};

/**
 * Parses JSON.
 *
 * @throws JsonError that says what is wrong in the text
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    throw described(text, errors);
  }
}

function described(text: string, [error, next]: readonly ParseError[]): JsonError {
  const offset = error?.offset ?? 0;
  const codeOf = (each: ParseError | undefined): string => (each ? printParseErrorCode(each.error) : '');
  const code = codeOf(error);
  const start = text[offset] ?? '';
  const end = text.slice(0, offset).trimEnd().length;
  const isName = text[end - 1] === '{' || codeOf(next) === 'PropertyNameExpected';
  if (code === 'InvalidSymbol') {
    if (typographicQuotes.test(start))
      return new JsonError(text, offset, `typographic quotation mark ${start}; ${straight}`);
    if (start === "'") return new JsonError(text, offset, `single quotation mark; ${straight}`);
    if (isName) return new JsonError(text, offset, 'expected a name in quotation marks, as in "name": "Riverbend"');
  }
  if (/^(?:PropertyName|Value)Expected$/.test(code) && text[end - 1] === ',' && /^[\]},]?$/.test(start))
    return new JsonError(text, end - 1, 'there is a comma too many: nothing follows it');
  const isInText = code === 'InvalidSymbol' && text[offset - 1] === '"';
  const reason = isInText ? 'write \\" for a quotation mark in a text' : (reasons[code] ?? 'expected JSON');
  // A quotation mark of a word processor may have ended no text.
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  const quotes = typographicQuotes.test(line) ? `; the line has typographic quotation marks, ${straight}` : '';
  return new JsonError(text, isInText ? offset - 1 : code === 'CommaExpected' ? end : offset, reason + quotes);
}
