/** Texts that a spreadsheet would change when it opens a CSV file. */

/** A formula, at the start of a cell. */
const formula = /^\s*[\t\r]|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The position of a formula within a cell: spreadsheets start a new cell there in countries with a decimal comma. */
const innerFormula = /(;|(?<!^)[\n\r])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A truth value or an error, in English, German, Spanish, French, Italian, Portuguese or Dutch. */
const constant =
  /^(?:true|false|wahr|falsch|verdadero|falso|vrai|faux|vero|verdadeiro|waar|onwaar)$|^#(?:.*[!?]|n\/?\p{L})$/iu;

/** The first letters of months and weekdays in these languages, without accents. */
const dateWords = [
  'jan feb mar mrz apr may mai jun jul aug sep oct okt nov dec dez ene abr ago dic fev avr jui aou gen mag giu lug set ott',
  'mei maa out mon tue wed thu fri sat sun die mit don fre sam son lun mie jue vie sab dom',
];

/** Words that may be part of a number, a date, a time or an amount of money. */
const otherWords = '[adehmptz] [ap]m uhr vorm nachm de del eur usd gbp chf fr';

const alternatives = (words: string) => words.replaceAll(' ', '|');
const numberWord = new RegExp(
  `(?<!\\p{L})(?:(?:${alternatives(dateWords.join(' '))})\\p{L}*|${alternatives(otherWords)})(?!\\p{L})`,
  'giu',
);

/** Whether a text may be a number, a date, a time or an amount of money: it has a digit, and no other words. */
function isNumeric(text: string): boolean {
  if (!/\p{N}/u.test(text)) return false;
  const withoutAccents = text.normalize('NFD').replace(/\p{M}/gu, '');
  return !/\p{L}/u.test(withoutAccents.replace(numberWord, ''));
}

/**
 * Makes sure that a spreadsheet shows a text of a CSV file as it is. An apostrophe in front makes a cell plain text (OWASP, CSV
 * Injection). A spreadsheet would calculate `+1-503-555-0142` as -1199, and read `0171234567` as a number and `March 5` as a
 * date. A text that starts with an apostrophe gets another one, because Gnumeric removes the first one. csv-stringify's
 * `escape_formulas` covers only formulas at the start of a cell.
 */
export function protectText(text: string): string {
  const isChanged = text.startsWith("'") || formula.test(text) || constant.test(text.trim()) || isNumeric(text);
  return (isChanged ? "'" : '') + text.replace(innerFormula, "$1'");
}
