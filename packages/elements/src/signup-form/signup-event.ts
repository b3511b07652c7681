import { HavenEvent } from '../foundation/element/events.js';
import type { SignupState } from './model/submission-state.js';
import type { Submission } from './model/submission.js';

/** `haven-signup`: the state of the sign-up. It never contains what was typed. */
export class HavenSignupEvent extends HavenEvent<
  'haven-signup',
  { readonly state: SignupState; readonly reference?: string }
> {
  constructor(state: SignupState, reference?: string) {
    super('haven-signup', { state, ...(reference && { reference }) });
  }
}

/**
 * `haven-signup-request`, only with `adapter="event"`: the page handles the submission and reports its outcome with
 * `settle(result)` or the `result` attribute: within 20 seconds, or at any time after `preventDefault()`. The detail contains
 * what was typed, since the owner asked for it.
 */
export class HavenSignupRequestEvent extends HavenEvent<'haven-signup-request', { readonly submission: Submission }> {
  constructor(submission: Submission) {
    super('haven-signup-request', { submission }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-signup': HavenSignupEvent;
    'haven-signup-request': HavenSignupRequestEvent;
  }
}
