import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { choiceValues } from '@havenkit/elements/reflection-prompt';
import '@havenkit/elements/reflection-prompt/define';
import { inPageLanguage } from './labels.es.js';
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
  // Each story starts without saved reflections.
  beforeEach: () =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase('havenkit-reflections');
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    }),
};
export default meta;

type Story = StoryObj<Args>;

/** The prompt of a story, and functions to find and use its controls by label. */
function parts(canvas: HTMLElement) {
  const prompt = canvas.querySelector('haven-reflection-prompt');
  if (!prompt) throw new Error('There is no prompt.');
  const find = (label: string): HTMLElement | undefined => {
    const all = prompt.shadowRoot?.querySelectorAll<HTMLElement>('label, button, summary') ?? [];
    const found = [...all].find((element) => element.textContent.replace(/\s+/g, ' ').trim() === inPageLanguage(label));
    return (found as HTMLLabelElement | undefined)?.control ?? found;
  };
  const press = async (label: string): Promise<void> => {
    await waitFor(() => expect(find(label)).toBeTruthy());
    find(label)?.click();
  };
  const write = async (text: string): Promise<void> => {
    await waitFor(() => expect(find('Your thoughts')).toBeTruthy());
    await userEvent.type(find('Your thoughts') as HTMLElement, text);
  };
  const expectStatus = async (status: string): Promise<void> => {
    await waitFor(
      () => expect(prompt.shadowRoot?.querySelector('[aria-live]')?.textContent).toBe(inPageLanguage(status)),
      {
        timeout: 5000,
      },
    );
  };
  return { find, press, write, expectStatus };
}

const reflection = 'We were late, and still we stopped at the puddle.';

const save: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const { press, write, expectStatus } = parts(canvasElement);
  await write(reflection);
  await press('Done');
  await press('Save on this device');
  await press('Save without password');
  await expectStatus('Saved on this device.');
  await press('Saved notes');
};

/** A prompt, and space to write. */
export const Prompt: Story = { tags: ['pictures'] };

/** Done: one small thing to try, and the choice to save the note or clear it. */
export const Done: Story = {
  tags: ['pictures'],
  play: async ({ canvasElement }) => {
    const { press, write, find } = parts(canvasElement);
    await write(reflection);
    await press('Done');
    await waitFor(() => expect(find('Clear what I wrote')).toBeTruthy());
  },
};

/** Skipped: the next prompt, and no reason is asked for. */
export const Skipped: Story = {
  play: async ({ canvasElement }) => {
    const { press, expectStatus } = parts(canvasElement);
    await press('Skip this question');
    await expectStatus('That’s fine. You do not have to answer.');
  },
};

/** Before the first save, the prompt explains what saving means. */
export const BeforeTheFirstSave: Story = {
  tags: ['pictures'],
  play: async ({ canvasElement }) => {
    const { press, write, find } = parts(canvasElement);
    await write(reflection);
    await press('Done');
    await press('Save on this device');
    await waitFor(() => expect(find('Save without password')).toBeTruthy());
  },
};

/** A saved note, and what can be done with all notes. */
export const Saved: Story = {
  tags: ['pictures'],
  play: async (context) => {
    await save(context);
    const { press, find } = parts(context.canvasElement);
    await press('Manage saved notes');
    await waitFor(() => expect(find('Download all as text')).toBeVisible());
  },
};

/** A saved note is being edited. */
export const Editing: Story = {
  tags: ['pictures'],
  play: async (context) => {
    await save(context);
    const { press, find } = parts(context.canvasElement);
    await press('Edit');
    await waitFor(() => expect(find('Save changes')).toBeTruthy());
  },
};

/** A password is set, in place of the prompt. */
export const SettingAPassword: Story = {
  play: async (context) => {
    await save(context);
    const { press, find } = parts(context.canvasElement);
    await press('Set a password');
    await waitFor(() => expect(find('Show password')).toBeTruthy());
  },
};

/** Locked with a password. */
export const Locked: Story = {
  tags: ['pictures'],
  play: async ({ canvasElement }) => {
    const { press, write, find, expectStatus } = parts(canvasElement);
    await write(reflection);
    await press('Done');
    await press('Save on this device');
    await press('Save with password');
    await waitFor(() => expect(find('New password')?.matches(':focus')).toBe(true));
    await userEvent.type(find('New password') as HTMLElement, 'a small boat');
    await userEvent.type(find('Confirm new password') as HTMLElement, 'a small boat');
    await press('Set a password');
    await expectStatus('Password set. You need it to open your notes from now on. Saved on this device.');
    await press('Saved notes');
    await press('Lock now');
    await waitFor(() => expect(find('Unlock')).toBeTruthy());
  },
};

/** Deleting a note needs a confirmation. */
export const Deleting: Story = {
  play: async (context) => {
    await save(context);
    const { press, find } = parts(context.canvasElement);
    await press('Delete');
    await waitFor(() => expect(find('Delete note')).toBeTruthy());
  },
};

/** Hidden with one press. */
export const Hidden: Story = {
  play: async ({ canvasElement }) => {
    const { press, find } = parts(canvasElement);
    await press('Hide');
    await waitFor(() => expect(find('Show')).toBeTruthy());
  },
};

/** A partner's own prompts, one with a hint. */
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

/** Without crisis help, with the reason. */
export const WithoutCrisisHelp: Story = {
  args: { crisis: 'none', 'crisis-reason': 'You find numbers for help at the end of this page.' },
};

/** On a phone. */
export const OnAPhone: Story = { decorators: [onPhone] };

/** In Spanish. */
export const Spanish: Story = { args: { lang: 'es' } };

/** On a page that reads from right to left. */
export const RightToLeft: Story = { globals: { lang: 'ar' } };

/** On a dark page. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** Another brand. */
export const Brand: Story = { args: { brand: '#7a3b9c' } };

/** Switch on a contrast theme in the operating system to see it. */
export const ForcedColors: Story = { tags: ['forced-colors'], play: save };

/** Invalid values are reported to the site owner by their path; the default prompts are shown. */
export const BadConfiguration: Story = { args: { prompt: 'nowhere', config: { prompts: [{ id: 'one' }, 'two'] } } };
