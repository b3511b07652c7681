/**
 * A random UUID (RFC 9562, version 4). `crypto.randomUUID` would do, but only on pages that come by https; the address of a
 * blob ends with one on every page (W3C File API, "generate a new blob URL").
 */
export function uuid(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}
