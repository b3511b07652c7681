import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { tokenNames, tokens, type TokenName } from '@havenkit/tokens/tokens';
import './design-system.css';

const meta: Meta = {
  title: 'Design system/Tokens',
  // These stories have no element with settings.
  parameters: { controls: { disable: true } },
};
export default meta;

const named = (prefix: string): TokenName[] => tokenNames.filter((name) => name.startsWith(prefix));

const sheet = (names: readonly TokenName[], sample: (name: TokenName) => unknown) => html`
  <div class="haven-native">
    <table>
      <thead>
        <tr>
          <th scope="col">Looks like</th>
          <th scope="col">Custom property</th>
          <th scope="col">Value</th>
          <th scope="col">For</th>
        </tr>
      </thead>
      <tbody>
        ${names.map(
          (name) => html`
            <tr>
              <td>${sample(name)}</td>
              <th scope="row"><code>${name}</code></th>
              <td><code>${tokens[name].value}</code></td>
              <td>${tokens[name].description}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;

/** An empty box that shows a token in one CSS property. */
const box = (className: string, property: string, name: TokenName): HTMLElement => {
  const element = document.createElement('div');
  element.className = `sample ${className}`;
  element.style.setProperty(property, `var(${name})`);
  return element;
};

/** Every color, derived from the brand in the toolbar. */
export const Colors: StoryObj = {
  render: () => sheet(named('--haven-color-'), (name) => box('color', 'background-color', name)),
};

/** Distances, radius, target and focus. */
export const Sizes: StoryObj = {
  render: () =>
    sheet(
      [...named('--haven-space-'), '--haven-target', '--haven-radius', '--haven-focus-width', '--haven-focus-offset'],
      (name) => (name === '--haven-radius' ? box('corner', 'border-radius', name) : box('length', 'inline-size', name)),
    ),
};

/** Text sizes, relative to the page's text. */
export const Type: StoryObj = {
  render: () =>
    sheet([...named('--haven-text-'), '--haven-line-height', '--haven-weight-strong', '--haven-measure'], (name) => {
      if (!name.startsWith('--haven-text-')) return nothing;
      const element = document.createElement('span');
      element.textContent = 'Safe haven';
      element.style.setProperty('font-size', `var(${name})`);
      return element;
    }),
};

/** Durations, easing and shadow. */
export const Motion: StoryObj = {
  render: () => sheet([...named('--haven-duration-'), '--haven-easing', '--haven-shadow'], () => nothing),
};
