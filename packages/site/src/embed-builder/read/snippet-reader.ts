import {
  configurationOf,
  findEmbeds,
  hasTypographicQuotes,
  isKnown,
  readFragment,
  unknownAttributes,
  widgets,
  type EmbeddedWidget,
  type Page,
} from '@havenkit/embed/builder';
import { withoutUnknown, type FoundWidget } from './found-widget.js';

function inPage(embedded: EmbeddedWidget, language: string | undefined): FoundWidget {
  const { widget, element, attributes, placeholder } = embedded;
  const form = placeholder ? 'loader' : 'element';
  // Then every word of a value is an attribute.
  if (hasTypographicQuotes(element)) return { widget, form, configuration: {}, isDamaged: true, unknown: [] };
  const { configuration, findings } = configurationOf(embedded);
  return withoutUnknown({
    widget,
    form,
    configuration,
    language: attributes.get('lang') ?? language,
    isDamaged: findings.some(({ severity }) => severity === 'error'),
    unknown: unknownAttributes(embedded),
  });
}

/** The widget in the address of a frame. */
export function inAddress(text: string): FoundWidget {
  const [address = '', fragment = ''] = text.split(/(?=#)/);
  const request = readFragment(fragment, widgets);
  const frame = { form: 'frame', files: address.replace(/[^/]*$/, ''), unknown: [] } as const;
  if (typeof request === 'string') return { ...frame, widget: '', configuration: {}, isDamaged: true };
  const { widget, settings, lang, colorScheme } = request;
  return withoutUnknown({
    ...frame,
    widget,
    configuration: settings,
    language: lang,
    colorScheme,
    isDamaged: false,
  });
}

/** The widgets in pasted HTML, as elements, placeholders and frames. */
export function findWidgets(page: Page): FoundWidget[] {
  const embeds = findEmbeds(page, []);
  const wrapped = page.elements.find(({ attributes }) => attributes.has('lang'))?.attributes.get('lang');
  return [
    ...embeds.widgets.filter(({ widget }) => isKnown(widget)).map((embedded) => inPage(embedded, wrapped)),
    ...embeds.frames.map(({ attributes }) => inAddress(attributes.get('src') ?? '')),
  ];
}
