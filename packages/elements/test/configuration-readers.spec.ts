/** A configuration that the schema accepts is read without a problem, and one with a problem is refused by the schema. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { reader, schemaOf, validator, widgets, type Json, type Schema } from './configuration-schema.js';

const runs = process.env['THOROUGH'] ? 5000 : 500;

/** Texts. Where only some are allowed, the schema's examples; every `id` is another one. */
function texts(
  { pattern, examples = [], minLength = 0, maxLength = 2000 }: Schema,
  key: string,
): fc.Arbitrary<unknown> {
  if (/^@?id$/.test(key)) return fc.uuid();
  const some = examples.length ? [fc.constantFrom(...examples)] : [];
  if (pattern && pattern !== '\\S') {
    expect(some, `examples of ${key}, ${pattern}`).not.toEqual([]);
    return fc.oneof(...some);
  }
  const longest = fc.constant('x'.repeat(maxLength));
  const any = fc.string({ minLength, maxLength: Math.min(maxLength, 20) });
  return fc.oneof(...some, longest, pattern ? any.filter((text) => /\S/.test(text)) : any);
}

function objects({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  if (additionalProperties)
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), values(additionalProperties, ''), { maxKeys: 3 });
  const settings = Object.entries(properties).filter(([, schema]) => !schema['x-snippet-only']);
  const arbitraries = settings.map(([key, schema]) => [key, values(schema, key)] as const);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: [...required], noNullPrototype: true });
}

/** Values that a schema accepts, but for rules that connect several values. */
function values(schema: Schema, key: string): fc.Arbitrary<unknown> {
  const {
    type,
    anyOf,
    items,
    minItems: minLength = 0,
    maxItems: maxLength = 3,
    minimum: min = 0,
    maximum: max = 99,
  } = schema;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  // Below properties, the alternatives are about required keys.
  if (anyOf && !schema.properties)
    return fc.oneof(...anyOf.map((each) => values({ examples: schema.examples, ...each } as Schema, key)));
  const kinds: Record<string, () => fc.Arbitrary<unknown>> = {
    string: () => texts(schema, key),
    integer: () => fc.integer({ min, max }),
    number: () => fc.integer({ min, max }),
    boolean: () => fc.boolean(),
    array: () => (items ? fc.array(values(items, key), { minLength, maxLength }) : fc.constant([])),
    object: () => objects(schema),
  };
  return fc.oneof(...[type!].flat().map((each) => kinds[each]!()));
}

/** Values of every kind that is wrong somewhere. */
const wrong: readonly unknown[] = [
  true,
  0,
  -1,
  1.5,
  {},
  { unknown: 'key' },
  [],
  [{}],
  [[]],
  ['whenever'],
  'whenever',
  'x'.repeat(2001),
  'javascript:alert(1)',
  'ftp://practice.example',
  'someone',
  '12',
  'Mo 25:00-26:00',
  '09:00-12:00 Mo',
  '25:00',
  '2026-13-01',
  'P1M',
  'America/New York',
];

/** Paths of all values in a configuration. */
const paths = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [[key], ...paths(item).map((path) => [key, ...path])])
    : [];

/** A copy of a configuration with another value at a path. */
function withValue(configuration: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(configuration);
  const parent = path.slice(0, -1).reduce((object, key) => object[key] as Json, copy);
  parent[path.at(-1)!] = value;
  return copy;
}

/** What depends on other values: the kind of endpoint, and the ids and names of other items. */
const otherValues = /^(endpoint|challenge|fields(\..*)?):|an id of its own$/;

for (const widget of widgets)
  test.describe(widget, () => {
    const validate = validator(widget);
    const { properties } = schemaOf(widget);
    const valid = (objects({ properties } as Schema) as fc.Arbitrary<Json>).filter(
      (configuration) => !validate(configuration).length,
    );
    const complete = { name: 'Riverbend', text: 'Some text' };

    test('reads what the schema accepts without a report', async () => {
      const read = await reader(widget);
      fc.assert(
        fc.property(valid, (configuration) => {
          const problems = read({ ...configuration, ...pick(complete, properties!) }).filter(
            (problem) => !otherValues.test(problem),
          );
          expect(problems).toEqual([]);
        }),
        { numRuns: runs },
      );
    });

    test('has a schema that refuses what is reported', async () => {
      const read = await reader(widget);
      fc.assert(
        fc.property(valid, fc.nat(), fc.constantFrom(...wrong), (configuration, at, value) => {
          const all = paths(configuration);
          fc.pre(all.length > 0);
          const changed = { ...pick(complete, properties!), ...withValue(configuration, all[at % all.length]!, value) };
          const problems = read(changed).filter((problem) => !otherValues.test(problem));
          if (problems.length) expect(validate(changed), problems.join()).not.toEqual([]);
        }),
        { numRuns: runs * 4 },
      );
    });
  });

/** The values of those keys that a widget has. */
function pick(complete: Json, properties: object): Json {
  return Object.fromEntries(Object.entries(complete).filter(([key]) => key in properties));
}

test('some rules are known to the widget alone', async () => {
  const known: [widget: string, configuration: Json, problem: string][] = [
    ['contact-card', { timeZone: 'Atlantis/Capital' }, 'timeZone: expected a time zone such as America/New_York'],
    [
      'contact-card',
      { openingHoursSpecification: { dayOfWeek: 'Monday', opens: '09:00', closes: '09:00' } },
      'openingHoursSpecification[0].closes: expected a time other than opens',
    ],
    [
      'contact-card',
      { specialOpeningHoursSpecification: { validFrom: '2027-01-02', validThrough: '2027-01-01' } },
      'specialOpeningHoursSpecification[0].validThrough: expected the last day, after validFrom',
    ],
    [
      'reflection-prompt',
      { prompts: ['Why?', 'How?'].map((text) => ({ id: 'same', text })) },
      'prompts[1].id: expected an id of its own',
    ],
    [
      'signup-form',
      { adapter: 'formspree', endpoint: 'https://formspree.io/forms' },
      'endpoint: expected https://formspree.io/f/{key}, found formspree.io/forms',
    ],
  ];
  for (const [widget, settings, problem] of known) {
    const configuration = { ...pick({ name: 'Riverbend' }, schemaOf(widget).properties!), ...settings };
    expect(validator(widget)(configuration)).toEqual([]);
    expect((await reader(widget))(configuration)).toEqual([problem]);
  }
});
