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

/** The ratio that the browser paints, measured on the element itself. */
function measured(lab: HTMLElement, [foreground, background]: ColorPair): number {
  const probe = document.createElement('i');
  lab.append(probe);
  const computed = [foreground, background].map((name) => {
    probe.style.color = property(name);
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const [one, other] = paintedColors(computed);
  return one && other ? contrastRatio(one, other) : NaN;
}

function sample([foreground, background]: ColorPair, text: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = text ? 'sample text' : 'sample control';
  element.textContent = text ? 'Safe haven' : '';
  element.style.setProperty('background-color', property(background));
  element.style.setProperty(text ? 'color' : '--ring', property(foreground));
  return element;
}

/** Pick a brand and see every pair of colors that is used together, with the contrast that is measured. */
export const Lab: StoryObj<Args> = {
  render: ({ brand }) => {
    const lab = document.createElement('div');
    lab.className = 'haven-native';
    lab.style.setProperty('--haven-brand', brand);
    // Colors are computed only on the page.
    document.body.append(lab);
    const rows = (pairs: readonly ColorPair[], least: number) =>
      pairs.map((pair) => {
        const ratio = measured(lab, pair);
        return html`<tr>
          <td>${sample(pair, pairs === textPairs)}</td>
          <th scope="row">${pair[0]} on ${pair[1]}</th>
          <td>${ratio.toFixed(2)}</td>
          <td>${ratio >= least ? `at least ${least}` : `below ${least}`}</td>
        </tr>`;
      });
    const table = (caption: string, pairs: readonly ColorPair[], least: number) =>
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
          ${rows(pairs, least)}
        </tbody>
      </table>`;
    const content = html`${table('Text', textPairs, 4.5)} ${table('Controls and focus', controlPairs, 3)}`;
    render(content, lab);
    return lab;
  },
};
