import type { RawConfiguration } from '@havenkit/elements/foundation';
import type { MeasureOptions } from './measure.js';
import type { PageFont } from './page-font.js';
import { measuredWidths } from './reserved-room.js';
import { splitConfiguration } from './snippet/settings.js';
import { attributesOf } from './widgets.js';

/** Four weeks, in which a card is open and closed, and a prompt shows many questions. */
const times = Array.from({ length: 28 }, (_, day) => {
  const date = new Date(Date.UTC(2026, 10, 30 + day, day % 2 ? 19 : 4));
  return date.toISOString();
});

/** Fonts that pages have most often. The widest needs the most room. */
const usualFonts = ['system-ui', 'Georgia, serif', 'Verdana, "DejaVu Sans", sans-serif'];

/**
 * How to measure the room that a widget needs.
 *
 * @param font - the page's; without one, the usual ones count
 */
export function measureOptions(
  widget: string,
  configuration: RawConfiguration,
  font: PageFont | undefined,
): MeasureOptions {
  const { settings, rest } = splitConfiguration(widget, configuration);
  return {
    tag: `haven-${widget}`,
    attributes: settings,
    config: rest,
    fonts: font ? [font.family] : usualFonts,
    fontSize: font?.size,
    widths: measuredWidths,
    times: attributesOf(widget).has('now') && !configuration['now'] ? times : [],
  };
}
