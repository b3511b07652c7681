import type { State } from '../state.js';
import { strings } from '../words/strings.js';
import { receivers } from './receivers.js';

/** What the chosen kind of endpoint costs in privacy, as a sentence; empty if the widget sends nothing. */
export function adapterPrivacy({ widget, configurations }: State): string {
  if (widget !== 'signup-form') return '';
  const { adapter = 'json' } = configurations[widget] ?? {};
  const receiver = typeof adapter === 'string' && Object.hasOwn(receivers, adapter) ? receivers[adapter] : undefined;
  return receiver ? strings.privacy[receiver] : '';
}
