import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import guide from '../docs/voice.md?raw';
import './design-system.css';

const meta: Meta = {
  title: 'Design system/Voice',
  parameters: {
    controls: { disable: true },
    docs: { description: { component: guide.replace(/^# .*\n/, '') } },
  },
};
export default meta;

/** The title says what happened, and the second line what comes next. */
export const Outcomes: StoryObj = {
  render: () => html`
    <div class="haven-native">
      <div class="notice success">
        <h2>We got your sign-up</h2>
        <p>We will contact you about next steps.</p>
      </div>
      <div class="notice">
        <h2>We do not know if your sign-up arrived</h2>
        <p>It is safe to try again. You will not be signed up twice.</p>
      </div>
      <div class="notice danger">
        <h2>Your sign-up did not go through</h2>
        <p>Nothing was saved. You can try again or contact us.</p>
      </div>
    </div>
  `,
};
