import type { FieldError } from '../model/panel.js';
import type { SaveResult, StoreResult } from '../model/reflection.js';
import type { Announcement, Sentence } from './announcer.js';

/** How an operation ended: what is announced, or shown beside a field. */
export interface Ending {
  readonly done?: boolean;
  readonly announcement?: Announcement;
  readonly fieldError?: FieldError;
}

/** The ending of an operation that is done. @param button - label of the button that was pressed */
export const done = (button: Sentence): Ending => ({ done: true, announcement: ['did', button] });

/** The endings of operations that are not done. `unread`: an entry is damaged, not the key. */
export const endings: Readonly<Record<Exclude<StoreResult, 'done'> | 'conflict' | 'unread', Ending>> = {
  'wrong-passphrase': { fieldError: { field: 'current', message: 'wrong' } },
  damaged: { announcement: ['damaged'] },
  unread: { announcement: ['unread'] },
  locked: { announcement: ['locked'] },
  quota: { announcement: ['noRoom', 'unchanged'] },
  failed: { announcement: ['failed', 'unchanged'] },
  conflict: { announcement: ['failed', 'unchanged'] },
};

/** The endings of saves; of `saved` for a text that is saved in its own place. */
export const saveEndings: Readonly<Record<SaveResult['outcome'], Ending>> = {
  saved: { done: true, announcement: ['saved'] },
  locked: { announcement: ['locked'] },
  quota: { announcement: ['noRoom', 'stay'] },
  conflict: { announcement: ['notKept', 'stay'] },
  failed: { announcement: ['notKept', 'stay'] },
};
