import { contrastRatio, luminance } from '@havenkit/tokens/contrast';
import { failure, type Finding } from '../finding.js';
import { nodeOf, widgetsOf, type Scene } from '../scene.js';
import type { Limitation, TextKind } from '../texts.js';
import { painter, type Painter, type Rgb } from './paint.js';

/** A text, without its words. */
interface Sample {
  readonly kind: TextKind;
  readonly ratio: number;
  /** What WCAG 1.4.3 asks for: 3 for large text, 4.5 for other text. */
  readonly needed: 3 | 4.5;
}

/**
 * Measures the contrast of every text that the widgets show, in the colors that the page has now (WCAG 1.4.3).
 *
 * @param limit - is called with what cannot be measured
 */
export function examineContrast(scene: Scene, limit: (limitation: Limitation) => void): Finding[] {
  const findings: Finding[] = [];
  const paint = painter(document);
  if (!paint) {
    limit('contrast');
    return findings;
  }
  for (const embedded of widgetsOf(scene)) {
    const root = nodeOf(scene, embedded)?.shadowRoot;
    if (!root) continue;
    const worst = new Map<TextKind, Sample>();
    for (const element of textsIn(root)) {
      const sample = measure(element, paint);
      if (sample === 'picture') limit('colorsOnPictures');
      // Computed colors are rounded.
      else if (sample.ratio < sample.needed - 0.01 && sample.ratio < (worst.get(sample.kind)?.ratio ?? Infinity))
        worst.set(sample.kind, sample);
    }
    for (const { kind, ratio, needed } of worst.values())
      findings.push(failure((texts) => texts.contrast(embedded.widget, kind, shownRatio(ratio), String(needed))));
  }
  return findings;
}

/** Rounded down, so that a ratio that is too low never seems to be enough. */
const shownRatio = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

/** The elements with visible text of their own, and the fields, whose text is not read. */
function textsIn(root: ShadowRoot): HTMLElement[] {
  const hasText = ({ childNodes }: Element): boolean =>
    [...childNodes].some((node) => node instanceof Text && node.data.trim());
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element instanceof HTMLElement &&
      !/^(?:style|script|option)$/.test(element.localName) &&
      (hasText(element) || element.matches('input:not([type=checkbox], [type=radio]), textarea, select')) &&
      isShown(element),
  );
}

function isShown(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  // Text only for screen readers is one pixel large. WCAG 1.4.3 asks nothing of inactive controls.
  return (
    width > 2 &&
    height > 2 &&
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    !element.closest(':disabled, [aria-disabled=true]')
  );
}

function measure(element: HTMLElement, paint: Painter): Sample | 'picture' {
  const { color, fontSize, fontWeight } = getComputedStyle(element);
  const layers = layersBehind(element);
  if (!layers) return 'picture';
  const background = paint(layers);
  const text = paint([...layers, color]);
  const size = parseFloat(fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
  return { kind: kindOf(element), ratio: contrast(text, background), needed: isLarge ? 3 : 4.5 };
}

const contrast = (text: Rgb, background: Rgb): number =>
  luminance(text) === luminance(background) ? 1 : contrastRatio(text, background);

/** The colors behind an element, from the page's to its own; `undefined` where there is a picture between them. */
function layersBehind(element: Element): string[] | undefined {
  const layers: string[] = [];
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return undefined;
    layers.unshift(backgroundColor);
    if (isOpaque(backgroundColor)) break;
  }
  return layers;
}

/** Whether a computed color lets nothing through: it has no alpha. */
const isOpaque = (color: string): boolean => !/^rgba\(|\/|^transparent$/.test(color);

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

function kindOf(element: Element): TextKind {
  if (element.closest('button, .button, summary')) return 'button';
  if (element.closest('a')) return 'link';
  if (element.closest('h1, h2, h3, h4, h5, h6')) return 'heading';
  return element.matches('input, textarea, select') ? 'field' : 'text';
}
