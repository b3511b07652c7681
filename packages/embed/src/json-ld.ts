import type { RawConfiguration } from '@havenkit/elements/foundation';
import { parsePractice, practiceTypes } from '@havenkit/elements/contact-card/practice';
import { knownKeys } from './known-keys.js';
import { attributesOf, widgets } from './widgets.js';

/** Keys of configurations that schema.org has for a practice, and those of JSON-LD. */
const properties = new Set(
  `@context @id @type name description telephone email url address hasMap openingHours openingHoursSpecification
  specialOpeningHoursSpecification availableLanguage contactPoint employee`.split(/\s+/),
);

/** The card's short forms, which are written out as schema.org properties. */
const shortForms = new Set(['clinician', 'credentials']);

/** Keys that widgets and snippets know and schema.org does not: they are settings, or describe something else. */
const settings = new Set(widgets.flatMap((widget) => knownKeys(widget, '')).filter((key) => !properties.has(key)));

const onCard = (key: string): string => (attributesOf('contact-card').has(key) ? '; set it on the card' : '');

/** Keys that only the configuration of another widget has, and what it describes. */
const others: Readonly<Record<string, string>> = {
  hasCourseInstance: 'a program',
  endpoint: 'a program',
  adapter: 'a program',
  prompts: 'reflection prompts',
  arcs: 'a circle',
};

const expected =
  'expected a practice, such as { "@type": "MedicalBusiness", "name": "Riverbend", "telephone": "+1-503-555-0142" }';

/** @throws Error when a file says that it describes something else than a practice */
function requirePractice(raw: RawConfiguration): void {
  const types = [raw['@type'] ?? []]
    .flat()
    .flatMap((type) => (typeof type === 'string' ? type.replace(/^.*[/:]/, '') : []));
  if (types[0] && !types.some((type) => practiceTypes.some((known) => known.has(type))))
    throw new Error(`@type: the file describes a ${types[0]}; ${expected}`);
  const key = types[0] ? undefined : Object.keys(others).find((each) => Object.hasOwn(raw, each));
  if (key) throw new Error(`${key}: the file describes ${others[key]}; ${expected}`);
}

/**
 * Turns a contact card's configuration into the JSON-LD block for a page's head.
 *
 * An invalid value is reported and left out, so that a search engine never reads something that the card would not show.
 *
 * @returns the script element, its data, and one line for every problem and every key left out
 * @throws Error if it describes no practice, or has neither a name nor a way to reach the practice
 */
export function jsonLd(raw: RawConfiguration): { html: string; data: Record<string, unknown>; notes: string[] } {
  requirePractice(raw);
  const notes: string[] = [];
  const invalid = new Set<string | undefined>();
  const practice = parsePractice(raw, {
    report: (path, expected) => {
      notes.push(`${path}: expected ${expected}`);
      invalid.add(path.split(/[.[]/)[0]);
    },
    warn: (path) => {
      if (!settings.has(path)) notes.push(`${path}: kept, although the card does not use it`);
    },
  });
  if (!practice?.name) throw new Error(`the file does not describe a practice. ${notes.join('. ')}`);
  const data: Record<string, unknown> = { '@context': 'https://schema.org', '@type': 'MedicalBusiness' };
  for (const [key, value] of Object.entries(raw)) {
    if (shortForms.has(key)) continue;
    if (settings.has(key)) notes.push(`${key}: left out, because schema.org has no such property${onCard(key)}`);
    else if (!invalid.has(key)) data[key] = value;
  }
  if (!data['employee'] && practice.clinicians.length)
    data['employee'] = practice.clinicians.map(({ name, credentials }) => ({
      '@type': 'Person',
      name,
      ...(credentials && { honorificSuffix: credentials }),
    }));
  return { html: jsonLdScript(data), data, notes };
}

/** The script element with schema.org data. "<" is written as an escape so that no value can end it. */
export const jsonLdScript = (data: object): string =>
  `<script type="application/ld+json">\n${JSON.stringify(data, null, 2).replaceAll('<', '\\u003c')}\n</script>`;
