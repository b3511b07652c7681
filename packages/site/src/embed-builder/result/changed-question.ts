import { isObject } from '@havenkit/embed/snippets';
import { itemsOf, type Path } from '../questions/values.js';
import type { State } from '../state.js';
import { strings } from '../words/strings.js';
import { placeOf } from './place-of.js';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The first item in which two lists are different, which may be one that only the longer one has. */
function firstDifference(a: readonly unknown[], b: readonly unknown[]): number {
  const index = [...(a.length > b.length ? a : b)].findIndex((_item, at) => !isSame(a[at], b[at]));
  return Math.max(0, index);
}

/** The path of what is different in two values; that of both if it is more than one thing. */
function difference(a: unknown, b: unknown): Path {
  const [fields, otherFields] = [a ?? {}, b ?? {}];
  if (isObject(fields) && isObject(otherFields)) {
    const keys = [...new Set([...Object.keys(fields), ...Object.keys(otherFields)])];
    const [key = '', ...more] = keys.filter((each) => !isSame(fields[each], otherFields[each]));
    return more.length ? [] : [key, ...difference(fields[key], otherFields[key])];
  }
  if (!Array.isArray(a) && !Array.isArray(b)) return [];
  const [items, others] = [itemsOf(a), itemsOf(b)];
  const index = firstDifference(items, others);
  const rest = [items, others].map((list) => list.filter((_item, at) => at !== index));
  // An item that was moved changes the others, too.
  if (items.length === others.length)
    return isSame(rest[0], rest[1]) ? [index, ...difference(items[index], others[index])] : [];
  return [index];
}

const written = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key)).join('');

/** Titles of the answers about the site and the page. */
const titles: Readonly<Partial<Record<keyof State, string>>> = {
  widget: strings.widget,
  builder: strings.builder,
  form: strings.form,
  page: strings.page,
  language: strings.language,
  brand: strings.brand,
  font: strings.font,
  files: strings.files,
  colorScheme: strings.frameScheme,
};

/**
 * The question whose answer two states differ in, as the page calls it.
 *
 * @returns `undefined` if they differ in several
 */
export function changedQuestion(before: State, after: State): string | undefined {
  const [key, widget, ...path] = difference(before, after);
  const title = titles[key as keyof State];
  if (title) return title;
  if (key !== 'configurations' || typeof widget !== 'string' || !path.length) return undefined;
  const fuller = [before, after]
    .map(({ configurations }) => configurations[widget])
    .sort((a, b) => JSON.stringify(b ?? {}).length - JSON.stringify(a ?? {}).length)[0];
  return placeOf(widget, written(path), fuller).titles.join(', ') || undefined;
}
