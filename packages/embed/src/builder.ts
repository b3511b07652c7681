/** What a page needs to make snippets in a browser, as `havenkit snippet` makes them in Node. */
export * from './builders/index.js';
export { askEndpoint } from './ask-endpoint.js';
export { bookmark } from './doctor/bookmark.js';
export { findEmbeds, isKnown, settingOf, type EmbeddedWidget } from './check/embeds.js';
export { unknownAttributes, type UnknownAttribute } from './check/unknown-attributes.js';
export { configurationOf } from './check/embedded-configuration.js';
export { filesFolder } from './files-folder.js';
export { knownKeys } from './known-keys.js';
export { similarName } from './similar-name.js';
export { isObject } from './is-object.js';
export { measure, type MeasureOptions, type Sample } from './measure.js';
export { measureOptions } from './measure-options.js';
export { parsePageFont, type PageFont } from './page-font.js';
export { connections, type Connections } from './connections.js';
export { measuredWidths, reservedRoom, type Room } from './reserved-room.js';
export { hasTypographicQuotes, resolve, type Page, type PageElement } from './check/page.js';
export { parsePage } from './check/parse-page.js';
export { readFragment } from './frame/read-fragment.js';
export { readConfiguration, sentence, type Problem } from './problems.js';
export {
  ConfigurationError,
  describe,
  snippet,
  snippetForms,
  splitConfiguration,
  type Form,
  type Snippet,
  type SnippetOptions,
} from './snippet.js';
export { withOffset } from './session-dates.js';
export { silent } from './unknown-page.js';
export { nameOf, spanishNames } from './widget-names.js';
export { languages, widgets } from './widgets.js';
