import { html, nothing, type TemplateResult } from 'lit';
import { textAround } from '../views/text-around.js';
import type { CrisisHelp } from './crisis.js';
import type { CrisisStrings } from './locales/crisis.en.js';
import { knownWord, numberView, telephoneView } from '../views/telephone.view.js';

const nobody = (): undefined => undefined;

/**
 * The numbers of crisis help, with the day on which they were checked.
 *
 * @param linked - whether numbers are links; else they are text
 */
export const crisisList = ({ entries, checked }: CrisisHelp, words: CrisisStrings, linked: boolean): TemplateResult =>
  html`<ul>
      ${entries.map(({ name, text, telephone, sms }) => {
        const known = knownWord(words.crisisTexts, text);
        return html`<li>
          ${
            linked
              ? html`<span class="ways"
                  >${telephoneView(telephone, 'telephone', true, nobody, words.callNumber)}${
                    sms ? telephoneView(telephone, 'sms', true, nobody, words.textNumber) : nothing
                  }</span
                >`
              : html`<strong>${textAround(sms ? words.callOrText : words.callNumber, numberView(telephone))}</strong>`
          }
          <p>${name && `${name}. `}${known}</p>
        </li>`;
      })}
    </ul>
    ${checked && html`<p class="small">${words.checked(checked)}</p>`}`;

/** Why crisis help is not here, in the owner's words. */
export const crisisReasonView = (reason: string): TemplateResult => html`<p class="crisis" part="crisis">${reason}</p>`;
