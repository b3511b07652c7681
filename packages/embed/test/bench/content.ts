/** What a site owner pastes, in each form of the four widgets. */
import type { Fallback } from '@havenkit/elements/foundation';
import { attributes } from '../../src/html.js';
import { render } from '../../src/node/render.js';
import { measuredWidths } from '../../src/reserved-room.js';
import { snippet, splitConfiguration } from '../../src/snippet.js';
import { configurations, files } from '../embedded.page.js';
import { widgetNames, type Content, type Form, type Widget } from './host.js';

const settings = {
  ...configurations,
  // A computer does not call.
  'contact-card': { ...configurations['contact-card'], links: 'always' },
  'signup-form': { ...configurations['signup-form'], description: 'Bring a "snack" 🌱 -- 3x3 minutes.' },
};

/** Every setting as an attribute, as a placeholder and Wix have them. */
function attributesFor(widget: Widget): Record<string, string> {
  const { settings: own, rest } = splitConfiguration(widget, settings[widget]);
  return Object.keys(rest).length ? { ...own, config: JSON.stringify(rest) } : own;
}

/** About as high as a widget is in a wide column. */
const heights = measuredWidths.map((width) => ({ width, height: 40 }));

async function snippetOf(widget: Widget, form: Form, room: boolean): Promise<string> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const make = (kind: 'element' | 'frame' | 'html'): string =>
    snippet({
      widget,
      configuration: settings[widget],
      language: 'en',
      form: kind,
      files,
      room: room ? { mouse: heights, touch: heights } : undefined,
      fallback,
      render,
    }).html;
  if (form !== 'loader') return make(form);
  const data = Object.entries(attributesFor(widget)).map(([name, value]) => [`data-${name}`, value]);
  const placeholder = attributes({ 'data-haven': widget, ...(Object.fromEntries(data) as Record<string, string>) });
  return make('html').replace('<div', `<div${placeholder}`);
}

const script = /<script [^>]*\bsrc=[^>]*><\/script>\n?/g;

/**
 * Makes the four snippets of a form.
 *
 * @param room - whether they reserve the room that the widgets need
 */
export async function contentOf(form: Form, room = false): Promise<Content> {
  const snippets = await Promise.all(widgetNames.map((widget) => snippetOf(widget, form, room)));
  const loader = `<script defer src="${files}loader.classic.js"></script>`;
  const pasted = [...snippets, ...(form === 'loader' ? [loader] : [])].join('\n');
  return {
    form,
    snippets,
    pasted,
    markup: pasted.replace(script, ''),
    scripts: [...new Set(pasted.match(script)?.map((tag) => tag.trim()))],
    attributes: Object.fromEntries(
      widgetNames.map((widget) => [widget, attributesFor(widget)]),
    ) as Content['attributes'],
  };
}
