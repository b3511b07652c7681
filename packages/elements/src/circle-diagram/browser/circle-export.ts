import type { CSSResult } from 'lit';
import { saveFile } from '../../foundation/browser/save-file.js';
import { fileName } from '../../foundation/formats/file-name.js';
import type { Localized } from '../../foundation/localization/strings.js';
import type { CircleDiagramStrings } from '../locales/en.js';
import { circlePicture } from '../model/circle-picture.js';
import { circleText, type Circle } from '../model/circle.js';
import { pictureElement, type Palette } from '../picture.view.js';
import { measureWith, paintPicture } from './canvas.js';
import { exportPalette } from './export-palette.js';
import { printHandout } from './print-handout.js';

/** What is drawn. */
export interface CircleContent {
  readonly circle: Circle;
  readonly strings: Localized<CircleDiagramStrings>;
}

/** Draws, saves and prints the circle of an element. */
export class CircleExport {
  constructor(private readonly host: HTMLElement & { readonly renderRoot: ParentNode }) {}

  /**
   * Draws the circle as SVG, in the host's font and direction.
   *
   * @param palette - default: the theme's colors as they are on paper
   */
  draw({ circle, strings }: CircleContent, palette: Palette = exportPalette(this.#section)): SVGElement {
    const { fontFamily, direction } = getComputedStyle(this.host);
    return pictureElement(circlePicture(circle, direction === 'rtl', measureWith(fontFamily)), {
      palette,
      fontFamily,
      title: circle.title,
      description: circleText(circle, strings),
    });
  }

  toSvg(content: CircleContent): string {
    return new XMLSerializer().serializeToString(this.draw(content));
  }

  saveSvg(content: CircleContent): void {
    this.#save(content, new Blob([this.toSvg(content)], { type: 'image/svg+xml' }), 'svg');
  }

  /** @param scale - pixels per CSS pixel */
  savePng(content: CircleContent, scale: number): void {
    paintPicture(this.draw(content), scale).toBlob((blob) => blob && this.#save(content, blob, 'png'));
  }

  /** Prints what the host has rendered for paper. */
  print({ circle, strings }: CircleContent, styles: readonly CSSResult[]): void {
    printHandout({
      title: circle.title,
      lang: strings.$lang,
      content: this.#section,
      styles,
      host: this.host,
      container: this.host.renderRoot,
    });
  }

  get #section(): Element {
    return this.host.renderRoot.querySelector('section') as Element;
  }

  #save({ circle }: CircleContent, file: Blob, extension: string): void {
    saveFile(file, fileName(circle.title, 'circle', extension));
  }
}
