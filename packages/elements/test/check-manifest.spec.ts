import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { gaps } from '../check-manifest.mjs';

interface Declaration {
  tagName?: string;
  [kind: string]: unknown;
}
const manifest = (): { modules: { declarations?: Declaration[] }[] } =>
  JSON.parse(readFileSync('packages/elements/dist/custom-elements.json', 'utf8')) as never;

test('the manifest is complete', () => {
  expect(gaps(manifest())).toEqual([]);
});

test('the build fails when nothing is described', () => {
  expect(gaps({ modules: [] })).toHaveLength(1);
});

for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'])
  test(`the build fails when one of the ${kind} has no description, and when there is none`, () => {
    const broken = manifest();
    const card = broken.modules.flatMap(({ declarations }) => declarations ?? []).find(({ tagName }) => tagName)!;
    const [first] = card[kind] as { description?: string }[];
    delete first!.description;
    expect(gaps(broken)).toEqual([expect.stringContaining('no description')]);
    card[kind] = [];
    expect(gaps(broken)).toEqual([expect.stringContaining(`no ${kind}`)]);
  });
