import { heights } from './frame/messages.js';
import type { Sample } from './measure.js';

/** Heights that a widget has at every width, from narrow to wide. */
export interface Room {
  readonly mouse: readonly Sample[];
  /** On a touch screen, where buttons may be taller. */
  readonly touch: readonly Sample[];
}

/** Room in `em` that may stay empty before a width, or a touch screen, gets a height of its own: 12 px of normal text. */
const tolerance = 0.75;

/** Container widths in `em` at which a widget is measured: from a narrow phone with large text to a wide page. */
export const measuredWidths: readonly number[] = Array.from({ length: 237 }, (_, index) => 14 + index / 4);

/** A framed page has the browser's own font size, whatever the page around it has. */
const frameFontSize = 16;

/** Padding of a framed page at each side of the widget, in `em`. */
const framePadding = 0.25;

/** How much higher a widget may be between two measured widths than at either of them, in `em`. */
const uncertainty = 0.25;

/** The greatest height between two widths. */
function greatest(samples: readonly Sample[], from: number, to: number): number {
  const between = samples.filter(
    (_, index) => (samples[index + 1]?.width ?? Infinity) > from && (samples[index - 1]?.width ?? 0) < to,
  );
  return Math.max(...between.map(({ height }) => height)) + uncertainty;
}

/** The room between each width and the next, in `em`. */
export function intervals({ mouse, touch }: Room): { width: number; mouse: number; touch: number }[] {
  const widths = [...new Set([...mouse, ...touch].map(({ width }) => width))].sort((a, b) => a - b);
  return widths.map((width, index) => {
    const end = widths[index + 1] ?? Infinity;
    return { width, mouse: greatest(mouse, width, end), touch: greatest(touch, width, end) };
  });
}

/** Fewest heights, as multiples of `unit`, that are enough at every width, and leave little room empty. */
function steps(needs: readonly Sample[], unit: number): Sample[] {
  const result: Sample[] = [];
  for (const { width, height } of needs) {
    const current = result.at(-1);
    if (!current || height > current.height || height < current.height - tolerance - unit)
      result.push({ width, height: Math.ceil(height / unit) * unit });
  }
  return result;
}

/** The room of a frame with the widget. */
const framed = (samples: readonly Sample[]): Sample[] =>
  samples.map(({ width, height }) => ({ width: width + 2 * framePadding, height: height + 2 * framePadding }));

/**
 * CSS that reserves the room that a widget needs, so that nothing moves when it appears. Until then, fallback content that needs
 * more scrolls. It does so in a `<div>` of its own, which also keeps its margins inside: in Chromium, an element that no longer
 * scrolls counts as moved. Paragraphs beside it are empty ones of WordPress's classic editor.
 *
 * @param className - of the element around the widget, whose width counts
 * @param target - selector of what has the room: tag of the widget, `iframe` for the frame with it, or `[data-haven=…]` for the loader's
 *   placeholder, which the widget is put into
 */
export function reservedRoom(className: string, target: string, room: Room): string {
  const isFrame = target === 'iframe';
  const isPlaceholder = target.startsWith('[');
  const tag = target.replace(/^\[data-haven=(.*)\]$/, 'haven-$1');
  const all = intervals(isFrame ? { mouse: framed(room.mouse), touch: framed(room.touch) } : room);
  const unit = isFrame ? heights.step / frameFontSize : 0.25;
  const length = (value: number): string => (isFrame ? `${value * frameFontSize}px` : `${value}em`);
  const selector = `.${className} ${target}`;
  /** What the fallback content is in: the placeholder, and then the widget. */
  const parent = isPlaceholder ? `.${className} :is(${target},${tag})` : selector;
  // A placeholder may have `style` attributes, whose room is less exact.
  const own = `var(--havenkit-room)${isPlaceholder ? '!important' : ''}`;
  const table = (needs: readonly Sample[]): string =>
    steps(needs, unit)
      .map(({ width, height }, index) => {
        const rule = `${selector}{--havenkit-room:${length(height)}}`;
        return index ? `@container(min-width:${length(width)}){${rule}}` : rule;
      })
      .join('\n');
  const needsOf = (pointer: (need: (typeof all)[number]) => number): Sample[] =>
    all.map((need) => ({ width: need.width, height: pointer(need) }));
  const isOneTable = all.every(({ mouse, touch }) => Math.abs(touch - mouse) <= tolerance);
  return [
    // A container whose width depends on its content, as in a flexbox, would have none. In a place that is as wide as its content, such as
    // a float, it has a usual width.
    `.${className}{container-type:inline-size;contain-intrinsic-inline-size:min(40em,80vw);inline-size:100%}`,
    isFrame
      ? `${selector}{border:0;block-size:0;min-block-size:var(--havenkit-room)}`
      : // What stays empty is below the card, not in it.
        `${selector}{min-block-size:${own};align-content:start}
.${className} ${tag}:not(:defined){display:block}
${parent}>p{display:none}
${parent}>div{max-block-size:${own};overflow:auto}`,
    ...(isOneTable
      ? [table(needsOf(({ mouse, touch }) => Math.max(mouse, touch)))]
      : [table(needsOf(({ mouse }) => mouse)), `@media(pointer:coarse){${table(needsOf(({ touch }) => touch))}}`]),
    // After sign-up the form is gone.
    ...(tag === 'haven-signup-form'
      ? [`${selector}${isPlaceholder ? ':has(>[state$=confirmed])' : '[state$=confirmed]'}{--havenkit-room:auto}`]
      : []),
    `@media print,(scripting:none){${selector}{--havenkit-room:auto}}`,
  ].join('\n');
}
