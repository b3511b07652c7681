import { HavenEvent } from '../foundation/element/events.js';

/** The chosen stop. */
export interface StepDetail {
  /** Id of the stop; `null` at home. */
  readonly id: string | null;
  /** In path order, from 0; -1 at home. */
  readonly index: number;
  /** Id of the stop's arc; `null` at home. */
  readonly arc: string | null;
}

/** `haven-step`: another stop was chosen, by a person or by a script. */
export class HavenStepEvent extends HavenEvent<'haven-step', StepDetail> {
  constructor(detail: StepDetail) {
    super('haven-step', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-step': HavenStepEvent;
  }
}
