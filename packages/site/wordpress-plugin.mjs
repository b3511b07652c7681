/**
 * Makes the plugin for WordPress: `npm run wordpress-plugin`. It has the recipe's PHP, the files of the widgets, the questions of
 * the embed builder, and what PHP has to know of the widgets.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import manifest from '@havenkit/elements/custom-elements.json' with { type: 'json' };
import schemas from '@havenkit/elements/schemas.json' with { type: 'json' };
import embed from '@havenkit/embed/package.json' with { type: 'json' };

/** What only an administrator sets, because answers of visitors would go elsewhere, or code would come from there. */
const siteAttributes = new Set(['endpoint', 'adapter', 'challenge', 'src', 'config', 'vcard-url']);
const siteKeys = new Set(['endpoint', 'adapter', 'challenge', 'fields', 'vcardUrl']);
/** What widgets set themselves, what only programs need, and what JSON-LD has besides. */
const notSet = new Set(['state', 'result', 'now', '$schema', '@context', '@id', '@type']);

const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** Every widget by name: its title, what a page may set, and what only the site may. */
const data = Object.fromEntries(
  elements.map(({ tagName, attributes }) => {
    const name = tagName.replace('haven-', '');
    const keys = Object.keys(schemas[name].properties).filter((key) => !notSet.has(key));
    return [
      name,
      {
        title: schemas[name].title,
        attributes: attributes
          .map((each) => each.name)
          .filter((each) => !siteAttributes.has(each) && !notSet.has(each)),
        keys: keys.filter((key) => !siteKeys.has(key)),
        site_keys: keys.filter((key) => siteKeys.has(key)),
      },
    ];
  }),
);

/** PHP for a value of texts, lists and objects. */
function php(value) {
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
  const isList = Array.isArray(value);
  const items = Object.entries(value).map(([key, item]) => (isList ? php(item) : `${php(key)} => ${php(item)}`));
  return `array( ${items.join(', ')} )`;
}

const fileOf = (name) => fileURLToPath(import.meta.resolve(name));
const recipe = `${dirname(fileOf('@havenkit/embed/package.json'))}/recipes/wordpress/havenkit`;
const widgetFiles = dirname(fileOf('@havenkit/embed/integrity.json'));
const pages = fileURLToPath(new URL('dist/build', import.meta.url));

/** The loader, and what it loads. */
const used = `{loader.classic,languages,haven,${Object.keys(data).join()},locales/**/*}.js`;

/** The files of a folder that match. */
const filesIn = (cwd, pattern) =>
  globSync(pattern, { cwd })
    .filter((name) => statSync(`${cwd}/${name}`).isFile())
    .sort()
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(`${cwd}/${name}`)]);

const text = (content) => new TextEncoder().encode(content);

/**
 * Makes the plugin.
 *
 * @returns {Record<string, Uint8Array>} the files by path
 */
export function wordpressPlugin() {
  const files = Object.fromEntries([
    ...filesIn(recipe, '**/*'),
    ...filesIn(widgetFiles, used).map(([name, content]) => [`files/${name}`, content]),
    ...filesIn(pages, '{questions*.*,native.css,builder.css}').map(([name, content]) => [
      `questions/${name.replace(/^questions\.(?:html|(\w+\.html))$/, (_, page = 'index.html') => page)}`,
      content,
    ]),
  ]);
  files['includes/widgets-data.php'] = text(`<?php\n// Written by the build.\nreturn ${php(data)};\n`);
  for (const name of ['havenkit.php', 'readme.txt'])
    files[name] = text(
      new TextDecoder().decode(files[name]).replace(/(Version:\s+|Stable tag: )0\.0\.0/, `$1${embed.version}`),
    );
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('dist/havenkit-wordpress.zip', import.meta.url));
  const files = Object.entries(wordpressPlugin()).map(([name, content]) => [`havenkit/${name}`, content]);
  // One time for all, so that the same files make the same zip file. The format begins in 1980.
  const zip = zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
  writeFileSync(path, zip);
  console.log(`${path}: ${zip.length} bytes`);
}
