// Sizes of the CDN files, compressed with brotli (1 kB = 1,000 bytes). The limits are ceilings: they may only be lowered.
import { globSync } from 'node:fs';
import { basename } from 'node:path';

const limits = {
  'contact-card': '17 kB',
  'circle-diagram': '18 kB',
  'signup-form': '22.5 kB',
  'reflection-prompt': '22.5 kB',
  haven: '48 kB',
  es: '5.4 kB',
};

/** For a widget without a limit of its own. */
const otherwise = '22.5 kB';

export default globSync('packages/embed/dist/**/*.js').map((path) => ({
  name: path,
  path,
  limit: limits[basename(path).split('.')[0]] ?? otherwise,
}));
