import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import ts from 'typescript';
import { internalNames } from '../internal-names.mjs';

/** What is read here of custom-elements.json. */
interface Manifest {
  readonly modules: {
    readonly declarations: { readonly tagName?: string; readonly members: { readonly name: string }[] }[];
  }[];
}

const sources = globSync('packages/elements/src/**/*.ts').filter((file) => !file.endsWith('.test.ts'));

/** Every key of an object and of what it holds. */
const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];

/** Keys that `objectOf`, or an object of the settings, reads from a configuration. */
function configurationKeys(file: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    const isReader =
      ts.isObjectLiteralExpression(node) &&
      ((ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'objectOf') ||
        (ts.isVariableDeclaration(node.parent) && node.parent.name.getText() === 'settings'));
    if (isReader) for (const { name } of node.properties) if (name) keys.push(name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return keys;
}

test('no name that a CDN file shortens comes from a translation, a configuration or a page, or is sent', async ({
  page,
}) => {
  const words = await Promise.all(
    globSync('packages/elements/dist/*/locales/en.js').map(
      async (file) => (await import(pathToFileURL(file).href)) as object,
    ),
  );
  const manifest = JSON.parse(readFileSync('packages/elements/dist/custom-elements.json', 'utf8')) as Manifest;
  const elements = manifest.modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));
  const members = elements.flatMap(({ members }) => members.map(({ name }) => name));
  const read = sources.flatMap(configurationKeys);
  // What a form sends.
  const sent = keysOf(JSON.parse(readFileSync('packages/elements/src/signup-form/signup.schema.json', 'utf8')));
  const taken = [...keysOf(words), ...read, ...members, ...sent];
  expect(taken).toEqual(expect.arrayContaining(['callNumber', 'employee', 'updateComplete', 'consent']));
  expect(internalNames.filter((name) => taken.includes(name))).toEqual([]);
  await page.route('https://page.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('https://page.example/');
  const browsers = await page.evaluate((names) => {
    // Of every object and class that a page can name, and what its instances have.
    const all = Object.getOwnPropertyNames(window).map((key) => window[key as never] as unknown);
    const has = (one: unknown, name: string): boolean => Object(one) === one && name in (one as object);
    return names.filter((name) =>
      all.some((one) => has(one, name) || has((one as { prototype?: unknown } | null | undefined)?.prototype, name)),
    );
  }, internalNames);
  expect(browsers).toEqual([]);
});

test('no shortened name is written as a text, which would stay long', () => {
  const text = RegExp(`^(${internalNames.join('|')})$`);
  for (const file of globSync('packages/{elements,tokens}/dist/**/*.js')) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) expect(node.text, file).not.toMatch(text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  }
});
