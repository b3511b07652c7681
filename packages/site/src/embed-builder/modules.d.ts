/** Made by the build: the widgets without a script, by their names. */
declare module 'havenkit:fallbacks' {
  import type { DefaultWords, Fallback } from '@havenkit/elements/foundation';

  export const fallbacks: Readonly<Record<string, Fallback>>;
  /** Only of widgets that show something without a configuration. */
  export const defaultWords: Readonly<Record<string, DefaultWords | undefined>>;
}
