import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { choiceValues } from '@havenkit/elements/reflection-prompt';
import '@havenkit/elements/reflection-prompt/define';
import { commonControls, onPhone, renderWidget, type Args } from './widget.js';

const meta: Meta<Args> = {
  title: 'Widgets/Reflection prompt',
  component: 'haven-reflection-prompt',
  argTypes: {
    choice: { control: 'select', options: choiceValues },
    storage: { control: 'select', options: ['none', 'device'] },
    ...commonControls,
  },
  args: { choice: 'order' },
  render: renderWidget,
  // No story finds what another one saved.
  beforeEach: () =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase('havenkit-reflections');
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    }),
};
export default meta;

type Story = StoryObj<Args>;

/** The prompt of a story, and a control in it by its words. */
function parts(canvas: HTMLElement) {
  const prompt = canvas.querySelector('haven-reflection-prompt');
  if (!prompt) throw new Error('There is no prompt.');
  const find = (words: string): HTMLElement | undefined => {
    const all = prompt.shadowRoot?.querySelectorAll<HTMLElement>('label, button, summary') ?? [];
    const found = [...all].find((one) => one.textContent.replace(/\s+/g, ' ').trim() === words);
    return (found as HTMLLabelElement | undefined)?.control ?? found;
  };
  const press = async (words: string): Promise<void> => {
    await waitFor(() => expect(find(words)).toBeTruthy());
    find(words)?.click();
  };
  const write = async (text: string): Promise<void> => {
    await waitFor(() => expect(find('Your words')).toBeTruthy());
    await userEvent.type(find('Your words') as HTMLElement, text);
  };
  const said = async (words: string): Promise<void> => {
    await waitFor(() => expect(prompt.shadowRoot?.querySelector('[role=status]')?.textContent).toBe(words), {
      timeout: 5000,
    });
  };
  return { prompt, find, press, write, said };
}

const words = 'We were late, and still we stopped at the puddle.';

const keep: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const { press, write, said } = parts(canvasElement);
  await write(words);
  await press('I am done');
  await press('Keep it on this device');
  await press('Keep it here');
  await said('Saved on this device.');
  await press('What you have kept');
  await press('Change');
};

/** A prompt, room to write, and three ways to go on. */
export const Prompt: Story = {};

/** Done: one small thing to try, and the choice what becomes of the words. */
export const Done: Story = {
  play: async ({ canvasElement }) => {
    const { press, write, find } = parts(canvasElement);
    await write(words);
    await press('I am done');
    await waitFor(() => expect(find('Let it go')).toBeTruthy());
  },
};

/** Skipped, which is as good as answered. */
export const Skipped: Story = {
  play: async ({ canvasElement }) => {
    const { press, find } = parts(canvasElement);
    await press('Skip this one');
    await waitFor(() => expect(find('Back to this one')).toBeTruthy());
  },
};

/** Before the first save: what it means, in plain words. */
export const BeforeTheFirstSave: Story = {
  play: async ({ canvasElement }) => {
    const { press, write, find } = parts(canvasElement);
    await write(words);
    await press('I am done');
    await press('Keep it on this device');
    await waitFor(() => expect(find('Keep it here')).toBeTruthy());
  },
};

/** Something is kept, and is being changed. */
export const Kept: Story = { play: keep };

/** Locked with a passphrase. */
export const Locked: Story = {
  play: async ({ canvasElement }) => {
    const { press, write, find, said } = parts(canvasElement);
    await write(words);
    await press('I am done');
    await press('Keep it on this device');
    await press('Keep it with a passphrase');
    await waitFor(() => expect(find('New passphrase')).toBeTruthy());
    await userEvent.type(find('New passphrase') as HTMLElement, 'a small boat');
    await userEvent.type(find('The same again') as HTMLElement, 'a small boat');
    await press('Set a passphrase');
    await said('Saved on this device.');
    await press('Lock now');
    await waitFor(() => expect(find('Open')).toBeTruthy());
  },
};

/** About to be deleted: nothing goes without being asked twice. */
export const Deleting: Story = {
  play: async (context) => {
    await keep(context);
    const { press, find } = parts(context.canvasElement);
    await press('Delete');
    await waitFor(() => expect(find('Cancel')).toBeTruthy());
  },
};

/** Hidden at one press. */
export const Hidden: Story = {
  play: async ({ canvasElement }) => {
    const { press, find } = parts(canvasElement);
    await press('Hide');
    await waitFor(() => expect(find('Show')).toBeTruthy());
  },
};

/** A partner's own prompts, one with a word more. */
export const OwnPrompts: Story = {
  args: {
    config: {
      title: 'Between two meetings',
      prompts: [
        { id: 'week', text: 'What stayed with you from our meeting?', hint: 'A word or a picture is enough.' },
        { id: 'small', text: 'Where did you two meet each other half way?' },
      ],
    },
  },
};

/** Crisis help left out, with the reason. */
export const WithoutCrisisHelp: Story = {
  args: { crisis: 'none', 'crisis-reason': 'You find numbers for help at the end of this page.' },
};

/** In the width of a phone. */
export const OnAPhone: Story = { decorators: [onPhone] };

export const Spanish: Story = { args: { lang: 'es' } };

export const RightToLeft: Story = { globals: { lang: 'ar' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const Brand: Story = { args: { brand: '#7a3b9c' } };

export const ForcedColors: Story = { tags: ['forced-colors'], play: keep };

/** What the owner wrote is told, and our own prompts are shown. */
export const BadConfiguration: Story = { args: { prompt: 'nowhere', config: { prompts: [{ id: 'one' }, 'two'] } } };
