/** The texts of every language are complete and well set. What they say, only a reader of the language can judge. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '@havenkit/embed/snippets';
import { textsIn, type Text } from './voice/texts.js';

/** Folders with strings, such as `packages/elements/src/contact-card/locales`. */
const folders = globSync('packages/elements/src/{*,foundation/*}/locales')
  .filter((folder) => existsSync(`${folder}/en.ts`) || existsSync(`${folder}/crisis.en.ts`))
  .map((folder) => folder.replaceAll('\\', '/'))
  .sort();

async function textsOf(folder: string, language: string): Promise<Text[]> {
  const file = existsSync(`${folder}/en.ts`) ? language : `crisis.${language}`;
  const module = (await import(`../../../${folder}/${file}.js`)) as Record<string, unknown>;
  return Object.values(module)
    .filter((value) => typeof value === 'object')
    .flatMap((value) => textsIn(value));
}

for (const language of languages)
  for (const folder of folders)
    test(`the texts of ${folder.split('/').at(-2)} in ${language} are complete and well set`, async () => {
      const texts = await textsOf(folder, language);
      const english = await textsOf(folder, 'en');
      const paths = (from: Text[]): string[] => [...new Set(from.map(({ path }) => path))].sort();
      expect(paths(texts)).toEqual(paths(english));
      for (const { path, text } of texts) {
        // The samples are not all numbers of months.
        if (!path.endsWith('checked')) expect(text, path).not.toMatch(/undefined|NaN|\[object/);
        expect(text, path).toBe(text.normalize('NFC'));
        expect(text.trim(), path).toBe(text);
        // An apostrophe is ’, and each language has its own quotation marks.
        expect(text, path).not.toMatch(/["']|\.\.\./);
        expect(text, path).not.toMatch(/(?<![\u2066-\u2069])\s{2}/);
        // Languages share words, such as “Online”.
        const isEnglish = english.some(
          (other) =>
            other.path === path && other.text === text && /\p{L}+ \p{L}+/u.test(text.replaceAll('Growing Secure', '')),
        );
        expect(isEnglish, `${path} is still in English: ${text}`).toBe(false);
      }
    });

for (const language of languages)
  test(`docs/translations/${language}.md says whether a native speaker has reviewed the texts`, () => {
    const notes = readFileSync(`docs/translations/${language}.md`, 'utf8');
    const reviewed = /^Reviewed by a native speaker: (not yet|\d{4}-\d\d-\d\d, .+)$/m.exec(notes)?.[1];
    expect(reviewed).toBeTruthy();
    const row = readFileSync('docs/languages.md', 'utf8')
      .split('\n')
      .find((line) => line.includes(`| \`${language}\` `));
    expect(row?.split('|')[3]?.trim()).toBe(reviewed);
  });

test('every language has notes, and no other', () => {
  const notes = globSync('docs/translations/*.md').map((path) => basename(path, '.md'));
  expect(notes.sort()).toEqual([...languages].sort());
});
