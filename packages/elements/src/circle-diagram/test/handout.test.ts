import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { atEnd, control, until } from '../../../test-support/index.js';
import { en } from '../locales/en.js';
import { circleText, parseCircle, walk } from '../model/circle.js';
import { stops, circle, all, statusText, stopName, textOf } from './circle-diagram.page.js';

describe("the circle diagram's handout and picture", () => {
  it('has the same texts in the same order as a ring, as a list, on paper, in its picture and in its description', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'abcde fghij'), minLength: 3, maxLength: 24 })
      .map((value) => `x${value.trim()}`);
    const arc = (id: string) =>
      fc.record({
        id: fc.constant(id),
        label: text,
        stops: fc.array(fc.record({ id: fc.uuid(), label: text, text, try: text }), { minLength: 2, maxLength: 6 }),
      });
    const withoutSpaces = (value: string): string => value.replace(/\s+/g, '');
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
          const description = withoutSpaces(circleText(model, en));
          element.config = raw;
          const order = (): string =>
            withoutSpaces(
              all(element, '#title, [part=circle] > p:not(.small, .aloud), #home, .label, .panel, .arc .name')
                .map(({ textContent }) => textContent)
                .join(''),
            );
          for (const view of ['ring', 'list']) {
            element.setAttribute('view', view);
            await element.updateComplete;
            expect(order(), view).to.equal(description);
          }
          expect(all(element, '.stop').map(textOf)).to.deep.equal(
            walk(model).map(({ label }, index) => stopName(index, label.replace(/\s+/g, ' ').trim())),
          );
          dispatchEvent(new Event('beforeprint'));
          expect(order(), 'paper').to.equal(description);
          expect(all(element, '.picture svg')).to.have.lengthOf(1);
          dispatchEvent(new Event('afterprint'));
          const svg = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
          expect(withoutSpaces(svg.querySelector('desc')?.textContent ?? ''), 'description').to.equal(description);
          const labels = withoutSpaces(
            [...svg.querySelectorAll('text')].map(({ textContent }) => textContent).join(''),
          );
          const { title, base, arcs } = model;
          let count = 0;
          expect(labels, 'picture').to.equal(
            withoutSpaces(
              [
                title,
                base.label,
                ...arcs.flatMap(({ label, stops }) => [label, ...stops.map((s) => `${++count}${s.label}`)]),
              ].join(''),
            ),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is complete when it is first rendered for paper', async () => {
    const host = await fixture(html`<div></div>`);
    const element = document.createElement('haven-circle-diagram');
    host.append(element);
    dispatchEvent(new Event('beforeprint'));
    expect(all(element, '.picture svg')).to.have.lengthOf(1);
    expect(all(element, '.panel')).to.have.lengthOf(stops.length + 1);
    dispatchEvent(new Event('afterprint'));
    expect(all(element, '.picture')).to.have.lengthOf(0);
  });

  describe('printed by its button', () => {
    /** Replaces the print dialog: fires the events in the window that is printed. */
    function fakePrint(...events: string[]): void {
      const { append } = DocumentFragment.prototype;
      atEnd(() => Reflect.deleteProperty(ShadowRoot.prototype, 'append'));
      ShadowRoot.prototype.append = function (...nodes) {
        append.apply(this, nodes);
        const [frame] = nodes;
        if (!(frame instanceof HTMLIFrameElement)) return;
        const view = frame.contentWindow!;
        view.print = () => events.forEach((type) => view.dispatchEvent(new Event(type)));
      };
    }
    /** What is announced where nothing else has happened. */
    const atHome = `${en.start}: ${en.circle.base.label}`;
    const frames = (element: HTMLElement): number => all(element, 'iframe').length;

    it('leaves nothing behind', async () => {
      fakePrint('beforeprint', 'afterprint');
      const element = await circle();
      control(element, 'Print the steps').click();
      expect(frames(element)).to.equal(0);
      await element.updateComplete;
      expect(statusText(element)).to.equal(atHome);
      expect(all(element, '.tools p')).to.have.lengthOf(0);
    });

    it('leaves one frame at most in a browser that does not say when it has printed', async () => {
      fakePrint('beforeprint');
      const element = await circle();
      control(element, 'Print the steps').click();
      control(element, 'Print the steps').click();
      expect(frames(element)).to.equal(1);
    });

    it('says what to do where nothing happens, and leaves nothing behind', async () => {
      fakePrint();
      const element = await circle();
      control(element, 'Print the steps').click();
      expect(frames(element)).to.equal(1);
      await until(() => statusText(element).startsWith('If no print window opened'));
      expect(textOf(all(element, '.tools p')[0])).to.equal(statusText(element));
      await until(() => frames(element) === 0);
    });
  });

  it('frees its picture, and forgets what became of it, when it leaves the page', async () => {
    const { createObjectURL, revokeObjectURL } = URL;
    atEnd(() => Object.assign(URL, { createObjectURL, revokeObjectURL }));
    const urls = new Set<string>();
    URL.createObjectURL = (picture) => {
      const url = createObjectURL(picture);
      urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      urls.delete(url);
      revokeObjectURL(url);
    };
    const element = await circle();
    control(element, 'Download drawing (SVG)').click();
    await until(() => statusText(element) === en.downloaded);
    expect(urls.size).to.be.above(0);
    element.remove();
    // The file that was saved is freed later.
    await until(() => urls.size < 2);
    document.body.append(element);
    atEnd(() => element.remove());
    await element.updateComplete;
    expect(statusText(element)).to.equal(`${en.start}: ${en.circle.base.label}`);
  });

  it('says so when the browser cannot paint a picture', async () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    atEnd(() => (HTMLCanvasElement.prototype.toBlob = toBlob));
    HTMLCanvasElement.prototype.toBlob = (callback) => callback(null);
    const element = await circle();
    control(element, 'Download image (PNG)').click();
    await until(() => all(element, '.tools')[0]!.textContent.includes('could not make this picture'));
  });

  it('returns a self-contained SVG, in colors that every program reads', async () => {
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

  it('returns a well-formed SVG whatever the labels contain', async () => {
    const characters = [...Array(0xa0).keys(), 0xd800, 0xdc00, 0xfffe, 0xffff].map((code) => String.fromCharCode(code));
    const label = 'Soft\u000breturn';
    const text = characters.join('x');
    const arcs = ['out', 'back'].map((id) => ({
      id,
      label,
      stops: ['first', 'second'].map((stop) => ({ id: `${id}-${stop}`, label, text })),
    }));
    const element = await circle();
    element.config = { title: label, base: { label, text }, arcs };
    await element.updateComplete;
    const parsed = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.querySelector('title')?.textContent).to.match(/^Soft return/);
  });
});
