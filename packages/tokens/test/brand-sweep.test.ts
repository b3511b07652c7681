import { expect } from '@open-wc/testing';
import { contrastRatio } from '@havenkit/tokens/contrast';
import { controlPairs, distance, paint, textPairs, type Painted } from './painted-theme.js';

const steps = Array.from({ length: 16 }, (_, step) => step * 17);

/** 4,096 brands, evenly over sRGB. */
const grid = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `rgb(${red} ${green} ${blue})`)));

/** Brands as people write them, and such as no screen can show. */
const odd = [
  'black',
  'white',
  'transparent',
  'rgb(0 128 0 / 0.3)',
  'oklch(0.5 0.4 150)',
  'oklch(0.99 0.4 320)',
  'color(display-p3 0 1 0)',
  'hsl(none 0% 50%)',
  'lab(50 120 -120)',
  'AccentColor',
];

const brands = [...grid, ...odd];

/** The pairs that fall short, with the worst ratio of each and how many brands it concerns. */
function shortfalls(painted: readonly Painted[], pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs.flatMap(([one, other]) => {
    const low = painted
      .map((colors, at) => ({ ratio: contrastRatio(colors.get(one)!, colors.get(other)!), brand: brands[at] }))
      .filter(({ ratio }) => ratio < least)
      .sort((a, b) => a.ratio - b.ratio);
    return low[0] ? [`${one} on ${other}: ${low[0].ratio.toFixed(2)} with ${low[0].brand}, ${low.length} brands`] : [];
  });
}

for (const scheme of ['light', 'dark'] as const)
  describe(`any of ${brands.length} brands, on a ${scheme} page`, function () {
    this.timeout(120_000);
    let painted: Painted[];
    before(() => {
      painted = paint(brands, scheme);
    });

    it('gives text a contrast of 4.5 on everything that it stands on, in every state', () => {
      expect(shortfalls(painted, textPairs, 4.5)).to.deep.equal([]);
    });

    it('gives controls and the focus a contrast of 3 with what is beside them', () => {
      expect(shortfalls(painted, controlPairs, 3)).to.deep.equal([]);
    });

    it('keeps the companion apart from the brand', () => {
      for (const [one, other] of [['brand', 'companion'], ['brand-fill', 'companion-fill']] as const) {
        const close = painted
          .map((colors, at) => ({ apart: distance(colors.get(one)!, colors.get(other)!), brand: brands[at] }))
          .sort((a, b) => a.apart - b.apart);
        // Five times what is just noticeable.
        expect(close[0]?.apart, `${one} and ${other} with ${close[0]?.brand}`).to.be.at.least(0.1);
      }
    });

    it('shows that a control is pointed at and pressed', () => {
      for (const [one, other] of [['brand-fill', 'brand-fill-hover'], ['brand-fill-hover', 'brand-fill-active'], ['brand', 'brand-hover']] as const) {
        const close = painted
          .map((colors, at) => ({ apart: distance(colors.get(one)!, colors.get(other)!), brand: brands[at] }))
          .sort((a, b) => a.apart - b.apart);
        expect(close[0]?.apart, `${one} and ${other} with ${close[0]?.brand}`).to.be.at.least(0.02);
      }
    });
  });
