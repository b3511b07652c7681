import { html, nothing, type TemplateResult } from 'lit';
import { textAround } from '../views/text-around.js';
import { numberView, stringOrKey, telephoneView } from '../views/telephone.view.js';
import type { CrisisEntry, CrisisHelp } from './crisis.js';
import type { CrisisStrings } from './locales/crisis.en.js';

/** Calls for help are never reported in events. */
const noListener = (): undefined => undefined;

const linksView = ({ telephone, sms }: CrisisEntry, { callNumber, textNumber }: CrisisStrings): TemplateResult => {
  const options = { telephone, linked: true, listener: noListener };
  return html`<span class="ways"
    >${telephoneView({ ...options, kind: 'telephone', label: callNumber })}${
      sms ? telephoneView({ ...options, kind: 'sms', label: textNumber }) : nothing
    }</span
  >`;
};

const textView = ({ telephone, sms }: CrisisEntry, { callNumber, callOrText }: CrisisStrings): TemplateResult =>
  html`<strong>${textAround(sms ? callOrText : callNumber, numberView(telephone))}</strong>`;

/** How to reach a service: links, or its number in a text. */
export const crisisWays = (entry: CrisisEntry, strings: CrisisStrings, linked: boolean): TemplateResult =>
  linked ? linksView(entry, strings) : textView(entry, strings);

/**
 * The day in words. Strings have the names of the months, because a browser takes longer to load its own names than a card
 * takes for everything else.
 */
const checkedView = (checked: string, strings: CrisisStrings): TemplateResult => {
  const [year = 0, month = 0, day = 0] = checked.split('-').map(Number);
  return html`<p class="small">${strings.checked(year, month, day)}</p>`;
};

/**
 * The numbers of crisis help, with the day on which they were checked.
 *
 * @param linked - whether numbers are links or plain text
 */
export const crisisList = ({ entries, checked }: CrisisHelp, strings: CrisisStrings, linked: boolean): TemplateResult =>
  html`<ul>
      ${entries.map(
        (entry) =>
          html`<li>
            ${crisisWays(entry, strings, linked)}
            <p>
              ${entry.name && html`<bdi lang=${entry.nameLanguage ?? nothing}>${entry.name}.</bdi>`}
              ${stringOrKey(strings.crisisTexts, entry.text)}
            </p>
          </li>`,
      )}
    </ul>
    ${checked && checkedView(checked, strings)}`;

/** The site owner's reason why no crisis help is listed. */
export const crisisReasonView = (reason: string): TemplateResult => html`<p class="crisis" part="crisis">${reason}</p>`;
