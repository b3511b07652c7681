/** The height that a widget needs from a container width on, both in `em`. */
interface Step {
  readonly width: number;
  readonly height: number;
}

/** Room in `em` that may stay empty before a width gets a height of its own: 12 px of normal text. */
const tolerance = 0.75;

/** Container widths in `em` at which a widget is measured: from a narrow phone with large text to a wide page. */
export const measuredWidths: readonly number[] = Array.from({ length: 60 }, (_, index) => 14 + index);

/** Fewest heights that are enough at every width, and leave little room empty. */
function steps(widths: readonly number[], heights: readonly number[]): Step[] {
  const result: Step[] = [];
  for (const [index, width] of widths.entries()) {
    // Up to the next width, the widget is as high as at one of the two.
    const needed = Math.max(heights[index] ?? 0, heights[index + 1] ?? 0);
    const height = Math.ceil(needed * 4) / 4;
    const current = result.at(-1);
    if (!current || needed > current.height || needed < current.height - tolerance) result.push({ width, height });
  }
  return result;
}

/**
 * CSS that reserves the room that a widget needs, so that nothing moves when it appears.
 *
 * @param className - of the element around the widget, whose width counts
 * @param target - selector of the widget, or of the frame with it
 * @param heights - in `em`, at `measuredWidths`
 */
export function reservedRoom(className: string, target: string, heights: readonly number[]): string {
  const all = steps(measuredWidths, heights);
  const rule = (height: string): string => `.${className}>${target}{min-block-size:${height}}`;
  return [
    // A container whose width depends on its content, as in a flexbox, would have none.
    `.${className}{container-type:inline-size;inline-size:100%}`,
    `.${className}>${target}{${target === 'iframe' ? 'border:0;block-size:0' : 'display:block'}}`,
    ...all.map(({ width, height }, index) =>
      index ? `@container(min-width:${width}em){${rule(`${height}em`)}}` : rule(`${height}em`),
    ),
    // After sign-up the form is gone.
    ...(target === 'haven-signup-form' ? [`.${className}>${target}[state$=confirmed]{min-block-size:auto}`] : []),
    `@media print,(scripting:none){${rule('auto')}}`,
  ].join('\n');
}
