import { isObject, knownKeys, settingOf, similarName, widgets, type UnknownAttribute } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import type { State } from '../state.js';

/** A widget in what a person pasted. */
export interface FoundWidget {
  /** Empty if it is not known which. */
  readonly widget: string;
  /** Without it, that which is chosen stays. */
  readonly form?: State['form'];
  readonly configuration: RawConfiguration;
  readonly language?: string | undefined;
  /** Of a frame. */
  readonly files?: string;
  readonly colorScheme?: string;
  /** Whether settings were lost, such as JSON that cannot be read. */
  readonly isDamaged: boolean;
  /** Whether it ended too early. Then the settings are those before the end. */
  readonly isCut?: boolean;
  /** Settings that the widget does not have, and that are not in the configuration. */
  readonly unknown: readonly UnknownAttribute[];
}

/** Settings that are the same for all widgets, and those of JSON-LD. */
const isGeneral = (key: string): boolean => /^(?:brand|lang|[@$].*)$/.test(key);

/** The keys of a configuration that say something about its widget. */
export const keysOf = ({ configuration }: Pick<FoundWidget, 'configuration'>): string[] =>
  Object.keys(configuration).filter((key) => !isGeneral(key));

/** How many of the keys a widget knows. */
export function knownAmong(widget: string, keys: readonly string[]): number {
  const known = new Set(knownKeys(widget, ''));
  return keys.filter((key) => known.has(key)).length;
}

/** The widget that knows most of the settings; the chosen one, if others know no more. */
export function widgetOf(keys: readonly string[], chosen: string): string {
  const count = (widget: string): number =>
    knownAmong(
      widget,
      keys.map((key) => settingOf(widget, key) ?? key),
    );
  return [chosen, ...widgets].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Moves settings to the unknown ones if the widget knows none of them. */
export function withoutUnknown(found: FoundWidget): FoundWidget {
  const { widget, configuration, unknown } = found;
  const keys = keysOf(found);
  if (!keys.length || knownAmong(widget, keys)) return found;
  const known = knownKeys(widget, '');
  return {
    ...found,
    configuration: Object.fromEntries(Object.entries(configuration).filter(([key]) => isGeneral(key))),
    unknown: [...unknown, ...keys.map((name) => ({ name, similar: similarName(name, known) }))],
  };
}

/** JSON as an object, or `undefined`. */
export function objectIn(json: string): RawConfiguration | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
