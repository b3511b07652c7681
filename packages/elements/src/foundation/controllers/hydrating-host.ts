import type { ReactiveControllerHost } from 'lit';

/** A host that a server may have rendered. */
export interface HydratingHost extends ReactiveControllerHost, Element {
  /** Whether the next render hydrates what a server rendered, so it has to be the same. */
  readonly hydrating: boolean;
}
