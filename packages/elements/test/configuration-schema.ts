/** The published JSON Schemas of the widgets' configurations, and what reads a configuration. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Fallback } from '@havenkit/elements/foundation';

/** A configuration, or a part of one. */
export type Json = Record<string, unknown>;

/** What the tests need of a JSON Schema. */
export interface Schema extends Json {
  readonly $id?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-snippet-only'?: true;
}

interface Attribute {
  readonly name: string;
  readonly fieldName: string;
  readonly type: { readonly text: string };
}

const root = 'packages/elements';
const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));
const manifest = read('dist/custom-elements.json') as {
  modules: { declarations?: { tagName?: string; attributes?: Attribute[] }[] }[];
};

/** Names of all widgets. */
export const widgets = globSync('src/*/define.ts', { cwd: root })
  .map((path) => basename(dirname(path)))
  .sort();

/** The published schema of a widget. */
export const schemaOf = (widget: string): Schema => read(`dist/${widget}/schema.json`) as Schema;

/** Attributes that are no configuration: they name another source of it, or come from the form or the page. */
const excluded = new Set(['src', 'source', 'config', 'state', 'result']);

/** The attributes of a widget that belong to its configuration. */
export const attributesOf = (widget: string): readonly Attribute[] =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === `haven-${widget}`)!
    .attributes!.filter(({ name }) => !excluded.has(name));

/** Makes a function that returns what is wrong with a configuration by a widget's schema, a line each. */
export function validator(widget: string): (configuration: unknown) => string[] {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    // Formats choose a field in an editor. Patterns say what is allowed.
    validateFormats: false,
    keywords: ['x-snippet-only'],
  });
  const validate = ajv.compile(schemaOf(widget));
  return (configuration) => {
    validate(configuration);
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
}

/** Makes a function that returns what a widget reports about a configuration, `path: expected …` each. */
export async function reader(widget: string): Promise<(configuration: Json) => string[]> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  return (configuration) => {
    const problems: string[] = [];
    fallback(configuration, {
      language: 'en',
      level: 2,
      reading: {
        base: 'https://practice.example/',
        report: (path, expected, code) => {
          // What is missing at the top may come from an attribute or another source.
          if (code !== 'missing-value' || /\W/.test(path)) problems.push(`${path}: expected ${expected}`);
        },
        warn: (path, message = 'unknown') => problems.push(`${path}: ${message}`),
      },
    });
    return problems;
  };
}
