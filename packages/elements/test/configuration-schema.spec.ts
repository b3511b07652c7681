/** The JSON Schema of every widget's configuration: it lists every setting, and accepts every example in the repository. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { JSDOM } from 'jsdom';
import type { CircleDiagramConfiguration } from '@havenkit/elements/circle-diagram';
import type { ContactCardConfiguration } from '@havenkit/elements/contact-card';
import { attributesOf, reader, schemaOf, validator, widgets, type Json, type Schema } from './configuration-schema.js';

/** All schemas of values within a schema. */
const within = (schema: Schema): Schema[] => [
  schema,
  ...[...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []), schema.items ?? []].flat().flatMap(within),
];

/** Allowed values of an attribute with a union of texts, such as `'us' | 'none'`. */
const union = (type: string): string[] | undefined =>
  /^'[^']*'( \| ('[^']*'|number))*$/.test(type)
    ? [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value!)
    : undefined;

for (const widget of widgets) {
  test.describe(widget, () => {
    const { $id, properties = {}, ...schema } = schemaOf(widget);

    test('has an address at which a CDN serves the schema', () => {
      const { version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8')) as { version: string };
      expect($id).toBe(`https://cdn.jsdelivr.net/npm/@havenkit/elements@${version}/dist/${widget}/schema.json`);
    });

    test('has every attribute, with the same allowed values', () => {
      for (const { fieldName, type } of attributesOf(widget)) {
        expect(Object.keys(properties)).toContain(fieldName);
        const values = union(type.text);
        const allowed = within(properties[fieldName]!).flatMap(({ enum: values = [] }) => values);
        if (values) expect([fieldName, new Set(allowed)]).toEqual([fieldName, new Set(values)]);
      }
    });

    test('has no attribute that the element lacks', () => {
      const names = new Set(attributesOf(widget).map(({ fieldName }) => fieldName));
      const extra = Object.entries(properties).filter(([key, value]) => value['x-snippet-only'] && !names.has(key));
      // They are for editors, and for the page of a frame.
      expect(extra.map(([key]) => key)).toEqual(['$schema', 'colorScheme']);
    });

    test('has a title for every setting, and a description of the whole', () => {
      expect([schema.title, schema.description]).not.toContain(undefined);
      for (const [key, { title }] of Object.entries(properties)) expect(title, key).toBeTruthy();
    });

    test('accepts its own examples', () => {
      const validate = validator(widget);
      for (const example of schema.examples!) expect(validate(example)).toEqual([]);
      for (const [key, { examples = [], anyOf = [] }] of Object.entries(properties))
        for (const example of [...examples, ...anyOf.flatMap(({ examples = [] }) => examples)])
          expect(validate({ [key]: example }), key).toEqual([]);
    });
  });
}

/** The configurations of the stories. */
async function stories(): Promise<[place: string, widget: string, configuration: Json][]> {
  const found: [string, string, Json][] = [];
  for (const widget of widgets) {
    const exports = (await import(resolve(`stories/${widget}.stories.ts`))) as Record<string, { args?: Json }>;
    for (const [story, { args = {} }] of Object.entries(exports)) {
      const { config, ...attributes } = args;
      const settings = attributesOf(widget).flatMap(({ name, fieldName }) => {
        const value = attributes[name];
        return value === undefined ? [] : [[fieldName, value]];
      });
      found.push([`${widget} ${story}`, widget, { ...(config as Json), ...(Object.fromEntries(settings) as Json) }]);
    }
  }
  return found;
}

/** Configurations in files and READMEs, by where they are. */
function* examples(): Generator<[place: string, widget: string, configuration: Json]> {
  const names = {
    practice: 'contact-card',
    program: 'signup-form',
    circle: 'circle-diagram',
    prompts: 'reflection-prompt',
  };
  for (const [name, widget] of Object.entries(names))
    for (const path of globSync(`packages/site/pages/**/${name}.json`))
      yield [path, widget, JSON.parse(readFileSync(path, 'utf8')) as Json];
  for (const widget of widgets) {
    const path = `packages/elements/src/${widget}/README.md`;
    for (const [, json] of readFileSync(path, 'utf8').matchAll(/```json\n([^]*?)```/g))
      yield [path, widget, JSON.parse(json!) as Json];
  }
  for (const path of globSync([
    '*.md',
    'docs/**/*.md',
    'packages/*/*.md',
    'packages/*/src/*/*.md',
    'packages/site/pages/**/*.html',
  ]))
    for (const [html] of readFileSync(path, 'utf8').matchAll(/<haven-[\w-]+(?=[\s>])[^]*?<\/haven-[\w-]+>/g)) {
      const element = new JSDOM(html).window.document.querySelector(widgets.map((name) => `haven-${name}`).join())!;
      const widget = element.localName.slice('haven-'.length);
      const texts = [element.querySelector('script[type*=json]')?.textContent, element.getAttribute('config')];
      const configurations = texts.map((json) => JSON.parse(json ?? '{}') as Json);
      const settings = attributesOf(widget).flatMap(({ name, fieldName, type }) => {
        const value = element.getAttribute(name);
        return value === null ? [] : [[fieldName, type.text === 'boolean' || value]];
      });
      yield [path, widget, Object.assign({}, ...configurations, Object.fromEntries(settings)) as Json];
    }
}

test('the schemas accept every configuration of the example pages and READMEs', () => {
  const found = [...examples()];
  expect(new Set(found.map(([, widget]) => widget))).toEqual(new Set(widgets));
  for (const [place, widget, configuration] of found)
    expect([place, validator(widget)(configuration)]).toEqual([place, []]);
});

test('the widgets read every file of their READMEs without a report or a warning', async () => {
  for (const widget of widgets) {
    const markdown = readFileSync(`packages/elements/src/${widget}/README.md`, 'utf8');
    const files = [...markdown.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => JSON.parse(json!) as Json);
    expect(files.length, widget).toBeGreaterThan(0);
    const read = await reader(widget);
    for (const file of files) expect([widget, read(file)]).toEqual([widget, []]);
  }
});

test('the schemas accept every configuration of the stories, except those that show a problem', async () => {
  const found = await stories();
  expect(new Set(found.map(([, widget]) => widget))).toEqual(new Set(widgets));
  const refused = found.filter(([, widget, configuration]) => validator(widget)(configuration).length);
  for (const [story, widget, configuration] of refused)
    expect(
      (await reader(widget))(configuration),
      `${story}: ${validator(widget)(configuration).join('\n')}`,
    ).not.toEqual([]);
  expect(refused.length).toBeLessThan(found.length / 4);
});

test('a misspelled key does not compile', () => {
  // Checked by `npm run types`.
  // TypeScript reports one kind of error for each object.
  const card: ContactCardConfiguration = {
    name: 'Riverbend',
    // @ts-expect-error -- It is `telephone`.
    telefone: '988',
  };
  const inside: ContactCardConfiguration = {
    // @ts-expect-error -- It is `name`.
    employee: [{ nmae: 'Ana Ortiz' }],
    // @ts-expect-error -- It is `waiting-list`.
    accepting: 'waiting',
  };
  const circle: CircleDiagramConfiguration = {
    // @ts-expect-error -- An attribute only.
    view: 'list',
  };
  for (const misspelled of [card, inside]) expect(validator('contact-card')(misspelled)).not.toEqual([]);
  expect(validator('circle-diagram')(circle)).toEqual([]);
});
