import { printWindow } from '../../foundation/browser/print-window.js';
import { saveFile } from '../../foundation/browser/save-file.js';
import { fileName } from '../../foundation/formats/file-name.js';
import type { Localized } from '../../foundation/localization/strings.js';
import { styles } from '../circle-diagram.styles.js';
import type { CircleDiagramStrings } from '../locales/en.js';
import { circlePicture, type Palette, type Picture } from '../model/circle-picture.js';
import { circleText, type Circle } from '../model/circle.js';
import { pictureElement, themePalette } from '../picture.view.js';
import { measureWith, paintPicture } from './canvas.js';

/** The element that shows the circle; its font, direction and colors are used. */
type Host = HTMLElement & { readonly renderRoot: ParentNode };

/** What is drawn. */
export interface CircleContent {
  readonly circle: Circle;
  readonly strings: Localized<CircleDiagramStrings>;
}

const sectionOf = (host: Host): Element => host.renderRoot.querySelector('section') as Element;

/** Returns the theme's colors as they are on paper, in a form that every program reads. */
function exportPalette(host: Host): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  // With forced colors the theme consists of system colors; without this they would all become the same one.
  probe.style.setProperty('forced-color-adjust', 'none');
  sectionOf(host).append(probe);
  const palette = themePalette((color) => {
    probe.style.color = `color(from ${color} srgb r g b)`;
    // "color(srgb 0.09 0.4 0.33)"
    const channels = getComputedStyle(probe).color.match(/ -?[\d.e-]+/g) ?? [];
    return `rgb(${Uint8ClampedArray.from(channels, (channel) => +channel * 255).join()})`;
  });
  probe.remove();
  return palette;
}

function pictureOf(host: Host, circle: Circle, palette = exportPalette(host)): Picture {
  const { fontFamily, direction } = getComputedStyle(host);
  return circlePicture(circle, { rtl: direction === 'rtl', fontFamily, palette, measure: measureWith(fontFamily) });
}

/**
 * Draws the circle as SVG.
 *
 * @param palette - default: the theme's colors as they are on paper
 */
export const drawCircle = (host: Host, { circle, strings }: CircleContent, palette?: Palette): SVGElement =>
  pictureElement(pictureOf(host, circle, palette), circle.title, circleText(circle, strings));

/** Returns the circle as a self-contained SVG document. */
export const circleSvg = (host: Host, content: CircleContent): string =>
  new XMLSerializer().serializeToString(drawCircle(host, content));

/**
 * Makes a picture of the circle, and offers it to the browser as a file.
 *
 * @param scale - pixels per CSS pixel of a PNG; without it the picture is an SVG document
 * @returns the picture; `null` when the browser could not paint it
 */
export async function saveCircle(host: Host, content: CircleContent, scale?: number): Promise<Blob | null> {
  const { circle } = content;
  const picture = scale
    ? await new Promise<Blob | null>((resolve) => paintPicture(pictureOf(host, circle), scale).toBlob(resolve))
    : new Blob([circleSvg(host, content)], { type: 'image/svg+xml' });
  if (picture) saveFile(picture, fileName(circle.title, 'circle', scale ? 'png' : 'svg'));
  return picture;
}

/**
 * Prints what the host has rendered for paper, from a frame that has nothing else in it.
 *
 * @returns whether printing has begun
 */
export async function printHandout(host: Host, { circle, strings }: CircleContent): Promise<boolean> {
  host.renderRoot.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  host.renderRoot.append(frame);
  const view = frame.contentWindow as Window & typeof globalThis;
  const { body, documentElement } = view.document;
  view.document.title = circle.title;
  documentElement.lang = strings.$lang;
  const hostStyle = getComputedStyle(host);
  for (const property of ['direction', 'font-family', '--haven-brand'])
    body.style.setProperty(property, hostStyle.getPropertyValue(property));
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles.map(({ cssText }) => cssText).join('\n'));
  const root = body.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(view.document.importNode(sectionOf(host), true));
  view.addEventListener('afterprint', () => frame.remove());
  const hasBegun = await printWindow(view);
  // Not every browser fires `afterprint`. Some read the frame until its dialog is closed.
  setTimeout(() => frame.remove(), hasBegun ? 600_000 : 0);
  return hasBegun;
}
