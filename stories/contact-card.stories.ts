import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { acceptingValues, linksValues, vcardVersions } from '@havenkit/elements/contact-card';
import '@havenkit/elements/contact-card/define';
import { commonControls, onPhone, renderWidget, type Args } from './widget.js';

/** A made-up practice with everything that a card can show. */
const everything = {
  name: 'Riverbend Family Center',
  employee: [
    { name: 'Ana Ortiz', honorificSuffix: 'LCSW' },
    { name: 'Sam Lee', honorificSuffix: 'PhD' },
  ],
  telephone: '+1-503-555-0142',
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
  openingHours: 'Mo-Th 09:00-12:00 13:00-17:30, Fr 09:00-13:00',
  specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
  timeZone: 'America/Los_Angeles',
  responseTime: 'We call back within two working days.',
  accepting: 'yes',
  availableLanguage: ['en', 'es'],
  contactPoint: [
    { contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' },
    { contactType: 'billing', telephone: '+1-503-555-0145 ext. 2', email: 'billing@riverbend.example' },
  ],
};

const wednesdayMorning = '2026-12-02T10:00:00-08:00';
const fridayEvening = '2026-12-04T18:00:00-08:00';

const meta: Meta<Args> = {
  title: 'Widgets/Contact card',
  component: 'haven-contact-card',
  argTypes: {
    accepting: { control: 'select', options: [undefined, ...acceptingValues] },
    links: { control: 'inline-radio', options: linksValues },
    'vcard-version': { control: 'inline-radio', options: vcardVersions },
    ...commonControls,
  },
  render: renderWidget,
};
export default meta;

type Story = StoryObj<Args>;

/** A name and a telephone number are a complete card. */
export const OnlyANumber: Story = {
  tags: ['pictures'],
  args: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142', links: 'auto' },
};

/** With the clinician who answers. */
export const OnePerson: Story = {
  args: { ...OnlyANumber.args, clinician: 'Ana Ortiz', credentials: 'LCSW' },
};

/** Everything that a card can show. */
export const Everything: Story = { tags: ['pictures'], args: { config: everything, now: wednesdayMorning } };

/** On a phone: numbers are links, and the first one is the main action. */
export const OnAPhone: Story = {
  args: { config: everything, now: wednesdayMorning, links: 'always' },
  decorators: [onPhone],
};

/** Open, and until when. */
export const Open: Story = {
  args: {
    ...OnePerson.args,
    'opening-hours': 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
    'time-zone': 'America/New_York',
    now: '2026-12-02T10:00:00-05:00',
  },
};

/** Closed, and until when. */
export const Closed: Story = { args: { ...Open.args, now: '2026-12-04T15:00:00-05:00' } };

/** Hours without a zone: the card shows the week, but not whether the practice is open. */
export const UnknownHours: Story = { args: { ...Open.args, 'time-zone': undefined } };

/** Hours past midnight, several periods in a day, and upcoming days off. */
export const UnusualHours: Story = {
  args: {
    config: { ...everything, openingHours: 'Mo,We 08:00-12:00 13:00-18:00, Fr 20:00-02:00, Su 00:00-24:00' },
    now: fridayEvening,
  },
};

/** Every channel, without hours. */
export const AllChannels: Story = { args: { config: { ...everything, openingHours: undefined } } };

/** There is a waiting list. */
export const WaitingList: Story = { args: { ...OnePerson.args, accepting: 'waiting-list' } };

/** The strings are Spanish on a page in Spanish. */
export const Spanish: Story = { args: { ...Everything.args }, globals: { lang: 'es' } };

/** On a page that reads from right to left. Numbers keep their direction. */
export const RightToLeft: Story = { args: { ...Everything.args }, globals: { lang: 'ar' } };

/** On a dark page. */
export const Dark: Story = { args: { ...Everything.args }, globals: { scheme: 'dark' } };

/** Switch on a contrast theme in the operating system to see it: borders and focus are painted in system colors. */
export const ForcedColors: Story = { args: { ...Everything.args }, tags: ['forced-colors'] };

/** Another brand: every other color is derived from it. */
export const Brand: Story = { tags: ['picture'], args: { ...Everything.args, brand: '#7a3b69', links: 'always' } };

/** Another region's crisis help, from configuration. */
export const OtherRegion: Story = {
  args: {
    config: {
      name: 'Thornfield Practice',
      telephone: '+44 20 7946 0000',
      crisis: {
        checked: '2026-11-01',
        entries: [{ name: 'Samaritans', text: 'Day or night, for anyone who is struggling.', telephone: '116 123' }],
      },
    },
  },
};

/** Invalid values are reported to the site owner by attribute name; everything else is shown. */
export const BadConfiguration: Story = {
  args: {
    ...OnePerson.args,
    'opening-hours': 'Mo-Fr 9 to 5',
    'time-zone': 'Portland',
    brand: 'pinkish',
    url: 'javascript:alert(1)',
  },
};

/** With nothing to show, the fallback content stays. */
export const NothingConfigured: Story = {
  render: () =>
    html`<haven-contact-card
      ><p>Riverbend Family Center, <a href="tel:+15035550142">+1-503-555-0142</a></p></haven-contact-card
    >`,
};
