/** Names that people in the United States know a zone by. */
const known: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  arizona: 'America/Phoenix',
  pacific: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
};

export const timeZones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** The city of a zone, as people write it: `New York`. */
export const cityOf = (zone: string): string => zone.replace(/^.*\//s, '').replaceAll('_', ' ');

/** The zone of a city, or of a name such as "Eastern time"; the text itself if there is none. */
export function zoneOf(text: string): string {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
  const isNamed = (zone: string): boolean =>
    [zone.replaceAll('_', ' '), cityOf(zone)].some((each) => each.toLowerCase() === name);
  return known[name.replace(/ (?:standard |daylight )?time$/, '')] ?? timeZones.find(isNamed) ?? text;
}
