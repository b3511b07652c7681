// The two cards that the benchmark renders: the least that makes a card, and everything that one can show.

/** A moment that both are rendered at, so that every run shows the same words. */
const now = '2026-11-30T10:00:00-08:00';

/** @type {Record<'least' | 'everything', { title: string, attributes: Record<string, string>, json?: object }>} */
export const cards = {
  least: {
    title: 'A name and a number',
    attributes: {
      name: 'Riverbend Family Center',
      clinician: 'Ana Ortiz',
      credentials: 'LCSW',
      telephone: '+1-503-555-0142',
    },
  },
  everything: {
    title: 'Everything',
    attributes: { 'time-zone': 'America/Los_Angeles', now },
    json: {
      '@context': 'https://schema.org',
      '@type': 'MedicalBusiness',
      name: 'Riverbend Family Center',
      telephone: '+1-503-555-0142',
      sms: '+1-503-555-0144',
      email: 'hello@riverbend.example',
      url: 'https://riverbend.example/',
      responseTime: 'We answer within two working days.',
      accepting: 'yes',
      employee: [{ '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW' }],
      availableLanguage: ['en', 'es'],
      address: {
        '@type': 'PostalAddress',
        streetAddress: '200 Example Street, Suite 4',
        addressLocality: 'Portland',
        addressRegion: 'OR',
        postalCode: '97201',
        addressCountry: 'US',
      },
      openingHours: ['Mo-Th 09:00-17:30', 'Fr 09:00-13:00'],
      specialOpeningHoursSpecification: [
        { '@type': 'OpeningHoursSpecification', validFrom: '2026-12-24', validThrough: '2027-01-01' },
      ],
      contactPoint: [
        {
          '@type': 'ContactPoint',
          contactType: 'intake',
          telephone: '+1-503-555-0143',
          availableLanguage: ['es'],
        },
      ],
    },
  },
};
