/** A file as a server sends it. */
export interface FetchedFile {
  /** Its address, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/**
 * Fetches a file that a page loads.
 *
 * @param url - its address
 * @param origin - the page's origin, which a browser names in requests to other origins
 * @throws Error when there is no answer
 */
export type FetchFile = (url: URL, origin?: string) => Promise<FetchedFile>;
