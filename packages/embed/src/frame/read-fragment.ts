import { isObject } from '../is-object.js';

/** What the address of a framed page asks for. */
export interface FrameRequest {
  /** Such as `contact-card`. */
  readonly widget: string;
  /** The widget's settings, and its configuration, in camel case. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** BCP 47 language of the strings. */
  readonly lang: string;
  readonly colorScheme: string;
}

/**
 * Reads the fragment of a framed page's address: `encodeURIComponent` of a JSON object with the `widget`, and its settings in camel
 * case. `lang` is the language, `en` by default, and `colorScheme` is `light` (default), `dark` or `light dark`.
 *
 * @param hash - as in `location.hash`
 * @param widgets - names of the registered widgets
 * @returns the request, or what was expected instead
 */
export function readFragment(hash: string, widgets: readonly string[]): FrameRequest | string {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(hash.slice(1)));
  } catch {
    value = undefined;
  }
  if (!isObject(value)) return 'a JSON object after the # of its address, encoded with encodeURIComponent';
  const { widget, lang, colorScheme, ...settings } = value;
  if (typeof widget !== 'string' || !widgets.includes(widget)) return `a widget: ${widgets.join(', ')}`;
  return {
    widget,
    settings,
    lang: typeof lang === 'string' ? lang : 'en',
    colorScheme: colorScheme === 'dark' || colorScheme === 'light dark' ? colorScheme : 'light',
  };
}
