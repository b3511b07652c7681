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

/** The letters of a telephone's keys, from 2 on (ITU-T E.161). */
const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** A text with its letters as the keys of a telephone: `FLOWERS` is `3569377`. */
const withKeys = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => `${keys.findIndex((key) => key.includes(letter.toLowerCase())) + 2}`);

/** What tells a number from others. */
interface Digits {
  /** In whatever script they were written, without zeros at the start. */
  number: string;
  /** What stands at the end after a word or a sign: `x12`, `ext. 12`, `#12`. */
  extension?: string | undefined;
  /** Whether it begins with its country's code. */
  international: boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

/** The shortest number that can be called without what else is written. */
const whole = 7;

function digits(typed: string): Digits {
  // A trunk zero in brackets is not dialled with a country code.
  const latin = withLatinDigits(typed).replace('(0)', '');
  const international = /^[^\d\p{L}]*\+/u.test(latin);
  const [, front = '', extension] = /^(.*?)\s*[\p{L}#;,]\D*(\d{1,7})\D*$/su.exec(latin) ?? [];
  if (digitsOf(front).length >= whole) return { number: digitsOf(front), extension, international };
  // In what is too short to be called without them, the letters are part of the number.
  return { number: digitsOf(digitsOf(latin).length < whole ? withKeys(latin) : latin), international };
}

const isWhole = (text: string): boolean => digitsOf(withLatinDigits(text)).length >= whole;

/** A text, and each number in it where it holds several, or words: `503 555 0142 or 503 555 0199`, `503 555 0142 (9am-5pm)`. */
const numbers = (typed: string): string[] => [
  typed,
  ...typed
    // An area's code may stand in brackets; a whole number or words are no part of the number before them.
    .replace(/\(([^()]*)\)/g, (all, inner: string) => (isWhole(inner) || /\p{L}/u.test(inner) ? `/${inner}/` : all))
    .split(/[/\\|;,&@\n]|\s[-–—]\s|\p{L}+/u)
    .filter(isWhole),
];

/** A number without its country's code, where that is certain. */
const national = (text: string): string | undefined =>
  parsePhoneNumberFromString(withLatinDigits(text))?.nationalNumber;

/**
 * Whether a number that was kept is one that is asked for: the same digits, or others by nothing but a country code (one to
 * three digits) or a trunk zero before a number long enough to be a whole one. Two with their country codes have to be equal.
 * Who asks with an extension means that one only.
 */
export function sameNumber(kept: string, asked: string): boolean {
  const other = digits(asked);
  return numbers(kept).some((text) => {
    const one = digits(text);
    if (other.extension !== undefined && other.extension !== one.extension) return false;
    if (one.international && other.international) return one.number === other.number;
    if (national(text) === other.number || national(asked) === one.number) return true;
    const [long = '', short = ''] = [one.number, other.number].sort((x, y) => y.length - x.length);
    return (
      short !== '' && (long === short || (short.length >= 9 && long.length - short.length <= 3 && long.endsWith(short)))
    );
  });
}
