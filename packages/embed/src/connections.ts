import type { RawConfiguration } from '@havenkit/elements/foundation';

/** Addresses that a widget sends requests to, as they are written. */
export interface Connections {
  /** A file with its configuration. */
  readonly src: string | undefined;
  /** Where a sign-up is sent. */
  readonly endpoint: string | undefined;
  /** Where the form gets a proof of work. */
  readonly challenge: string | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** What the page's Content Security Policy has to let a widget reach. An email and an event need no request. */
export function connections({ src, endpoint, challenge, adapter }: RawConfiguration): Connections {
  const sends = adapter !== 'mailto' && adapter !== 'event';
  return {
    src: textOf(src),
    endpoint: sends ? textOf(endpoint) : undefined,
    challenge: sends ? textOf(challenge) : undefined,
  };
}
