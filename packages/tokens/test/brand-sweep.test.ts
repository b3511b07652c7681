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

/** 4,096 brands, evenly over sRGB. */
const steps = Array.from({ length: 16 }, (_, step) => step * 17);
const grid = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `rgb(${red} ${green} ${blue})`)));

/** 512 more, off the grid: the same ones in every run, so that a failure can be looked at again. */
const scattered = Array.from({ length: 512 }, (_, at) => {
  const channel = (prime: number): number => ((at + 1) * prime * 7919) % 256;
  return `rgb(${channel(3)} ${channel(37)} ${channel(101)})`;
});

/** Wider than sRGB, evenly over lightness, chroma and hue. */
const wide = [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1].flatMap((lightness) =>
  [0.15, 0.25, 0.4].flatMap((chroma) =>
    Array.from({ length: 24 }, (_, at) => `oklch(${lightness} ${chroma} ${at * 15})`),
  ),
);

/** Brands as people write them, and at the edges of what they may write. */
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

/** The pairs whose worst value over all brands is too small. */
function shortfalls(
  painted: readonly PaintedTheme[],
  pairs: readonly ColorPair[],
  measure: (one: Rgb, other: Rgb) => number,
  least: number,
): string[] {
  return pairs.flatMap(([one, other]) => {
    const values = painted.map((colors) => measure(colors.get(one)!, colors.get(other)!));
    const worst = Math.min(...values);
    const brand = brands[values.indexOf(worst)];
    return worst >= least ? [] : [`${one}, ${other}: ${worst.toFixed(3)} with ${brand}`];
  });
}

for (const scheme of ['light', 'dark'] as const)
  describe(`any of ${brands.length} brands, in a ${scheme} scheme`, () => {
    let painted: PaintedTheme[];
    before(function () {
      this.timeout(60_000);
      painted = paintThemes(brands, scheme);
    });

    it('gives text a contrast of 4.5 on all that it stands on, in every state', () => {
      expect(shortfalls(painted, textPairs, contrastRatio, 4.5)).to.deep.equal([]);
    });

    it('gives controls and the focus a contrast of 3 with what is beside them', () => {
      expect(shortfalls(painted, controlPairs, contrastRatio, 3)).to.deep.equal([]);
    });

    it('keeps the companion apart from the brand, as text and as a background', () => {
      // Five times what is just noticeable.
      const pairs: ColorPair[] = [
        ['brand', 'companion'],
        ['brand-fill', 'companion-fill'],
      ];
      expect(shortfalls(painted, pairs, colorDistance, 0.1)).to.deep.equal([]);
      expect(shortfalls(painted, [['brand-subtle', 'companion-subtle']], colorDistance, 0.02)).to.deep.equal([]);
    });

    it('shows that a control is pointed at and that it is pressed', () => {
      const pairs: ColorPair[] = [
        ['brand', 'brand-hover'],
        ['brand-fill', 'brand-fill-hover'],
        ['brand-fill-hover', 'brand-fill-active'],
        ['surface', 'brand-subtle'],
      ];
      expect(shortfalls(painted, pairs, colorDistance, 0.02)).to.deep.equal([]);
    });

    it('uses the values that the constants name when there is no brand', () => {
      const [own] = paintThemes([''], scheme);
      const named = colorNames.map((name) => {
        const { value, dark } = tokens[`--haven-color-${name}` as TokenName];
        return scheme === 'dark' ? dark! : value;
      });
      const computed = colorNames.map((name) => own!.get(name)!);
      const off = paintedColors(named).flatMap((rgb, at) =>
        colorDistance(rgb, computed[at]!) < 0.005 ? [] : [colorNames[at]],
      );
      expect(off).to.deep.equal([]);
    });
  });

it('gives every brand without a hue the same colours', () => {
  const [grey, ...others] = paintThemes(['#777', 'hsl(none 0% 46.667%)', 'rgb(119 119 119 / 0.2)'], 'light');
  for (const other of others)
    for (const name of colorNames) expect(colorDistance(grey!.get(name)!, other.get(name)!), name).to.be.below(0.005);
});

it('leaves a brand that has enough contrast as it is', () => {
  const kept = ['rgb(0 94 184)', 'rgb(122 59 105)', 'rgb(0 105 92)', 'rgb(109 40 200)', 'rgb(165 20 40)'];
  const fills = paintThemes(kept, 'light').map((colors) => colors.get('brand-fill')!);
  for (const [at, brand] of paintedColors(kept).entries())
    expect(colorDistance(brand, fills[at]!), kept[at]).to.be.below(0.02);
});

it('gives a clay companion to the default brand, to a blue one and to a grey one', () => {
  for (const colors of paintThemes(['', '#0b5fff', '#888'], 'light')) {
    const [red, green, blue] = colors.get('companion')!;
    expect(red).to.be.above(green);
    expect(green).to.be.above(blue);
  }
});
