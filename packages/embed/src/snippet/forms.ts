/**
 * Every form of a widget: an element, a placeholder that the loader replaces, a page in a frame, or HTML that needs no script.
 */
export const forms = ['element', 'loader', 'frame', 'html'] as const;

/** How a widget arrives on a page. */
export type Form = (typeof forms)[number];
