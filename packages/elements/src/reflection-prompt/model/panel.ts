import type { Reflection } from './reflection.js';

/** A form or a confirmation, shown in place of the prompt and the list. */
export type Panel =
  | { readonly name: 'backup' | 'deleteAll' | 'password' | 'removePassword' }
  /** `id`: of the reflection to delete. */
  | { readonly name: 'delete'; readonly id: string }
  /** `backup`: the content of the file, once it was checked. */
  | { readonly name: 'restore'; readonly backup?: readonly Reflection[] }
  | { readonly name: 'replace'; readonly backup: readonly Reflection[] };

/** Id of the button that opens a panel, and gets the focus back. */
export const openerId = (panel: Panel): string => (panel.name === 'delete' ? `delete-${panel.id}` : panel.name);

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
  readonly message: 'mustChoose' | 'mustEnter' | 'mustMatch' | 'wrong' | 'damagedFile' | 'newer';
}

/** The first mistake in a form. */
export function validate({ current, next, again, file }: Fields): FieldError | undefined {
  if (file && !file.name) return { field: 'file', message: 'mustChoose' };
  if (current === '') return { field: 'current', message: 'mustEnter' };
  if (next === '') return { field: 'next', message: 'mustEnter' };
  if (next !== again) return { field: 'next', message: 'mustMatch' };
  return undefined;
}
