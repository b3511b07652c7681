import { unsafeCSS, type CSSResult } from 'lit';

const results = new Map<string, CSSResult>();

/**
 * The text of a style sheet, as the sheets of `@havenkit/tokens/styles` are: for `sharedStyles`. Unlike Lit's `css` it takes no
 * expressions.
 */
export const css = ([sheet = '']: TemplateStringsArray): string => sheet;

/**
 * Turns the texts of style sheets into an element's `static styles`. The same text returns the same result, so all elements on a
 * page share one parsed copy.
 */
export const sharedStyles = (...sheets: readonly string[]): CSSResult[] =>
  sheets.map((sheet) => {
    const result = results.get(sheet) ?? unsafeCSS(sheet);
    results.set(sheet, result);
    return result;
  });
