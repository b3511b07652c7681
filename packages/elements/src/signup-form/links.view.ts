import { html, nothing, type TemplateResult } from 'lit';
import { textAround } from '../foundation/views/text-around.js';
import type { SignupFormStrings } from './locales/en.js';
import { e164 } from './model/make-submission.js';

/** The telephone number, on one line and left to right in any language; a link only if it has its country code. */
export function callView(telephone: string | undefined, strings: SignupFormStrings): TemplateResult | typeof nothing {
  if (!telephone) return nothing;
  const number = e164(telephone);
  const text = html`<bdi class="number" dir="ltr">${telephone}</bdi>`;
  return html`<p>${textAround(strings.callUs, number ? html`<a href="tel:${number}">${text}</a>` : text)}</p>`;
}

/** A link that opens in a new tab, so that the form keeps what was typed. */
export const linkView = (href: string, text: string, strings: SignupFormStrings): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noreferrer">${text} ${strings.newTab}</a>`;
