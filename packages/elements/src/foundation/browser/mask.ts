/** What session recorders look for on a page to leave a part of it out. */
const masked = {
  classes: ['ph-no-capture', 'sentry-block', 'fs-exclude'],
  attributes: ['data-hj-suppress', 'data-clarity-mask'],
};

/** Keeps what a person writes in an element out of session recordings, as far as recorders can be told. */
export function maskFromRecorders(element: Element): void {
  element.classList.add(...masked.classes);
  for (const name of masked.attributes) element.setAttribute(name, 'true');
}
