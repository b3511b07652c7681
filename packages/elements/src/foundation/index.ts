export { HavenElement } from './element/haven-element.js';
export { HavenErrorEvent, HavenEvent, HavenReadyEvent, type HavenErrorDetail } from './element/events.js';
export { registerStrings, type LanguagePack, type StringsPack } from './localization/strings-registry.js';
export { version } from './element/version.js';
export type { RawConfiguration, Reading } from './configuration/readers.js';
export type { DefaultWords, Fallback, FallbackOptions } from './views/fallback.js';
