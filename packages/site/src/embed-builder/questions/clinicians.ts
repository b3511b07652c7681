import { isObject, type Problem } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { isEmpty, itemsOf } from './values.js';

/** The settings of a single clinician, and what schema.org calls them in a person. */
const short = { clinician: 'name', credentials: 'honorificSuffix' } as const;
const shortKeys = Object.keys(short) as (keyof typeof short)[];

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';

/** A configuration with other settings in the place of some, which is that of the first of them. */
function replaced(
  configuration: RawConfiguration,
  keys: readonly string[],
  settings: RawConfiguration,
): RawConfiguration {
  const first = Object.keys(configuration).find((key) => keys.includes(key));
  return Object.fromEntries(
    Object.entries(configuration).flatMap(([key, value]): [string, unknown][] =>
      key === first ? Object.entries(settings) : keys.includes(key) ? [] : [[key, value]],
    ),
  );
}

/** A person with the name and the credentials that a card shows in place of theirs. */
function overridden(person: RawConfiguration, name: string, credentials: string): RawConfiguration {
  const { honorificPrefix, honorificSuffix } = person;
  const shown = [textOf(honorificPrefix), textOf(person['name'])].filter(Boolean).join(' ');
  // With another name, it is somebody else, who has only the credentials.
  const same = !name || name === shown ? person : { name, ...(honorificSuffix ? { honorificSuffix } : {}) };
  return credentials ? { ...same, honorificSuffix: credentials } : same;
}

/**
 * Answers in which all clinicians are in one list, as the page asks for them. A card shows the clinician of its short settings in place of
 * the first person of its list.
 */
export function withClinicianList(configuration: RawConfiguration): RawConfiguration {
  const found = shortKeys.filter((key) => ['string', 'number'].includes(typeof configuration[key]));
  if (!found.length) return configuration;
  const [name = '', credentials = ''] = shortKeys.map((key) => textOf(configuration[key]));
  const people = itemsOf(configuration['employee']);
  const index = people.findIndex((person) => isObject(person) && textOf(person['name']));
  const first = people[index];
  const person = overridden(isObject(first) ? first : {}, name, credentials);
  // Nobody but the practice has credentials without a name.
  const list =
    index < 0 ? [person, ...(name ? people : [])] : people.map((each, other) => (other === index ? person : each));
  const employee = list.filter((each) => !isEmpty(each));
  return replaced(configuration, [...found, 'employee'], employee.length ? { employee } : {});
}

/** Whether the short settings can say everything about a person. */
const isShort = (person: unknown): person is Readonly<Record<string, string>> =>
  isObject(person) &&
  Object.entries(person).every(
    ([key, value]) => Object.values<string>(short).includes(key) && typeof value === 'string',
  );

/** The configuration of answers: a single clinician in the short settings, and no person without answers. */
export function withShortClinician(answers: RawConfiguration): RawConfiguration {
  const { employee } = answers;
  if (employee === undefined) return answers;
  const people = itemsOf(employee).filter((person) => !isEmpty(person));
  const [person] = people;
  if (people.length === 1 && isShort(person)) {
    const settings = shortKeys.flatMap((key) => (person[short[key]] ? [[key, person[short[key]]] as const] : []));
    return replaced(answers, ['employee'], Object.fromEntries(settings));
  }
  if (people.length === itemsOf(employee).length) return answers;
  return replaced(answers, ['employee'], people.length ? { employee: people } : {});
}

/** What is wrong with clinicians, by the answers that it comes from. */
export function clinicianProblems(problems: readonly Problem[], { employee }: RawConfiguration): readonly Problem[] {
  const places = itemsOf(employee).flatMap((person, index) => (isEmpty(person) ? [] : [index]));
  const inAnswers = (path: string): string => {
    const key = shortKeys.find((each) => each === path);
    if (key) return `employee[${places[0] ?? 0}].${short[key]}`;
    return path.replace(/^employee\[(\d+)\]/, (_, index: string) => `employee[${places[Number(index)] ?? index}]`);
  };
  return problems.map((each) => ({ ...each, path: inAnswers(each.path) }));
}
