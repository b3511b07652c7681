/** What a visitor points with, which widgets ask the browser for. */
export type Pointer = 'fine' | 'coarse';

const query = /\(pointer: (fine|coarse)\)/;

/** The browser's own `matchMedia`. */
const matches = window.matchMedia.bind(window);

/** Original conditions of the rules that were changed. */
const conditions = new WeakMap<CSSMediaRule, Pointer>();

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...(rule instanceof CSSGroupingRule ? mediaRules(rule.cssRules) : []),
  ]);
}

/**
 * Lets widgets of this page find another pointer than the device has: in media queries of the styles that they share, and in
 * `matchMedia`. It is for a page in which widgets are only measured.
 *
 * @param widget - one that is rendered
 * @returns whether something has asked for the pointer since
 */
export function pretendPointer(pointer: Pointer, { shadowRoot }: Element): () => boolean {
  let isUsed = false;
  for (const rule of (shadowRoot?.adoptedStyleSheets ?? []).flatMap(({ cssRules }) => mediaRules(cssRules))) {
    const [, found] = query.exec(rule.media.mediaText) ?? [];
    const condition = conditions.get(rule) ?? (found as Pointer | undefined);
    if (!condition) continue;
    isUsed = true;
    conditions.set(rule, condition);
    rule.media.mediaText = condition === pointer ? 'all' : 'not all';
  }
  window.matchMedia = (text) => {
    const [, condition] = query.exec(text) ?? [];
    isUsed ||= condition !== undefined;
    return matches(!condition ? text : condition === pointer ? 'all' : 'not all');
  };
  return () => isUsed;
}
