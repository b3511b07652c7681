import { strings } from '../words/strings.js';
import { usZone } from './us-places.js';

/** Names in Spanish. */
const inSpanish: Readonly<Record<string, string>> = {
  este: 'America/New_York',
  centro: 'America/Chicago',
  montana: 'America/Denver',
  pacifico: 'America/Los_Angeles',
  'nueva york': 'America/New_York',
  'ciudad de mexico': 'America/Mexico_City',
};

export const timeZones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** The city of a zone, as people write it: `New York`. */
export const cityOf = (zone: string): string => zone.replace(/^.*\//s, '').replaceAll('_', ' ');

/** What is understood of a zone, to be announced; empty if it is none. */
export const zoneInWords = (zone: string): string =>
  timeZones.includes(zone) ? strings.understood.zone(cityOf(zone)) : '';

/** A text as it is compared: without accents, and with single spaces. */
const comparable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/** The zone of a city or a state, or of a name such as "Eastern time" or "hora del este"; the text itself if there is none. */
export function zoneOf(text: string): string {
  const name = comparable(text);
  const short = name.replace(/ (?:standard |daylight )?time$|^hora (?:estandar )?(?:de la|del?) /, '');
  const isNamed = (zone: string): boolean => [zone, cityOf(zone)].some((each) => comparable(each) === name);
  return usZone(short) ?? inSpanish[short] ?? timeZones.find(isNamed) ?? text;
}
