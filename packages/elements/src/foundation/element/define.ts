/** An element class that `define` accepts. */
export interface Definable extends CustomElementConstructor {
  /** Version of the package that the class belongs to. */
  readonly version: string;
}

/**
 * Registers an element and never throws, so that a page with two snippets, two versions or an old polyfill keeps working. It
 * does nothing if the tag is already registered with the same version. With another version, it logs one warning that names
 * both. A class that is already registered under another tag is registered again as an anonymous subclass.
 *
 * @param element - the element class
 * @param tag - custom element name
 * @param registry - by default the page's registry; without one (on a server) nothing happens
 */
export function define(element: Definable, tag: string, registry?: CustomElementRegistry): void {
  const target = registry ?? (globalThis as { customElements?: CustomElementRegistry }).customElements;
  const existing = target?.get(tag) as Partial<Definable> | undefined;
  if (existing) {
    if (existing.version === element.version) return;
    warn(tag, element, `${existing.version ?? 'another element'} is already registered.`);
    return;
  }
  try {
    target?.define(tag, target.getName?.(element) ? class extends element {} : element);
  } catch (error) {
    warn(tag, element, error);
  }
}

const warn = (tag: string, { version }: Definable, reason: unknown): void =>
  console.warn(`<${tag}> ${version} was not registered:`, reason);
