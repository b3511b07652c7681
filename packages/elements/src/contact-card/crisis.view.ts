import { html, nothing, type TemplateResult } from 'lit/html.js';
import { around } from '../foundation/around.js';
import { heading } from '../foundation/heading.js';
import type { CrisisHelp } from './crisis.js';
import type { Words } from '../foundation/strings.js';
import type { ContactCardStrings } from './locales/en.js';
import { knownWord, numberView, telephoneView } from './telephone.view.js';

const nobody = (): undefined => undefined;

/**
 * Where crisis help is, or why it is not here.
 *
 * @param crisis - the region's entries, or the owner's words
 * @param linked - whether numbers are links; else they are text
 * @param level - heading level
 */
export function crisisView(
  crisis: CrisisHelp | string,
  words: Words<ContactCardStrings>,
  linked: boolean,
  level: number,
): TemplateResult {
  if (typeof crisis === 'string') return html`<p class="crisis" part="crisis">${crisis}</p>`;
  return html`<section class="crisis" part="crisis" aria-labelledby="crisis">
    ${heading(level, words.crisis, 'crisis')}
    <ul>
      ${crisis.entries.map(({ name, text, telephone, sms }) => {
        const known = knownWord(words.crisisTexts, text);
        return html`<li>
          ${
            linked
              ? html`<span class="ways"
                  >${telephoneView(telephone, 'telephone', true, nobody, words.callNumber)}${
                    sms ? telephoneView(telephone, 'sms', true, nobody, words.textNumber) : nothing
                  }</span
                >`
              : html`<strong>${around(sms ? words.callOrText : words.callNumber, numberView(telephone))}</strong>`
          }
          <p>${name && `${name}. `}${known}</p>
        </li>`;
      })}
    </ul>
    ${crisis.checked && html`<p class="small">${words.checked(crisis.checked)}</p>`}
  </section>`;
}
