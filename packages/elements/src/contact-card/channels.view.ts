import { html, type TemplateResult } from 'lit';
import { languageList } from '../foundation/formats/intl.js';
import type { ContactChannel } from './contact-event.js';
import type { Localized } from '../foundation/localization/strings.js';
import type { ContactCardStrings } from './locales/en.js';
import { addressLines, type Practice } from './model/practice.js';
import { knownWord, telephoneView } from '../foundation/views/telephone.view.js';

/**
 * Every way to reach the practice but the main telephone number, as a list of terms.
 *
 * @param linked - whether numbers are links; else they are text
 * @param used - gives what is called when a channel is followed
 */
export function channelsView(
  practice: Practice,
  words: Localized<ContactCardStrings>,
  linked: boolean,
  used: (channel: ContactChannel) => () => void,
): unknown {
  const { sms, url, address, map, languages } = practice;
  const mail = (to: string): TemplateResult => html`<a href="mailto:${to}" @click=${used('email')}>${to}</a>`;
  const rows = [
    [words.sms, sms && telephoneView(sms, 'sms', linked, used)],
    [words.email, practice.email && mail(practice.email)],
    ...practice.contactPoints.map(({ type = '', telephone, email, languages }) => [
      [knownWord(words.contactTypes, type), languageList(languages, words.$locale)].filter(Boolean).join(', ') ||
        words.telephone,
      [telephone && telephoneView(telephone, 'telephone', linked, used), ' ', email && mail(email)],
    ]),
    [words.website, url && html`<a href=${url}>${new URL(url).host.replace(/^www\./, '')}</a>`],
    [
      words.address,
      address && [
        addressLines(address).map((line) => html`${line}<br />`),
        map && html`<a href=${map} target="_blank" rel="noreferrer" @click=${used('map')}>${words.map}</a>`,
      ],
    ],
    [words.languages, languageList(languages, words.$locale)],
  ].filter(([, description]) => description);
  return (
    rows[0] &&
    html`<dl>
      ${rows.map(
        ([term, description]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${description}</dd>
          </div>`,
      )}
    </dl>`
  );
}
