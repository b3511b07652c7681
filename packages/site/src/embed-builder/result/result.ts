import {
  ConfigurationError,
  delivery,
  filesFolder,
  parsePageFont,
  splitConfiguration,
  type BoxHeight,
  type Localized,
  type PageFont,
  type Piece,
  type Problem,
  type Room,
} from '@havenkit/embed/snippets';
import integrity from '@havenkit/embed/integrity.json' with { type: 'json' };
import { version, type RawConfiguration } from '@havenkit/elements/foundation';
import { render, type TemplateResult } from 'lit';
import { fallbacks } from 'havenkit:fallbacks';
import { toConfiguration } from '../questions/answers.js';
import { clinicianProblems } from '../questions/clinicians.js';
import { sessionProblems } from '../questions/session-problems.js';
import { weekProblems } from '../questions/week-problems.js';
import { formOf, type State } from '../state.js';

/** What the answers result in. */
export interface Result {
  /** What to copy; empty if the answers are not enough. */
  readonly pieces: readonly Piece[];
  /** What is wrong with the answers. */
  readonly problems: readonly Problem[];
  /** What else to know. */
  readonly hints: readonly Localized[];
  /** How tall a box for the widget has to be, where it is measured. */
  readonly height?: BoxHeight | undefined;
  /** Why there is nothing to copy. */
  readonly missing?: 'answers' | 'page';
}

/** Renders a template to HTML in a place that is not on the page. */
function renderToText(template: TemplateResult): string {
  const place = document.createElement('div');
  render(template, place);
  return place.getHTML();
}

/** The absolute address that a person wrote, or `undefined`. */
export const addressOf = (text: string): string | undefined =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;

/** The folder with the files, which ends with a slash: the site's own, or this version's on a CDN. */
export const filesOf = ({ files }: State): { folder: string; isOwn: boolean } => {
  const own = filesFolder(files);
  return {
    folder: own ?? `https://cdn.jsdelivr.net/npm/@havenkit/embed@${version}/dist/`,
    isOwn: own !== undefined,
  };
};

/** The font of the page; `undefined` if it is not known, or cannot be read. */
export function fontOf({ font }: Pick<State, 'font'>): PageFont | undefined {
  try {
    return font ? parsePageFont(font) : undefined;
  } catch {
    return undefined;
  }
}

/** Everything that was answered about the chosen widget, as its configuration. */
export function answersOf(state: State): RawConfiguration {
  const { widget, brand, configurations, colorScheme } = state;
  return {
    ...toConfiguration(widget, configurations[widget] ?? {}),
    ...(CSS.supports('color', brand) ? { brand } : {}),
    ...(formOf(state) === 'frame' && colorScheme !== 'light' ? { colorScheme } : {}),
  };
}

/** What is wrong, by the answers that it comes from. */
function inAnswers(problems: readonly Problem[], { widget, configurations }: State): readonly Problem[] {
  const answers = configurations[widget] ?? {};
  return [clinicianProblems, sessionProblems, weekProblems].reduce((all, improve) => improve(all, answers), problems);
}

/**
 * Makes everything that a person copies.
 *
 * @param room - what the widget needs, if it has been measured
 */
export function resultOf(state: State, room: Room | undefined): Result {
  const { widget, builder, language, page } = state;
  const fallback = fallbacks[widget];
  if (!fallback) return { pieces: [], problems: [], hints: [] };
  const { folder, isOwn } = filesOf(state);
  const configuration = answersOf(state);
  try {
    const made = delivery({
      widget,
      builder,
      configuration,
      language,
      form: formOf(state),
      page: addressOf(page),
      files: folder,
      integrity: isOwn ? undefined : integrity,
      room,
      fontSize: fontOf(state)?.size,
      fallback,
      render: renderToText,
    });
    return { ...made, problems: inAnswers(made.problems, state) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const { reason, problems } = error;
    return {
      pieces: [],
      problems: inAnswers(problems, state),
      hints: [],
      missing: reason === 'no page' ? 'page' : 'answers',
    };
  }
}

/** The chosen widget as this page shows it: without what only a frame has, and without files of other sites. */
export function shownAnswers(state: State): RawConfiguration {
  const { colorScheme: _, src: __, source: ___, ...shown } = answersOf(state);
  return shown;
}

/** The chosen widget as the preview shows it, which sends nothing. */
export function previewOf(state: State): { attributes: Record<string, string>; config: Record<string, unknown> } {
  const shown = shownAnswers(state);
  const { settings, rest } = splitConfiguration(
    state.widget,
    state.widget === 'signup-form' && shown['endpoint'] ? { ...shown, adapter: 'event' } : shown,
  );
  return { attributes: settings, config: rest };
}
