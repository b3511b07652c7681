import { contrastRatio, paintedColors } from '@havenkit/tokens/contrast';

/** Contrast of a brand with what is next to it, in one color scheme. */
export interface BrandContrast {
  /** Of links and buttons with the page. */
  readonly text: number;
  /** Of the words on a filled button. */
  readonly button: number;
}

const pairs = { text: ['brand', 'surface'], button: ['on-brand', 'brand-fill'] } as const;

/**
 * The contrast that the colors derived from a brand have, as this browser paints them.
 *
 * @param brand - a CSS color; empty for Havenkit's own
 */
export function brandContrast(brand: string, colorScheme: 'light' | 'dark'): BrandContrast {
  const probe = document.createElement('div');
  probe.className = 'haven-native';
  probe.hidden = true;
  probe.style.colorScheme = colorScheme;
  if (brand) probe.style.setProperty('--haven-brand', brand);
  document.body.append(probe);
  const painted = (name: string): string => {
    probe.style.color = `var(--haven-color-${name})`;
    return getComputedStyle(probe).color;
  };
  const ratio = ([front, back]: readonly [string, string]): number => {
    const [first = [0, 0, 0], second = [0, 0, 0]] = paintedColors([painted(front), painted(back)]);
    return contrastRatio(first, second);
  };
  const result = { text: ratio(pairs.text), button: ratio(pairs.button) };
  probe.remove();
  return result;
}
