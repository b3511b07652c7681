import { isObject } from '@havenkit/embed/snippets';

/** Where an answer is in a configuration: keys of objects and indices of lists. */
export type Path = readonly (string | number)[];

/** The items of a list. schema.org allows a single value in its place. */
export const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];

const below = (value: unknown, key: string | number): unknown => {
  if (typeof key === 'number') return itemsOf(value)[key];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** The value at a path, or `undefined`. */
export const valueAt = (value: unknown, path: Path): unknown => path.reduce(below, value);

/** Whether a value says nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (isObject(value) && !Object.keys(value).length);

/**
 * Returns a copy with another value at a path. A setting without a value is removed, and so is an object that becomes empty. Items of
 * a list stay, so that the next ones keep their places while a person types.
 */
export function withValue(target: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue(below(target, key), rest, value);
  if (typeof key === 'number') {
    const items = [...itemsOf(target)];
    items[key] = inner ?? '';
    return items;
  }
  // The order of the settings stays, so that a snippet changes only where an answer does.
  const fields = new Map(Object.entries(isObject(target) ? target : {}));
  if (isEmpty(inner)) fields.delete(key);
  else fields.set(key, inner);
  return Object.fromEntries(fields);
}
