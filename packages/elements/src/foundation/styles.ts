import { unsafeCSS, type CSSResult } from 'lit';

const results = new Map<string, CSSResult>();

/**
 * Style sheets of `@havenkit/tokens/styles` for an element's `static styles`. The same sheet returns the same result, so all
 * elements on a page share one parsed copy.
 */
export const sharedStyles = (...sheets: readonly string[]): CSSResult[] =>
  sheets.map((sheet) => {
    const result = results.get(sheet) ?? unsafeCSS(sheet);
    results.set(sheet, result);
    return result;
  });

/** Text of a style sheet for `sharedStyles`, without expressions. */
export const css = ([sheet = '']: TemplateStringsArray): string => sheet;
