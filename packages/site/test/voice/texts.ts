/** A text, and where it stands: `states.confirmed`. */
export interface Text {
  path: string;
  text: string;
}

/** What a string with parameters may be given: a text, one and several. */
const samples = ['Growing Secure', 1, 2] as const;

/** All texts in a tree of strings, lists and functions. A function is called with every sample. */
export function textsIn(value: unknown, path = ''): Text[] {
  if (typeof value === 'string') return value ? [{ path, text: value }] : [];
  if (typeof value === 'function') return fromFunction(value as (...values: unknown[]) => unknown, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (key.startsWith('$') || key === 'id' || key === 'stop') return [];
    return textsIn(child, Array.isArray(value) ? `${path}[${key}]` : [path, key].filter(Boolean).join('.'));
  });
}

function fromFunction(template: (...values: unknown[]) => unknown, path: string): Text[] {
  const results = samples.flatMap((sample) => {
    try {
      return [template(...Array.from({ length: Math.max(1, template.length) }, () => sample))];
    } catch {
      // It takes something else.
      return [];
    }
  });
  if (results.length === 0) throw new Error(`${path} takes none of the samples. Add one to texts.ts.`);
  const texts = results.flatMap((result) => textsIn(result, path));
  return texts.filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index);
}
