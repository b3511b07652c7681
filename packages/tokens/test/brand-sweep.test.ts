import { expect } from '@open-wc/testing';
import {
  colorDistance,
  paintedColors,
  contrastRatio,
  controlPairs,
  textPairs,
  type ColorPair,
  type Rgb,
} from '@havenkit/tokens/contrast';
import { tokens, type TokenName } from '@havenkit/tokens/tokens';
import { colorNames, paintThemes, type PaintedTheme } from './painted-theme.js';

/** 4,096 brands, evenly distributed over sRGB. */
const steps = Array.from({ length: 16 }, (_, step) => step * 17);
const grid = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `rgb(${red} ${green} ${blue})`)));

/** 512 more, off the grid. They are the same in every run, so that a failure can be reproduced. */
const scattered = Array.from({ length: 512 }, (_, index) => {
  const channel = (prime: number): number => ((index + 1) * prime * 7919) % 256;
  return `rgb(${channel(3)} ${channel(37)} ${channel(101)})`;
});

/** Wider than sRGB, evenly distributed over lightness, chroma and hue. */
const wide = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1].flatMap((lightness) =>
  [0.15, 0.25, 0.4].flatMap((chroma) =>
    Array.from({ length: 24 }, (_, step) => `oklch(${lightness} ${chroma} ${step * 15})`),
  ),
);

/** Brands as people write them, and edge cases of CSS colors. */
const written = [
  '',
  'black',
  'white',
  'transparent',
  '#0b5fff80',
  'rgb(0 128 0 / 0.3)',
  'RebeccaPurple',
  'AccentColor',
  'hsl(none 0% 50%)',
  'hwb(90 50% 50%)',
  'oklch(0.5 none none)',
  'oklch(0.6 0.000001 250)',
  'lab(50 120 -120)',
  'color(display-p3 0 1 0)',
  'color(display-p3 1 0 0 / 0.5)',
  'color(rec2020 0 0 1)',
  'color-mix(in oklab, red, blue)',
];

const brands = [...written, ...grid, ...scattered, ...wide];

/** The pairs whose smallest value over all brands is below the minimum. */
function shortfalls(
  painted: readonly PaintedTheme[],
  pairs: readonly ColorPair[],
  measure: (first: Rgb, second: Rgb) => number,
  minimum: number,
): string[] {
  return pairs.flatMap(([first, second]) => {
    const values = painted.map((colors) => measure(colors.get(first)!, colors.get(second)!));
    const smallest = Math.min(...values);
    const brand = brands[values.indexOf(smallest)];
    return smallest >= minimum ? [] : [`${first}, ${second}: ${smallest.toFixed(3)} with ${brand}`];
  });
}

for (const scheme of ['light', 'dark'] as const)
  describe(`for ${brands.length} brands in a ${scheme} color scheme`, () => {
    let painted: PaintedTheme[];
    before(function () {
      this.timeout(60_000);
      painted = paintThemes(brands, scheme);
    });

    it('text has a contrast of at least 4.5 on its backgrounds, in every state', () => {
      expect(shortfalls(painted, textPairs, contrastRatio, 4.5)).to.deep.equal([]);
    });

    it('controls and the focus outline have a contrast of at least 3 with their surroundings', () => {
      expect(shortfalls(painted, controlPairs, contrastRatio, 3)).to.deep.equal([]);
    });

    it('the companion color differs from the brand, as text and as a background', () => {
      // Five times the just noticeable difference.
      const pairs: ColorPair[] = [
        ['brand', 'companion'],
        ['brand-fill', 'companion-fill'],
      ];
      expect(shortfalls(painted, pairs, colorDistance, 0.1)).to.deep.equal([]);
      expect(shortfalls(painted, [['brand-subtle', 'companion-subtle']], colorDistance, 0.02)).to.deep.equal([]);
    });

    it('hovered and pressed controls look different', () => {
      const pairs: ColorPair[] = [
        ['brand', 'brand-hover'],
        ['brand-fill', 'brand-fill-hover'],
        ['brand-fill-hover', 'brand-fill-active'],
        ['surface', 'brand-subtle'],
      ];
      expect(shortfalls(painted, pairs, colorDistance, 0.02)).to.deep.equal([]);
    });

    it('the default colors match the documentation', () => {
      const [defaults] = paintThemes([''], scheme);
      const documented = colorNames.map((name) => {
        const { value, dark } = tokens[`--haven-color-${name}` as TokenName];
        return scheme === 'dark' ? dark! : value;
      });
      const computed = colorNames.map((name) => defaults!.get(name)!);
      const different = paintedColors(documented).flatMap((rgb, index) =>
        colorDistance(rgb, computed[index]!) < 0.005 ? [] : [colorNames[index]],
      );
      expect(different).to.deep.equal([]);
    });
  });

it('all brands without a hue have the same colors', () => {
  const [gray, ...others] = paintThemes(['#777', 'hsl(none 0% 46.667%)', 'rgb(119 119 119 / 0.2)'], 'light');
  for (const other of others)
    for (const name of colorNames) expect(colorDistance(gray!.get(name)!, other.get(name)!), name).to.be.below(0.005);
});

it('a brand with enough contrast is used unchanged', () => {
  const darkBrands = ['rgb(0 94 184)', 'rgb(122 59 105)', 'rgb(0 105 92)', 'rgb(109 40 200)', 'rgb(165 20 40)'];
  const fills = paintThemes(darkBrands, 'light').map((colors) => colors.get('brand-fill')!);
  for (const [index, brand] of paintedColors(darkBrands).entries())
    expect(colorDistance(brand, fills[index]!), darkBrands[index]).to.be.below(0.02);
});

it('the companion color of the default brand, of blue and of gray is a clay', () => {
  for (const colors of paintThemes(['', '#0b5fff', '#888'], 'light')) {
    const [red, green, blue] = colors.get('companion')!;
    expect(red).to.be.above(green);
    expect(green).to.be.above(blue);
  }
});
