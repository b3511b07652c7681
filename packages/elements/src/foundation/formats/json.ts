/**
 * JSON text of plain data, as `JSON.stringify` writes it on a page of its own. Prototype and MooTools give every array, text or
 * date a `toJSON` that writes something else; `this[key]` is the value before that.
 */
export const toJson = (value: unknown): string =>
  // eslint-disable-next-line no-restricted-syntax -- The replacer makes it safe.
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
