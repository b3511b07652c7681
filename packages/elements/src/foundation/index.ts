export { HavenElement } from './haven-element.js';
export { HavenErrorEvent, HavenEvent, HavenReadyEvent, type HavenErrorDetail } from './events.js';
export { registerStrings, type StringsPack } from './strings-registry.js';
export { version } from './version.js';
