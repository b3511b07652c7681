/**
 * A random UUID (RFC 9562, version 4; its variant is always written `8`, which leaves 120 random bits). Browsers have one of
 * their own in secure contexts alone.
 */
export const uuid = (): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // Each of the sixteen digits is as likely as the others: 256 is a multiple of 16.
    return (byte % 16).toString(16);
  });
