/** What a page needs to make snippets in a browser, as `havenkit snippet` makes them in Node. */
export * from './builders/index.js';
export { bookmark } from './doctor/bookmark.js';
export { findEmbeds, isKnown } from './check/embeds.js';
export { configurationOf } from './check/embedded-configuration.js';
export { measure, type MeasureOptions, type Sample } from './measure.js';
export { measuredWidths, reservedRoom, type Room } from './reserved-room.js';
export { resolve } from './check/page.js';
export { parsePage } from './check/parse-page.js';
export { readFragment } from './frame/read-fragment.js';
export { readConfiguration, sentence, type Problem } from './problems.js';
export { snippet, snippetForms, splitConfiguration, type Form, type Snippet, type SnippetOptions } from './snippet.js';
export { languages, widgets } from './widgets.js';
