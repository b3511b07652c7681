// Sizes of the CDN files, compressed with brotli (1 kB = 1,000 bytes). The limits are ceilings: they may only be lowered.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { widgets } from './packages/embed/entries.mjs';

/**
 * In kB. The budgets are 17, 18, 22.5, 22.5 and 48 for `haven.js`; these limits are the sizes of today, and may only
 * come closer to them. A widget that is not listed may have 12 kB, nearly all of it Lit and what every widget shares.
 */
const limits = { 'contact-card': 17.1, 'circle-diagram': 18.5, 'signup-form': 23, 'reflection-prompt': 23.2 };
const unlisted = 12;
const additional = widgets.filter((widget) => !(widget in limits)).length;
/** Files with all widgets: the listed ones, and what each other one may add. */
const shared = { haven: 49.4 + 2 * additional, es: 5.4 + 0.4 * additional };

export default globSync('packages/embed/dist/**/*.js').map((path) => {
  const [name] = basename(path).split('.');
  return { name: path, path, limit: `${{ ...limits, ...shared }[name] ?? unlisted} kB` };
});
