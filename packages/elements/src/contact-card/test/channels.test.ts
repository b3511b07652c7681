import { expect, oneEvent } from '@open-wc/testing';
import { atEnd, control, expectAccessible, focused, until } from '../../../test-support/index.js';
import { everything, card, textOf, hrefs, announced, clipboard, preventNavigation } from './contact-card.page.js';

describe("the contact card's channels", () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => undefined));
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
      expect(control(element, 'Call +1-503-555-0142 ext. 7').getAttribute('href')).to.equal(
        'tel:+1-503-555-0142;ext=7',
      );
    });

    it('can be turned off, and the number is still shown', async () => {
      const element = await card({ ...everything, links: 'never' });
      expect(hrefs(element).filter((href) => /^(tel|sms):/.test(href))).to.deep.equal([]);
      expect(textOf(element)).to.contain('+1-503-555-0142 ext. 7').and.to.contain('Call or text 988');
    });

    it('depend on the kind of pointer by default', async () => {
      const element = await card(everything);
      const mouse = matchMedia('(hover: hover) and (pointer: fine)').matches;
      expect(hrefs(element).some((href) => href.startsWith('tel:'))).to.equal(!mouse);
    });
  });

  describe('copying', () => {
    it('copies the number, announces it, and dispatches an event without the number', async () => {
      const written = clipboard();
      const element = await card(everything);
      const button = control(element, 'Copy number');
      setTimeout(() => button.click());
      const event = await oneEvent(element, 'haven-contact');
      expect(event.detail).to.deep.equal({ channel: 'copy' });
      await until(() => announced(element) === 'Copied.');
      expect(written).to.deep.equal(['+1-503-555-0142 ext. 7']);
    });

    it('copies all details as text', async () => {
      const written = clipboard();
      const element = await card(everything);
      control(element, 'Copy details').click();
      await until(() => announced(element) === 'Copied.');
      expect(written[0]?.split('\n')).to.deep.equal([
        'Riverbend Family Center',
        'Ana Ortiz, LCSW',
        'Dr. Sam Lee, PhD',
        'Telephone: +1-503-555-0142 ext. 7',
        'Text message: +1-503-555-0143',
        'E-mail: hello@riverbend.example',
        'Website: https://riverbend.example/',
        '200 Example Street, Suite 4',
        'Portland, OR 97201',
      ]);
    });

    it('shows the text selected when the browser refuses, with instructions', async () => {
      clipboard(true);
      const element = await card(everything);
      control(element, 'Copy details').click();
      await until(() => focused()?.localName === 'textarea');
      const area = focused() as HTMLTextAreaElement;
      expect(area.value).to.contain('Riverbend Family Center\nAna Ortiz, LCSW');
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal(area.value);
      expect(announced(element)).to.contain('did not copy it');
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
      expect(announced(element)).to.contain('Look for the contact in your downloads.').and.to.contain('“Copy details”');
    });

    it('links to a hosted file if configured', async () => {
      const element = await card({ ...everything, vcardUrl: 'https://riverbend.example/riverbend.vcf' });
      expect(control(element, 'Save contact').getAttribute('href')).to.equal('https://riverbend.example/riverbend.vcf');
      preventNavigation();
      control(element, 'Save contact').click();
      await until(() => announced(element).includes('“Copy details”'));
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
      'Call +1-503-555-0142 ext. 7',
      '+1-503-555-0143',
      'hello@riverbend.example',
      '+1-503-555-0144',
      'Show on a map',
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
