import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** Replaces the digits of any script with 0 to 9. In Unicode the ten digits of a script are consecutive, starting with zero. */
const withLatinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let first = code;
    while (isDigit(first - 1)) first--;
    return `${(code - first) % 10}`;
  });

/**
 * A telephone number as E.164 (`+15035550142`), if it is unambiguous.
 *
 * @param typed - as the person wrote it
 * @param country - the country of numbers without a country code, as ISO 3166-1 alpha-2. Without it, only numbers with a
 *   country code are converted.
 * @returns `undefined` if the number is not valid in its country
 */
export function e164(typed: string, country?: CountryCode): string | undefined {
  const number = parsePhoneNumberFromString(withLatinDigits(typed), country);
  return number?.isValid() ? number.number : undefined;
}

/** The letters on the keys of a telephone, from 2 on (ITU-T E.161). */
const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** Replaces letters with the keys of a telephone: `FLOWERS` becomes `3569377`. */
const withKeypadDigits = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => `${keys.findIndex((key) => key.includes(letter.toLowerCase())) + 2}`);

/** The parts of a number that are compared. */
interface Digits {
  /** Latin digits without leading zeros. */
  number: string;
  /** Digits after a word or sign at the end: `x12`, `ext. 12`, `#12`. */
  extension?: string | undefined;
  /** Whether the number starts with a country code. */
  international: boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

/** The fewest digits that a number without an area code has. */
const minimumDigits = 7;

function parseDigits(typed: string): Digits {
  // A trunk zero in parentheses is not dialed after a country code.
  const latin = withLatinDigits(typed).replace('(0)', '');
  const international = /^[^\d\p{L}]*\+/u.test(latin);
  const [, front = '', extension] = /^(.*?)\s*[\p{L}#;,]\D*(\d{1,7})\D*$/su.exec(latin) ?? [];
  if (digitsOf(front).length >= minimumDigits) return { number: digitsOf(front), extension, international };
  // A number that is too short without its letters includes them.
  return { number: digitsOf(digitsOf(latin).length < minimumDigits ? withKeypadDigits(latin) : latin), international };
}

const isNumber = (text: string): boolean => digitsOf(withLatinDigits(text)).length >= minimumDigits;

/** A text and each number in it: `503 555 0142 or 503 555 0199`, `503 555 0142 (9am-5pm)`. */
const numbersIn = (typed: string): string[] => [
  typed,
  ...typed
    // Parentheses may hold an area code. A whole number or words in them are not part of the number before.
    .replace(/\(([^()]*)\)/g, (all, inner: string) => (isNumber(inner) || /\p{L}/u.test(inner) ? `/${inner}/` : all))
    .split(/[/\\|;,&@\n]|\s[-–—]\s|\p{L}+/u)
    .filter(isNumber),
];

/** A number without its country code, if it has one. */
const nationalNumber = (text: string): string | undefined =>
  parsePhoneNumberFromString(withLatinDigits(text))?.nationalNumber;

/** From this length on, a number may match a longer one that only adds a country code or a trunk zero. */
const minimumNationalDigits = 9;

/** The most digits that a country code has. */
const maximumCountryCode = 3;

function endsWithNumber(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return (
    short.length >= minimumNationalDigits && long.length - short.length <= maximumCountryCode && long.endsWith(short)
  );
}

/**
 * Whether a stored number is the one that was searched for. The digits must be equal, apart from a country code or a trunk
 * zero. Two numbers with country codes must be equal. A search with an extension finds only that extension.
 *
 * @param stored - may hold several numbers
 */
export function sameNumber(stored: string, searched: string): boolean {
  const wanted = parseDigits(searched);
  return numbersIn(stored).some((text) => {
    const found = parseDigits(text);
    if (wanted.extension !== undefined && wanted.extension !== found.extension) return false;
    if (found.international && wanted.international) return found.number === wanted.number;
    if (nationalNumber(text) === wanted.number || nationalNumber(searched) === found.number) return true;
    if (found.number === '' || wanted.number === '') return false;
    return found.number === wanted.number || endsWithNumber(found.number, wanted.number);
  });
}
