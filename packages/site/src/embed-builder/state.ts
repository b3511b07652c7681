import { builders, formsOf, isObject, widgets, type BuilderId, type Form } from '@havenkit/embed/builder';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { strings } from './strings.js';

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
  /** Address of the folder with the files on the own site; empty for the CDN. */
  readonly files: string;
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
  files: '',
  configurations: {},
};

/** Every form, as a builder that takes all of them has it. */
const forms: readonly Form[] = formsOf('other', initialState.widget);

/** The form in which the widget is made: the chosen one, or the best one of the builder. */
export function formOf({ builder, widget, form }: State): Form {
  const possible = formsOf(builder, widget);
  return possible.includes(form) ? form : (possible[0] ?? form);
}

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** The address's fragment for the answers: the JSON, encoded. A fragment never leaves the browser. */
export const encodeState = (state: State): string => `#${encodeURIComponent(JSON.stringify(state))}`;

/** The answers in a fragment. What cannot be read has its initial value. */
export function decodeState(fragment: string): State {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(fragment.replace(/^#/, '')));
  } catch {
    return initialState;
  }
  if (!isObject(value)) return initialState;
  const configurations = Object.entries(isObject(value['configurations']) ? value['configurations'] : {}).filter(
    (entry): entry is [string, RawConfiguration] => widgets.includes(entry[0]) && isObject(entry[1]),
  );
  const widget = text(value['widget'], '');
  return {
    widget: widgets.includes(widget) ? widget : initialState.widget,
    builder: builders.find(({ id }) => id === value['builder'])?.id ?? initialState.builder,
    form: forms.find((form) => form === value['form']) ?? initialState.form,
    page: text(value['page'], ''),
    language: text(value['language'], initialState.language),
    brand: text(value['brand'], ''),
    files: text(value['files'], ''),
    configurations: Object.fromEntries(configurations),
  };
}
