import { configurationOf, findEmbeds, isKnown, parsePage, readFragment, widgets } from '@havenkit/embed/builder';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { isColorScheme, type State } from '../state.js';

interface FoundWidget {
  readonly widget: string;
  readonly form: State['form'];
  readonly configuration: RawConfiguration;
  readonly language: string | undefined;
  /** Of a frame. */
  readonly files?: string;
  readonly colorScheme?: string;
}

/** The widgets in pasted HTML, as elements, placeholders and frames. */
function findWidgets(html: string): FoundWidget[] {
  const page = parsePage(html);
  const embeds = findEmbeds(page, []);
  const wrapped = page.elements.find(({ attributes }) => attributes.has('lang'))?.attributes.get('lang');
  const inPage = embeds.widgets
    .filter(({ widget }) => isKnown(widget))
    .map((embedded): FoundWidget => ({
      widget: embedded.widget,
      form: embedded.placeholder ? 'loader' : 'element',
      configuration: configurationOf(embedded).configuration,
      language: embedded.attributes.get('lang') ?? wrapped,
    }));
  const framed = embeds.frames.flatMap(({ attributes }): FoundWidget[] => {
    const [address = '', fragment = ''] = (attributes.get('src') ?? '').split(/(?=#)/);
    const request = readFragment(fragment, widgets);
    if (typeof request === 'string') return [];
    const { widget, settings, lang, colorScheme } = request;
    const files = address.replace(/[^/]*$/, '');
    return [{ widget, form: 'frame', configuration: settings, language: lang, files, colorScheme }];
  });
  return [...inPage, ...framed];
}

/**
 * Reads the settings of a pasted snippet, or of a page with several.
 *
 * @returns the answers, and the names of the widgets that were found; without any, the answers are unchanged
 */
export function readSnippet(html: string, state: State): { state: State; found: readonly string[] } {
  const [first, ...rest] = findWidgets(html);
  if (!first) return { state, found: [] };
  const all = [first, ...rest];
  const configurations = { ...state.configurations };
  for (const { widget, configuration } of all) {
    const { brand: _, lang: __, ...answers } = configuration;
    configurations[widget] = answers;
  }
  const framed = all.find(({ form }) => form === 'frame');
  const { files = state.files, colorScheme = state.colorScheme } = framed ?? {};
  const brand = all.map(({ configuration }) => configuration['brand']).find((value) => typeof value === 'string');
  return {
    state: {
      ...state,
      widget: first.widget,
      form: first.form,
      language: first.language ?? state.language,
      brand: brand ?? state.brand,
      files,
      colorScheme: isColorScheme(colorScheme) ? colorScheme : state.colorScheme,
      configurations,
    },
    found: [...new Set(all.map(({ widget }) => widget))],
  };
}
