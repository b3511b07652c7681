import { html, type TemplateResult } from 'lit';

/**
 * A native heading whose level is known only at run time.
 *
 * @param level - 1 to 6; a higher number counts as 6
 * @param content - its text
 * @param id - for `aria-labelledby`
 * @param part - its part name; default: none
 */
export function heading(level: number, content: unknown, id: string, part?: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 id=${id} part=${part}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} part=${part}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} part=${part}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} part=${part}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} part=${part}>${content}</h5>`;
    default:
      return html`<h6 id=${id} part=${part}>${content}</h6>`;
  }
}
