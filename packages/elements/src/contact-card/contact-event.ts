import { HavenEvent } from '../foundation/element/events.js';

/** The way a visitor chose to get in touch. */
export type ContactChannel = 'telephone' | 'sms' | 'email' | 'map' | 'copy' | 'vcard';

/**
 * `haven-contact`: a visitor used a way of getting in touch. The detail names the channel and nothing else. Crisis
 * numbers never fire it: who turned to them is nobody's statistic.
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
