import type { Telephone } from './telephone.js';

/**
 * Countries and their calling codes. With `+`, people at home dial a 0 instead of the calling code; without, they dial nothing
 * instead of it. Countries with other rules are left out: readers there see the international form.
 */
const countries = [
  ...(
    'CA1 DO1 PR1 US1 CL56 CO57 CR506 CZ420 DK45 ES34 GR30 GT502 HN504 IT39 MX52 NI505 NO47 PA507 PL48 PT351 SV503 ' +
    'AT43+ AU61+ BE32+ CH41+ DE49+ EC593+ FI358+ FR33+ GB44+ IE353+ JP81+ NL31+ NZ64+ SE46+ VE58+ ZA27+'
  ).matchAll(/([A-Z]+)(\d+)(\+?)/g),
];

/**
 * Returns a number as people in its own country write it, to readers in that country: `919-791-5611` for `+1 (919) 791-5611`.
 * In North America every number has this form; elsewhere the owner's own spaces and hyphens stay, `020 7946 0958`. To all other
 * readers it returns the number as its owner wrote it, with the country code. A number without a country code stays as it is.
 *
 * @param country - ISO 3166 code of the reader's country; when it is unknown, the reader counts as being in that of the number
 */
export function nationalNumber({ text, number, extension }: Telephone, country?: string): string {
  const [, , code = '', trunk] =
    countries.find(([, name, code = '']) => name === (country ?? name) && number.startsWith(`+${code}`)) ?? [];
  const national = number.slice(code.length + 1);
  if (code === '1' && national.length === 10)
    return national.replace(/^(...)(...)/, '$1-$2-') + (extension ? ` ext. ${extension}` : '');
  // `(0)` stands for the 0 that is dialed at home.
  const [before] = new RegExp(`^\\D*${code}[^\\d(]*(?:\\(0\\)[^\\d(]*)?`).exec(text) ?? [];
  if (!code || code === '1' || before === undefined || text.includes('(0)', before.length)) return text;
  const rest = text.slice(before.length);
  if (!trunk) return rest;
  // Short numbers and free ones such as 1800 have no 0.
  return /^(0|1[38]00|\d{0,7}$)/.test(national) ? text : rest.replace(/^\(?/, '$&0');
}
