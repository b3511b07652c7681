import { isObject } from '@havenkit/embed/snippets';
import type { Question } from './schema.js';
import { zoneOf } from './time-zones.js';

/** A host without its scheme, such as `formspree.io/f/xyz`, but no file of the site, such as `privacy.html`. */
const host = /^(?:[^\s/?#:.@]+\.)+(?!(?:html?|php|aspx?|cgi|vcf|pdf|json)\b)\p{L}{2,}(?=[/?#:]|$)/iu;

const email = /^[^\s/?#:@]+@[^\s/?#:@]+$/;

/** An address with the scheme that people leave out. Everything else stays, such as a path of the site. */
export const withScheme = (address: string): string => {
  const text = address.trim();
  return host.test(text) ? `https://${text}` : text;
};

/**
 * An answer as the widget takes it, from what people write. For a field that was left: nobody is corrected while typing.
 *
 * @param configuration - all answers about the widget
 */
export function tidied(question: Question & { kind: 'text' }, text: string, configuration: unknown): string {
  if (question.list) return zoneOf(text);
  if (!question.isAddress) return text;
  const { adapter } = isObject(configuration) ? configuration : {};
  const isEmail = question.key === 'endpoint' && adapter === 'mailto' && email.test(text.trim());
  return isEmail ? `mailto:${text.trim()}` : withScheme(text);
}
