import type { ReactiveControllerHost } from 'lit';

/** Sets `--haven-brand` in a style sheet of the host's own, because page frameworks own the host's `style` attribute. */
export class BrandController {
  #style: CSSStyleDeclaration | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {}

  /** @param color - `undefined` for the page's own brand */
  apply(color: string | undefined): void {
    if (color) (this.#style ??= this.#addSheet()).setProperty('--haven-brand', color, 'important');
    else this.#style?.removeProperty('--haven-brand');
  }

  #addSheet(): CSSStyleDeclaration {
    const sheet = new CSSStyleSheet();
    sheet.insertRule(':host {}');
    this.host.shadowRoot?.adoptedStyleSheets.push(sheet);
    return (sheet.cssRules[0] as CSSStyleRule).style;
  }
}
