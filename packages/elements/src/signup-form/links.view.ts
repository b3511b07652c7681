import { html, nothing, type TemplateResult } from 'lit';
import { textAround } from '../foundation/views/text-around.js';
import type { SignupFormStrings } from './locales/en.js';
import { e164 } from './model/make-submission.js';

/** The number to call, on one line and left to right in any language; a link if it is certain what it would dial. */
export function callView(telephone: string | undefined, strings: SignupFormStrings): TemplateResult | typeof nothing {
  if (!telephone) return nothing;
  const number = e164(telephone);
  const text = html`<bdi class="number" dir="ltr">${telephone}</bdi>`;
  return html`<p>${textAround(strings.callUs, number ? html`<a href="tel:${number}">${text}</a>` : text)}</p>`;
}

/** A link in another tab, so that the form and what is typed in it stay. */
export const linkView = (href: string, text: string, strings: SignupFormStrings): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noreferrer">${text} ${strings.newTab}</a>`;
