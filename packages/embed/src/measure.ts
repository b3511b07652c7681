/** How to measure a widget. */
export interface MeasureOptions {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Everything of the configuration that is no attribute. */
  readonly config: object;
  /** Fonts that a page may have. The widest text needs the most room. */
  readonly fonts: readonly string[];
  /** Container widths in `em`, from narrow to wide. */
  readonly widths: readonly number[];
  /** Times (ISO 8601) at which the widget shows something else. Default: now only. */
  readonly times: readonly string[];
}

/**
 * Measures the greatest height of a widget at each width, in `em`. It runs in a page in which the widget is registered, and uses
 * nothing of this module, so that a test runner or a command can send it there.
 */
export async function measure(options: MeasureOptions): Promise<number[]> {
  const { tag, attributes, config, fonts, widths, times } = options;
  const fontSize = 16;
  const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const container = document.createElement('div');
  const element = document.createElement(tag) as HTMLElement & { config?: object; updateComplete: Promise<unknown> };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.config = config;
  element.style.display = 'block';
  container.style.fontSize = `${fontSize}px`;
  container.append(element);
  document.body.append(container);
  const heights = widths.map(() => 0);
  for (const font of fonts) {
    container.style.fontFamily = font;
    for (const [index, width] of widths.entries()) {
      container.style.inlineSize = `${width}em`;
      // The widget observes its width, and then renders.
      await frame();
      await frame();
      for (const time of times.length ? times : ['']) {
        if (time) element.setAttribute('now', time);
        await element.updateComplete;
        heights[index] = Math.max(heights[index] ?? 0, element.getBoundingClientRect().height / fontSize);
      }
    }
  }
  container.remove();
  return heights;
}
