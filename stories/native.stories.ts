import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './design-system.css';

const meta: Meta = { title: 'Design system/Native HTML', parameters: { controls: { disable: true } } };
export default meta;

/** A partner's own HTML inside `class="haven-native"` looks like the widgets. */
export const Everything: StoryObj = {
  render: () => html`
    <div class="haven-native">
      <h2>A calm form</h2>
      <p>Text with <a href="#calm">a link</a>, set at a length that reads well.</p>
      <ul>
        <li>First, say hello.</li>
        <li>Then, take your time.</li>
      </ul>
      <p>
        <button type="button" class="primary">Send</button>
        <button type="button">Save for later</button>
        <button type="button" class="quiet">Skip</button>
        <button type="button" disabled>Not now</button>
      </p>
      <form id="calm">
        <p>
          <label for="name">Your name</label>
          <input id="name" autocomplete="name" />
        </p>
        <p>
          <label for="email">Email</label>
          <span class="error" id="email-error">Enter an address such as ana@home.example</span>
          <input id="email" type="email" autocomplete="email" aria-invalid="true" aria-describedby="email-error" />
        </p>
        <p>
          <label><input type="checkbox" checked /> You may leave a message</label>
        </p>
      </form>
      <p class="notice">We answer within two business days.</p>
      <p class="notice success">We got your sign-up.</p>
      <p class="notice danger">The number is missing. Enter it, with the area code.</p>
      <details>
        <summary>What happens next?</summary>
        <p>We call you back.</p>
      </details>
      <table>
        <caption>
          Hours
        </caption>
        <tbody>
          <tr>
            <th scope="row">Monday</th>
            <td>9:00 to 17:30</td>
          </tr>
          <tr>
            <th scope="row">Friday</th>
            <td>9:00 to 13:00</td>
          </tr>
        </tbody>
      </table>
    </div>
  `,
};
