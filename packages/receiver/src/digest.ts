import canonicalize from 'canonicalize';

/** A value that JSON can represent. Members that are `undefined` are omitted. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The canonical JSON of a value (RFC 8785): the same text for every order of keys.
 *
 * @throws {TypeError} for a number that is not finite or a lone surrogate, which canonical JSON cannot represent
 */
export function canonicalJson(value: Json): string {
  try {
    return canonicalize(value) ?? 'null';
  } catch (cause) {
    throw new TypeError('Canonical JSON cannot represent this value.', { cause });
  }
}

/** SHA-256 of a value's canonical JSON, as 64 hexadecimal digits. */
export async function digest(value: Json): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
