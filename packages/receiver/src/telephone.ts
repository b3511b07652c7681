import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** A text with its digits as 0 to 9, whatever their script: Unicode has the ten of each in a row, and rows begin with a zero. */
const withLatinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let first = code;
    while (isDigit(first - 1)) first--;
    return `${(code - first) % 10}`;
  });

/**
 * A telephone number as E.164 (`+15035550142`), when that is certain.
 *
 * @param typed - as the person wrote it
 * @param country - where a number without a country code is from: ISO 3166-1 alpha-2; default none, and then only
 *   numbers with a country code are certain
 * @returns `undefined` when the number is not one that its country gives out
 */
export function e164(typed: string, country?: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(withLatinDigits(typed), country);
  return number?.isValid() ? number.number : undefined;
}

/**
 * A number's digits, in whatever script they were written, without zeros at the start; its extension apart: what stands at
 * its end after a word or a sign (`x12`, `ext. 12`, `#12`).
 */
function digits(typed: string): { number: string; extension: string | undefined } {
  const latin = withLatinDigits(typed);
  const [, front = '', extension] = /^(.*?)\s*[\p{L}#;,]\D*(\d{1,7})\D*$/su.exec(latin) ?? [];
  const number = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');
  // In what is too short to be called without it, the letters are part of the number.
  return number(front).length < 7
    ? { number: number(latin), extension: undefined }
    : { number: number(front), extension };
}

/**
 * Whether a number that was kept is one that is asked for: the same digits, or others by nothing but a country code (one to
 * three digits) or a trunk zero before a number long enough to be a whole one. Who asks with an extension means that one
 * only.
 */
export function sameNumber(kept: string, asked: string): boolean {
  const [one, other] = [digits(kept), digits(asked)];
  if (other.extension !== undefined && other.extension !== one.extension) return false;
  const [long = '', short = ''] = [one.number, other.number].sort((x, y) => y.length - x.length);
  return (
    short !== '' && (long === short || (short.length >= 9 && long.length - short.length <= 3 && long.endsWith(short)))
  );
}
