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

const save = ({ title }: Circle, file: Blob, extension: string): void =>
  saveFile(file, fileName(title, 'circle', extension));

export const saveSvg = (host: Host, content: CircleContent): void =>
  save(content.circle, new Blob([circleSvg(host, content)], { type: 'image/svg+xml' }), 'svg');

/** @param scale - pixels per CSS pixel */
export const savePng = (host: Host, { circle }: CircleContent, scale: number): void =>
  paintPicture(pictureOf(host, circle), scale).toBlob((blob) => blob && save(circle, blob, 'png'));

/** Prints what the host has rendered for paper, from a frame that has nothing else in it. */
export function printHandout(host: Host, { circle, strings }: CircleContent): void {
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
  view.print();
}
