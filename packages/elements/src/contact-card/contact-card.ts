import { html, nothing, type TemplateResult } from 'lit/html.js';
import {
  base,
  button,
  buttonPrimary,
  card,
  details,
  heading as headings,
  link,
  notice,
  table,
  themeColor,
  themeFill,
  themeSize,
  themeSuccess,
  themeTransition,
} from '@havenkit/tokens/styles';
import { Clipboard } from '../foundation/clipboard.js';
import { pageConfiguration, type RawConfiguration, type Reading } from '../foundation/configuration.js';
import { fileName } from '../foundation/file-name.js';
import { HavenElement } from '../foundation/haven-element.js';
import { heading } from '../foundation/heading.js';
import { viewerZone } from '../foundation/intl.js';
import { saveFile } from '../foundation/save-file.js';
import { wordsFor } from '../foundation/strings.js';
import { channelsView } from './channels.view.js';
import { styles } from './contact-card.styles.js';
import { HavenContactEvent, type ContactChannel } from './contact-event.js';
import { clinicianNames, contactText } from './contact-text.js';
import { crisisList, crisisReasonView } from '../foundation/crisis.view.js';
import { en, type ContactCardStrings } from './locales/en.js';
import { openingHoursView } from './opening-hours.view.js';
import { parsePractice, practiceTypes, settingKeys, type Practice } from './practice.js';
import { telephoneView } from '../foundation/telephone.view.js';
import { vcard } from './vcard.js';

export { HavenContactEvent, type ContactChannel } from './contact-event.js';
export { acceptingValues, linksValues, vcardVersions } from './practice.js';
export type { ContactCardStrings } from './locales/en.js';

/**
 * How to reach a practice, and where crisis help is. A name and a telephone number are enough; whatever else is
 * known is shown, and nothing is made up.
 *
 * @tag haven-contact-card
 * @tagname haven-contact-card
 *
 * @attr {string} name - the practice's name. Without one the clinician's is used; with neither, `haven-error` tells
 * @attr {string} clinician - name of the clinician who answers
 * @attr {string} credentials - letters after the clinician's name, such as `LCSW`
 * @attr {string} telephone - telephone number as it should be read, such as `+1-919-555-0100` or `(919) 555-0100 ext.
 * 2` (links follow RFC 3966). Anything else is told and left out
 * @attr {string} sms - number that takes text messages (links follow RFC 5724). Anything else is told and left out
 * @attr {string} email - E-mail address. Anything else is told and left out
 * @attr {string} url - the practice's website: https or http, may be relative to the page. Any other scheme is told
 * and left out
 * @attr {string} address - postal address in one text; a line break starts a new line
 * @attr {string} opening-hours - opening hours as schema.org `openingHours` text, such as `Mo-Th 09:00-17:30, Fr
 * 09:00-13:00`. A part that cannot be read is told, and then nothing is said about being open now
 * @attr {string} time-zone - IANA time zone of the opening hours, such as `America/New_York`. Without one nothing is
 * said about being open now
 * @attr {string} response-time - when people hear back, in the practice's own words
 * @attr {'yes' | 'waiting-list' | 'no'} accepting - whether new families are taken: `yes`, `waiting-list` or `no`.
 * Default: nothing is said. Anything else is told
 * @attr {string} crisis - crisis help: `us` (default), or `none` together with `crisis-reason`; another region's
 * entries come as JSON configuration. Anything else is told and counts as `us`
 * @attr {string} crisis-reason - why no crisis help is listed, in words for the reader; shown in its place
 * @attr {'auto' | 'always' | 'never'} links - whether numbers are `tel:` links: `always`, `never`, or `auto`
 * (default): on devices that are held or touched, not where a mouse is the main pointer
 * @attr {string} vcard-url - URL of a hosted .vcf file that "Save contact" links to, for hosts that block downloads
 * made by script
 * @attr {'3.0' | '4.0'} vcard-version - version of the saved contact: `3.0` (RFC 2426, default, read by nearly all
 * address books) or `4.0` (RFC 6350)
 * @attr {string} now - for tests and demonstrations: an ISO 8601 date and time to take for now. Default: the clock
 *
 * @slot - Shown without script, and whenever there is nothing that could be shown instead: put the name and a
 * telephone link here. A `<script type="application/json">` or `application/ld+json` child is read as configuration.
 *
 * @csspart card - the whole card
 * @csspart name - the heading
 * @csspart telephone - the telephone number with its controls
 * @csspart hours - opening hours
 * @csspart crisis - crisis help
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand colour; every other colour is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenContactEvent} haven-contact - a visitor used a way of getting in touch; detail `{ channel }`, never a number
 */
