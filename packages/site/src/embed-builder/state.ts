import { builders, forms, formsOf, isObject, widgets, type BuilderId, type Form } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { toAnswers } from './questions/answers.js';
import { strings } from './words/strings.js';

/** Whether a frame is light, dark, or as the visitor's device. */
export const colorSchemes = ['light', 'dark', 'light dark'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

export const isColorScheme = (value: unknown): value is ColorScheme => colorSchemes.some((each) => each === value);

/** Everything that a person has answered. */
export interface State {
  /** The widget that the page shows now. */
  readonly widget: string;
  /** The site builder, or the place in it. */
  readonly builder: BuilderId;
  /** The form that was chosen, which the builder may not take. */
  readonly form: Form;
  /** Address of the page that the widget is for; empty if it is not known. */
  readonly page: string;
  /** Language of the widgets: BCP 47. */
  readonly language: string;
  /** Brand color of the site; empty for Havenkit's own. */
  readonly brand: string;
  /** Font of the page's text, such as `18px Georgia, serif`; empty if it is not known. */
  readonly font: string;
  /** Address of the folder with the files on the own site; empty for the CDN. */
  readonly files: string;
  /** Of a frame, which does not have that of the page. */
  readonly colorScheme: ColorScheme;
  /** What was answered about each widget. */
  readonly configurations: Readonly<Record<string, RawConfiguration>>;
}

/** A page without answers, whose widgets have its own language. */
export const initialState: State = {
  widget: widgets.includes('contact-card') ? 'contact-card' : (widgets[0] ?? ''),
  builder: 'other',
  form: 'element',
  page: '',
  language: strings.code,
  brand: '',
  font: '',
  files: '',
  colorScheme: 'light',
  configurations: {},
};

/** The form in which the widget is made: the chosen one, or the best one of the builder. */
export function formOf({ builder, widget, form }: State): Form {
  const possible = formsOf(builder, widget);
  return possible.includes(form) ? form : (possible[0] ?? form);
}

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** The address's fragment for the answers: the JSON, encoded. A fragment never leaves the browser. */
export const encodeState = (state: State): string => `#${encodeURIComponent(JSON.stringify(state))}`;

/** Answers from an address. */
export interface DecodedState {
  readonly state: State;
  /** What could not be read, in words; empty if there is nothing to say. */
  readonly problem: string;
}

function parsed(fragment: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(fragment));
  } catch {
    return undefined;
  }
}

/** A language in its usual spelling, such as `en-GB`; the page's own if there is none. */
function languageIn(value: unknown): string {
  try {
    return Intl.getCanonicalLocales(text(value, ''))[0] ?? initialState.language;
  } catch {
    return initialState.language;
  }
}

/**
 * The answers in a fragment. What it does not say has its initial value.
 *
 * @param present - the answers that stay if the fragment cannot be read
 */
export function decodeState(hash: string, present: State = initialState): DecodedState {
  const fragment = hash.replace(/^#/, '');
  if (!fragment) return { state: initialState, problem: '' };
  const value = parsed(fragment);
  if (!isObject(value)) return { state: present, problem: strings.addressUnread };
  const entries = Object.entries(isObject(value['configurations']) ? value['configurations'] : {});
  const configurations = entries.filter(
    (entry): entry is [string, RawConfiguration] => widgets.includes(entry[0]) && isObject(entry[1]),
  );
  const { widget = initialState.widget, builder = initialState.builder } = value;
  const knownWidget = widgets.find((each) => each === widget);
  const knownBuilder = builders.find(({ id }) => id === builder)?.id;
  const isWhole = knownWidget && knownBuilder && configurations.length === entries.length;
  return {
    state: {
      widget: knownWidget ?? initialState.widget,
      builder: knownBuilder ?? initialState.builder,
      form: forms.find((form) => form === value['form']) ?? initialState.form,
      page: text(value['page'], ''),
      language: languageIn(value['language']),
      brand: text(value['brand'], ''),
      font: text(value['font'], ''),
      files: text(value['files'], ''),
      colorScheme: isColorScheme(value['colorScheme']) ? value['colorScheme'] : 'light',
      configurations: Object.fromEntries(configurations.map(([name, each]) => [name, toAnswers(name, each)])),
    },
    problem: isWhole ? '' : strings.addressPartlyUnread,
  };
}
