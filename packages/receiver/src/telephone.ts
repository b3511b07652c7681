import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A telephone number as E.164 (`+15035550142`), when that is certain.
 *
 * @param typed - as the person wrote it
 * @param country - where a number without a country code is from: ISO 3166-1 alpha-2; default none, and then only
 *   numbers with a country code are certain
 * @returns `undefined` when the number is not one that its country gives out
 */
export function e164(typed: string, country?: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(typed, country);
  return number?.isValid() ? number.number : undefined;
}

/**
 * Whether two numbers have the same digits, or differ by nothing but a country code (one to three digits) or a trunk
 * zero before a number long enough to be a whole one.
 */
export function sameNumber(a: string, b: string): boolean {
  const [long = '', short = ''] = [a, b]
    .map((one) => one.replace(/\D/g, '').replace(/^0+/, ''))
    .sort((x, y) => y.length - x.length);
  return (
    short !== '' && (long === short || (short.length >= 9 && long.length - short.length <= 3 && long.endsWith(short)))
  );
}