export class ContactCard extends HavenElement<Practice> {
  static override readonly tag = 'haven-contact-card';
  static override readonly attributeKeys = settingKeys;
  static override readonly styles =
    themeColor +
    themeFill +
    themeSuccess +
    themeTransition +
    themeSize +
    base +
    card +
    headings +
    button +
    buttonPrimary +
    link +
    table +
    notice +
    details +
    styles;

  #clipboard = new Clipboard(this);
  #used = (channel: ContactChannel) => () => void this.dispatchEvent(new HavenContactEvent(channel));
  #mouse = matchMedia('(hover: hover) and (pointer: fine)');

  protected override connected(signal: AbortSignal): void {
    this.#mouse.addEventListener('change', () => this.requestUpdate(), { signal });
  }

  protected override pageConfiguration(): RawConfiguration | undefined {
    return pageConfiguration(document, ...practiceTypes);
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Practice | undefined {
    return parsePractice(raw, reading);
  }

  protected override renderModel(practice: Practice): TemplateResult {
    const words = wordsFor<ContactCardStrings>(this, 'contact-card', en);
    const { name, telephone, accepting, hours, crisis, timeZone, responseTime, vcardUrl } = practice;
    const linked = practice.links === 'always' || (practice.links === 'auto' && !this.#mouse.matches);
    // What depends on the time is right until the next full minute.
    if (hours && timeZone && !practice.now) this.updateIn(60_000 - (Date.now() % 60_000));
    const rest = [
      channelsView(practice, words, linked, this.#used),
      hours && openingHoursView(hours, timeZone, viewerZone(), practice.now ?? new Date(), words, this.level + 1),
    ].filter(Boolean);
    return html`<section class="card" part="card" aria-labelledby=${name ? 'name' : nothing}>
      <div class="lead">
        ${name && heading(this.level, name, 'name', true)}
        ${clinicianNames(practice, name).map((clinician) => html`<p class="clinician">${clinician}</p>`)}
        ${accepting && html`<p class="accepting ${accepting}" lang=${words.$lang}>${words.accepting[accepting]}</p>`}
        ${
          telephone &&
          html`<p class="telephone" part="telephone" lang=${words.$lang}>
            ${telephoneView(telephone, 'telephone', linked, this.#used, words.help.callNumber, 'button primary')}
          </p>`
        }
        ${responseTime && html`<p class="small">${responseTime}</p>`}
        <div class="keep" lang=${words.$lang}>
          ${telephone && this.#clipboard.view(telephone.text, words, words.copyNumber, this.#used('copy'))}${
            vcardUrl
              ? html`<a class="button" href=${vcardUrl} download @click=${this.#used('vcard')}>${words.save}</a>`
              : html`<button type="button" @click=${() => this.#download(practice)}>${words.save}</button>`
          }${this.#clipboard.view(contactText(practice, words), words, words.copyDetails, this.#used('copy'))}
        </div>
      </div>
      ${rest[0] && html`<div class="rest" lang=${words.$lang}>${rest}</div>`}
      ${
        typeof crisis === 'string'
          ? crisisReasonView(crisis)
          : html`<section class="crisis" part="crisis" lang=${words.$lang} aria-labelledby="crisis">
              ${heading(this.level + +!!name, words.help.crisis, 'crisis')} ${crisisList(crisis, words.help, linked)}
            </section>`
      }
    </section>`;
  }

  #download(practice: Practice): void {
    const text = vcard(practice, { version: practice.vcardVersion, rev: new Date() });
    saveFile(new Blob([text], { type: 'text/vcard' }), fileName(practice.name, 'contact', 'vcf'));
    this.#used('vcard')();
  }
}
