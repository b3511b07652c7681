import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { viewValues } from '@havenkit/elements/circle-diagram';
import '@havenkit/elements/circle-diagram/define';
import { commonControls, onPhone, renderWidget, type Args } from './widget.js';

const meta: Meta<Args> = {
  title: 'Widgets/Circle diagram',
  component: 'haven-circle-diagram',
  argTypes: {
    view: { control: 'inline-radio', options: viewValues },
    ...commonControls,
  },
  render: renderWidget,
};
export default meta;

type Story = StoryObj<Args>;

/** The default circle, at home. */
export const Home: Story = { tags: ['pictures'], args: { view: 'auto' } };

/** On the way out: the cup goes down. */
export const GoingOut: Story = { tags: ['pictures'], args: { step: 'hand' } };

/** On the way back: the cup fills. */
export const ComingBack: Story = { tags: ['pictures'], args: { step: 'feelings' } };

/** A compact ring in a column: numbers on the road, the label of the chosen stop in the middle, its text below. */
export const Compact: Story = {
  args: { step: 'sight' },
  decorators: [(story) => html`<div class="column">${story()}</div>`],
};

/** A compact ring that fills a phone. */
export const OnAPhone: Story = { args: { step: 'shelter' }, decorators: [onPhone] };

/** As a list at any width. */
export const List: Story = { tags: ['pictures'], args: { view: 'list', step: 'joy' } };

/** The strings are Spanish on a page in Spanish. */
export const Spanish: Story = { args: { step: 'shelter' }, globals: { lang: 'es' } };

/** Mirrored, on a page that reads from right to left. */
export const RightToLeft: Story = { tags: ['picture'], args: { step: 'hand' }, globals: { lang: 'ar' } };

/** The compact ring, mirrored. */
export const RightToLeftOnAPhone: Story = { args: { step: 'rest' }, globals: { lang: 'ar' }, decorators: [onPhone] };

/** On a dark page. */
export const Dark: Story = { args: { step: 'welcome' }, globals: { scheme: 'dark' } };

/** Another brand: the way back has its companion color. */
export const Brand: Story = { args: { step: 'welcome', brand: '#7a3b69' } };

/** Switch on a contrast theme in the operating system to see it: everything is painted in system colors. */
export const ForcedColors: Story = { args: { step: 'shelter' }, tags: ['picture', 'forced-colors'] };

/** Moved from stop to stop with the keyboard: Tab and arrow keys on the road, Enter on "Next". */
export const ByKeyboard: Story = {
  args: { view: 'auto' },
  play: async ({ canvasElement }) => {
    const circle = canvasElement.querySelector('haven-circle-diagram');
    const find = (name: string): HTMLElement =>
      [...(circle?.shadowRoot?.querySelectorAll('button') ?? [])].find(
        (button) => button.textContent.replace(/\s+/g, ' ').trim() === name,
      ) as HTMLElement;
    await waitFor(() => expect(find('1 A nod to go')).toBeTruthy());
    find('1 A nod to go').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(circle?.step).toBe('hand'));
    await expect(circle?.shadowRoot?.activeElement).toBe(find('3 A little help, not too much'));
    find('Next').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(circle?.step).toBe('joy'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(circle?.shadowRoot?.querySelector('[aria-live]')?.textContent).toContain('Step 5 of 8'));
  },
};

/** All texts at once, in order. */
export const AllText: Story = {
  args: { view: 'auto' },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('haven-circle-diagram')?.shadowRoot;
    const all = (): HTMLElement | null | undefined => root?.querySelector('[aria-pressed]');
    await waitFor(() => expect(all()).toBeTruthy());
    all()?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(all()?.ariaPressed).toBe('true'));
  },
};

/** A facilitator names a licensed program: with its trademark, its attribution and a disclaimer of affiliation. */
export const LicensedProgram: Story = {
  args: {
    config: {
      title: 'A road map for Circle of Security Parenting',
      summary: 'Choose a place on the road.',
      licensed: true,
      attribution:
        'Circle of Security® Parenting is a program of Circle of Security International. This drawing and its words are our own.',
    },
  },
};

