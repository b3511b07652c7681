import type { Reflection } from './reflection.js';

/** A form or a question below the saved reflections. */
export type Panel =
  | { readonly name: 'backup' | 'clear' }
  /** `then` follows once the passphrase is set. */
  | { readonly name: 'passphrase'; readonly then?: () => Promise<void> }
  /** `backup`: the checked content of the file, which waits to be restored. */
  | { readonly name: 'restore'; readonly backup?: readonly Reflection[] }
  | { readonly name: 'remove'; readonly id: string };

/** Id of the button that opens a panel, and gets the focus back. */
export const openerId = (panel: Panel): string => (panel.name === 'remove' ? `remove-${panel.id}` : panel.name);

/** Values of a submitted form; `undefined` for a field that the form does not have. */
export interface Fields {
  readonly current?: string | undefined;
  readonly next?: string | undefined;
  readonly again?: string | undefined;
  /** Without a name when no file was chosen. */
  readonly file?: File | undefined;
}

/** A field, and the key of the message beside it. */
export interface FieldError {
  readonly field: keyof Fields;
  readonly message: 'mustChoose' | 'mustEnter' | 'mustMatch' | 'wrong' | 'damagedFile';
}

/** The first mistake in a form. */
export function validate({ current, next, again, file }: Fields): FieldError | undefined {
  if (file && !file.name) return { field: 'file', message: 'mustChoose' };
  if (current === '') return { field: 'current', message: 'mustEnter' };
  if (next === '') return { field: 'next', message: 'mustEnter' };
  if (next !== again) return { field: 'next', message: 'mustMatch' };
  return undefined;
}
