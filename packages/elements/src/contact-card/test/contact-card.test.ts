import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  click,
  control,
  expectAccessible,
  findOverflow,
  focused,
  hostileCss,
  press,
  rightToLeft,
  textSpacing,
  traces,
  until,
} from '../../../test-support/index.js';
import type { ContactCard } from '../contact-card.js';
import '../define.js';
import '../../locales/es.js';

/** Everything that a card can hold. */
const everything = {
  name: 'Riverbend Family Center',
  employee: [
    { name: 'Ana Ortiz', honorificSuffix: 'LCSW' },
    { name: 'Sam Lee', honorificPrefix: 'Dr.', honorificSuffix: 'PhD' },
  ],
  telephone: '+1-503-555-0142 ext. 7',
  sms: '+1-503-555-0143',
  email: 'hello@riverbend.example',
  url: 'https://riverbend.example/',
  address: {
    streetAddress: '200 Example Street, Suite 4',
    addressLocality: 'Portland',
    addressRegion: 'OR',
    postalCode: '97201',
    addressCountry: 'US',
  },
  openingHours: 'Mo-Th 09:00-17:30, Fr 09:00-13:00',
  specialOpeningHoursSpecification: [{ validFrom: '2026-12-24', validThrough: '2027-01-01' }],
  timeZone: 'America/Los_Angeles',
  responseTime: 'We answer within two working days.',
  accepting: 'waiting-list',
  availableLanguage: ['en', 'es'],
  contactPoint: [{ contactType: 'intake', telephone: '+1-503-555-0144', availableLanguage: 'es' }],
  // A Wednesday in the morning, before the special days.
  now: '2026-12-02T10:00:00-08:00',
};

const card = (config: object, children: unknown = '') =>
  fixture<ContactCard>(html`<haven-contact-card .config=${config}>${children}</haven-contact-card>`);