/** The same without a license: the console warns with the path of each phrase. */
export const Unlicensed: Story = { args: { config: { title: 'A road map for Circle of Security Parenting' } } };

const partner = (id: string, label: string, stops: [string, string][]): object => ({
  id,
  label,
  stops: stops.map(([name, text], index) => ({ id: `${id}-${index}`, label: name, text })),
});

/** Two stops out, three back, with a partner's own text. */
export const OwnWords: Story = {
  args: {
    step: 'back-1',
    config: {
      title: 'Harbor and sea',
      base: { label: 'The harbor', text: 'Calm water, a light that is always on.' },
      arcs: [
        partner('sea', 'Setting sail', [
          ['Cast off', 'A hand waves from the pier.'],
          ['Look back', 'The light can still be seen.'],
        ]),
        partner('back', 'Coming in', [
          ['Signal', 'Someone answers.'],
          ['Rough water', 'Someone comes out to meet the boat.'],
          ['Tie up', 'Time to rest.'],
        ]),
      ],
    },
  },
};

/** A partner's own circle in Spanish, on a dark page with another brand. */
export const PartnerInSpanish: Story = {
  args: {
    brand: '#d9895b',
    step: 'back-1',
    config: {
      title: 'Ir y volver',
      summary: 'Así lo vemos en nuestro grupo. Elija un lugar del camino.',
      base: { label: 'Aquí estoy', text: 'Cada día su niño sale de sus brazos y vuelve a ellos.' },
      arcs: [
        partner('out', 'La ida', [
          ['¿Puedo ir?', 'Le busca con los ojos antes de soltarse de su mano.'],
          ['¿Me estás viendo?', 'Desde lo alto del juego grita su nombre.'],
          ['¿Lo hacemos juntos?', 'Trae un libro, una piedra, un chiste.'],
        ]),
        partner('back', 'La vuelta', [
          ['¿Me recibes?', 'Viene corriendo, o se acerca poco a poco.'],
          ['¿Me cuidas?', 'Algo le asustó y se esconde detrás de usted.'],
          ['¿Me entiendes?', 'Llora o grita y no sabe por qué.'],
        ]),
      ],
      attribution: 'Este dibujo es de Riverbend Family Center. No está afiliado a ningún programa.',
    },
  },
  globals: { lang: 'es', scheme: 'dark' },
};

const long = 'A label that is as long as a label may be: sixty characters.';

/** Six stops per arc with labels of sixty characters: a compact ring where they would not fit around a wide one. */
export const LongLabels: Story = {
  args: {
    config: {
      title: 'Long labels',
      base: { label: 'Home, with a name that does not end so soon', text: 'Home.' },
      arcs: ['out', 'back'].map((id) =>
        partner(
          id,
          `The way ${id}, in more words than it needs`,
          Array.from({ length: 6 }, (_, index): [string, string] => [long.slice(0, 60 - index), 'Some words.']),
        ),
      ),
    },
  },
};

/** The same on a phone. */
export const LongLabelsOnAPhone: Story = { args: { ...LongLabels.args, step: 'out-3' }, decorators: [onPhone] };

/** Text of twice the size on a phone: still a ring, while its middle holds the labels. */
export const LargeTextOnAPhone: Story = {
  args: { step: 'hand' },
  decorators: [(story) => html`<div class="large-text">${story()}</div>`, onPhone],
};

/** Invalid values are reported to the site owner by their path; everything else is shown. */
export const BadConfiguration: Story = {
  args: {
    step: 'nowhere',
    view: 'oval',
    config: {
      title: 'x'.repeat(80),
      arcs: [
        partner('out', 'Out', [
          ['One', 'Some words.'],
          ['', 'Without a label.'],
          ['Three', 'Some words.'],
        ]),
        'back',
      ],
    },
  },
};
