import { eventsOf } from '../widgets.js';

/** The id that Wix gives to the first Custom Element of a page. */
const firstElement = '#customElement1';

/**
 * Code of a Wix page that sets the attributes of a Custom Element and hears its events.
 *
 * @param attributes - all of them, as texts
 */
export const veloCode = (widget: string, attributes: Readonly<Record<string, string>>): string =>
  `// If the Custom Element has another id, write it here.
const id = '${firstElement}';
const attributes = ${JSON.stringify(attributes, null, 2)};
const events = ${JSON.stringify(eventsOf(widget))};

$w.onReady(() => {
  const widget = $w(id);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  for (const type of events) widget.on(type, ({ detail }) => console.log(type, detail));
});`;
