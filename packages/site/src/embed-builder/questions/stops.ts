import { isObject, widgets } from '@havenkit/embed/snippets';
import { defaultWords } from 'havenkit:fallbacks';
import type { State } from '../state.js';
import { questionsAbout } from './schema.js';
import { itemsOf } from './values.js';

/** The widget that has stops. */
const circle = widgets.find((widget) => questionsAbout(widget).some(({ key }) => key === 'arcs')) ?? '';

/** What the stops of the circle diagram are called, by their ids: those of the answers, or else the widget's own. */
export function stopsOf({ configurations, language }: State): Readonly<Record<string, string>> {
  const { arcs = defaultWords[circle]?.(language)['arcs'] } = configurations[circle] ?? {};
  const stops = itemsOf(arcs).flatMap((arc) => (isObject(arc) ? itemsOf(arc['stops']) : []));
  return Object.fromEntries(
    stops.flatMap((stop) =>
      isObject(stop) && typeof stop['id'] === 'string' && typeof stop['label'] === 'string'
        ? [[stop['id'], stop['label']]]
        : [],
    ),
  );
}
