/**
 * Makes the zip file for site owners who keep the files on their own site: `npm run self-host`. It has a folder with everything that
 * is in dist, and a README.txt that says what to do with it.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { widgets } from '../entries.mjs';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

const snippet = (widget) => `<div>
<haven-${widget}></haven-${widget}>
</div>
<script defer src="/havenkit/${widget}.classic.js"></script>`;

const readme = `Havenkit ${version}

1. Upload the folder "havenkit" to your site, beside your home page. Use SFTP, or
   the file manager of your host. Then https://your-site.example/havenkit/README.txt
   shows this text.
2. Paste these lines where a widget belongs. Put your settings into the first tag, as
   the documentation of each widget says, and your name and number between the tags:
   they are shown where scripts do not run.

${widgets.map(snippet).join('\n\n')}

Several widgets on one page: use haven.classic.js once, in place of the files of each.
A page in Spanish: put locales/es/contact-card.js before contact-card.classic.js, and so on; or locales/es.js, which is for all widgets.
The folder locales has the other languages.

To update, replace the whole folder.

Documentation: https://github.com/havenkit/havenkit/tree/main/packages/embed#readme
MIT License. Includes Lit, Copyright Google LLC, BSD-3-Clause License.
`;

/**
 * Makes the zip file.
 *
 * @returns {Uint8Array}
 */
export function selfHostZip() {
  const dist = new URL('dist/', root);
  const names = globSync('**/*', { cwd: dist }).filter((name) => statSync(new URL(name, dist)).isFile());
  const files = Object.fromEntries(
    names.sort().map((name) => [`havenkit/${name.replaceAll('\\', '/')}`, readFileSync(new URL(name, dist))]),
  );
  // Windows' Notepad is where many read it.
  files['havenkit/README.txt'] = new TextEncoder().encode(readme.replaceAll('\n', '\r\n'));
  // One time for all, so that the same files make the same zip file. The format begins in 1980.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL(`havenkit-${version}.zip`, root);
  const zip = selfHostZip();
  writeFileSync(file, zip);
  console.log(`${fileURLToPath(file)}: ${zip.length} bytes`);
}
