import { fileURLToPath } from 'node:url';
import { languages, widgets } from './lib/widgets.js';

export { widgets };

const importing = (...modules) => modules.map((module) => `import '@havenkit/elements/${module}';`).join('\n');
const all = importing(...widgets.map((widget) => `${widget}/define`));
const own = (path) => JSON.stringify(fileURLToPath(new URL(`lib/${path}`, import.meta.url)));

const loader = (url) => `import { startLoader } from ${own('loader/loader.js')};
import hashes from 'havenkit:hashes';
if (globalThis.document) startLoader(${url}, hashes);`;

/** Opens the doctor where a page's address asks for it. */
const opener = (file) => `
import { openDoctor } from ${own('doctor/open-doctor.js')};
import doctor from 'havenkit:hash/doctor';
if (globalThis.document) openDoctor('${file}', doctor);`;

const doctor = `import { version } from '@havenkit/elements/foundation';
import { startDoctor } from ${own('doctor/doctor.js')};
${widgets.map((widget, index) => `import { fallback as fallback${index} } from '@havenkit/elements/${widget}/fallback';`).join('\n')}
startDoctor(version, { ${widgets.map((widget, index) => `'${widget}': fallback${index}`).join(', ')} });`;

/** Source of every CDN file by its path: one file per widget, one with all of them, one per language, and those that load them. */
export const entries = {
  // Before the files that have its hash.
  'doctor.js': doctor,
  ...Object.fromEntries(widgets.map((widget) => [`${widget}.js`, importing(`${widget}/define`)])),
  'haven.js': all,
  ...Object.fromEntries(languages.map((code) => [`locales/${code}.js`, importing(`locales/${code}`)])),
  // After the files that it has the hashes of.
  'loader.js': loader('import.meta.url'),
  'loader.classic.js': loader('document.currentScript.src'),
  'frame-host.js': `import { startFrameHost } from ${own('frame/frame-host.js')};
if (globalThis.document) startFrameHost();`,
  // Part of frame.html.
  'frame.js': `${all}
${importing(...languages.map((code) => `locales/${code}`))}
import { startFrame } from ${own('frame/frame.js')};
startFrame(${JSON.stringify(widgets)});`,
};
