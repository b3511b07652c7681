import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { currentTime } from '../foundation/browser/current-time.js';
import { saveFile } from '../foundation/browser/save-file.js';
import type { RawConfiguration, Reading } from '../foundation/configuration/readers.js';
import { pageJsonLd } from '../foundation/configuration/sources.js';
import { AnnouncementController } from '../foundation/controllers/announcement-controller.js';
import { ClipboardController } from '../foundation/controllers/clipboard-controller.js';
import { MediaQueryController } from '../foundation/controllers/media-query-controller.js';
import { TimerController } from '../foundation/controllers/timer-controller.js';
import { crisisList, crisisReasonView } from '../foundation/crisis/crisis.view.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { settingProperties } from '../foundation/element/settings.js';
import { fileName } from '../foundation/formats/file-name.js';
import { nationalNumber } from '../foundation/formats/national-number.js';
import type { Telephone } from '../foundation/formats/telephone.js';
import { readerCountry, type Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import { numberView, telephoneView } from '../foundation/views/telephone.view.js';
import type { ContactCardConfiguration } from './configuration.js';
import { channelsView } from './channels.view.js';
import { styles } from './contact-card.styles.js';
import { HavenContactEvent, type ContactChannel } from './contact-event.js';
import { en, type ContactCardStrings } from './locales/en.js';
import { clinicianNames, contactText } from './model/contact-text.js';
import { pagePractice } from './model/page-practice.js';
import { parsePractice, practiceSettings, type Practice } from './model/practice.js';
import { vcard } from './model/vcard.js';
import { openingHoursView } from './opening-hours.view.js';

export { HavenContactEvent, type ContactChannel } from './contact-event.js';
export { acceptingValues, linksValues, vcardVersions } from './model/practice.js';
export type { ContactCardConfiguration } from './configuration.js';
export type { ContactCardStrings } from './locales/en.js';

/**
 * Shows how to contact a practice and where to find crisis help. A name and a telephone number are enough; everything else is
 * optional.
 *
 * @tag haven-contact-card
 * @tagname haven-contact-card
 *
 * @slot - Fallback content, shown without script, whenever there is nothing else to show, and below a card that has no way to
 * reach the practice: put the name and a telephone link here. A `<script type="application/json">` or `application/ld+json` child is read as configuration.
 *
 * @csspart card - the whole card
 * @csspart name - the heading
 * @csspart telephone - the telephone number with its controls
 * @csspart hours - opening hours
 * @csspart crisis - crisis help
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand color; every other color is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenContactEvent} haven-contact - a visitor used a channel; detail `{ channel }`, never a number
 */
export class ContactCard extends HavenElement<Practice, ContactCardConfiguration> {
  static override readonly tag = 'haven-contact-card';
  static override readonly settings = practiceSettings;
  static override readonly properties = settingProperties(practiceSettings);
  static override readonly styles = styles;

  /** The practice's name. Without one the clinician's is used; without either, `haven-error` is fired. */
  declare name: string | null | undefined;

  /** Name of the clinician who answers. */
  declare clinician: string | null | undefined;

  /** Letters after the clinician's name, such as `LCSW`. */
  declare credentials: string | null | undefined;

  /**
   * Telephone number with its country code, such as `+1-919-555-0100` or `+1 (919) 555-0100 ext. 2` (links follow RFC 3966).
   * Readers in its own country see it without the code; one that you write without stays as it is. Other values are reported and
   * ignored.
   */
  declare telephone: string | null | undefined;

  /** Number that takes text messages (links follow RFC 5724). Other values are reported and ignored. */
  declare sms: string | null | undefined;

  /** Email address. Other values are reported and ignored. */
  declare email: string | null | undefined;

  /**
   * The practice's website: https or http, may be relative to the page. A host may lack the scheme (`riverbend.example`). Other
   * schemes are reported and ignored.
   */
  declare url: string | null | undefined;

  /** Postal address as one text; a line break starts a new line. */
  declare address: string | null | undefined;

  /**
   * Opening hours as schema.org `openingHours` text, such as `Mo-Th 09:00-17:30, Fr 09:00-13:00`. A part that cannot be read is
   * reported, and the card then does not say whether the practice is open.
   */
  declare openingHours: string | null | undefined;

  /**
   * IANA time zone of the opening hours, such as `America/New_York`. Without one the card does not say whether the practice is
   * open.
   */
  declare timeZone: string | null | undefined;

  /** When people hear back, in the practice's own words. */
  declare responseTime: string | null | undefined;

  /** Whether new families are accepted. By default the card does not say. Other values are reported and ignored. */
  declare accepting: 'yes' | 'waiting-list' | 'no' | null | undefined;

  /**
   * Crisis help: `us` (default), or `none` together with `crisis-reason`. Entries for another region are JSON configuration.
   * Other values are reported, and `us` is used.
   */
  declare crisis: 'us' | 'none' | null | undefined;

  /** Why no crisis help is listed, for the visitor; shown in its place. */
  declare crisisReason: string | null | undefined;

  /**
   * Whether numbers are `tel:` links: `always`, `never`, or `auto` (default): not where a mouse is the main pointer. Other
   * values are reported, and `auto` is used.
   */
  declare links: 'auto' | 'always' | 'never' | null | undefined;

  /** URL of a hosted .vcf file that "Save contact" links to, for apps that block downloads made by script. */
  declare vcardUrl: string | null | undefined;

  /**
   * Version of the saved contact: `3.0` (RFC 2426, default, read by nearly all address books) or `4.0` (RFC 6350). Other values
   * are reported, and `3.0` is used.
   */
  declare vcardVersion: '3.0' | '4.0' | null | undefined;

  /** For tests and demonstrations: an ISO 8601 date and time to use as the current time. Default: the clock. */
  declare now: string | null | undefined;

  #status = new AnnouncementController<'copied' | 'notCopied' | 'downloaded'>(this);
  #clipboard = new ClipboardController(this, this.#status);
  #mouse = new MediaQueryController(this, '(hover: hover) and (pointer: fine)');
  #timer = new TimerController(this);

  protected override pageConfiguration(reading: Reading): RawConfiguration | undefined {
    return this.source === 'page' ? pagePractice(pageJsonLd(document), reading) : undefined;
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Practice | undefined {
    return parsePractice(raw, reading, this.source === 'page');
  }

  protected override needsFallback({ reachable }: Practice): boolean {
    return !reachable;
  }

  protected override renderModel(practice: Practice): TemplateResult {
    const strings = this.locale.strings<ContactCardStrings>('contact-card', en);
    const { name, links, hours, crisis, timeZone, now = new Date() } = practice;
    const linked = links === 'always' || (links === 'auto' && !this.#mouse.matches);
    const columns = [
      channelsView(practice, strings, { linked, numberText: this.#numberText, listener: this.#dispatch }),
      hours && openingHoursView(hours, timeZone, now, strings, this.level + 1),
    ].filter(Boolean);
    return html`<div class="card" part="card">
      <div class="lead">
        ${name && heading(this.level, name, 'name', 'name')} ${this.#leadView(practice, strings, linked)}
      </div>
      ${columns.length ? html`<div class="rest" lang=${strings.$lang}>${columns}</div>` : nothing}
      ${
        typeof crisis === 'string'
          ? crisisReasonView(crisis)
          : html`<section class="crisis" part="crisis" lang=${strings.$lang} aria-labelledby="crisis">
              ${heading(name ? this.level + 1 : this.level, strings.help.crisis, 'crisis')}
              ${crisisList(crisis, strings.help, linked)}
            </section>`
      }
    </div>`;
  }

  /** Who answers, the telephone number, and what a visitor can do with it. */
  #leadView(practice: Practice, strings: Localized<ContactCardStrings>, linked: boolean): TemplateResult {
    const { name, telephone, accepting, responseTime, vcardUrl } = practice;
    const { $lang, copyNumber } = strings;
    const copyButton = (shown?: string): unknown =>
      telephone && this.#clipboard.button(telephone.text, copyNumber, this.#dispatch('copy'), shown);
    return html`${clinicianNames(practice, name).map((clinician) => html`<p class="clinician">${clinician}</p>`)}
      ${accepting && html`<p class="accepting ${accepting}" lang=${$lang}>${strings.accepting[accepting]}</p>`}
      ${
        telephone &&
        html`<div class="telephone" part="telephone" lang=${$lang}>
          ${
            linked
              ? telephoneView({
                  telephone,
                  text: this.#numberText(telephone),
                  kind: 'telephone',
                  linked,
                  listener: this.#dispatch,
                  label: strings.help.callNumber,
                  className: 'button primary',
                })
              : html`${numberView(telephone, this.#numberText(telephone))} ${copyButton(strings.copy)}`
          }
        </div>`
      }
      ${responseTime && html`<p class="small">${responseTime}</p>`}
      <div class="actions" lang=${$lang}>
        ${linked ? copyButton() : nothing}
        ${
          vcardUrl
            ? html`<a class="button" href=${vcardUrl} download @click=${this.#announceContact}>${strings.save}</a>`
            : html`<button type="button" @click=${() => this.#download(practice)}>${strings.save}</button>`
        }
        ${this.#clipboard.button(contactText(practice, strings), strings.copyDetails, this.#dispatch('copy'))}
      </div>
      <p class="status" aria-live="polite" aria-atomic="true" lang=${$lang}>
        ${this.#status.current && strings[this.#status.current]}
      </p>
      ${this.#clipboard.fallback}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { hours, timeZone, now } = this.model ?? {};
    // Whether the practice is open can change with every full minute.
    if (hours && timeZone && !now) this.#timer.requestUpdateIn(60_000 - (currentTime() % 60_000));
  }

  #dispatch = (channel: ContactChannel) => (): void => {
    this.dispatchEvent(new HavenContactEvent(channel));
  };

  #download(practice: Practice): void {
    const text = vcard(practice, { version: practice.vcardVersion, rev: new Date() });
    saveFile(new Blob([text], { type: 'text/vcard' }), fileName(practice.name, 'contact', 'vcf'));
    this.#announceContact();
  }

  /** Says where to look for the file. A page never learns whether it was saved. */
  #announceContact = (): void => {
    this.#dispatch('vcard')();
    void this.#status.announce('downloaded');
  };

  /** A number as it is shown to this reader, whose country is the first that a language names. Nobody's position is looked up. */
  #numberText = (telephone: Telephone): string => {
    const browserLanguages = isServer || this.hydrating ? [] : navigator.languages;
    return nationalNumber(telephone, readerCountry([...browserLanguages, this.locale.language]));
  };
}
