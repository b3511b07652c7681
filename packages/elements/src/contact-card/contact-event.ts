import { HavenEvent } from '../foundation/element/events.js';

/** The channel that a visitor used. */
export type ContactChannel = 'telephone' | 'sms' | 'email' | 'map' | 'copy' | 'vcard';

/**
 * `haven-contact`: a visitor used a channel. The detail names the channel and nothing else. Crisis numbers never dispatch
 * it: calls for help are never counted.
 */
export class HavenContactEvent extends HavenEvent<'haven-contact', { readonly channel: ContactChannel }> {
  constructor(channel: ContactChannel) {
    super('haven-contact', { channel });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'haven-contact': HavenContactEvent;
  }
}
