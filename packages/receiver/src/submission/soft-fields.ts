/** Fields that describe a sign-up but are not needed to answer it. A wrong value is dropped: it never refuses a person. */
import schema from '#signup.schema.json' with { type: 'json' };
import { clean } from './clean.js';

const { locale, altcha } = schema.properties;
const localePattern = new RegExp(locale.pattern);

/** A language tag. Some systems write `en_US`. `undefined` for anything that is not one. */
export function readLocale(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? clean(value, 'locale').replaceAll('_', '-') : '';
  return tag.length <= locale.maxLength && localePattern.test(tag) ? tag : undefined;
}

/** Milliseconds, as a number or as the text of a form's field. A clock that was set back makes them negative. */
export function readElapsed(value: unknown): number | undefined {
  const milliseconds = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds < Infinity ? milliseconds : undefined;
}

/** A solution of a challenge. Without one, a receiver that requires it asks for another one. */
export const readAltcha = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= altcha.maxLength ? value : undefined;
