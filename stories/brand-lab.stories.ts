import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { contrastRatio, controlPairs, paintedColors, textPairs, type ColorPair } from '@havenkit/tokens/contrast';
import './design-system.css';

interface Args {
  brand: string;
}

const meta: Meta<Args> = {
  title: 'Design system/Brand lab',
  argTypes: {
    brand: { control: 'color', description: 'Any CSS color' },
  },
  args: { brand: '#156653' },
};
export default meta;

const property = (name: string): string => `var(--haven-color-${name})`;

/** The contrast of a pair as the browser paints it. */
function measureContrast(lab: HTMLElement, [foreground, background]: ColorPair): number {
  const probe = document.createElement('i');
  lab.append(probe);
  const computed = [foreground, background].map((name) => {
    probe.style.color = property(name);
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const [first, second] = paintedColors(computed);
  return first && second ? contrastRatio(first, second) : NaN;
}

function sample([foreground, background]: ColorPair, text: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = text ? 'sample text' : 'sample control';
  element.textContent = text ? 'Safe haven' : '';
  element.style.setProperty('background-color', property(background));
  element.style.setProperty(text ? 'color' : '--ring', property(foreground));
  return element;
}

/** Pick a brand to see every pair of colors that is used together, with its measured contrast. */
export const Lab: StoryObj<Args> = {
  render: ({ brand }) => {
    const lab = document.createElement('div');
    lab.className = 'haven-native';
    lab.style.setProperty('--haven-brand', brand);
    // Browsers compute colors only for connected elements.
    document.body.append(lab);
    const rows = (pairs: readonly ColorPair[], minimum: number) =>
      pairs.map((pair) => {
        const ratio = measureContrast(lab, pair);
        return html`<tr>
          <td>${sample(pair, pairs === textPairs)}</td>
          <th scope="row">${pair[0]} on ${pair[1]}</th>
          <td>${ratio.toFixed(2)}</td>
          <td>${ratio >= minimum ? `at least ${minimum}` : `below ${minimum}`}</td>
        </tr>`;
      });
    const table = (caption: string, pairs: readonly ColorPair[], minimum: number) =>
      html`<table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Painted</th>
            <th scope="col">Pair</th>
            <th scope="col">Contrast</th>
            <th scope="col">Needed</th>
          </tr>
        </thead>
        <tbody>
          ${rows(pairs, minimum)}
        </tbody>
      </table>`;
    const content = html`${table('Text', textPairs, 4.5)} ${table('Controls and focus', controlPairs, 3)}`;
    render(content, lab);
    return lab;
  },
};
