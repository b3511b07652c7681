import { delivery, splitConfiguration, type Localized, type Piece } from '@havenkit/embed/builder';
import integrity from '@havenkit/embed/integrity.json' with { type: 'json' };
import { version, type RawConfiguration } from '@havenkit/elements/foundation';
import { render, type TemplateResult } from 'lit';
import { fallbacks } from 'havenkit:fallbacks';
import { formOf, type State } from './state.js';

/** What the answers result in. */
export interface Result {
  /** What to copy; empty if the answers are not enough. */
  readonly pieces: readonly Piece[];
  /** A sentence for each answer that cannot be used. */
  readonly problems: readonly string[];
  /** What else to know. */
  readonly hints: readonly Localized[];
}

/** Renders a template to HTML in a place that is not on the page. */
function renderToText(template: TemplateResult): string {
  const place = document.createElement('div');
  render(template, place);
  return place.getHTML();
}

/** Everything that was answered about the chosen widget. */
export function configurationOf({ widget, brand, configurations }: State): RawConfiguration {
  return { ...configurations[widget], ...(CSS.supports('color', brand) ? { brand } : {}) };
}

/** The absolute address that a person wrote, or `undefined`. */
const addressOf = (text: string): string | undefined =>
  /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;

/** The folder with the files that the snippet loads. */
export const filesOf = ({ files }: State): string =>
  files ? files.replace(/\/?$/, '/') : `https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`;

/** Makes everything that a person copies. */
export function resultOf(state: State): Result {
  const { widget, builder, language, files, page } = state;
  const fallback = fallbacks[widget];
  if (!fallback) return { pieces: [], problems: [], hints: [] };
  try {
    const { pieces, notes, hints } = delivery({
      widget,
      builder,
      configuration: configurationOf(state),
      language,
      form: formOf(state),
      page: addressOf(page),
      files: filesOf(state),
      integrity: files ? undefined : integrity,
      fallback,
      render: renderToText,
    });
    return { pieces, problems: notes, hints };
  } catch (error) {
    return { pieces: [], problems: [(error as Error).message], hints: [] };
  }
}

/** The chosen widget as the preview shows it. */
export function previewOf(state: State): { attributes: Record<string, string>; config: Record<string, unknown> } {
  const configuration = configurationOf(state);
  // The preview sends nothing.
  const shown =
    state.widget === 'signup-form' && configuration['endpoint']
      ? { ...configuration, adapter: 'event' }
      : configuration;
  const { settings, rest } = splitConfiguration(state.widget, shown);
  return { attributes: settings, config: rest };
}
