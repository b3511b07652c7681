import { html, nothing, type TemplateResult } from 'lit';
import { smsHref } from '../formats/telephone.js';
import { fallbackHeading } from '../views/fallback.js';
import { stringOrKey } from '../views/telephone.view.js';
import type { CrisisEntry, CrisisHelp } from './crisis.js';
import type { CrisisStrings } from './locales/crisis.en.js';

/** Ways to reach a service, as links. */
const ways = ({ telephone, sms }: CrisisEntry, { callNumber, textNumber }: CrisisStrings): TemplateResult =>
  html`<a href=${telephone.href}>${callNumber(telephone.text)}</a>${
      sms ? html`, <a href=${smsHref(telephone)}>${textNumber(telephone.text)}</a>` : nothing
    }`;

/** Crisis help without a script, or the reason why there is none. */
export const crisisFallback = (crisis: CrisisHelp | string, strings: CrisisStrings, level: number): TemplateResult =>
  typeof crisis === 'string'
    ? html`<p>${crisis}</p>`
    : html`
        ${fallbackHeading(level, strings.crisis)}
        <ul>
          ${crisis.entries.map(
            (entry) =>
              html`<li>
                ${ways(entry, strings)}.
                ${entry.name ? html`<bdi lang=${entry.nameLanguage ?? nothing}>${entry.name}.</bdi>` : nothing}
                ${stringOrKey(strings.crisisTexts, entry.text)}
              </li>`,
          )}
        </ul>
      `;
