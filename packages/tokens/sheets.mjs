// Finds the style sheets in src/ by their folders, so that adding a sheet takes only a new file.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle } from 'lightningcss';

const source = (folder) => join(import.meta.dirname, 'src', folder);

/** Files in a folder of src/, sorted by name: `button` before `button-primary`, which refines it. */
const filesIn = (folder, extension) =>
  readdirSync(source(folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .sort()
    .map((name) => ({ name, filename: join(source(folder), name + extension) }));

/** Paths of the token files, each of which is a part of the theme. */
export const tokenFiles = () => filesIn('theme', '.tokens.json').map(({ filename }) => filename);

/** `button-primary` -> `buttonPrimary` */
export const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The CSS of all sheets in a folder. */
export const cssOf = (folder) =>
  filesIn(folder, '.css')
    .map(({ filename }) => readFileSync(filename, 'utf8'))
    .join('');

/**
 * The sheets of a folder, minified.
 *
 * @returns {{ name: string, description: string, css: string }[]} `name` is in camel case; `description` is the file's first
 *   comment
 */
export const sheetsIn = (folder) =>
  filesIn(folder, '.css').map(({ name, filename }) => {
    const description = /^\/\* (.+?) \*\//s.exec(readFileSync(filename, 'utf8'))?.[1];
    if (!description) throw new Error(`${filename}: the first line must be a comment that describes the sheet.`);
    return {
      name: camelCase(name),
      description: description.replace(/\s+/g, ' '),
      // Nesting is kept: it is shorter.
      css: bundle({ filename, minify: true }).code.toString(),
    };
  });