/** What a visitor reads, with single spaces. */
const read = (element: Element, part = 'card'): string =>
  (element.shadowRoot?.querySelector(`[part~=${part}]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();

const links = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href') ?? '');

/** The text that status messages have, joined. */
const announced = (element: Element): string =>
  [...(element.shadowRoot?.querySelectorAll('[role=status]') ?? [])].map((one) => one.textContent.trim()).join('');

/** Replaces the clipboard until the test ends; `refuse` makes it deny every write, by the older way as well. */
function clipboard(refuse = false): string[] {
  const written: string[] = [];
  const writeText = (text: string): Promise<void> => {
    if (refuse) return Promise.reject(new DOMException('no', 'NotAllowedError'));
    written.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
  atEnd(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });
  return written;
}

/** Keeps links from leaving the page until the test ends. */
function stay(): void {
  const stop = (event: Event): void => event.preventDefault();
  addEventListener('click', stop);
  atEnd(() => removeEventListener('click', stop));
}

describe('the contact card', () => {
  const quiet = console.warn;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = quiet));

  describe('with a name and a number', () => {
    const minimal = { name: 'Riverbend', telephone: '+1-503-555-0142' };

    it('is complete: the name as a heading, the number as text, a way to keep it, and crisis help', async () => {
      const element = await card({ ...minimal, links: 'never' });
      const root = element.shadowRoot;
      expect(root?.querySelector('h2')?.textContent).to.equal('Riverbend');
      expect(read(element, 'telephone')).to.contain('+1-503-555-0142');
      control(element, 'Copy number');
      control(element, 'Save contact');
      expect(read(element, 'crisis')).to.contain('911').and.to.contain('988').and.to.contain('1-833-852-6262');
      expect(root?.querySelector('[part=problem], dl, table')).to.equal(null);
      expect(root?.querySelector('section')?.getAttribute('aria-labelledby')).to.equal('name');
    });

    it('can be written as attributes, early or late', async () => {
      const element = document.createElement('haven-contact-card');
      document.body.append(element);
      atEnd(() => element.remove());
      await element.updateComplete;
      element.setAttribute('name', 'Riverbend');
      element.setAttribute('telephone', '+1-503-555-0142');
      element.setAttribute('clinician', 'Ana Ortiz');
      element.setAttribute('credentials', 'LCSW');
      await element.updateComplete;
      expect(read(element)).to.contain('Riverbend').and.to.contain('Ana Ortiz, LCSW').and.to.contain('+1-503-555-0142');
      expect(element.shadowRoot?.querySelector('[part=problem]')).to.equal(null);
      element.removeAttribute('credentials');
      await element.updateComplete;
      expect(read(element)).not.to.contain('LCSW');
    });

    it('does not say the same name twice', async () => {
      const element = await card({ clinician: 'Ana Ortiz', telephone: '+1-503-555-0142' });
      expect(read(element).match(/Ana Ortiz/g)).to.have.length(1);
    });
  });

  describe('telephone links', () => {
    it('follow RFC 3966 and RFC 5724 where they are wanted', async () => {
      const element = await card({ ...everything, links: 'always' });
      expect(links(element)).to.include.members([
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

    it('are nowhere when they are not wanted; the number stays', async () => {
      const element = await card({ ...everything, links: 'never' });
      expect(links(element).filter((href) => /^(tel|sms):/.test(href))).to.deep.equal([]);
      expect(read(element)).to.contain('+1-503-555-0142 ext. 7').and.to.contain('Call or text 988');
    });

    it('by default follow the kind of pointer', async () => {
      const element = await card(everything);
      const mouse = matchMedia('(hover: hover) and (pointer: fine)').matches;
      expect(links(element).some((href) => href.startsWith('tel:'))).to.equal(!mouse);
    });
  });

  describe('copying', () => {
    it('copies the number, says so, and fires an event without it', async () => {
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

    it('shows the text selected when the browser refuses, and says what to do', async () => {
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
    it('offers a vCard under the name of the practice', async () => {
      const element = await card(everything);
      const blobs: Blob[] = [];
      const files: string[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob);
        return createObjectURL(blob);
      };
      const { click: press } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        files.push(this.download);
      };
      atEnd(() => {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = press;
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
    });

    it('links to a hosted file where one is given', async () => {
      const element = await card({ ...everything, vcardUrl: 'https://riverbend.example/riverbend.vcf' });
      expect(control(element, 'Save contact').getAttribute('href')).to.equal('https://riverbend.example/riverbend.vcf');
    });
  });

  it('names the channel that was used, and never tells of crisis calls', async () => {
    stay();
    const element = await card({ ...everything, links: 'always' });
    const heard: unknown[] = [];
    element.addEventListener('haven-contact', ({ detail, bubbles, composed }) =>
      heard.push(detail.channel, bubbles && composed),
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
    expect(heard.filter((one) => typeof one === 'string')).to.deep.equal([
      'telephone',
      'sms',
      'email',
      'telephone',
      'map',
    ]);
    expect(heard).not.to.include(false);
  });

  describe('hours', () => {
    const at = (now: string, more: object = {}) => card({ ...everything, now, ...more });

    it('say open until when, closed until when, in the words of the reader', async () => {
      for (const [now, words] of [
        ['2026-12-02T10:00:00-08:00', /Open now, until 5:30\sPM/],
        ['2026-12-02T08:00:00-08:00', /Closed now, opens today at 9:00\sAM/],
        ['2026-12-02T18:00:00-08:00', /Closed now, opens tomorrow at 9:00\sAM/],
        ['2026-12-04T15:00:00-08:00', /Closed now, opens Monday at 9:00\sAM/],
        ['2026-12-24T10:00:00-08:00', /Closed now, opens January 4 at 9:00\sAM/],
      ] as const)
        expect(read(await at(now), 'hours'), now).to.match(words);
    });

    it('are a table of the week, with the days that differ', async () => {
      const element = await at('2026-12-02T10:00:00-08:00');
      const rows = [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) =>
        row.textContent.replace(/\s+/g, ' ').trim(),
      );
      expect(rows).to.have.length(5);
      expect(rows[0]).to.match(/^Mon to Thu 9:00 ?(AM)? – 5:30 PM$/);
      expect(rows[2]).to.equal('Sat to Sun Closed');
      expect(rows[4]).to.match(/^Dec 24, 2026 – Jan 1, 2027 Closed$/);
      expect(
        [...(element.shadowRoot?.querySelectorAll('tbody th') ?? [])].every((th) => th.hasAttribute('scope')),
      ).to.equal(true);
    });

    it('say nothing about now when anything about them is not known', async () => {
      for (const more of [
        { timeZone: null },
        { timeZone: 'Nowhere' },
        { openingHours: 'Mo-Fr 09:00-17:00, whenever' },
      ]) {
        const element = await at('2026-12-02T10:00:00-08:00', more);
        expect(read(element, 'hours')).not.to.match(/now/);
      }
    });

    it("name the zone where the reader's clock shows another time, and only there", async () => {
      const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      expect(read(await at('2026-12-02T10:00:00-08:00', { timeZone: own }), 'hours')).not.to.contain('Times are in');
      const away = own === 'Asia/Tokyo' ? 'America/New_York' : 'Asia/Tokyo';
      expect(read(await at('2026-12-02T10:00:00-08:00', { timeZone: away }), 'hours')).to.match(
        /Times are in .*(Japan|Eastern)/,
      );
    });

    it('follow the clock, minute by minute, and let it go when taken off the page', async () => {
      const { setTimeout: set, clearTimeout: clear } = window;
      const { now } = Date;
      const waiting = new Map<number, () => void>();
      let id = 1e6;
      // Twenty seconds past a full minute, for as long as the test runs.
      Date.now = () => 60_000 * 29_000_000 + 20_000;
      window.setTimeout = ((run: () => void, after = 0, ...rest: unknown[]) => {
        if (after !== 40_000) return set(run, after, ...rest);
        waiting.set(++id, run);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = (timer) => {
        waiting.delete(timer as number);
        clear(timer);
      };
      atEnd(() => {
        Object.assign(window, { setTimeout: set, clearTimeout: clear });
        Date.now = now;
      });
      const element = await card({ ...everything, now: undefined });
      expect(waiting.size).to.equal(1);
      let renders = 0;
      const { requestUpdate } = element;
      element.requestUpdate = (...change) => {
        renders++;
        requestUpdate.apply(element, change);
      };
      [...waiting.values()][0]?.();
      waiting.clear();
      await element.updateComplete;
      expect(renders).to.be.greaterThan(0);
      expect(waiting.size).to.equal(1);
      element.remove();
      expect(waiting.size).to.equal(0);
      const still = await card({ name: 'Riverbend', telephone: '911' });
      expect(waiting.size).to.equal(0);
      still.remove();
    });
  });

  describe('crisis help', () => {
    it('carries the day on which it was checked', async () => {
      expect(read(await card(everything), 'crisis')).to.match(/Numbers checked \d{4}-\d\d-\d\d\./);
    });

    it('can be left out only with a reason, which is shown', async () => {
      const element = await card({
        ...everything,
        crisis: 'none',
        crisisReason: 'See the numbers at the top of this page.',
      });
      expect(read(element, 'crisis')).to.equal('See the numbers at the top of this page.');
      element.config = { ...everything, crisis: 'none' };
      await element.updateComplete;
      expect(read(element, 'crisis')).to.contain('988');
      expect(read(element, 'problem')).to.contain('crisisReason');
    });

    it('can be that of another region', async () => {
      const element = await card({
        ...everything,
        crisis: {
          checked: '2026-11-01',
          entries: [{ name: 'Samaritans', text: 'Day or night.', telephone: '116 123' }],
        },
      });
      expect(read(element, 'crisis')).to.contain('Samaritans').and.to.contain('116 123').and.not.to.contain('988');
    });
  });

  describe('in another language', () => {
    it('follows the page when its lang changes', async () => {
      const { lang } = document.documentElement;
      atEnd(() => (document.documentElement.lang = lang));
      const element = await card({ ...everything, now: '2026-12-04T15:00:00-08:00' });
      expect(read(element)).to.contain('opens Monday at');
      document.documentElement.lang = 'es';
      await until(() => read(element).includes('Horario'));
      expect(read(element))
        .to.contain('abre el lunes a las 9:00')
        .and.to.contain('Si necesita ayuda')
        .and.to.contain('español');
      const words = (): string | undefined => element.shadowRoot?.querySelector<HTMLElement>('.actions')?.lang;
      expect(words()).to.equal('es');
      await expectAccessible(element);
      document.documentElement.lang = 'fr';
      await until(() => read(element).includes('Hours'));
      expect(words()).to.equal('en');
      // The practice's own name is in the page's language, whatever that is.
      expect(element.shadowRoot?.querySelector('#name')?.closest('[lang]')).to.equal(null);
    });

    it('keeps numbers left to right on a page that reads right to left', async () => {
      await rightToLeft();
      const element = await card(everything);
      await expectAccessible(element);
      const number = element.shadowRoot?.querySelector('[part=telephone] bdi');
      expect(getComputedStyle(number as Element).direction).to.equal('ltr');
      const heading = element.shadowRoot?.querySelector('h2')?.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      expect((heading?.right ?? 0) > box.left + box.width / 2).to.equal(true);
      for (const width of [256, 320, 720]) {
        await atWidth(element, width);
        expect(findOverflow(element)).to.deep.equal([]);
      }
    });
  });

  it('shows its children and a note to the owner when there is nothing to show', async () => {
    const element = await card({}, html`<a href="tel:+15035550142">Call us</a>`);
    expect(element.shadowRoot?.querySelector('slot')?.hidden).to.equal(false);
    expect(element.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(read(element, 'problem')).to.contain("name: expected the practice's name");
    await expectAccessible(element);
  });

  it('reads the structured data that the page has', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        { '@type': 'MedicalBusiness', ...everything, logo: 'x' },
      ],
    });
    document.head.append(script);
    atEnd(() => script.remove());
    const element = await fixture<ContactCard>(html`<haven-contact-card source="page"></haven-contact-card>`);
    expect(read(element)).to.contain('Riverbend Family Center').and.to.contain('Ana Ortiz, LCSW');
    expect(element.shadowRoot?.querySelector('[part=problem]')).to.equal(null);
  });

  it('can be used with the keyboard alone, in reading order', async () => {
    const element = await card({ ...everything, links: 'always' });
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    const expected = [...(element.shadowRoot?.querySelectorAll('a, button') ?? [])];
    for (const stop of expected) {
      await press('Tab');
      expect(focused()).to.equal(stop);
      const { outlineStyle, outlineWidth } = getComputedStyle(stop);
      expect(outlineStyle).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(3);
    }
    const written = clipboard();
    control(element, 'Copy details').focus();
    await press('Enter');
    await until(() => announced(element) === 'Copied.');
    await press('Space');
    await until(() => written.length === 2);
  });

  it('is accessible, full and bare, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      for (const config of [everything, { name: 'Riverbend', telephone: '911' }])
        for (const linking of ['always', 'never']) await expectAccessible(await card({ ...config, links: linking }));
    }
  });

  it('fits from 256 pixels on, with the text spacing of a reader and with long words', async () => {
    const long = {
      ...everything,
      name: 'Kindesentwicklungsbegleitungspraxisgemeinschaft',
      email: `${'long'.repeat(15)}@riverbend.example`,
    };
    for (const config of [everything, long]) {
      const element = await card({ ...config, links: 'always' });
      for (const width of [256, 320, 480, 720, 1100]) {
        await atWidth(element, width);
        expect(findOverflow(element), `${width}`).to.deep.equal([]);
      }
      await atWidth(element, 320);
      await textSpacing(element);
      expect(findOverflow(element)).to.deep.equal([]);
    }
  });

  it('has targets of 44 pixels where a finger goes', async () => {
    const element = await card({ ...everything, links: 'always' });
    await atWidth(element, 320);
    for (const target of element.shadowRoot?.querySelectorAll('button, a.button') ?? [])
      expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(44);
  });

  it('keeps its shape on a page with hostile CSS', async () => {
    const element = await card({ ...everything, links: 'always' });
    await applyCss(hostileCss);
    await atWidth(element, 480);
    expect(findOverflow(element)).to.deep.equal([]);
    const heading = element.shadowRoot?.querySelector('h2') as HTMLElement;
    expect(getComputedStyle(heading).display).to.equal('block');
    const style = getComputedStyle(element.shadowRoot?.querySelector('section') as HTMLElement);
    expect([style.textTransform, style.whiteSpace, style.textIndent]).to.deep.equal(['none', 'normal', '0px']);
    expect(getComputedStyle(element).display).not.to.equal('inline');
    await expectAccessible(element);
  });

  it('asks nothing of the network and stores nothing, until and after a person acts', async () => {
    const written = clipboard();
    const left = await traces(async () => {
      const element = await card({ ...everything, links: 'always' });
      await click(control(element, 'Copy details'));
      await until(() => written.length > 0);
    });
    expect(left).to.deep.equal({ requests: [], stored: [] });
  });

  it('writes nothing about the practice into the page, its title or its address', async () => {
    const [title, url] = [document.title, location.href];
    const element = await card(everything);
    expect([document.title, location.href]).to.deep.equal([title, url]);
    expect([...element.attributes].map(({ name }) => name)).to.deep.equal([]);
  });

  it('stays whole when moved and cloned, many at once', async () => {
    const element = await card(everything);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    atEnd(() => elsewhere.remove());
    elsewhere.append(element);
    const copies = Array.from({ length: 5 }, () => element.cloneNode(true) as ContactCard);
    for (const copy of copies) copy.config = everything;
    elsewhere.append(...copies);
    for (const copy of [element, ...copies]) {
      await copy.updateComplete;
      expect(read(copy)).to.contain('Open now');
    }
  });

  it('keeps every translated word apart from English', async () => {
    const { lang } = document.documentElement;
    atEnd(() => (document.documentElement.lang = lang));
    document.documentElement.lang = 'es';
    const element = await card({ ...everything, links: 'never' });
    await until(() => read(element).includes('Horario'));
    expect(read(element)).not.to.match(/\b(Call|Text|Copy|Save|Hours|Open|Closed|Languages|Address|Website|checked)\b/);
  });
});
