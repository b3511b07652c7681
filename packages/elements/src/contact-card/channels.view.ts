import { html, type TemplateResult } from 'lit';
import { languageList } from '../foundation/formats/intl.js';
import type { Localized } from '../foundation/localization/strings.js';
import { stringOrKey, telephoneView } from '../foundation/views/telephone.view.js';
import type { ContactChannel } from './contact-event.js';
import type { ContactCardStrings } from './locales/en.js';
import { addressLines, type Practice } from './model/practice.js';

/**
 * The practice's channels except for the main telephone number, as a description list.
 *
 * @param linked - whether numbers are links or plain text
 * @param listener - returns a listener for clicks on a channel's link
 */
export function channelsView(
  practice: Practice,
  strings: Localized<ContactCardStrings>,
  linked: boolean,
  listener: (channel: ContactChannel) => () => void,
): TemplateResult | undefined {
  const { sms, email, url, address, map, languages, contactPoints } = practice;
  const mailLink = (to: string): TemplateResult => html`<a href="mailto:${to}" @click=${listener('email')}>${to}</a>`;
  const rows = [
    { term: strings.sms, description: sms && telephoneView({ telephone: sms, kind: 'sms', linked, listener }) },
    { term: strings.email, description: email && mailLink(email) },
    ...contactPoints.map(({ type = '', telephone, email, languages }) => ({
      term:
        [stringOrKey(strings.contactTypes, type), languageList(languages, strings.$locale)]
          .filter(Boolean)
          .join(', ') || strings.telephone,
      description: [
        telephone && telephoneView({ telephone, kind: 'telephone', linked, listener }),
        ' ',
        email && mailLink(email),
      ],
    })),
    {
      term: strings.website,
      description: url && html`<a href=${url}>${new URL(url).host.replace(/^www\./, '')}</a>`,
    },
    {
      term: strings.address,
      description: address && [
        addressLines(address).map((line) => html`${line}<br />`),
        map && html`<a href=${map} target="_blank" rel="noreferrer" @click=${listener('map')}>${strings.map}</a>`,
      ],
    },
    { term: strings.languages, description: languageList(languages, strings.$locale) },
  ].filter(({ description }) => description);
  if (!rows.length) return undefined;
  return html`<dl>
    ${rows.map(
      ({ term, description }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${description}</dd>
        </div>`,
    )}
  </dl>`;
}
