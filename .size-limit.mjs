// Sizes of the CDN files, compressed with brotli (1 kB = 1,000 bytes).
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { widgets } from './packages/embed/entries.mjs';

/**
 * In kB. The budgets are 17, 18, 22.5, 22.5 and 48 for `haven.js`, and are exceeded: what the widgets need on pages with wrong
 * clocks, in frames, beside hostile scripts and with real JSON-LD takes more, and so do
 * words for every state and a ring that fits a phone. These limits are the sizes of today, so that nothing
 * grows unnoticed; they may only come closer to the budgets. A widget that is not listed may have 12 kB, nearly all of it Lit and
 * what every widget shares.
 */
const limits = {
  loader: 1.2,
  'frame-host': 1,
  'contact-card': 21.7,
  'circle-diagram': 21.6,
  'signup-form': 27.9,
  'reflection-prompt': 26.7,
  // Only for the site owner, who opens it.
  doctor: 54,
  // Hashes, which nothing makes smaller: about 36 bytes for each of the fifty files.
  languages: 2.2,
};
const unlisted = 12;
const additional = widgets.filter((widget) => !(widget in limits)).length;
/** Files with all widgets: the listed ones, and what each other one may add. */
const shared = { haven: 61.8 + 2 * additional };
/** A language: Cyrillic letters take the most. Spanish may not grow, and the others not beyond what such letters need. */
const languages = { es: 6.9 + 0.4 * additional };
const anyLanguage = 10 + 0.4 * additional;
const wordsOfWidget = 5.1;

/** In kB. */
function limitOf(path) {
  const [name] = basename(path).split('.');
  if (/locales\W\w+\W[\w-]+\.js$/.test(path)) return wordsOfWidget;
  if (/locales\W/.test(path)) return languages[name] ?? anyLanguage;
  return { ...limits, ...shared }[name] ?? unlisted;
}

export default globSync('packages/embed/dist/**/*.js').map((path) => ({
  name: path,
  path,
  limit: `${limitOf(path)} kB`,
}));
