import { fileURLToPath } from 'node:url';
import { languages, widgets } from './lib/widgets.js';

export { widgets };

const importing = (...modules) => modules.map((module) => `import '@havenkit/elements/${module}';`).join('\n');
const all = importing(...widgets.map((widget) => `${widget}/define`));
const own = (path) => JSON.stringify(fileURLToPath(new URL(`lib/${path}`, import.meta.url)));

const loader = (url) => `import { startLoader } from ${own('loader/loader.js')};
import hashes from 'havenkit:hashes';
import languages from 'havenkit:languages-hash';
if (globalThis.document) startLoader(${url}, hashes, languages);`;

/**
 * Opens the doctor where the address of the page asks for it: `?haven-doctor`. It is loaded only from the page's own site, from the folder
 * that the README names, since a link must not make a page run a file of another server without a hash.
 */
const opener = `
if (/[?&]haven-doctor(?:[=&]|$)/.test(location.search)) import(location.origin + '/havenkit/doctor.js').catch(() => undefined);`;

/** Files that are as large as they may be (`.size-limit.mjs`), so that only the bookmark opens the doctor there. */
const atSizeLimit = ['contact-card', 'haven', 'reflection-prompt', 'signup-form'];

/** Source of a file with widgets. */
const widgetFile = (name, source) => (atSizeLimit.includes(name) ? source : source + opener);

const doctor = `import { version } from '@havenkit/elements/foundation';
import { startDoctor } from ${own('doctor/doctor.js')};
${widgets.map((widget, index) => `import { fallback as fallback${index} } from '@havenkit/elements/${widget}/fallback';`).join('\n')}
startDoctor(version, { ${widgets.map((widget, index) => `'${widget}': fallback${index}`).join(', ')} });`;

/** Source of every CDN file by its path: one file per widget, one with all of them, one per language, with all strings or those of a widget, and those that
 * load them. */
export const entries = {
  'doctor.js': doctor,
  ...Object.fromEntries(widgets.map((widget) => [`${widget}.js`, widgetFile(widget, importing(`${widget}/define`))])),
  'haven.js': widgetFile('haven', all),
  ...Object.fromEntries(
    languages
      .flatMap((code) => [`locales/${code}`, ...widgets.map((widget) => `locales/${code}/${widget}`)])
      .map((path) => [`${path}.js`, importing(path)]),
  ),
  'languages.js': `import { provideLanguages } from ${own('loader/languages.js')};
import hashes from 'havenkit:locale-hashes';
if (globalThis.document) provideLanguages(hashes);`,
  // After the files that it has the hashes of.
  'loader.js': loader('import.meta.url'),
  'loader.classic.js': loader('document.currentScript.src'),
  'frame-host.js': `import { startFrameHost } from ${own('frame/frame-host.js')};
if (globalThis.document) startFrameHost();${opener}`,
  // Part of frame.html.
  'frame.js': `${all}
import { startFrame } from ${own('frame/frame.js')};
startFrame(${JSON.stringify(widgets)}, ${JSON.stringify(languages)});`,
};
