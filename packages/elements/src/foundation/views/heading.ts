import { html, type TemplateResult } from 'lit/html.js';

const templates = [1, 2, 3, 4, 5, 6].map((level) => {
  const strings = [`<h${level} id="`, '" part="', '">', `</h${level}>`];
  // What a template tag is given, for a tag name that is known only at run time.
  return Object.assign(strings, { raw: strings });
});

/**
 * A native heading of a level that is known only at run time.
 *
 * @param level - 1 to 6; more counts as 6
 * @param content - what it says
 * @param id - for `aria-labelledby`; also its part name where `part` is true
 */
export const heading = (level: number, content: unknown, id: string, part = false): TemplateResult =>
  html(templates[Math.min(level, 6) - 1] as (typeof templates)[0], id, part ? id : '', content);
