const algorithms: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** Whether a file has one of the hashes of an integrity attribute (W3C SRI). */
export async function hasHash(bytes: Uint8Array, integrity: string): Promise<boolean> {
  for (const item of integrity.trim().split(/\s+/)) {
    const [name = '', expected = ''] = item.split(/-(.*)/s);
    const algorithm = algorithms[name];
    if (!algorithm) continue;
    const digest = await crypto.subtle.digest(algorithm, Uint8Array.from(bytes));
    if (btoa(String.fromCharCode(...new Uint8Array(digest))) === expected.replace(/\?.*/, '')) return true;
  }
  return false;
}
