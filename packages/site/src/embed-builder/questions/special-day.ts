import { isObject } from '@havenkit/embed/snippets';
import { withValue } from './values.js';

/** A special day with another first day. Most are one day long: the last day follows the first one until it has an answer of its own. */
export function withFirstDay(specialDay: unknown, day: string): unknown {
  const { validFrom, validThrough } = isObject(specialDay) ? specialDay : {};
  const next = withValue(specialDay, ['validFrom'], day);
  return validThrough === undefined || validThrough === validFrom ? withValue(next, ['validThrough'], day) : next;
}
