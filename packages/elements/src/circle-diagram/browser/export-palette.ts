import { themePalette, type Palette } from '../picture.view.js';

/**
 * Returns the theme's colors as they are on paper, in a form that every program reads.
 *
 * @param host - an element of the widget; it holds a probe while the colors are computed
 */
export function exportPalette(host: Element): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  // With forced colors the theme consists of system colors; without this they would all become the same one.
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const exported = (color: string): string => {
    probe.style.color = `color(from ${color} srgb r g b)`;
    // "color(srgb 0.09 0.4 0.33)"
    const channels = getComputedStyle(probe).color.match(/ -?[\d.e-]+/g) ?? [];
    return `rgb(${Uint8ClampedArray.from(channels, (channel) => +channel * 255).join()})`;
  };
  const palette = Object.fromEntries(Object.entries(themePalette).map(([tone, color]) => [tone, exported(color)]));
  probe.remove();
  return palette as unknown as Palette;
}
