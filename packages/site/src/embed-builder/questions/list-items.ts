import { isObject } from '@havenkit/embed/snippets';
import { strings } from '../words/strings.js';

/** The elements of a list's items, without those of lists in them. */
export const itemsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .item')];

const dayFormat = new Intl.DateTimeFormat(strings.code, { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words; `undefined` if it is none. */
const dayOf = (day: unknown): string | undefined =>
  typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !isNaN(Date.parse(day))
    ? dayFormat.format(new Date(day))
    : undefined;

/**
 * An item with what it is called on the widget, so that a person finds it.
 *
 * @param name - such as `Session 1`; empty for only what it is called
 */
export function itemTitle(name: string, item: unknown): string {
  const { label, name: named, text, validFrom } = isObject(item) ? item : { text: item };
  const title = label ?? named ?? text ?? dayOf(validFrom);
  return [name, ...(typeof title === 'string' ? [title.trim()] : [])].filter(Boolean).join(': ');
}

/** A list with an item in another place. */
export function movedItem(items: readonly unknown[], from: number, to: number): readonly unknown[] {
  const others = items.filter((_item, index) => index !== from);
  return [...others.slice(0, to), items[from], ...others.slice(to)];
}
