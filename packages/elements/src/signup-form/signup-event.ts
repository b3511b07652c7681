import { HavenEvent } from '../foundation/element/events.js';
import type { SignupState } from './model/submission-state.js';
import type { Submission } from './model/submission.js';

/** `haven-signup`: where a sign-up is. Never what was typed. */
export class HavenSignupEvent extends HavenEvent<
  'haven-signup',
  { readonly state: SignupState; readonly reference?: string }
> {
  constructor(state: SignupState, reference?: string) {
    super('haven-signup', { state, ...(reference && { reference }) });
  }
}

/**
 * `haven-signup-request`, with `adapter="event"` alone: the page takes the sign-up over, and says with `settle(result)` or the
 * `result` attribute what became of it: within 20 seconds, or as late as it likes after `preventDefault()`. It holds what was typed: the owner asked for it.
 */
export class HavenSignupRequestEvent extends CustomEvent<{ readonly submission: Submission }> {
  declare readonly type: 'haven-signup-request';

  constructor(submission: Submission) {
    super('haven-signup-request', { bubbles: true, composed: true, cancelable: true, detail: { submission } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-signup': HavenSignupEvent;
    'haven-signup-request': HavenSignupRequestEvent;
  }
}
