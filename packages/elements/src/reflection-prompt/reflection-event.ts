import { HavenEvent } from '../foundation/element/events.js';

/** An action of a person. `exported`: a file was offered to the browser, which does not say whether it was saved. */
export type ReflectionAction = 'saved' | 'skipped' | 'deleted' | 'exported';

/** `haven-reflection`: a person did something. The detail never contains the text or the prompt. */
export class HavenReflectionEvent extends HavenEvent<'haven-reflection', { readonly action: ReflectionAction }> {
  constructor(action: ReflectionAction) {
    super('haven-reflection', { action });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-reflection': HavenReflectionEvent;
  }
}
