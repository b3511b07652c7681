import { parseConfiguration } from './parse-configuration.js';
import { parsePractice, practiceTypes } from '@havenkit/elements/contact-card/practice';

/** Keys of the card's configuration that schema.org has no property for. */
const cardOnly = new Set([
  'sms',
  'timeZone',
  'responseTime',
  'accepting',
  'crisis',
  'crisisReason',
  'links',
  'vcardUrl',
  'vcardVersion',
  'now',
]);

/** The card's short forms, which are written out as schema.org properties. */
const shortForms = new Set(['clinician', 'credentials']);

/**
 * Turns a contact card's configuration into the JSON-LD block for a page's head.
 *
 * An invalid value is reported and left out, so that a search engine never reads something that the card would not show.
 *
 * @param json - configuration as JSON text
 * @returns the script element, and one line for every problem and every key left out
 * @throws Error if the text is not a JSON object, or has neither a name nor a way to reach the practice
 */
export function jsonLd(json: string): { html: string; notes: string[] } {
  const raw = parseConfiguration(json);
  const notes: string[] = [];
  const invalid = new Set<string | undefined>();
  const practice = parsePractice(raw, {
    report: (path, expected) => {
      notes.push(`${path}: expected ${expected}`);
      invalid.add(path.split(/[.[]/)[0]);
    },
    warn: (path) => notes.push(`${path}: kept, although the card does not use it`),
  });
  if (!practice?.name) throw new Error(`the file does not describe a practice. ${notes.join('. ')}`);
  const types = [raw['@type'] ?? []]
    .flat()
    .flatMap((type) => (typeof type === 'string' ? type.replace(/^.*[/:]/, '') : []));
  if (types[0] && !types.some((type) => practiceTypes.some((known) => known.has(type))))
    notes.push(
      '@type: expected a type of practice, such as MedicalBusiness; the card does not find other types on a page',
    );
  const data: Record<string, unknown> = { '@context': 'https://schema.org', '@type': 'MedicalBusiness' };
  for (const [key, value] of Object.entries(raw)) {
    if (cardOnly.has(key)) notes.push(`${key}: left out, because schema.org has no such property; set it on the card`);
    else if (!invalid.has(key) && !shortForms.has(key)) data[key] = value;
  }
  if (!data['employee'] && practice.clinicians.length)
    data['employee'] = practice.clinicians.map(({ name, credentials }) => ({
      '@type': 'Person',
      name,
      ...(credentials && { honorificSuffix: credentials }),
    }));
  // "<" is written as an escape so that no value can end the script element.
  const text = JSON.stringify(data, null, 2).replaceAll('<', '\\u003c');
  return { html: `<script type="application/ld+json">\n${text}\n</script>`, notes };
}
