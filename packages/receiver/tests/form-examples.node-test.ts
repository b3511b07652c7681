import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('every example of a form without JavaScript', () => {
  const files = globSync('{*.md,docs/**,stories/**,packages/*/{*.md,pages/**,recipes/**,src/**,lib/**}}', {
    cwd: root,
    exclude: (name) => /(^|\/)(dist|node_modules|test)$/.test(name),
  }).filter((file) => /\.(md|html|ts|js|mjs)$/.test(file));
  const forms = files.flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(/<form\b[^>]*\bmethod="?post\b[^>]*>/gi)].map(([tag]) => ({
      file,
      tag,
    })),
  );

  it('sends UTF-8 from a page in any encoding', () => {
    assert.ok(forms.length >= 5);
    for (const { file, tag } of forms) assert.match(tag, /\baccept-charset="utf-8"/, file);
  });
});
