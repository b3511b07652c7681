type Child = Node | string | false | undefined;

/** Attributes of an element, and listeners of its events by their names with `on`. */
type Settings = Readonly<Record<string, string | ((event: Event) => void)>>;

/**
 * Makes an element. The doctor has no templates: they would need a Trusted Types policy that the page may not allow, and the doctor has to
 * work where that is what is wrong.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Settings = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(settings))
    if (typeof value === 'string') made.setAttribute(key, value);
    else made.addEventListener(key.slice(2), value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}
