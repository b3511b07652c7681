/** Page object of the contact card: how tests create one and read what it shows. */
import { fixture, html } from '@open-wc/testing';
import { atEnd } from '../../../test-support/index.js';
import type { ContactCard, ContactCardConfiguration } from '../contact-card.js';
import '../define.js';

/** A configuration with every field. */
export const everything = {
  name: 'Riverbend Family Center',
  employee: [
    { name: 'Ana Ortiz', honorificSuffix: 'LCSW' },
    { name: 'Sam Lee', honorificPrefix: 'Dr.', honorificSuffix: 'PhD' },
  ],
  telephone: '+1-503-555-0142 ext. 7',
  sms: '+1-503-555-0143',
  email: 'hello@riverbend.example',
  url: 'https://riverbend.example/',
  address: {
    streetAddress: '200 Example Street, Suite 4',
    addressLocality: 'Portland',
    addressRegion: 'OR',
    postalCode: '97201',
    addressCountry: 'US',
  },
  openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
  specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
  timeZone: 'America/Los_Angeles',
  responseTime: 'We answer within two working days.',
  accepting: 'waiting-list',
  availableLanguage: ['en', 'es'],
  contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
  // A Wednesday morning, before the special days.
  now: '2026-12-02T10:00:00-08:00',
} satisfies ContactCardConfiguration;

/** Adds a card with a configuration and children to the page. */
export const card = (config: object, children: unknown = '') =>
  fixture<ContactCard>(html`<haven-contact-card .config=${config}>${children}</haven-contact-card>`);

/** The text of a part, with single spaces. */
export const textOf = (element: Element, part = 'card'): string =>
  (element.shadowRoot?.querySelector(`[part~=${part}]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The targets of all links. */
export const hrefs = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href') ?? '');

/** The text of the live region. */
export const announced = (element: Element): string =>
  element.shadowRoot?.querySelector('[aria-live]')?.textContent.trim() ?? '';

/** Sets the languages of the browser until the test ends. */
export function browserLanguages(...languages: string[]): void {
  Object.defineProperty(navigator, 'languages', { configurable: true, value: languages });
  atEnd(() => Reflect.deleteProperty(navigator, 'languages'));
}

/** Replaces the clipboard until the test ends. With `refuse` it rejects every write, also with `execCommand`. */
export function clipboard(refuse = false): string[] {
  const written: string[] = [];
  const writeText = (text: string): Promise<void> => {
    if (refuse) return Promise.reject(new DOMException('no', 'NotAllowedError'));
    written.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
  atEnd(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });
  return written;
}

/** Prevents links from leaving the page until the test ends. */
export function preventNavigation(): void {
  const stop = (event: Event): void => event.preventDefault();
  addEventListener('click', stop);
  atEnd(() => removeEventListener('click', stop));
}
