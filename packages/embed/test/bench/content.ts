/** What a site owner enters and pastes, in each form of the four widgets, as the embed builder prints it. */
import type { Fallback } from '@havenkit/elements/foundation';
import { formsOf, type BuilderId } from '../../src/site-builders/builders.js';
import { delivery, type Delivery, type Piece } from '../../src/site-builders/delivery.js';
import { render } from '../../src/node/render.js';
import { measuredWidths } from '../../src/reserved-room.js';
import { configurations, files, home } from '../embedded.page.js';
import { widgetNames, type Content, type Form, type Widget } from './host.js';

const settings = {
  ...configurations,
  // A computer does not call.
  'contact-card': { ...configurations['contact-card'], links: 'always' },
  'signup-form': { ...configurations['signup-form'], description: 'Bring a "snack" 🌱 -- 3x3 minutes.' },
};

/** About as high as a widget is in a wide column. */
const heights = measuredWidths.map((width) => ({ width, height: 40 }));

async function deliveryOf(widget: Widget, builder: BuilderId, form: Form, room: boolean): Promise<Delivery> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  return delivery({
    widget,
    builder,
    configuration: settings[widget],
    language: 'en',
    form,
    files,
    origin: new URL(home).origin,
    room: room ? { mouse: heights, touch: heights } : undefined,
    fallback,
    render,
  });
}

/** The codes of a piece of several deliveries, each once. */
const codesOf = (deliveries: readonly Delivery[], wanted: Piece['id']): string[] => [
  ...new Set(
    deliveries.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.id === wanted && piece.kind === 'code' ? piece.code : [])),
    ),
  ),
];

const attributesOf = ({ pieces }: Delivery): Record<string, string> =>
  Object.fromEntries(
    pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows.map(({ name, value }) => [name, value]) : [])),
  );

const script = /<script [^>]*\bsrc=[^>]*><\/script>\n?/g;

/**
 * Makes what is entered for all widgets that can have a form.
 *
 * @param room - whether the snippets reserve the room that the widgets need
 */
export async function contentOf(form: Form, room = false, builder: BuilderId = 'other'): Promise<Content> {
  const possible = widgetNames.filter((widget) => formsOf(builder, widget).includes(form));
  const deliveries = await Promise.all(possible.map((widget) => deliveryOf(widget, builder, form, room)));
  const snippets = codesOf(deliveries, 'snippet');
  const pasted = [...snippets, ...codesOf(deliveries, 'site-script')].join('\n');
  return {
    form,
    snippets,
    pasted,
    markup: pasted.replace(script, ''),
    scripts: [...new Set(pasted.match(script)?.map((tag) => tag.trim()))],
    customElements: codesOf(deliveries, 'tag-name').map((tag, index) => ({
      tag,
      address: codesOf([deliveries[index]!], 'script-address')[0]!,
      attributes: attributesOf(deliveries[index]!),
    })),
    addresses: codesOf(deliveries, 'frame-address'),
    policies: codesOf(deliveries, 'policy'),
  };
}
