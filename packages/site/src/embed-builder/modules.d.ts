/** Made by the build: the widgets without a script, by their names. */
declare module 'havenkit:fallbacks' {
  import type { Fallback } from '@havenkit/elements/foundation';

  export const fallbacks: Readonly<Record<string, Fallback>>;
}

/** Made by the build: registers every widget and language. */
declare module 'havenkit:widgets' {}
