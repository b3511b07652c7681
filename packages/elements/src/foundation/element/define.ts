/** What `define` needs to know of an element class. */
export interface Definable extends CustomElementConstructor {
  /** Version of the package that the class comes from. */
  readonly version: string;
}

/**
 * Registers an element and never throws, so that a page with two snippets, two versions or an old polyfill still
 * works. If the tag is taken by the same version nothing happens; if by another one, a single console line names
 * both. A class that is registered already under another tag is registered again as an anonymous subclass.
 *
 * @param element - the element class
 * @param tag - custom element name
 * @param registry - defaults to the page's registry; without one (on a server) nothing happens
 */
export function define(element: Definable, tag: string, registry?: CustomElementRegistry): void {
  const target = registry ?? (globalThis as { customElements?: CustomElementRegistry }).customElements;
  const present = target?.get(tag) as Partial<Definable> | undefined;
  let problem: unknown =
    present && present.version !== element.version && `${present.version ?? 'another element'} is here already.`;
  try {
    if (!present) target?.define(tag, target.getName?.(element) ? class extends element {} : element);
  } catch (error) {
    problem = error;
  }
  if (problem) console.warn(`<${tag}> ${element.version} was not registered:`, problem);
}
