import { html, nothing, type TemplateResult } from 'lit/html.js';

/**
 * A native heading of a level that is known only at run time.
 *
 * @param level - 1 to 6; more counts as 6
 * @param content - what it says
 * @param id - for `aria-labelledby`; also its part name where `part` is true
 */
export function heading(level: number, content: unknown, id: string, part = false): TemplateResult {
  const name = part ? id : nothing;
  switch (level) {
    case 1:
      return html`<h1 id=${id} part=${name}>${content}</h1>`;
    case 2:
      return html`<h2 id=${id} part=${name}>${content}</h2>`;
    case 3:
      return html`<h3 id=${id} part=${name}>${content}</h3>`;
    case 4:
      return html`<h4 id=${id} part=${name}>${content}</h4>`;
    case 5:
      return html`<h5 id=${id} part=${name}>${content}</h5>`;
    default:
      return html`<h6 id=${id} part=${name}>${content}</h6>`;
  }
}
