import { knownKeys } from '../known-keys.js';
import { widgets } from '../widgets.js';

/** Whether a text on a page is the configuration of a widget whose script element was removed, and not JSON of something else. */
export function isSettingsText(text: string): boolean {
  const [, key] = /^\s*\{\s*["“”](\w+)["“”]\s*:/.exec(text) ?? [];
  return key !== undefined && widgets.some((widget) => knownKeys(widget, '').includes(key));
}
