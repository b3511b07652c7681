/** The unwrapped key that encrypts the entries. */
export interface DataKey {
  readonly id: string;
  readonly key: CryptoKey;
}

/** A key, unwrapped or as it is stored: then its id may be damaged. */
interface Identified {
  readonly id: unknown;
}

const identity = (key: Identified | undefined): string | undefined => key && JSON.stringify([key.id]);

/** Whether two keys are the same. A damaged key differs from no key. */
export const isSameKey = (first: Identified | undefined, second: Identified | undefined): boolean =>
  identity(first) === identity(second);
