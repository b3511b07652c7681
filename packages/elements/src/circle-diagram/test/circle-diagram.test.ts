import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import fc from 'fast-check';
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
  painted,
  press,
  rightToLeft,
  textSpacing,
  traces,
  until,
} from '../../../test-support/index.js';
import { circleText, parseCircle, walk } from '../model/circle.js';
import type { CircleDiagram, HavenStepEvent, StepDetail } from '../circle-diagram.js';
import '../define.js';
import '../../locales/es.js';
import { en } from '../locales/en.js';

const stops = walk(en.circle);
const labels = stops.map(({ label }) => label);

async function circle(attributes: Record<string, string> = {}, config?: object): Promise<CircleDiagram> {
  const element = await fixture<CircleDiagram>(
    html`<haven-circle-diagram .config=${config ?? null}></haven-circle-diagram>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  await painted();
  return element;
}

/** Waits until colours have come to rest: a control that was switched on or off is measured as it stays. */
const rested = (element: Element): Promise<unknown> =>
  Promise.allSettled((element.shadowRoot?.getAnimations() ?? []).map(({ finished }) => finished));

const inside = <Found extends Element = HTMLElement>(element: Element, selector: string): Found[] => [
  ...(element.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];
const isRing = (element: Element): boolean => !!inside(element, '.map.ring')[0];
const words = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** What can be seen of the panel: its heading and words. */
const panel = (element: Element): string =>
  inside(element, '.panel')
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map(words)
    .join(' | ');
const status = (element: Element): string => words(inside(element, '[role=status]')[0]);

/** A circle with labels of a length, for layouts. */
const withLabels = (label: (index: number) => string, count = 4): object => ({
  title: 'Labels',
  base: { label: label(0), text: 'Home.' },
  arcs: ['out', 'back'].map((id, arc) => ({
    id,
    label: label(1),
    stops: Array.from({ length: count }, (_, index) => ({
      id: `${id}-${index}`,
      label: label(arc * count + index),
      text: 'Words of a stop.',
    })),
  })),
});

/** Nothing of a ring touches another part or leaves the box. */
function expectNothingTouches(element: CircleDiagram, where: string): void {
  const map = inside(element, '.map')[0]!.getBoundingClientRect();
  const boxes = inside(element, '.stop, .name, .cup, .shown').map((one) => one.getBoundingClientRect());
  boxes.forEach((box, index) => {
    expect(box.left, where).to.be.at.least(map.left - 1);
    expect(box.right, where).to.be.at.most(map.right + 1);
    expect(box.top, where).to.be.at.least(map.top - 1);
    expect(box.bottom, where).to.be.at.most(map.bottom + 1);
    for (const other of boxes.slice(index + 1))
      expect(
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        `${where}: ${index}`,
      ).to.equal(false);
  });
}

describe('the circle diagram', () => {
  it('is our own circle when nothing is configured: headings, stops as buttons in path order, home', async () => {
    const element = await circle();
    expect(words(inside(element, 'h2')[0])).to.equal(en.circle.title);
    expect(inside(element, 'h3').map(words)).to.deep.equal([
      en.circle.base.label,
      ...en.circle.arcs.map(({ label }) => label),
    ]);
    expect(inside(element, 'li > button').map(words)).to.deep.equal(labels);
    expect(inside(element, 'ol').map((one) => one.getAttribute('aria-labelledby'))).to.deep.equal(['arc-0', 'arc-1']);
    expect(panel(element)).to.equal(en.circle.base.text);
    expect(status(element)).to.equal(en.circle.base.label);
    expect(element.step).to.equal(null);
  });

  for (const width of [900, 320])
    describe(`at ${width} pixels`, () => {
      const open = async (attributes = {}, config?: object): Promise<CircleDiagram> => {
        const element = await circle(attributes, config);
        await atWidth(element, width);
        expect(isRing(element)).to.equal(width > 400);
        return element;
      };

      it('shows the words of a stop that is pressed, says which it is, and tells the page', async () => {
        const element = await open();
        setTimeout(() => void click(control(element, labels[2]!)));
        const { detail } = await oneEvent<HavenStepEvent>(element, 'haven-step');
        expect(detail).to.deep.equal({ id: stops[2]!.id, index: 2, arc: 'out' });
        expect(panel(element))
          .to.contain(stops[2]!.text)
          .and.to.contain(stops[2]!.try)
          .and.to.contain(`Next: ${labels[3]}`);
        expect(status(element)).to.equal(`Step 3 of 8: ${labels[2]}`);
        expect(element.getAttribute('step')).to.equal(stops[2]!.id);
        expect(inside(element, '[aria-current=step]').map(words)).to.deep.equal([labels[2]]);
      });

      it('goes all the way round and home with Next, and back with Previous, by keyboard alone', async () => {
        const element = await open();
        const seen: StepDetail[] = [];
        element.addEventListener('haven-step', ({ detail }) => seen.push(detail));
        const next = control(element, 'Next');
        next.focus();
        for (let step = 0; step < 9; step++) {
          await press('Enter');
          await element.updateComplete;
          expect(focused()).to.equal(next);
        }
        expect(seen.map(({ id }) => id)).to.deep.equal([...stops.map(({ id }) => id), null]);
        expect(seen.at(-1)).to.deep.equal({ id: null, index: -1, arc: null });
        expect(control(element, 'Previous').getAttribute('aria-disabled')).to.equal('true');
        control(element, 'Previous').focus();
        await press('Space');
        await element.updateComplete;
        expect(element.step).to.equal(null);
        element.step = 'sight';
        await element.updateComplete;
        await press('Space');
        await element.updateComplete;
        expect(element.step).to.equal('go');
      });

      it('has arrow keys as an extra, which follow the direction of reading', async () => {
        const element = await open({ step: 'go' });
        const buttons = inside(element, 'li > button');
        buttons[0]!.focus();
        await press('ArrowRight', 'ArrowDown');
        await element.updateComplete;
        expect([focused(), element.step]).to.deep.equal([buttons[2], stops[2]!.id]);
        await press('ArrowUp');
        await rightToLeft();
        await press('ArrowLeft', 'ArrowLeft', 'ArrowRight');
        await element.updateComplete;
        expect([focused(), element.step]).to.deep.equal([buttons[2], stops[2]!.id]);
      });

      it('reaches everything with Tab in path order', async () => {
        const element = await open();
        const before = document.createElement('button');
        element.before(before);
        before.focus();
        for (const stop of [...inside(element, 'button, summary')].filter((one) => one.checkVisibility())) {
          await press('Tab');
          expect(focused(), words(stop)).to.equal(stop);
          expect(parseFloat(getComputedStyle(stop).outlineWidth)).to.be.at.least(3);
        }
        before.remove();
      });

      it('shows all the words at once when asked, and what follows what', async () => {
        const element = await open({ step: 'joy' });
        await click(control(element, 'Show all the words'));
        await element.updateComplete;
        expect(isRing(element)).to.equal(false);
        for (const { text } of stops) expect(panel(element)).to.contain(text);
        expect(panel(element)).to.contain(`Next: ${labels[1]}`).and.to.contain('Then home again');
        await click(control(element, 'Show all the words'));
        await element.updateComplete;
        expect(panel(element)).not.to.contain(stops[0]!.text);
      });

      it('has targets of 44 pixels', async () => {
        const element = await open();
        for (const target of inside(element, 'button, summary').filter((one) => one.checkVisibility()))
          expect(target.offsetHeight, words(target)).to.be.at.least(44);
      });
    });

  it('can be told the step as attribute, as property and by methods, early and late', async () => {
    const early = document.createElement('haven-circle-diagram');
    early.step = 'joy';
    document.body.append(early);
    atEnd(() => early.remove());
    await early.updateComplete;
    expect(panel(early)).to.contain(stops[3]!.text);
    early.next();
    early.next();
    await early.updateComplete;
    expect(early.step).to.equal('shelter');
    early.previous();
    await early.updateComplete;
    expect(early.step).to.equal('welcome');
    early.removeAttribute('step');
    await early.updateComplete;
    expect(panel(early)).to.equal(en.circle.base.text);
  });

  it('tells of a step that no stop has, and of a view that is none', async () => {
    const warn = console.warn;
    atEnd(() => (console.warn = warn));
    const warned: string[] = [];
    console.warn = (text: string) => warned.push(text);
    const element = await circle({ step: 'nowhere', view: 'oval' });
    expect(warned).to.deep.equal([
      '<haven-circle-diagram> step: expected the id of a stop',
      '<haven-circle-diagram> view: expected one of auto, ring, list',
    ]);
    expect(panel(element)).to.equal(en.circle.base.text);
  });

  it('keeps the focus and the step when the room changes between ring and list', async () => {
    const element = await circle({ step: 'hand' });
    await atWidth(element, 900);
    const button = control(element, labels[2]!);
    button.focus();
    for (const width of [320, 900, 256, 700]) {
      await atWidth(element, width);
      await until(() => isRing(element) === width > 400);
      expect([focused(), element.step]).to.deep.equal([button, 'hand']);
      expect(panel(element)).to.contain(stops[2]!.text);
    }
  });

  it('is a list or a ring as asked', async () => {
    const element = await circle({ view: 'list' });
    await atWidth(element, 1100);
    expect(isRing(element)).to.equal(false);
    element.setAttribute('view', 'ring');
    await element.updateComplete;
    expect(isRing(element)).to.equal(true);
    // A ring that cannot hold its labels is a list all the same.
    await atWidth(element, 256);
    await until(() => !isRing(element));
  });

  it('lets nothing touch and nothing leave the box in a real browser', async () => {
    const samples: ((index: number) => string)[] = [
      (index) => labels[index % labels.length]!,
      (index) => 'ab '.repeat((index % 5) + 1).trim(),
      () => 'Kindesentwicklungs begleitung',
      (index) => '出去探索的路上需要一个安全的基地'.slice(0, 4 + index),
      (index) => 'الخروج للاستكشاف والعودة إلى البيت'.slice(0, 9 + index * 2).trim(),
      (index) => `A label that is quite long, number ${index}, sixty characters or so`.slice(0, 60),
    ];
    for (const direction of ['ltr', 'rtl'])
      for (const sample of samples)
        for (const count of [2, 4, 6]) {
          const element = await circle({ dir: direction }, withLabels(sample, count));
          for (const size of ['16px', '28px'])
            for (const width of [480, 720, 1100]) {
              element.style.fontSize = size;
              await atWidth(element, width);
              if (!isRing(element)) continue;
              const where = `${sample(1)} ${count} ${size} ${width} ${direction}`;
              expectNothingTouches(element, where);
              for (const label of inside(element, '.stop')) {
                expect(label.scrollWidth, where).to.be.at.most(
                  label.clientWidth + 1 + (direction === 'rtl' ? 1100 : 0),
                );
              }
            }
          element.remove();
        }
  });

  it('lets nothing touch when a reader sets text spacing, or the page another font, later', async () => {
    for (const width of [560, 640, 720, 820]) {
      const element = await circle({ step: 'joy', view: 'ring' });
      await atWidth(element, width);
      for (const [property, value] of [
        ['letter-spacing', '0.12em'],
        ['word-spacing', '0.16em'],
        ['font-family', 'monospace'],
      ] as const) {
        element.style.setProperty(property, value);
        await painted();
        if (isRing(element)) expectNothingTouches(element, `${width} ${property}`);
      }
      element.remove();
    }
  });

  it('says the same words in the same order as a ring, as a list, on paper, in its picture and aloud', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'abcde fghij'), minLength: 3, maxLength: 24 })
      .map((one) => `x${one.trim()}`);
    const arc = (id: string) =>
      fc.record({
        id: fc.constant(id),
        label: text,
        stops: fc.array(fc.record({ id: fc.uuid(), label: text, text, try: text }), { minLength: 2, maxLength: 6 }),
      });
    const squeezed = (value: string): string => value.replace(/\s+/g, '');
    const element = await circle();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          title: text,
          summary: text,
          base: fc.record({ label: text, text }),
          arcs: fc.tuple(arc('o'), arc('b')),
        }),
        async (raw) => {
          const model = parseCircle(raw, { report: () => undefined, warn: () => undefined }, en.circle);
          const spoken = squeezed(circleText(model, en));
          element.config = raw;
          const order = (): string =>
            squeezed(
              inside(element, '#title, [part=circle] > p:not(.small), .home .name, .panel, .arc .name')
                .map((one) => one.textContent)
                .join(''),
            );
          for (const view of ['ring', 'list']) {
            element.setAttribute('view', view);
            await element.updateComplete;
            expect(order(), view).to.equal(spoken);
          }
          expect(inside(element, '.stop').map(words)).to.deep.equal(
            walk(model).map(({ label }) => label.replace(/\s+/g, ' ').trim()),
          );
          dispatchEvent(new Event('beforeprint'));
          expect(order(), 'paper').to.equal(spoken);
          expect(inside(element, '.picture svg')).to.have.lengthOf(1);
          dispatchEvent(new Event('afterprint'));
          const svg = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
          expect(squeezed(svg.querySelector('desc')?.textContent ?? ''), 'aloud').to.equal(spoken);
          const seen = squeezed([...svg.querySelectorAll('text')].map((one) => one.textContent).join(''));
          const { title, base, arcs } = model;
          expect(seen, 'picture').to.equal(
            squeezed(
              [title, base.label, ...arcs.flatMap(({ label, stops }) => [label, ...stops.map((s) => s.label)])].join(
                '',
              ),
            ),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is on paper when its first rendering is for the printer', async () => {
    const host = await fixture(html`<div></div>`);
    const element = document.createElement('haven-circle-diagram');
    host.append(element);
    dispatchEvent(new Event('beforeprint'));
    expect(inside(element, '.picture svg')).to.have.lengthOf(1);
    expect(inside(element, '.panel')).to.have.lengthOf(stops.length + 1);
    dispatchEvent(new Event('afterprint'));
    expect(inside(element, '.picture')).to.have.lengthOf(0);
  });

  describe('a guided walk', () => {
    it('goes on by itself only when started, can be paused, and stops at home', async () => {
      const waits = new Map<number, () => void>();
      const { setTimeout: start, clearTimeout: stop } = window;
      atEnd(() => Object.assign(window, { setTimeout: start, clearTimeout: stop }));
      Object.assign(window, {
        // Only the walk waits as long as this.
        setTimeout: (act: () => void, delay = 0) => (delay > 5000 ? (waits.set(delay, act), delay) : start(act, delay)),
        clearTimeout: (id: number) => waits.delete(id) || stop(id),
      });
      const element = await circle();
      /** The time that it takes to read a stop is over. */
      const later = async (): Promise<void> => {
        const [[id, act] = [0, () => undefined]] = waits;
        waits.delete(id);
        act();
        await element.updateComplete;
      };
      expect(waits.size).to.equal(0);
      control(element, 'Walk the road').click();
      await element.updateComplete;
      expect(element.step).to.equal('go');
      await later();
      expect(element.step).to.equal('sight');
      control(element, 'Pause').click();
      await element.updateComplete;
      expect([element.step, waits.size]).to.deep.equal(['sight', 0]);
      control(element, 'Walk the road').click();
      for (let step = 0; step < 6; step++) await later();
      expect([element.step, waits.size]).to.deep.equal([null, 0]);
      expect(control(element, 'Walk the road')).to.not.equal(null);
      control(element, 'Walk the road').click();
      element.remove();
      expect(waits.size).to.equal(0);
    });

    it('stops for whoever takes another way', async () => {
      const element = await circle();
      control(element, 'Walk the road').click();
      await element.updateComplete;
      control(element, labels[5]!).click();
      await element.updateComplete;
      expect(control(element, 'Walk the road')).to.not.equal(null);
      expect(element.step).to.equal('shelter');
    });
  });

  describe('with the page', () => {
    it('follows the fragment and writes it, only when asked', async () => {
      const { href } = location;
      atEnd(() => history.replaceState(null, '', href));
      const element = await circle();
      element.step = 'joy';
      await element.updateComplete;
      expect(location.href).to.equal(href);
      element.setAttribute('hash', '');
      await element.updateComplete;
      element.step = 'rest';
      await element.updateComplete;
      expect(location.hash).to.equal('#rest');
      location.hash = '#hand';
      await until(() => element.step === 'hand');
      location.hash = '#somewhere-else';
      await painted();
      expect(element.step).to.equal('hand');
      element.step = null;
      await element.updateComplete;
      // On a page whose links are read from elsewhere, too.
      const base = document.createElement('base');
      base.href = '/';
      document.head.append(base);
      atEnd(() => base.remove());
      element.step = 'rest';
      await element.updateComplete;
      expect(location.href).to.equal(`${href.split('#')[0]}#rest`);
      base.remove();
      const other = await circle();
      other.remove();
      history.replaceState(null, '', '#welcome');
      other.setAttribute('hash', '');
      document.body.append(other);
      atEnd(() => other.remove());
      await other.updateComplete;
      expect(other.step).to.equal('welcome');
    });

    it('leads another element, such as the same circle in another language', async () => {
      const led = await circle({ lang: 'es' });
      led.id = 'led';
      const element = await circle({ for: 'led' });
      element.step = 'hand';
      await element.updateComplete;
      await led.updateComplete;
      expect(led.step).to.equal('hand');
      expect(panel(led)).to.contain('La torre');
      element.step = null;
      await element.updateComplete;
      expect(led.step).to.equal(null);
    });

    it('asks nothing of the network, stores nothing and leaves the address alone', async () => {
      const { href, title } = { href: location.href, title: document.title };
      const left = await traces(async () => {
        const element = await circle();
        for (let step = 0; step < 9; step++) {
          element.next();
          await element.updateComplete;
        }
        element.toSVG();
      });
      expect(left).to.deep.equal({ requests: [], stored: [] });
      expect([location.href, document.title]).to.deep.equal([href, title]);
    });

    it('keeps its shape with hostile CSS', async () => {
      const element = await circle({ step: 'joy' });
      await applyCss(hostileCss);
      for (const width of [900, 320]) {
        await atWidth(element, width);
        expect(findOverflow(element)).to.deep.equal([]);
        expect(getComputedStyle(inside(element, 'h2')[0]!).display).to.equal('block');
      }
      await expectAccessible(element);
    });

    it('stays whole when moved and cloned', async () => {
      const element = await circle({ step: 'joy' });
      const elsewhere = document.createElement('div');
      elsewhere.style.inlineSize = '320px';
      document.body.append(elsewhere);
      atEnd(() => elsewhere.remove());
      elsewhere.append(element, element.cloneNode(true));
      for (const one of elsewhere.children as unknown as CircleDiagram[]) {
        await one.updateComplete;
        await until(() => !isRing(one));
        expect(panel(one)).to.contain(stops[3]!.text);
      }
    });
  });

  it('tells its owner of bad configuration, and shows what it can', async () => {
    const warn = console.warn;
    atEnd(() => (console.warn = warn));
    console.warn = () => undefined;
    for (const config of [
      { arcs: [] },
      { arcs: 'two' },
      { title: 'x'.repeat(10_000) },
      withLabels(() => 'x', 9),
      withLabels(() => ''),
    ]) {
      const element = await circle({}, config);
      expect(inside(element, '[part=problem] li').length).to.be.above(0);
      expect(inside(element, '.stop').length).to.be.at.least(4);
      await atWidth(element, 320);
      expect(findOverflow(element)).to.deep.equal([]);
    }
  });

  it('names the program of a licensed facilitator with its mark, its line, and that it is not affiliated', async () => {
    const element = await circle(
      {},
      {
        title: 'Circle of Security Parenting',
        licensed: true,
        attribution: 'A program of Circle of Security International.',
      },
    );
    const text = words(inside(element, '[part=circle]')[0]);
    expect(text)
      .to.contain('Circle of Security® Parenting')
      .and.to.contain('A program of')
      .and.to.contain('not affiliated');
  });

  it('follows the language of the page, in every word', async () => {
    const { lang } = document.documentElement;
    atEnd(() => (document.documentElement.lang = lang));
    document.documentElement.lang = 'es';
    const element = await circle({ step: 'go' });
    const text = words(inside(element, '[part=circle]')[0]);
    expect(text).to.contain('Salir a explorar').and.to.contain('Paso 1 de 8');
    expect(text).not.to.match(/\b(Next|Previous|Step|Walk|Print|Picture|Show|You|home)\b/);
  });

  it('is accessible as ring, as list and with all words, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const element = await circle({ step: 'welcome' });
      for (const width of [900, 320]) {
        await atWidth(element, width);
        await rested(element);
        await expectAccessible(element);
      }
      control(element, 'Show all the words').click();
      await element.updateComplete;
      await rested(element);
      await expectAccessible(element);
    }
  });

  it('fits from 256 pixels on, with the text spacing of a reader, in both directions', async () => {
    const element = await circle({ step: 'feelings' });
    for (const direction of ['ltr', 'rtl']) {
      element.dir = direction;
      for (const width of [256, 320, 480, 720, 1100]) {
        await atWidth(element, width);
        expect(findOverflow(element), `${width}`).to.deep.equal([]);
      }
    }
    await textSpacing(element);
    for (const width of [256, 320, 720, 1100]) {
      await atWidth(element, width);
      expect(findOverflow(element), `${width}`).to.deep.equal([]);
    }
  });

  it('gives its picture as SVG that stands alone, in colours that every program reads', async () => {
    const element = await circle({ brand: '#7a3b69' });
    const svg = element.toSVG();
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.documentElement.localName).to.equal('svg');
    expect(svg).not.to.match(/foreignObject|<style|<image|url\(|href|var\(|oklch|<!--/);
    for (const { attributes } of parsed.querySelectorAll('path, text, rect'))
      for (const { name, value } of attributes)
        if (name === 'fill' || name === 'stroke') expect(value).to.match(/^(rgb\(\d+,\d+,\d+\)|none)$/);
    expect(parsed.querySelector('title')?.textContent).to.equal(en.circle.title);
    expect(document.createElement('haven-circle-diagram').toSVG()).to.equal('');
  });
});
