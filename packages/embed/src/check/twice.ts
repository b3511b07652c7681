import type { Embeds } from './embeds.js';
import { notice, type Finding } from './finding.js';
import { descendants, type PageElement } from './page.js';

/** The same widget with the same settings more than once, which may be intended. */
export function checkTwice({ widgets, frames, htmlForms }: Embeds): Finding[] {
  return [
    ...repeated(
      widgets.map(({ element, widget, attributes }) => {
        const json = descendants(element).filter(({ name }) => name === 'script');
        const settings = [...attributes].filter(([name]) => name !== 'id').sort();
        return [element, widget, JSON.stringify([widget, settings, json.map(({ text }) => text)])];
      }),
    ),
    ...repeated(frames.map((frame) => [frame, 'frame', frame.attributes.get('src') ?? ''])),
    ...repeated(htmlForms.map((form) => [form, 'HTML form', form.attributes.get('class') ?? ''])),
  ];
}

/** @param items - an element, what it is, and what is the same in its repetition */
function repeated(items: readonly (readonly [element: PageElement, name: string, key: string])[]): Finding[] {
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
