/** The height that a widget has in a container, both in `em`. */
export interface Sample {
  readonly width: number;
  readonly height: number;
}

/** How to measure a widget. */
export interface MeasureOptions {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Everything of the configuration that is no attribute. */
  readonly config: object;
  /** Fonts that a page may have. The widest text needs the most room. */
  readonly fonts: readonly string[];
  /** Size of the page's text, in pixels. Default: 16. */
  readonly fontSize?: number | undefined;
  /** Container widths in `em`, from narrow to wide. */
  readonly widths: readonly number[];
  /** Times (ISO 8601) at which the widget shows something else. Default: now only. */
  readonly times: readonly string[];
  /**
   * How many widgets are on the page at once. Few leave the page time for a person who types, and with many, each costs more: a
   * widget that measures itself makes the browser look at all of them. Default: 24.
   */
  readonly batch?: number | undefined;
  /** Called with the share that is done, from 0 to 1. How much is left is not known exactly. */
  readonly progress?: ((share: number) => void) | undefined;
  /** Ends the measurement early. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Measures the greatest height of a widget at each width, and at widths between two with different heights, down to one pixel. It
 * runs in a page in which the widget is registered, and uses nothing of this module, so that a test runner or a command can send it
 * there.
 *
 * @returns the samples, from narrow to wide
 * @throws the reason of the signal, when it is aborted
 */
export async function measure(options: MeasureOptions): Promise<Sample[]> {
  const { tag, attributes, config, fonts, fontSize = 16, widths, times, batch = 24, progress, signal } = options;
  const finest = 1 / fontSize;
  const same = 0.25;
  const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  type Widget = HTMLElement & { config?: object; updateComplete: Promise<unknown> };
  const containerOf = (width: number): HTMLElement => {
    const container = document.createElement('div');
    const widget = document.createElement(tag) as Widget;
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.config = config;
    container.style.inlineSize = `${width}em`;
    container.append(widget);
    return container;
  };

  /** One time for everything that the widget shows at one of them. */
  const differentTimes = async (): Promise<string[]> => {
    const container = containerOf(40);
    const widget = container.firstElementChild as Widget;
    document.body.append(container);
    const seen = new Map<string | undefined, string>();
    for (const time of times) {
      widget.setAttribute('now', time);
      await widget.updateComplete;
      seen.set(widget.shadowRoot?.getHTML(), time);
    }
    container.remove();
    return [...seen.values()];
  };
  const shownTimes = times.length ? await differentTimes() : [''];

  /** One widget for each width, several on the page at once, which takes far less time than one after the other. */
  const heightsOf = async (each: readonly number[]): Promise<number[]> => {
    const page = document.createElement('div');
    const containers = each.map(containerOf);
    const elements = containers.map(({ firstElementChild }) => firstElementChild as Widget);
    const heights = each.map(() => 0);
    page.style.fontSize = `${fontSize}px`;
    page.append(...containers);
    document.body.append(page);
    for (const font of fonts) {
      page.style.fontFamily = font;
      // A widget observes its width, and then renders.
      await frame();
      await frame();
      if (signal?.aborted) page.remove();
      signal?.throwIfAborted();
      for (const time of shownTimes) {
        if (time) for (const element of elements) element.setAttribute('now', time);
        await Promise.all(elements.map(({ updateComplete }) => updateComplete));
        for (const [index, element] of elements.entries())
          heights[index] = Math.max(heights[index] ?? 0, element.getBoundingClientRect().height / fontSize);
      }
    }
    page.remove();
    return heights;
  };

  const heightsAt = async (each: readonly number[]): Promise<number[]> => {
    const heights: number[] = [];
    for (let start = 0; start < each.length; start += batch) {
      heights.push(...(await heightsOf(each.slice(start, start + batch))));
      // The widths at first are most of the work.
      progress?.(each === widths ? heights.length / (each.length + batch) : 1);
    }
    return heights;
  };

  const samples: Sample[] = [];
  let next = widths;
  while (next.length) {
    const heights = await heightsAt(next);
    samples.push(...next.map((width, index) => ({ width, height: heights[index] ?? 0 })));
    samples.sort((a, b) => a.width - b.width);
    next = samples.flatMap(({ width, height }, index) => {
      const after = samples[index + 1];
      const isStep = after && after.width - width > finest && Math.abs(after.height - height) > same;
      return isStep ? [(width + after.width) / 2] : [];
    });
  }
  return samples;
}
