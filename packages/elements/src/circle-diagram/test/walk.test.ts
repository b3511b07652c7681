import { expect } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  control,
  expectAccessible,
  findOverflow,
  hostileCss,
  painted,
  traces,
  until,
} from '../../../test-support/index.js';
import '../../locales/es.js';
import type { CircleDiagram } from '../circle-diagram.js';
import { stops, circle, all, formOf, panelText, stopName } from './circle-diagram.page.js';

describe('the circle diagram', () => {
  describe('a guided walk', () => {
    it('runs only when started, can be paused, and ends at home', async () => {
      const timers = new Map<number, () => void>();
      const { setTimeout: originalSet, clearTimeout: originalClear } = window;
      atEnd(() => Object.assign(window, { setTimeout: originalSet, clearTimeout: originalClear }));
      Object.assign(window, {
        // Only the walk has a delay this long.
        setTimeout: (callback: () => void, delay = 0) =>
          delay > 5000 ? (timers.set(delay, callback), delay) : originalSet(callback, delay),
        clearTimeout: (id: number) => timers.delete(id) || originalClear(id),
      });
      const element = await circle();
      /** Ends the time to read a stop. */
      const readingTimeEnds = async (): Promise<void> => {
        const [[id, callback] = [0, () => undefined]] = timers;
        timers.delete(id);
        callback();
        await element.updateComplete;
      };
      expect(timers.size).to.equal(0);
      control(element, 'Play all steps').click();
      await element.updateComplete;
      expect(element.step).to.equal('go');
      await readingTimeEnds();
      expect(element.step).to.equal('sight');
      control(element, 'Pause').click();
      await element.updateComplete;
      expect([element.step, timers.size]).to.deep.equal(['sight', 0]);
      control(element, 'Play all steps').click();
      for (let step = 0; step < 6; step++) await readingTimeEnds();
      expect([element.step, timers.size]).to.deep.equal([null, 0]);
      expect(control(element, 'Play all steps')).to.not.equal(null);
      control(element, 'Play all steps').click();
      element.remove();
      expect(timers.size).to.equal(0);
    });

    it('ends when a visitor chooses a stop', async () => {
      const element = await circle();
      control(element, 'Play all steps').click();
      await element.updateComplete;
      control(element, stopName(5)).click();
      await element.updateComplete;
      expect(control(element, 'Play all steps')).to.not.equal(null);
      expect(element.step).to.equal('shelter');
    });
  });

  describe('with the page', () => {
    it('reads and writes the fragment only with hash', async () => {
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
      // Also on a page with a <base> of another path.
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

    it('passes the step on to another element, such as the same circle in another language', async () => {
      const follower = await circle({ lang: 'es' });
      follower.id = 'follower';
      const element = await circle({ for: 'follower' });
      element.step = 'hand';
      await element.updateComplete;
      await follower.updateComplete;
      expect(follower.step).to.equal('hand');
      expect(panelText(follower)).to.contain('La torre');
      element.step = null;
      await element.updateComplete;
      expect(follower.step).to.equal(null);
    });

    it('makes no request, stores nothing, and does not change the URL or the title', async () => {
      const { href, title } = { href: location.href, title: document.title };
      const found = await traces(async () => {
        const element = await circle();
        for (let step = 0; step < 9; step++) {
          element.next();
          await element.updateComplete;
        }
        element.toSVG();
      });
      expect(found).to.deep.equal({ requests: [], stored: [] });
      expect([location.href, document.title]).to.deep.equal([href, title]);
    });

    it('keeps its layout with hostile CSS', async () => {
      const element = await circle({ step: 'joy' });
      await applyCss(hostileCss);
      for (const width of [900, 320]) {
        await atWidth(element, width);
        expect(findOverflow(element)).to.deep.equal([]);
        expect(getComputedStyle(all(element, 'h2')[0]!).display).to.equal('block');
      }
      await expectAccessible(element);
    });

    it('works when moved and cloned', async () => {
      const element = await circle({ step: 'joy' });
      const elsewhere = document.createElement('div');
      elsewhere.style.inlineSize = '320px';
      document.body.append(elsewhere);
      atEnd(() => elsewhere.remove());
      elsewhere.append(element, element.cloneNode(true));
      for (const copy of elsewhere.children as unknown as CircleDiagram[]) {
        await copy.updateComplete;
        await until(() => formOf(copy) === 'compact');
        expect(panelText(copy)).to.contain(stops[3]!.text);
      }
    });
  });
});
