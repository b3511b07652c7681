import { html, type TemplateResult } from 'lit';
import { languageList } from '../foundation/formats/intl.js';
import type { Telephone } from '../foundation/formats/telephone.js';
import type { Localized } from '../foundation/localization/strings.js';
import { stringOrKey, telephoneView } from '../foundation/views/telephone.view.js';
import type { ContactChannel } from './contact-event.js';
import type { ContactCardStrings } from './locales/en.js';
import { addressLines, type Practice } from './model/practice.js';

/** How channels are shown. */
interface ChannelOptions {
  /** Whether numbers are links or plain text. */
  readonly linked: boolean;
  /** Returns a number as it is shown. */
  readonly numberText: (telephone: Telephone) => string;
  /** Returns a listener for clicks on a channel's link. */
  readonly listener: (channel: ContactChannel) => () => void;
}

/** The practice's channels except for the main telephone number. */
export function channelsView(
  practice: Practice,
  strings: Localized<ContactCardStrings>,
  { linked, numberText, listener }: ChannelOptions,
): TemplateResult | undefined {
  const { sms, email, url, address, map, languages, contactPoints } = practice;
  // Not a description list: screen readers read a number in one twice.
  const row = (term: string, description: unknown): TemplateResult | undefined =>
    description ? html`<p><span class="term">${term}</span> ${description}</p>` : undefined;
  const numberLink = (telephone: Telephone, kind: 'telephone' | 'sms'): TemplateResult =>
    telephoneView({ telephone, text: numberText(telephone), kind, linked, listener });
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
  return rows.length ? html`<div class="channels">${rows}</div>` : undefined;
}
