import type { EmbeddedWidget, Embeds } from './embeds.js';
import { notice, type Diagnostic } from './diagnostic.js';
import { descendants, type PageElement } from './page.js';

/**
 * The same for widgets with the same settings.
 *
 * @param ignored - attributes that are no settings
 */
export function settingsKey({ element, widget, attributes }: EmbeddedWidget, ignored = ['id']): string {
  const json = descendants(element).filter(({ name }) => name === 'script');
  const settings = [...attributes].filter(([name]) => !ignored.includes(name)).sort();
  return JSON.stringify([widget, settings, json.map(({ text }) => text)]);
}

/** The same widget with the same settings more than once, which may be intended. */
export function checkTwice({ widgets, frames, htmlForms }: Embeds): Diagnostic[] {
  return [
    ...repeated(widgets.map((embedded) => [embedded.element, embedded.widget, settingsKey(embedded)])),
    ...repeated(frames.map((frame) => [frame, 'frame', frame.attributes.get('src') ?? ''])),
    ...repeated(htmlForms.map((form) => [form, 'HTML form', form.attributes.get('class') ?? ''])),
  ];
}

/** @param items - an element, what it is, and what is the same in its repetition */
function repeated(items: readonly (readonly [element: PageElement, name: string, key: string])[]): Diagnostic[] {
  return items.flatMap(([{ line }, name, key], index) => {
    const first = items.findIndex((item) => item[2] === key);
    if (first === index) return [];
    const before = items[first]?.[0].line;
    return [
      notice(
        line,
        `The same ${name} is on the page twice${before === undefined ? '' : `, also in line ${before}`}.`,
        'Remove one, if it is not intended.',
      ),
    ];
  });
}
