import { isObject, settingOf } from '@havenkit/embed/snippets';
import { keysOf, objectIn, widgetOf, withoutUnknown, type FoundWidget } from './found-widget.js';
import { wholePart } from './cut-off.js';
import { inAddress } from './snippet-reader.js';

/** The attributes in the code of a page of Wix, as the embed builder makes it, or as much of them as there is. */
const attributesInCode = /\bconst attributes = (\{\}|\{.*?\n\}(?=;)|\{.*)/s;

/** Reads settings as attributes, where all of them are texts, or as a configuration. */
function inObject(json: string, chosen: string): FoundWidget {
  const damaged = { widget: chosen, configuration: {}, isDamaged: true, unknown: [] };
  const whole = objectIn(json);
  const value = whole ?? objectIn(wholePart(json) ?? '');
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
    isDamaged: !whole,
    isCut: !whole,
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
  return /^https?:\/\/\S+\/frame\.html#\S*$/.test(text) ? inAddress(text, chosen) : undefined;
}
