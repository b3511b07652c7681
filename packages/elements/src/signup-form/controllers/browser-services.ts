import { post } from '../../foundation/browser/post.js';
import { uuid } from '../../foundation/browser/uuid.js';
import type { AdapterRequest, AdapterResponse } from '../adapters/adapter.js';
import { solve, type Challenge } from '../model/proof-of-work.js';

/** What a sign-up needs of the world: network, time, randomness. Tests pass fakes. */
export interface Services {
  readonly post: (
    request: AdapterRequest,
    timeout: number,
  ) => Promise<AdapterResponse & { readonly retryAfter?: number }>;
  /** Fetches a challenge and solves it; gives up when `wanted` returns false. */
  readonly prove: (challenge: string, wanted: () => boolean) => Promise<string | undefined>;
  readonly wait: (act: () => void, milliseconds: number) => void;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly uuid: () => string;
  /** False only if the browser knows that there is no connection. */
  readonly isOnline: () => boolean;
  /** URL of the page without its query and fragment. */
  readonly pageUrl: () => string;
  /** Opens a `mailto:` link in the email program. */
  readonly openMail: (href: string) => void;
  /** Storage of this tab. Throws where the browser forbids it. */
  readonly sessionStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export const browserServices: Services = {
  post,
  prove: async (url, wanted) => {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
    return solve((await response.json()) as Challenge, crypto.subtle, wanted);
  },
  wait: (act, milliseconds) => setTimeout(act, milliseconds),
  random: () => Math.random(),
  now: () => Date.now(),
  uuid,
  isOnline: () => navigator.onLine,
  pageUrl: () => location.origin + location.pathname,
  openMail: (href) => Object.assign(document.createElement('a'), { href }).click(),
  sessionStorage: () => sessionStorage,
};
