import { themeColor } from '@havenkit/tokens/styles';
import { tokens } from '@havenkit/tokens/tokens';

/**
 * Styles of the HTML that needs no script, below the element with the class. A link takes no more room than its line: a browser shows
 * a page while it arrives, and the words before a link would move when the link follows.
 */
const rules = (scope: string): string => `
${scope} {
  box-sizing: border-box;
  max-inline-size: 44em;
  padding: clamp(var(--haven-space-4), 6%, var(--haven-space-6));
  background: var(--haven-color-surface);
  border: 1px solid var(--haven-color-border);
  border-radius: var(--haven-radius);
  color: var(--haven-color-text);
  line-height: var(--haven-line-height);
  overflow-wrap: anywhere;
}
${scope} :not(a, button) { color: inherit }
${scope} > :last-child { margin-block-end: 0 }
${scope} :is(h1, h2, h3, h4, h5, h6) { margin-block: 1.25em 0.5em; color: inherit; font-size: var(--haven-text-l); line-height: 1.25; text-wrap: balance }
${scope} > style + :is(h1, h2, h3, h4, h5, h6) { margin-block-start: 0; font-size: var(--haven-text-xl) }
${scope} :is(p, ul, ol) { max-inline-size: 65ch; margin-block: max(var(--haven-space-3), var(--haven-target) - 1lh) }
${scope} :is(h1, h2, h3, h4, h5, h6, legend, li, p:not(:has(label))) { text-align: -webkit-match-parent; text-align: match-parent; unicode-bidi: plaintext }
${scope} :is(ul, ol) { padding-inline-start: 1.5em }
${scope} :is(ul, ol):has(a) > li + li { margin-block-start: max(var(--haven-space-3), var(--haven-target) - 1lh) }
${scope} a { display: inline-block; padding-block: calc((var(--haven-target) - 1lh) / 2); margin-block: calc((1lh - var(--haven-target)) / 2); color: var(--haven-color-brand) }
${scope} a[href^='tel:'] { direction: ltr }
${scope} blockquote { margin: 0; padding-inline-start: var(--haven-space-4); border-inline-start: 3px solid var(--haven-color-brand); font-size: var(--haven-text-l) }
${scope} table { border-collapse: collapse; text-align: start }
${scope} li p { margin-block: var(--haven-space-2) }
${scope} :is(th, td) { vertical-align: baseline }
${scope} th { padding-inline-end: var(--haven-space-5); font-weight: inherit; text-align: start; white-space: nowrap }
${scope} fieldset { min-inline-size: 0; margin: var(--haven-space-4) 0; padding: var(--haven-space-2) var(--haven-space-4); border: 1px solid var(--haven-color-border); border-radius: var(--haven-radius) }
${scope} :is(legend, label:not(:has([type=radio], [type=checkbox]))) { font-weight: var(--haven-weight-strong) }
${scope} legend { padding-inline: var(--haven-space-1) }
${scope} fieldset p { margin: 0 }
${scope} label br:has(+ :is(input, select, textarea)) { display: none }
${scope} label:has([type=radio], [type=checkbox]) { display: block; box-sizing: border-box; padding-block: calc((var(--haven-target) - 1lh) / 2); padding-inline-start: 2em; text-indent: -2em; cursor: pointer }
${scope} :is([type=radio], [type=checkbox]) { box-sizing: border-box; inline-size: 1.25em; block-size: 1.25em; margin: 0; margin-inline-end: 0.5em; vertical-align: -0.2em; accent-color: var(--haven-color-brand-fill) }
${scope} :is([type=text], [type=tel], [type=email], select, textarea) { display: block; box-sizing: border-box; inline-size: 100%; max-inline-size: 26em; min-block-size: var(--haven-target); margin-block-start: var(--haven-space-1); padding: var(--haven-space-2) var(--haven-space-3); background: var(--haven-color-surface); border: 1px solid var(--haven-color-border-strong); border-radius: var(--haven-radius); color: inherit; font: inherit; font-weight: normal }
${scope} [type=submit] { min-block-size: var(--haven-target); padding-inline: var(--haven-space-5); background: var(--haven-color-brand-fill); border: 1px solid var(--haven-color-brand-fill); border-radius: var(--haven-radius); color: var(--haven-color-on-brand); font: inherit; font-weight: var(--haven-weight-strong); cursor: pointer }
${scope} :focus-visible { outline: var(--haven-focus-width) solid var(--haven-color-focus); outline-offset: var(--haven-focus-offset) }`;

/** A color, and nothing that could end its declaration or the style element. */
const isColor = (value: unknown): value is string => typeof value === 'string' && /^[\w#(),.%/\s-]+$/.test(value);

/**
 * CSS for HTML that needs no script, so that it looks like the widget: with the theme's colors in light and dark, and targets that a
 * finger can press.
 *
 * @param scope - selector of the element around it
 * @param brand - a CSS color
 */
export function staticStyle(scope: string, brand: unknown): string {
  const css = rules(scope)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s*([{};])\s*/g, '$1')
    .replaceAll(': ', ':')
    .trim();
  const used = Object.entries(tokens).filter(([name]) => css.includes(`var(${name})`));
  // The brand color that the theme derives its colors from.
  const [origin = ''] = /--[a-z-]+-in:[^;]+/.exec(themeColor) ?? [];
  const declarations = [
    ...(isColor(brand) ? [`--haven-brand:${brand}`] : []),
    origin,
    ...used.map(([name, token]) => `${name}:${token.css}`),
  ];
  return `${scope}{${declarations.join(';')}}\n${css.replaceAll(`}${scope}`, `}\n${scope}`)}`;
}
