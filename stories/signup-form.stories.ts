import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { adapterValues } from '@havenkit/elements/signup-form';
import '@havenkit/elements/signup-form/define';
import { inPageLanguage } from './labels.es.js';
import { commonControls, onPhone, renderWidget, type Args } from './widget.js';

const session = (id: string, name: string, startDate: string, places: number): object => ({
  '@type': 'CourseInstance',
  '@id': id,
  name,
  startDate,
  courseSchedule: {
    repeatFrequency: 'P1W',
    repeatCount: 8,
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  },
  remainingAttendeeCapacity: places,
});
const provider = { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' };
const dated = {
  name: 'Growing Secure',
  description: 'Eight weekly meetings for caregivers of children from birth to six.',
  provider,
  hasCourseInstance: [
    session('#tuesday', 'Tuesday evenings', '2027-02-16T18:30:00-08:00', 3),
    session('#thursday', 'Thursday evenings', '2027-02-18T18:30:00-08:00', 0),
  ],
};
const undated = { ...dated, hasCourseInstance: [] };

const meta: Meta<Args> = {
  title: 'Widgets/Sign-up form',
  component: 'haven-signup-form',
  argTypes: {
    adapter: { control: 'select', options: adapterValues },
    ...commonControls,
  },
  args: { adapter: 'event' },
  render: renderWidget,
};
export default meta;

type Story = StoryObj<Args>;

/** The form of a story, and a function to find a control in it by its label. */
function parts(canvas: HTMLElement) {
  const form = canvas.querySelector('haven-signup-form');
  if (!form) throw new Error('There is no form.');
  const find = (label: string): HTMLElement => {
    const all = form.shadowRoot?.querySelectorAll<HTMLElement>('label, button') ?? [];
    const found = [...all].find((element) =>
      element.textContent.replace(/\s+/g, ' ').trim().startsWith(inPageLanguage(label)),
    );
    return ((found as HTMLLabelElement | undefined)?.control ?? found) as HTMLElement;
  };
  return { form, find };
}

/** Fills in the form and sends it. The page settles it with a result. */
const sendAndSettle =
  (result: object): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const { form, find } = parts(canvasElement);
    form.addEventListener('haven-signup-request', (event) => {
      event.preventDefault();
      form.settle(result as Parameters<typeof form.settle>[0]);
    });
    await waitFor(() => expect(find('Your name')).toBeTruthy());
    find('One-on-one').click();
    await userEvent.type(find('Your name'), 'Ana');
    find('Email me').click();
    // The question about the email address comes first now.
    await form.updateComplete;
    await userEvent.type(find('Email address'), 'ana@home.example');
    find('I agree').click();
    find('Sign up').click();
    await waitFor(() => expect(form.getAttribute('state')).not.toMatch(/^(idle|sending)$/));
  };

/** A program with dates: one group with places left, one that is full. */
export const WithDates: Story = { tags: ['pictures'], args: { config: dated } };

/** A program without dates: the form asks for suitable times. */
export const WithoutDates: Story = { tags: ['pictures'], args: { config: undated } };

/** The site owner has added questions about the child's age and for a message. */
export const MoreQuestions: Story = {
  args: { config: undated, ask: 'child-age-band message', keeps: '6 months', 'privacy-url': '/privacy' },
};

/** Sent empty: the missing answers are listed with links, and shown at each field. */
export const Problems: Story = {
  tags: ['pictures'],
  args: { config: dated },
  play: async ({ canvasElement }) => {
    const { form, find } = parts(canvasElement);
    await waitFor(() => expect(find('Sign up')).toBeTruthy());
    find('Sign up').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(form.shadowRoot?.activeElement?.id).toBe('announcement'));
  },
};

/** A full group is chosen: the button says so before it is pressed. */
export const FullGroup: Story = {
  args: { config: dated },
  play: async ({ canvasElement }) => {
    const { find } = parts(canvasElement);
    await waitFor(() => expect(find('In a group')).toBeTruthy());
    find('In a group').click();
    await waitFor(() => expect(find('Thursday evenings')).toBeTruthy());
    find('Thursday evenings').click();
    await waitFor(() => expect(find('Join the waiting list')).toBeTruthy());
  },
};

/** The endpoint confirmed the submission. */
export const Confirmed: Story = {
  tags: ['pictures'],
  args: { config: undated, 'response-time': 'We write to you within two working days.' },
  play: sendAndSettle({ outcome: 'confirmed', reference: 'RB-7K2M' }),
};

/** The endpoint added the family to the waiting list. */
export const OnTheWaitingList: Story = {
  tags: ['pictures'],
  args: { config: undated },
  play: sendAndSettle({ outcome: 'confirmed', reference: 'RB-7K2N', waitingList: true }),
};

/** The endpoint's response cannot be read. */
export const Unconfirmed: Story = { args: { config: undated }, play: sendAndSettle({ outcome: 'unconfirmed' }) };

/** No response: the answers stay in the form, and the visitor can retry. */
export const Unknown: Story = {
  tags: ['pictures'],
  args: { config: undated },
  play: sendAndSettle({ outcome: 'unknown' }),
};

/** The endpoint refused the submission. */
export const Refused: Story = { args: { config: undated }, play: sendAndSettle({ outcome: 'refused' }) };

/** The endpoint has no place left. */
export const Full: Story = { args: { config: undated }, play: sendAndSettle({ outcome: 'full' }) };

/** On a phone. */
export const OnAPhone: Story = {
  args: { config: dated },
  decorators: [onPhone],
};

/** The strings are Spanish on a page in Spanish. */
export const Spanish: Story = { args: { config: dated }, globals: { lang: 'es' } };

/** On a page that reads from right to left. */
export const RightToLeft: Story = { args: { config: dated }, globals: { lang: 'ar' } };

/** On a dark page. */
export const Dark: Story = { args: { config: dated }, globals: { scheme: 'dark' } };

/** Switch on a contrast theme in the operating system to see it. */
export const ForcedColors: Story = { args: { config: dated }, tags: ['forced-colors'] };

/** Invalid values are reported to the site owner by their path; everything else is shown. */
export const BadConfiguration: Story = {
  args: {
    adapter: 'json',
    endpoint: 'javascript:alert(1)',
    config: { ...dated, formats: 'alone', hasCourseInstance: [{ name: 'Some day', startDate: 'soon' }] },
  },
};
