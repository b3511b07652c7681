import {
  configurationOf,
  findEmbeds,
  hasTypographicQuotes,
  isKnown,
  readFragment,
  unknownAttributes,
  widgets,
  type EmbeddedWidget,
  type FrameRequest,
  type Page,
} from '@havenkit/embed/snippets';
import { decodedPart, wholePart } from './cut-off.js';
import { keysOf, objectIn, widgetOf, withoutUnknown, type FoundWidget } from './found-widget.js';

function inPage(embedded: EmbeddedWidget, language: string | undefined): FoundWidget {
  const { widget, element, attributes, placeholder } = embedded;
  const form = placeholder ? 'loader' : 'element';
  // Then every word of a value is an attribute.
  if (hasTypographicQuotes(element)) return { widget, form, configuration: {}, isDamaged: true, unknown: [] };
  const { configuration, findings } = configurationOf(embedded);
  const isDamaged = findings.some(({ severity }) => severity === 'error');
  const rest = isDamaged ? objectIn(wholePart(attributes.get('config') ?? '') ?? '') : undefined;
  return withoutUnknown({
    widget,
    form,
    configuration: { ...rest, ...configuration },
    language: attributes.get('lang') ?? language,
    isDamaged,
    isCut: rest !== undefined,
    unknown: unknownAttributes(embedded),
  });
}

/** The request of an address that was cut off: what is whole of it, for the widget that it is probably for. */
function partOfRequest(fragment: string, chosen: string): FrameRequest | undefined {
  const part = objectIn(wholePart(decodedPart(fragment.slice(1))) ?? '');
  if (!part) return undefined;
  const whole = { widget: widgetOf(keysOf({ configuration: part }), chosen), ...part };
  const request = readFragment(`#${encodeURIComponent(JSON.stringify(whole))}`, widgets);
  return typeof request === 'string' ? undefined : request;
}

/**
 * The widget in the address of a frame.
 *
 * @param chosen - the widget that is meant if the address was cut off before it says which
 */
export function inAddress(text: string, chosen: string): FoundWidget {
  const [address = '', fragment = ''] = text.split(/(?=#)/);
  const whole = readFragment(fragment, widgets);
  const part = typeof whole === 'string' ? partOfRequest(fragment, chosen) : undefined;
  const isCut = part !== undefined;
  const request = part ?? whole;
  const frame = { form: 'frame', files: address.replace(/[^/]*$/, ''), unknown: [] } as const;
  if (typeof request === 'string') return { ...frame, widget: '', configuration: {}, isDamaged: true };
  const { widget, settings, lang, colorScheme } = request;
  return withoutUnknown({
    ...frame,
    widget,
    configuration: settings,
    language: lang,
    colorScheme,
    isDamaged: isCut,
    isCut,
  });
}

/**
 * The widgets in pasted HTML, as elements, placeholders and frames.
 *
 * @param chosen - the widget that is meant if one was cut off before it says which
 */
export function findWidgets(page: Page, chosen: string): FoundWidget[] {
  const embeds = findEmbeds(page, []);
  const wrapped = page.elements.find(({ attributes }) => attributes.has('lang'))?.attributes.get('lang');
  return [
    ...embeds.widgets.filter(({ widget }) => isKnown(widget)).map((embedded) => inPage(embedded, wrapped)),
    ...embeds.frames.map(({ attributes }) => inAddress(attributes.get('src') ?? '', chosen)),
  ];
}
