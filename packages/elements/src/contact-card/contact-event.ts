import { HavenEvent } from '../foundation/element/events.js';

/** The channel that a visitor used. */
export type ContactChannel = 'telephone' | 'sms' | 'email' | 'map' | 'copy' | 'vcard';

/**
 * `haven-contact`: a visitor used a channel. The detail has only the channel. Crisis numbers never dispatch it, so that calls
 * for help are not counted.
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
