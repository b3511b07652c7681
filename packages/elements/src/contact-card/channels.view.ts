import { html, type TemplateResult } from 'lit';
import type { Telephone } from '../foundation/formats/telephone.js';
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
  const row = (term: string, description: unknown): TemplateResult | undefined =>
    description
      ? html`<div>
          <dt>${term}</dt>
          <dd>${description}</dd>
        </div>`
      : undefined;
  const numberLink = (telephone: Telephone, kind: 'telephone' | 'sms'): TemplateResult =>
    telephoneView({ telephone, kind, linked, listener });
  const mailLink = (to: string): TemplateResult => html`<a href="mailto:${to}" @click=${listener('email')}>${to}</a>`;
  const rows = [
    row(strings.sms, sms && numberLink(sms, 'sms')),
    row(strings.email, email && mailLink(email)),
    ...contactPoints.map(({ type = '', telephone, email, languages }) => {
      const names = [stringOrKey(strings.contactTypes, type), languageList(languages, strings.$locale)];
      return row(names.filter(Boolean).join(', ') || strings.telephone, [
        telephone && numberLink(telephone, 'telephone'),
        ' ',
        email && mailLink(email),
      ]);
    }),
    row(strings.website, url && html`<a href=${url}>${new URL(url).host.replace(/^www\./, '')}</a>`),
    row(
      strings.address,
      address && [
        addressLines(address).map((line) => html`${line}<br />`),
        map && html`<a href=${map} target="_blank" rel="noreferrer" @click=${listener('map')}>${strings.map}</a>`,
      ],
    ),
    row(strings.languages, languageList(languages, strings.$locale)),
  ].filter(Boolean);
  return rows.length ? html`<dl>${rows}</dl>` : undefined;
}
