/** Snippets in the documentation whose script has a hash: it is the hash of the file that is built. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const integrity = JSON.parse(readFileSync('packages/embed/dist/integrity.json', 'utf8')) as Record<
  string,
  { integrity: string }
>;

/** What stands in the documentation for any hash. */
const placeholder = 'sha384-…';

/** One line for every tag with a hash that is not that of the file it names. */
function wrongHashes(text: string): string[] {
  return [...text.matchAll(/<(?:script|link)\b[^>]*\bintegrity=["']?([^"'\s>]*)[^>]*>/g)].flatMap(
    ([tag, hash = '']) => {
      const file = /\b(?:src|href)=["']?[^"'\s>]*?\/(?:dist|havenkit)\/([^"'\s>?#]+)/.exec(tag)?.[1] ?? '';
      const expected = integrity[file]?.integrity;
      return hash === placeholder || (expected && hash === expected) ? [] : [`${file || tag}: expected ${expected}`];
    },
  );
}

for (const file of globSync([
  '*.md',
  'docs/**/*.md',
  'packages/*/{README,SECURITY}.md',
  'packages/*/{src,recipes}/**/*.md',
]))
  test(`the hashes in ${file} are those of the files`, () => {
    expect(wrongHashes(readFileSync(file, 'utf8'))).toEqual([]);
  });

test('another hash, another file and a missing file are reported', () => {
  const right = integrity['contact-card.js']!.integrity;
  const script = (name: string, hash: string): string =>
    `<script\n  defer\n  integrity="${hash}"\n  src="https://cdn.example/@havenkit/embed@0.1.0/dist/${name}"></script>`;
  expect(wrongHashes(script('contact-card.js', right))).toEqual([]);
  expect(wrongHashes(script('contact-card.classic.js', right))).toEqual([]);
  for (const [name, hash] of [
    ['contact-card.js', 'sha384-AAAA'],
    ['haven.js', right],
    ['contact-crad.js', right],
  ] as const)
    expect(wrongHashes(script(name, hash))).toHaveLength(1);
});
