import { expect, oneEvent } from '@open-wc/testing';
import { atEnd, atWidth, control, expectAccessible, focused, until } from '../../../test-support/index.js';
import { toJson } from '../../foundation/formats/json.js';
import {
  everything,
  card,
  textOf,
  hrefs,
  announced,
  browserLanguages,
  clipboard,
  preventNavigation,
} from './contact-card.page.js';

describe("the contact card's channels", () => {
  const { warn } = console;
  beforeEach(() => {
    console.warn = () => undefined;
    browserLanguages('en-US');
  });
  afterEach(() => (console.warn = warn));

  describe('telephone links', () => {
    it('follow RFC 3966 and RFC 5724', async () => {
      const element = await card({ ...everything, links: 'always' });
      expect(hrefs(element)).to.include.members([
        'tel:+1-503-555-0142;ext=7',
        'sms:+15035550143',
        'tel:+1-503-555-0144',
        'tel:911',
        'tel:988',
        'sms:988',
      ]);
      expect(control(element, 'Call 503-555-0142 ext. 7').getAttribute('href')).to.equal('tel:+1-503-555-0142;ext=7');
    });

    it('can be turned off, and the number is still shown', async () => {
      const element = await card({ ...everything, links: 'never' });
      expect(hrefs(element).filter((href) => /^(tel|sms):/.test(href))).to.deep.equal([]);
      expect(textOf(element)).to.contain('503-555-0142 ext. 7').and.to.contain('Call or text 988');
    });

    it('depend on the kind of pointer by default', async () => {
      const element = await card(everything);
      const mouse = matchMedia('(hover: hover) and (pointer: fine)').matches;
      expect(hrefs(element).some((href) => href.startsWith('tel:'))).to.equal(!mouse);
    });
  });

  describe('numbers', () => {
    const shown = (element: Element): string => textOf(element, 'telephone').replace(/ Copy$/, '');

    it('are written as people write them in their own country, and with the country code for everybody else', async () => {
      for (const [languages, text] of [
        [['en-US', 'en'], '503-555-0142 ext. 7'],
        [['es-US', 'es-419', 'es'], '503-555-0142 ext. 7'],
        [['es', 'en-US'], '503-555-0142 ext. 7'],
        [['de-DE', 'de', 'en-US'], '+1-503-555-0142 ext. 7'],
        [['zh-Hant-TW'], '+1-503-555-0142 ext. 7'],
      ] as const) {
        browserLanguages(...languages);
        expect(shown(await card({ ...everything, links: 'never' })), languages.join()).to.equal(text);
      }
    });

    it('are those of the country that the page names, when the browser names none', async () => {
      const { lang } = document.documentElement;
      atEnd(() => (document.documentElement.lang = lang));
      browserLanguages('en');
      for (const [page, text] of [
        ['en', '503-555-0142 ext. 7'],
        ['en-US', '503-555-0142 ext. 7'],
        ['en-GB', '+1-503-555-0142 ext. 7'],
      ] as const) {
        document.documentElement.lang = page;
        expect(shown(await card({ ...everything, links: 'never' })), page).to.equal(text);
      }
    });

    it('keep the country code in links, in the saved contact and in what is copied', async () => {
      const written = clipboard();
      const element = await card({ ...everything, links: 'always' });
      expect(control(element, 'Call 503-555-0142 ext. 7').getAttribute('href')).to.contain('tel:+1-503');
      control(element, 'Copy all details').click();
      await until(() => written.length === 1);
      expect(written[0]).to.contain('Phone: +1-503-555-0142 ext. 7').and.to.contain('Text: +1-503-555-0143');
    });

    it('are the largest text of the card, and have a copy button beside them where they are no links', async () => {
      for (const links of ['never', 'always']) {
        const element = await card({ ...everything, links });
        const sizes = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].map((inner) =>
          parseFloat(getComputedStyle(inner).fontSize),
        );
        const number = element.shadowRoot?.querySelector('[part=telephone] .number') as Element;
        const size = parseFloat(getComputedStyle(number).fontSize);
        expect(Math.max(...sizes), links).to.equal(size);
        expect(sizes.filter((other) => other === size).length, links).to.be.at.most(2);
        expect(control(element, 'Copy phone number').textContent.trim()).to.equal(
          links === 'never' ? 'Copy' : 'Copy phone number',
        );
      }
    });
  });

  describe('copying', () => {
    it('copies the number, announces it, and dispatches an event without the number', async () => {
      const written = clipboard();
      const element = await card(everything);
      const button = control(element, 'Copy phone number');
      setTimeout(() => button.click());
      const event = await oneEvent(element, 'haven-contact');
      expect(event.detail).to.deep.equal({ channel: 'copy' });
      await until(() => announced(element) === 'Copied.');
      expect(written).to.deep.equal(['+1-503-555-0142 ext. 7']);
    });

    it('copies all details as text', async () => {
      const written = clipboard();
      const element = await card(everything);
      control(element, 'Copy all details').click();
      await until(() => announced(element) === 'Copied.');
      expect(written[0]?.split('\n')).to.deep.equal([
        'Riverbend Family Center',
        'Ana Ortiz, LCSW',
        'Dr. Sam Lee, PhD',
        'Phone: +1-503-555-0142 ext. 7',
        'Text: +1-503-555-0143',
        'Email: hello@riverbend.example',
        'Website: https://riverbend.example/',
        '200 Example Street, Suite 4',
        'Portland, OR 97201',
      ]);
    });

    it('moves nothing when it announces', async () => {
      clipboard();
      for (const links of ['never', 'always']) {
        const element = await card({ ...everything, links });
        const places = (): string =>
          toJson(
            [...(element.shadowRoot?.querySelectorAll('a, button, h3, table') ?? [])].map((inner) => {
              const { x, y, width, height } = inner.getBoundingClientRect();
              return [x, y, width, height];
            }),
          );
        for (const width of [256, 390, 1100]) {
          await atWidth(element, width);
          control(element, 'Copy phone number').blur();
          const before = places();
          control(element, 'Copy phone number').click();
          await until(() => announced(element) === 'Copied.');
          expect(places(), `${links} ${width}`).to.equal(before);
        }
      }
    });

    it('shows the text selected when the browser refuses, with instructions', async () => {
      clipboard(true);
      const element = await card(everything);
      control(element, 'Copy all details').click();
      await until(() => focused()?.localName === 'textarea');
      const area = focused() as HTMLTextAreaElement;
      expect(area.value).to.contain('Riverbend Family Center\nAna Ortiz, LCSW');
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal(area.value);
      expect(announced(element)).to.contain('could not copy this');
      await expectAccessible(element);
    });
  });

  describe('saving the contact', () => {
    it('downloads a vCard named after the practice', async () => {
      const element = await card(everything);
      const blobs: Blob[] = [];
      const files: string[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob);
        return createObjectURL(blob);
      };
      const { click: originalClick } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        files.push(this.download);
      };
      atEnd(() => {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = originalClick;
      });
      const channels: string[] = [];
      element.addEventListener('haven-contact', ({ detail }) => channels.push(detail.channel));
      control(element, 'Save contact').click();
      expect(files).to.deep.equal(['riverbend-family-center.vcf']);
      expect(channels).to.deep.equal(['vcard']);
      expect(blobs[0]?.type).to.equal('text/vcard');
      const text = (await blobs[0]?.text()) ?? '';
      expect(text)
        .to.match(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/)
        .and.to.contain('FN:Riverbend Family Center');
      await until(() => announced(element) !== '');
      expect(announced(element))
        .to.contain('Look for the contact in your downloads.')
        .and.to.contain('“Copy all details”');
    });

    it('links to a hosted file if configured', async () => {
      const element = await card({ ...everything, vcardUrl: 'https://riverbend.example/riverbend.vcf' });
      expect(control(element, 'Save contact').getAttribute('href')).to.equal('https://riverbend.example/riverbend.vcf');
      preventNavigation();
      control(element, 'Save contact').click();
      await until(() => announced(element).includes('“Copy all details”'));
    });
  });

  it('dispatches the used channel, and never a crisis call', async () => {
    preventNavigation();
    const element = await card({ ...everything, links: 'always' });
    const events: unknown[] = [];
    element.addEventListener('haven-contact', ({ detail, bubbles, composed }) =>
      events.push(detail.channel, bubbles && composed),
    );
    for (const name of [
      'Call 503-555-0142 ext. 7',
      '503-555-0143',
      'hello@riverbend.example',
      '503-555-0144',
      'View map (opens in new tab)',
      'Call 988',
      'Text 988',
    ])
      control(element, name).click();
    expect(events.filter((value) => typeof value === 'string')).to.deep.equal([
      'telephone',
      'sms',
      'email',
      'telephone',
      'map',
    ]);
    expect(events).not.to.include(false);
  });
});
