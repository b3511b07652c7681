import { expect } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  control,
  expectAccessible,
  findOverflow,
  focused,
  hostileCss,
  press,
  textSpacing,
  until,
} from '../../../test-support/index.js';
import '../../locales/es.js';
import { everything, card, announced, clipboard } from './contact-card.page.js';

describe("the contact card's layout", () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  it('can be used with the keyboard alone, in reading order', async () => {
    const element = await card({ ...everything, links: 'always' });
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    const expected = [...(element.shadowRoot?.querySelectorAll('a, button') ?? [])];
    for (const target of expected) {
      await press('Tab');
      expect(focused()).to.equal(target);
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      expect(outlineStyle).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(3);
    }
    const written = clipboard();
    control(element, 'Copy all details').focus();
    await press('Enter');
    await until(() => announced(element) === 'Copied.');
    await press('Space');
    await until(() => written.length === 2);
  });

  it('is accessible with every field and with few, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      for (const config of [everything, { name: 'Riverbend', telephone: '911' }])
        for (const linking of ['always', 'never']) await expectAccessible(await card({ ...config, links: linking }));
    }
  });

  it('fits from 256 pixels on, with wider text spacing and with long words', async () => {
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

  it('has targets of 44 pixels for touch', async () => {
    const element = await card({ ...everything, links: 'always' });
    await atWidth(element, 320);
    for (const target of element.shadowRoot?.querySelectorAll('button, a.button') ?? [])
      expect(target.getBoundingClientRect().height, target.textContent).to.be.at.least(44);
  });

  it('calls with a button as wide as a phone, and has second actions of one size', async () => {
    const element = await card({ ...everything, links: 'always', vcardUrl: 'https://riverbend.example/riverbend.vcf' });
    for (const width of [320, 390]) {
      await atWidth(element, width);
      const box = (inner: Element): DOMRect => inner.getBoundingClientRect();
      const call = box(element.shadowRoot?.querySelector('[part=telephone] a') as Element);
      const lead = box(element.shadowRoot?.querySelector('.lead') as Element);
      expect(Math.round(call.width)).to.equal(Math.round(lead.width));
      const actions = [...(element.shadowRoot?.querySelectorAll('.actions > *') ?? [])].map(box);
      expect(actions).to.have.length(3);
      for (const { width, height } of actions)
        expect([Math.round(width), Math.round(height)]).to.deep.equal([
          Math.round(actions[0]?.width ?? 0),
          Math.round(actions[0]?.height ?? 0),
        ]);
    }
  });

  it('marks the hours of today by more than color', async () => {
    const element = await card(everything);
    const [today, ...others] = element.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [];
    expect(today?.textContent).to.contain('Mon to Thu');
    expect(today?.getAttribute('aria-current')).to.equal('date');
    const weight = (row?: Element): number => +getComputedStyle(row?.querySelector('td') as Element).fontWeight;
    expect(weight(today)).to.be.greaterThan(weight(others[0]));
    expect(others.some((row) => row.hasAttribute('aria-current'))).to.equal(false);
  });

  it('breaks no day in its hours and no time where there is room, in both languages', async () => {
    for (const lang of ['en', 'es'])
      for (const width of [320, 390, 560, 720, 860, 944, 1100]) {
        const element = await card({ ...everything, lang });
        await atWidth(element, width);
        const week =
          element.shadowRoot?.querySelectorAll(`tbody:first-child :is(th${width > 320 ? ', .span' : ''})`) ?? [];
        for (const text of week) {
          const range = document.createRange();
          range.selectNodeContents(text);
          expect(range.getClientRects(), `${lang} ${width} ${text.textContent}`).to.have.length(1);
        }
        expect(findOverflow(element), `${lang} ${width}`).to.deep.equal([]);
      }
  });

  it('keeps its layout on a page with hostile CSS', async () => {
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
});
