import type { FieldError } from '../model/panel.js';
import type { SaveResult, StoreResult, StoreState } from '../model/reflection.js';
import type { Announcement, Sentence } from './announcer.js';

/** How an operation ended: what is announced, or shown beside a field. */
export interface Ending {
  readonly done: boolean;
  readonly announcement: Announcement;
  readonly fieldError?: FieldError;
}

export const failed = (...announcement: Announcement): Ending => ({ done: false, announcement });

export const invalid = (field: FieldError['field'], message: FieldError['message']): Ending => ({
  done: false,
  announcement: [],
  fieldError: { field, message },
});

/**
 * The ending that belongs to a result of the store.
 *
 * @param button - label of the button that was pressed
 * @param state - state of the store afterwards
 */
export function endingOf(result: StoreResult | 'conflict', button: Sentence, state: StoreState | undefined): Ending {
  switch (result) {
    case 'done':
      return { done: true, announcement: ['did', button] };
    case 'wrong-passphrase':
      return invalid('current', 'wrong');
    case 'damaged':
      // The key, or an entry.
      return failed(state === 'damaged' ? 'damaged' : 'unread');
    case 'locked':
      return failed('locked');
    case 'quota':
      return failed('noRoom', 'unchanged');
    case 'failed':
    case 'conflict':
      return failed('failed', 'unchanged');
    default:
      return result satisfies never;
  }
}

/**
 * The ending that belongs to the result of a save.
 *
 * @param copied - whether it was saved beside a change of another tab
 * @param state - state of the store afterwards
 */
export function endingOfSave({ outcome }: SaveResult, copied: boolean, state: StoreState): Ending {
  switch (outcome) {
    case 'saved':
      return { done: true, announcement: [copied ? 'both' : 'saved'] };
    case 'locked':
      // In any other state another tab has removed the passphrase: only another press may save the text in clear.
      return state === 'locked' ? failed('locked') : failed('failed', 'unchanged');
    case 'quota':
      return failed('noRoom', 'stay');
    case 'conflict':
    case 'failed':
      return failed('notKept', 'stay');
    default:
      return outcome satisfies never;
  }
}
