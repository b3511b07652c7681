import { expect } from '@open-wc/testing';
import { atEnd, atWidth, expectAccessible, findOverflow, rightToLeft, until } from '../../../test-support/index.js';
import '../../locales/es.js';
import { everything, card, textOf } from './contact-card.page.js';

describe('the contact card', () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => undefined));
  afterEach(() => (console.warn = warn));

  describe('hours', () => {
    const at = (now: string, more: object = {}) => card({ ...everything, now, ...more });

    it("show until when the practice is open or closed, in the visitor's language", async () => {
      for (const [now, text] of [
        ['2026-12-02T10:00:00-08:00', /Open now, until 5:30\sPM/],
        ['2026-12-02T08:00:00-08:00', /Closed now, opens today at 9:00\sAM/],
        ['2026-12-02T18:00:00-08:00', /Closed now, opens tomorrow at 9:00\sAM/],
        ['2026-12-04T15:00:00-08:00', /Closed now, opens Monday at 9:00\sAM/],
        ['2026-12-24T10:00:00-08:00', /Closed now, opens January 4 at 9:00\sAM/],
      ] as const)
        expect(textOf(await at(now), 'hours'), now).to.match(text);
    });

    it('are a table of the week, with special days', async () => {
      const element = await at('2026-12-02T10:00:00-08:00');
      const rows = [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) =>
        row.textContent.replace(/\s+/g, ' ').trim(),
      );
      expect(rows).to.have.length(5);
      expect(rows[0]).to.match(/^Mon to Thu 9:00 ?(AM)? – 5:30 PM$/);
      expect(rows[2]).to.equal('Sat and Sun Closed');
      expect(rows[4]).to.match(/^Dec 24 – Jan 1 Closed$/);
      expect(
        [...(element.shadowRoot?.querySelectorAll('tbody th') ?? [])].every((th) => th.hasAttribute('scope')),
      ).to.equal(true);
    });

    it('do not show whether the practice is open when anything is unknown', async () => {
      for (const more of [
        { timeZone: null },
        { timeZone: 'Nowhere' },
        { openingHours: 'Mo-Fr 09:00-17:00, whenever' },
      ]) {
        const element = await at('2026-12-02T10:00:00-08:00', more);
        expect(textOf(element, 'hours')).not.to.match(/now/);
      }
    });

    it("name the zone only where the visitor's clock shows another time", async () => {
      const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      expect(textOf(await at('2026-12-02T10:00:00-08:00', { timeZone: own }), 'hours')).not.to.contain(
        'Times shown in',
      );
      const away = own === 'Asia/Tokyo' ? 'America/New_York' : 'Asia/Tokyo';
      expect(textOf(await at('2026-12-02T10:00:00-08:00', { timeZone: away }), 'hours')).to.match(
        /Times shown in .*(Japan|Eastern)/,
      );
    });

    it('are updated every minute until the card is removed', async () => {
      const { setTimeout: originalSet, clearTimeout: originalClear } = window;
      const { now } = Date;
      const waiting = new Map<number, () => void>();
      let id = 1e6;
      // The clock stands still, twenty seconds past a full minute.
      Date.now = () => 60_000 * 29_000_000 + 20_000;
      window.setTimeout = ((run: () => void, after = 0, ...rest: unknown[]) => {
        if (after !== 40_000) return originalSet(run, after, ...rest);
        waiting.set(++id, run);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = (timer) => {
        waiting.delete(timer as number);
        originalClear(timer);
      };
      atEnd(() => {
        Object.assign(window, { setTimeout: originalSet, clearTimeout: originalClear });
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
    it('shows the day on which it was checked, in words', async () => {
      expect(textOf(await card(everything), 'crisis')).to.match(/Numbers checked [A-Z][a-z]+ \d+, \d{4}\.$/);
      for (const [lang, text] of [
        ['en', 'Numbers checked March 1, 2027.'],
        ['es', 'Números revisados el 1 de marzo de 2027.'],
      ] as const) {
        const entries = [{ text: 'Day or night.', telephone: '116 123' }];
        const element = await card({ name: 'Riverbend', telephone: '911', crisis: { checked: '2027-03-01', entries } });
        element.lang = lang;
        await element.updateComplete;
        expect(textOf(element, 'crisis'), lang).to.contain(text);
      }
    });

    it('reports a day that is no date, and does not show it', async () => {
      const crisis = { checked: 'last week', entries: [{ text: 'Day or night.', telephone: '116 123' }] };
      const element = await card({ ...everything, crisis });
      expect(textOf(element, 'crisis')).to.contain('116 123').and.not.to.contain('checked');
      expect(textOf(element, 'problem')).to.contain('crisis.checked: expected a day such as');
    });

    it('marks the English names of the lines in another language', async () => {
      const element = await card({ ...everything, links: 'never' });
      element.lang = 'es';
      await element.updateComplete;
      const crisis = element.shadowRoot?.querySelector('[part=crisis]');
      expect(crisis?.getAttribute('lang')).to.equal('es');
      const english = [...(crisis?.querySelectorAll('[lang=en]') ?? [])].map(({ textContent }) => textContent);
      expect(english).to.deep.equal(['988 Suicide & Crisis Lifeline.', 'National Maternal Mental Health Hotline.']);
      expect(textOf(element, 'crisis')).to.contain('Lifeline. Gratis, las 24 horas.');
    });

    it('can be replaced only by a reason', async () => {
      const element = await card({
        ...everything,
        crisis: 'none',
        crisisReason: 'See the numbers at the top of this page.',
      });
      expect(textOf(element, 'crisis')).to.equal('See the numbers at the top of this page.');
      element.config = { ...everything, crisis: 'none' };
      await element.updateComplete;
      expect(textOf(element, 'crisis')).to.contain('988');
      expect(textOf(element, 'problem')).to.contain('crisisReason');
    });

    it('can be that of another region', async () => {
      const element = await card({
        ...everything,
        crisis: {
          checked: '2026-11-01',
          entries: [{ name: 'Samaritans', text: 'Day or night.', telephone: '116 123' }],
        },
      });
      expect(textOf(element, 'crisis')).to.contain('Samaritans').and.to.contain('116 123').and.not.to.contain('988');
    });
  });

  describe('in another language', () => {
    it('follows the page when its lang changes', async () => {
      const { lang } = document.documentElement;
      atEnd(() => (document.documentElement.lang = lang));
      const element = await card({ ...everything, now: '2026-12-04T15:00:00-08:00' });
      expect(textOf(element)).to.contain('opens Monday at');
      document.documentElement.lang = 'es';
      await until(() => textOf(element).includes('Horario'));
      expect(textOf(element))
        .to.contain('abre el lunes a las 9:00')
        .and.to.contain('Si necesita ayuda')
        .and.to.contain('español');
      const actionsLang = (): string | undefined => element.shadowRoot?.querySelector<HTMLElement>('.actions')?.lang;
      expect(actionsLang()).to.equal('es');
      await expectAccessible(element);
      document.documentElement.lang = 'fr';
      await until(() => textOf(element).includes('Hours'));
      expect(actionsLang()).to.equal('en');
      // The practice's name has no lang of its own: it is in the page's language.
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

  it('translates every string', async () => {
    const { lang } = document.documentElement;
    atEnd(() => (document.documentElement.lang = lang));
    document.documentElement.lang = 'es';
    const element = await card({ ...everything, links: 'never' });
    await until(() => textOf(element).includes('Horario'));
    expect(textOf(element)).not.to.match(
      /\b(Call|Text|Copy|Save|Hours|Open|Closed|Languages|Address|Website|checked)\b/,
    );
  });
});
