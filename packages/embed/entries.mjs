import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };

/** Names of all widgets, such as `contact-card`. */
export const widgets = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName }) => tagName?.replace('haven-', '') ?? [])
  .sort();
/** Codes of all languages but English, such as `es`. */
const languages = manifest.modules.flatMap(({ path }) => /^dist\/locales\/(.+)\.js$/.exec(path)?.[1] ?? []);

const importing = (...modules) => modules.map((module) => `import '@havenkit/elements/${module}';`).join('\n');

/** Source of every CDN file by its path: one file per widget, one with all of them, and one per language. */
export const entries = {
  ...Object.fromEntries(widgets.map((widget) => [`${widget}.js`, importing(`${widget}/define`)])),
  'haven.js': importing(...widgets.map((widget) => `${widget}/define`)),
  ...Object.fromEntries(languages.map((code) => [`locales/${code}.js`, importing(`locales/${code}`)])),
};
