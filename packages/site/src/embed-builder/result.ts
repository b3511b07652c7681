import { snippet, splitConfiguration } from '@havenkit/embed/builder';
import integrity from '@havenkit/embed/integrity.json' with { type: 'json' };
import { version, type RawConfiguration } from '@havenkit/elements/foundation';
import { render, type TemplateResult } from 'lit';
import { fallbacks } from 'havenkit:fallbacks';
import type { State } from './state.js';

/** What the answers result in. */
export interface Result {
  /** What to paste; empty if the answers are not enough. */
  readonly html: string;
  /** A sentence for each answer that cannot be used. */
  readonly problems: readonly string[];
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

/** Makes the snippet. */
export function resultOf(state: State): Result {
  const { widget, language, form, files } = state;
  const fallback = fallbacks[widget];
  if (!fallback) return { html: '', problems: [] };
  try {
    const { html, notes } = snippet({
      widget,
      configuration: configurationOf(state),
      language,
      form,
      files: files ? files.replace(/\/?$/, '/') : `https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`,
      integrity: files ? undefined : integrity,
      fallback,
      render: renderToText,
    });
    return { html, problems: notes };
  } catch (error) {
    return { html: '', problems: [(error as Error).message] };
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
