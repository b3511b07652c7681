import { isObject, settingOf, widgets } from '@havenkit/embed/builder';
import { keysOf, knownAmong, objectIn, withoutUnknown, type FoundWidget } from './found-widget.js';
import { inAddress } from './snippet-reader.js';

/** The attributes in the code of a page of Wix, as the embed builder makes it. */
const attributesInCode = /\bconst attributes = (\{\}|\{.*?\n\});/s;

/** The widget that knows most of the settings; the chosen one, if others know no more. */
function widgetOf(keys: readonly string[], chosen: string): string {
  const count = (widget: string): number =>
    knownAmong(
      widget,
      keys.map((key) => settingOf(widget, key) ?? key),
    );
  return [chosen, ...widgets].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Reads settings as attributes, where all of them are texts, or as a configuration. */
function inObject(json: string, chosen: string): FoundWidget {
  const damaged = { widget: chosen, configuration: {}, isDamaged: true, unknown: [] };
  const value = objectIn(json);
  if (!value) return damaged;
  const { config, lang, ...settings } = value;
  const inner = typeof config === 'string' ? objectIn(config) : (config ?? {});
  if (!isObject(inner)) return damaged;
  const widget = widgetOf(keysOf({ configuration: { ...inner, ...settings } }), chosen);
  const named = Object.entries(settings).map(([key, each]) => [settingOf(widget, key) ?? key, each] as const);
  return withoutUnknown({
    widget,
    configuration: { ...inner, ...Object.fromEntries(named) },
    language: typeof lang === 'string' ? lang : undefined,
    isDamaged: false,
    unknown: [],
  });
}

/**
 * The widget in a text that is not HTML: code for Wix, a configuration in JSON, or the address of a frame.
 *
 * @param chosen - the widget that is meant if the text does not show which
 */
export function findInCode(text: string, chosen: string): FoundWidget | undefined {
  const json = attributesInCode.exec(text)?.[1] ?? (text.startsWith('{') ? text : undefined);
  if (json !== undefined) return inObject(json, chosen);
  return /^https?:\/\/\S+\/frame\.html#\S*$/.test(text) ? inAddress(text) : undefined;
}
