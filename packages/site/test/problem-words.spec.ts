/** What is wrong with a configuration, in the languages of the embed builder. */
import schemas from '@havenkit/elements/schemas.json' with { type: 'json' };
import type { Fallback, RawConfiguration } from '@havenkit/elements/foundation';
import {
  ConfigurationError,
  isObject,
  snippet,
  forms,
  widgets,
  type Form,
  type Problem,
} from '@havenkit/embed/snippets';
import { expect, test } from '@playwright/test';
import { translate } from '../src/embed-builder/words/phrases.js';
import { problemPhrases } from '../src/embed-builder/words/problems.es.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
}

/** Values that few settings take. */
const odd = [
  '',
  'x',
  '-',
  'x'.repeat(2001),
  -1,
  true,
  {},
  [],
  [{}],
  { name: 5 },
  [['x']],
  '2020-01-01',
  'https://a:b@c/',
  'none',
];

/** Objects with an odd value in one of their settings, for every setting there is. */
function* variants({ properties = {}, anyOf = [], items, examples = [] }: Schema): Generator {
  yield* odd;
  for (const schema of anyOf) yield* variants(schema);
  for (const value of items ? variants(items) : []) yield [value];
  const [example] = examples;
  const whole = typeof example === 'object' && example !== null ? example : {};
  for (const [key, schema] of Object.entries(properties))
    for (const value of variants(schema)) yield* [{ [key]: value }, { ...whole, [key]: value }];
}

/** Configurations with other problems: of several settings, or of one in a certain form. */
const more: Readonly<Record<string, readonly RawConfiguration[]>> = {
  'contact-card': [
    { name: 'A' },
    { telephone: '5', employee: [{}] },
    { name: 'A', url: '/', openingHours: 'Mo 9-12, by appointment', links: 'never' },
    { name: 'A', specialOpeningHoursSpecification: [{ validFrom: '2027-02-01', validThrough: '2027-01-01' }] },
    {
      name: 'A',
      specialOpeningHoursSpecification: [{ opens: '09:00', validFrom: '2027-01-01', validThrough: '2027-01-01' }],
    },
    { name: 'A', telefone: '5', crisis: { entries: [{}] }, src: 'a.json', source: '#a' },
  ],
  'signup-form': [
    ...[
      'formspree',
      'netlify',
      'basin',
      'web3forms',
      'google-forms',
      'hubspot',
      'contact-form-7',
      'wix',
      'mailto',
    ].flatMap((adapter) =>
      [
        'signups',
        'https://formspree.io/',
        'https://api.web3forms.com/submit',
        'https://docs.google.com/forms/d/e/1a/viewform',
        'a@b.example',
        '/',
      ].map((endpoint) => ({ name: 'A', adapter, endpoint })),
    ),
    {
      name: 'A',
      adapter: 'google-forms',
      endpoint: 'https://docs.google.com/forms/d/e/1a/viewform',
      fields: { name: 'x' },
    },
    { name: 'A', adapter: 'event', challenge: '/x', draft: 'session' },
    ...['2020-02-16T18:30-05:00', '2037-02-16T18:30-05:00', '2037-02-16T18:30'].map((startDate) => ({
      name: 'A',
      endpoint: '/',
      hasCourseInstance: [
        { name: 'B', startDate, courseSchedule: { scheduleTimezone: 'America/Los_Angeles', repeatCount: 3 } },
        { name: 'B', startDate: '2037-02-16T18:30-05:00' },
      ],
    })),
  ],
  'circle-diagram': [
    { summary: 'Circle of Security', for: 'a', hash: true, step: 'a', view: 'ring' },
    {
      arcs: [
        {
          id: 'a',
          label: 'A',
          stops: [
            { id: 'b', label: 'A'.repeat(90) },
            { id: 'b', label: 'C' },
          ],
        },
      ],
    },
    { summary: 'always be bigger, stronger, wiser and kind' },
  ],
  'reflection-prompt': [
    { prompts: [{ id: 'a', text: 'A' }, { id: 'a', text: 'B' }, { id: 'c' }], for: 'a', crisis: 'none' },
  ],
};

for (const widget of widgets)
  test(`says everything that is wrong with a ${widget} in Spanish`, async () => {
    const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
    const unknown = new Set<string>();
    const note = (problems: readonly Problem[]): void => {
      for (const { text } of problems) if (translate(text, problemPhrases) === undefined) unknown.add(text);
    };
    const base = { widget, language: 'en', files: 'https://a.example/', fallback, render: () => '' };
    const schema = (schemas as unknown as Readonly<Record<string, Schema>>)[widget] ?? {};
    const check = (configuration: RawConfiguration, form: Form): void => {
      try {
        note(snippet({ ...base, configuration, form, page: 'https://practice.example/' }).problems);
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        note(error.problems);
      }
    };
    for (const configuration of variants(schema)) if (isObject(configuration)) check(configuration, 'element');
    for (const configuration of more[widget] ?? []) for (const form of forms) check(configuration, form);
    expect([...unknown]).toEqual([]);
  });

test('keeps what a person wrote, and translates what is around it', () => {
  expect(
    translate('expected hours such as Mo 09:00-17:30, found by appointment, so no hours are shown', problemPhrases),
  ).toBe('no podemos leer “by appointment”, y no se muestra el horario');
  expect(translate('is not shown, because it was over on September 14, 2026', problemPhrases)).toBe(
    'no se muestra, porque terminó el 14 de septiembre de 2026',
  );
  expect(translate('expected a pony', problemPhrases)).toBeUndefined();
});
