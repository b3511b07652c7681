/** A clinician in the card's short settings, several in a list, and the one list that the embed builder asks for. */
import { parsePractice, type Clinician } from '@havenkit/elements/contact-card/practice';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { silent } from '@havenkit/embed/snippets';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../../elements/test-support/runs.js';
import {
  clinicianProblems,
  withClinicianList as answersOf,
  withShortClinician as configurationOf,
} from '../src/embed-builder/questions/clinicians.js';

/** The clinicians that a card shows. */
const shown = (configuration: RawConfiguration): readonly Clinician[] =>
  parsePractice({ telephone: '+1-503-555-0142', ...configuration }, silent)?.clinicians ?? [];

const optional = (text: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.option(text, { nil: undefined, freq: 2 });
const name = fc.constantFrom('Ana Ortiz', 'Dr. Ana Ortiz', 'Ben Hale', 'Chi Wu', '');
const letters = fc.constantFrom('LCSW', 'PhD', '');

const withoutUndefined = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;

const person = fc
  .record({
    '@type': optional(fc.constant('Person')),
    name: optional(name),
    honorificPrefix: optional(fc.constant('Dr.')),
    honorificSuffix: optional(letters),
    jobTitle: optional(fc.constant('Therapist')),
  })
  .map(withoutUndefined);

const configuration: fc.Arbitrary<RawConfiguration> = fc
  .record({
    name: optional(fc.constant('Riverbend')),
    clinician: optional(name),
    employee: fc.option(fc.oneof(fc.array(person, { maxLength: 3 }), person), { nil: undefined }),
    credentials: optional(letters),
    email: optional(fc.constant('hello@practice.example')),
  })
  .map(withoutUndefined);

test('any card shows the same clinicians from its answers, and the answers are read back', () => {
  fc.assert(
    fc.property(configuration, (given) => {
      const { clinician, credentials, employee = [] } = given;
      // Credentials without a name are those of the practice, as a person types them. In a list, a card ignores them.
      const [first, ...others] = [employee].flat() as RawConfiguration[];
      fc.pre(Boolean(clinician || credentials || others.length || !first || first['name']));
      const answers = answersOf(given);
      expect(answers).not.toHaveProperty('clinician');
      expect(answers).not.toHaveProperty('credentials');
      const printed = configurationOf(answers);
      expect(shown(printed)).toEqual(shown(given));
      expect(configurationOf(answersOf(printed))).toEqual(printed);
    }),
    { numRuns: runs(2000) },
  );
});

test('any list without short settings stays as it is, but for people without answers', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (employee) => {
      expect(answersOf({ employee })).toEqual({ employee });
      const people = employee.filter((each) => Object.keys(each).length);
      if (people.length > 1) expect(configurationOf({ employee })).toEqual({ employee: people });
    }),
    { numRuns: runs(500) },
  );
});

test('prints a single clinician in the short settings, in their old place', () => {
  const given = { name: 'Riverbend', clinician: 'Ana Ortiz', credentials: 'LCSW', telephone: '5' };
  const answers = answersOf(given);
  const ana = { name: 'Ana Ortiz', honorificSuffix: 'LCSW' };
  expect(answers).toEqual({ name: 'Riverbend', employee: [ana], telephone: '5' });
  expect(Object.entries(configurationOf(answers))).toEqual(Object.entries(given));
  expect(configurationOf({ employee: [{}, ana, {}] })).toEqual({ clinician: 'Ana Ortiz', credentials: 'LCSW' });
  expect(configurationOf({ employee: [{}] })).toEqual({});
  const two = { employee: [ana, { name: 'Ben Hale' }] };
  expect(configurationOf(two)).toEqual(two);
  // The short settings cannot say this.
  for (const more of [{ '@type': 'Person' }, { honorificPrefix: 'Dr.' }, { jobTitle: 'Therapist' }, { image: 'a.jpg' }])
    expect(configurationOf({ employee: [{ ...ana, ...more }] })).toEqual({ employee: [{ ...ana, ...more }] });
});

test('adds the clinician of the short settings to a list as the card does', () => {
  const ben = { name: 'Ben Hale', honorificSuffix: 'PhD', jobTitle: 'Therapist' };
  expect(answersOf({ clinician: 'Ana Ortiz', employee: [ben, { name: 'Chi Wu' }] })).toEqual({
    employee: [{ name: 'Ana Ortiz', honorificSuffix: 'PhD' }, { name: 'Chi Wu' }],
  });
  const { honorificSuffix, ...rest } = ben;
  expect(answersOf({ credentials: 'LCSW', employee: rest })).toEqual({
    employee: [{ ...rest, honorificSuffix: 'LCSW' }],
  });
  const doctor = { name: 'Ana Ortiz', honorificPrefix: 'Dr.', honorificSuffix };
  expect(answersOf({ clinician: 'Dr. Ana Ortiz', employee: [doctor] })).toEqual({ employee: [doctor] });
  // Those of the person that the practice is named after.
  expect(configurationOf(answersOf({ name: 'Ana Ortiz', credentials: 'LCSW' }))).toEqual({
    name: 'Ana Ortiz',
    credentials: 'LCSW',
  });
});

test('anything else that stands there stays, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.record({ clinician: fc.anything(), credentials: fc.anything(), employee: fc.anything() }),
      (odd) => void configurationOf(answersOf(odd)),
    ),
    { numRuns: runs(1000) },
  );
  const odd = { clinician: { name: 'Ana Ortiz' }, employee: 'Ana Ortiz' };
  expect(answersOf(odd)).toEqual(odd);
});

test('what is wrong is at the answer that it comes from', () => {
  const at = (path: string, employee: unknown): string | undefined =>
    clinicianProblems([{ path, text: 'expected a text', severe: false }], { employee })[0]?.path;
  expect(at('employee[1].name', [{}, { name: 'A' }, {}, { honorificSuffix: 'B' }])).toBe('employee[3].name');
  expect(at('credentials', [{}, { honorificSuffix: 'A' }])).toBe('employee[1].honorificSuffix');
  expect(at('telephone', undefined)).toBe('telephone');
});
