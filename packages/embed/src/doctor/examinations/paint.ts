/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What is seen where colors lie on each other, the first one at the bottom, on the page's own background. */
export type Painter = (layers: readonly string[]) => Rgb;

/** The color of a page without a background: white, or a dark one where the page follows a dark color scheme. */
function canvasColor(document: Document): string {
  const probe = document.createElement('i');
  probe.style.setProperty('background-color', 'Canvas', 'important');
  document.documentElement.append(probe);
  const color = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return color;
}

/**
 * Paints colors, so that a browser computes what every color function of CSS means, and what shines through.
 *
 * @returns `undefined` where the browser returns other colors than were painted, as some do to protect from fingerprinting
 */
export function painter(document: Document): Painter | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  const base = canvasColor(document);
  const painted = new Map<string, Rgb>();
  const paint: Painter = (layers) => {
    const key = layers.join();
    const known = painted.get(key);
    if (known) return known;
    for (const color of [base, ...layers]) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    painted.set(key, [red, green, blue]);
    return [red, green, blue];
  };
  return paint(['rgb(12, 34, 56)']).join() === '12,34,56' ? paint : undefined;
}
