import type { RawConfiguration } from '@havenkit/elements/foundation';
import { splitSettings, type SplitSettings } from '../split-settings.js';
import { attributesOf } from '../widgets.js';

/** Everything of a configuration as attributes of the widget: what has none of its own is JSON in `config`. */
export function widgetAttributes(widget: string, configuration: RawConfiguration): Record<string, string> {
  const { settings, rest } = splitConfiguration(widget, configuration);
  // Not in a script: a builder that removes tags, as WordPress does, would show its JSON as text.
  return Object.keys(rest).length ? { ...settings, config: JSON.stringify(rest) } : settings;
}

/** The settings that can be attributes, and everything else. */
export function splitConfiguration(widget: string, configuration: RawConfiguration): SplitSettings {
  const names = attributesOf(widget);
  return splitSettings(configuration, (key) => names.get(key));
}
