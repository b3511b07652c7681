import { knownKeys } from '../known-keys.js';
import { widgets } from '../widgets.js';

/** Whether a text is the configuration of a widget whose script element was removed, and not JSON of something else. */
function isSettings(text: string): boolean {
  const [, key] = /^\s*\{\s*["“”](\w+)["“”]\s*:/.exec(text) ?? [];
  return key !== undefined && widgets.some((widget) => knownKeys(widget, '').includes(key));
}

/** What of a snippet visitors see as text: its code, or the settings that were in its script element. */
export function shownCode(text: string): 'snippet' | 'settings' | undefined {
  if (/<(?:haven-[a-z]|script\b[^>]*haven)/i.test(text)) return 'snippet';
  return isSettings(text) ? 'settings' : undefined;
}
