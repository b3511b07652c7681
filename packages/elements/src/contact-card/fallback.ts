import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat, languageList } from '../foundation/formats/intl.js';
import { smsHref } from '../foundation/formats/telephone.js';
import { zoneName } from '../foundation/formats/time-zone.js';
import { localizedStrings, type Localized } from '../foundation/localization/strings.js';
import { crisisFallback } from '../foundation/crisis/fallback.js';
import { fallbackHeading, type Fallback } from '../foundation/views/fallback.js';
import { stringOrKey } from '../foundation/views/telephone.view.js';
import { en, type ContactCardStrings } from './locales/en.js';
import { clinicianNames } from './model/contact-text.js';
import { upcomingSpecialDays, weekTable, zonedDate, type OpeningHours, type TimeSpan } from './model/opening-hours.js';
import { addressLines, parsePractice, type Practice } from './model/practice.js';
import { dayTexts, spanTexts } from './opening-hours.view.js';

type Strings = Localized<ContactCardStrings>;

/** The card without a script: everything but whether the practice is open now, and the buttons. */
export const fallback: Fallback = (raw, { reading, language, level }) => {
  const strings = localizedStrings<ContactCardStrings>(language, 'contact-card', en);
  const practice = parsePractice(raw, reading);
  if (!practice) return undefined;
  const { name, telephone, accepting, responseTime, hours, timeZone, now = new Date(), vcardUrl, crisis } = practice;
  return html`
    ${name ? fallbackHeading(level, name) : nothing}
    ${clinicianNames(practice, name).map((clinician) => html`<p>${clinician}</p>`)}
    ${accepting ? html`<p>${strings.accepting[accepting]}</p>` : nothing}
    ${telephone ? html`<p><a href=${telephone.href}>${strings.help.callNumber(telephone.text)}</a></p>` : nothing}
    ${responseTime ? html`<p>${responseTime}</p>` : nothing}
    ${vcardUrl ? html`<p><a href=${vcardUrl} download>${strings.save}</a></p>` : nothing} ${channels(practice, strings)}
    ${hours ? hoursTable(hours, timeZone, now, strings, level + 1) : nothing}
    ${crisisFallback(crisis, strings.help, name ? level + 1 : level)}
  `;
};

/** The other ways to contact the practice. */
function channels(practice: Practice, strings: Strings): unknown[] {
  const { sms, email, url, address, map, languages, contactPoints } = practice;
  const row = (term: string, ...details: unknown[]): TemplateResult => html`<p><b>${term}</b> ${details}</p>`;
  const mail = (to: string): TemplateResult => html`<a href="mailto:${to}">${to}</a>`;
  return [
    sms && row(strings.sms, html`<a href=${smsHref(sms)}>${sms.text}</a>`),
    email && row(strings.email, mail(email)),
    ...contactPoints.map(({ type = '', telephone, email, languages }) => {
      const names = [stringOrKey(strings.contactTypes, type), languageList(languages, strings.$locale)];
      return row(
        names.filter(Boolean).join(', ') || strings.telephone,
        telephone && html`<a href=${telephone.href}>${telephone.text}</a> `,
        email && mail(email),
      );
    }),
    url && row(strings.website, html`<a href=${url}>${new URL(url).host.replace(/^www\./, '')}</a>`),
    address &&
      row(
        strings.address,
        addressLines(address).map((line) => html`<br />${line}`),
        map && html`<br /><a href=${map} target="_blank" rel="noreferrer">${strings.map}</a>`,
      ),
    languages.length > 0 && row(strings.languages, languageList(languages, strings.$locale)),
  ].filter(Boolean);
}

/** The hours of the week and of special days. The time zone is always named, because the reader's zone is unknown. */
function hoursTable(
  hours: OpeningHours,
  timeZone: string | undefined,
  now: Date,
  strings: Strings,
  level: number,
): TemplateResult | typeof nothing {
  const today = zonedDate(timeZone ?? 'UTC', now);
  const row = (days: string, spans: readonly TimeSpan[]): TemplateResult =>
    html`<tr>
      <th scope="row">${days}</th>
      <td>${spanTexts(spans, strings).join(', ') || strings.closedDay}</td>
    </tr>`;
  const dates = dateFormat(strings.$locale, { month: 'short', day: 'numeric' });
  const week = weekTable(hours, today).map(({ from, to, spans }) => row(dayTexts(from, to, strings), spans));
  const special = upcomingSpecialDays(hours, today).map(({ from, to, spans }) =>
    row(dates.formatRange(new Date(from), new Date(to)), spans),
  );
  if (!week.length && !special.length) return nothing;
  const zone = timeZone && zoneName(timeZone, +now, strings.$locale);
  return html`
    ${fallbackHeading(level, strings.hours)}
    <table>
      ${week}
      ${
        special.length
          ? html`<tr>
              <th scope="rowgroup" colspan="2">${strings.specialDays}</th>
            </tr>`
          : nothing
      }
      ${special}
    </table>
    ${zone ? html`<p>${strings.zone(zone)}</p>` : nothing}
  `;
}
