import { HavenEvent } from '../foundation/element/events.js';

/** What a person did with a prompt or with what is kept. */
export type ReflectionAction = 'saved' | 'skipped' | 'deleted' | 'exported';

/** `haven-reflection`: what a person did. Never a word of what was written, nor of the prompt. */
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
