import { expect, oneEvent } from '@open-wc/testing';
import {
  atEnd,
  atWidth,
  click,
  control,
  expectAccessible,
  findOverflow,
  focused,
  press,
  rightToLeft,
  until,
} from '../../../test-support/index.js';
import '../../locales/es.js';
import type { CircleDiagram, HavenStepEvent, StepDetail } from '../circle-diagram.js';
import { en } from '../locales/en.js';
import {
  stops,
  labels,
  circle,
  animationsFinished,
  all,
  formOf,
  middleText,
  stopName,
  textOf,
  panelText,
  statusText,
  withLabels,
} from './circle-diagram.page.js';

describe('the circle diagram', () => {
  it('shows the default circle without configuration: headings, stops as buttons in path order, home', async () => {
    const element = await circle();
    expect(textOf(all(element, 'h2')[0])).to.equal(en.circle.title);
    expect(all(element, 'h3').map(textOf)).to.deep.equal([
      en.circle.base.label,
      ...en.circle.arcs.map(({ label }) => label),
    ]);
    expect(all(element, 'li > h4 > button').map(textOf)).to.deep.equal(labels.map((_, index) => stopName(index)));
    expect(all(element, 'ol').map((list) => list.getAttribute('aria-labelledby'))).to.deep.equal(['arc-0', 'arc-1']);
    expect(panelText(element)).to.equal(en.circle.base.text);
    expect(statusText(element)).to.equal(`Start: ${en.circle.base.label}`);
    expect(element.step).to.equal(null);
  });

  for (const width of [900, 320])
    describe(`at ${width} pixels`, () => {
      const open = async (attributes = {}, config?: object): Promise<CircleDiagram> => {
        const element = await circle(attributes, config);
        await atWidth(element, width);
        expect(formOf(element)).to.equal(width > 400 ? 'wide' : 'compact');
        return element;
      };

      it('shows the text of a pressed stop, announces the step and dispatches an event', async () => {
        const element = await open();
        setTimeout(() => void click(control(element, stopName(2))));
        const { detail } = await oneEvent<HavenStepEvent>(element, 'haven-step');
        expect(detail).to.deep.equal({ id: stops[2]!.id, index: 2, arc: 'out' });
        expect(panelText(element))
          .to.contain(stops[2]!.text)
          .and.to.contain(stops[2]!.try)
          .and.to.contain(`Next: ${labels[3]}`);
        expect(statusText(element)).to.equal(`Step 3 of 8: ${labels[2]}`);
        expect(element.getAttribute('step')).to.equal(stops[2]!.id);
        expect(middleText(element)).to.equal(stopName(2));
        expect(all(element, '.stop[aria-pressed=true]').map(textOf)).to.deep.equal([stopName(2)]);
      });

      it('goes all the way around with Next, and back with Previous, by keyboard alone', async () => {
        const element = await open();
        const details: StepDetail[] = [];
        element.addEventListener('haven-step', ({ detail }) => details.push(detail));
        const next = all(element, '.primary')[0]!;
        next.focus();
        for (let step = 0; step < 9; step++) {
          await press('Enter');
          await element.updateComplete;
          expect(focused()).to.equal(next);
        }
        expect(details.map(({ id }) => id)).to.deep.equal([...stops.map(({ id }) => id), null]);
        expect(details.at(-1)).to.deep.equal({ id: null, index: -1, arc: null });
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

      it('supports arrow keys, which follow the direction of reading', async () => {
        const element = await open({ step: 'go' });
        const buttons = all(element, 'li button');
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
        for (const stop of [...all(element, 'button, summary')].filter((control) => control.checkVisibility())) {
          await press('Tab');
          expect(focused(), textOf(stop)).to.equal(stop);
          expect(parseFloat(getComputedStyle(stop).outlineWidth)).to.be.at.least(3);
        }
        before.remove();
      });

      it('shows every panel on request, with what comes next', async () => {
        const element = await open({ step: 'joy' });
        await click(control(element, 'Show all text'));
        await element.updateComplete;
        expect(formOf(element)).to.equal('list');
        for (const { text } of stops) expect(panelText(element)).to.contain(text);
        expect(panelText(element)).to.contain(`Next: ${labels[1]}`).and.to.contain('Then back to the start');
        await click(control(element, 'Show all text'));
        await element.updateComplete;
        expect(panelText(element)).not.to.contain(stops[0]!.text);
      });

      it('has targets of 44 pixels', async () => {
        const element = await open();
        for (const target of all(element, 'button, summary').filter((control) => control.checkVisibility()))
          for (const size of [target.offsetHeight, target.offsetWidth]) expect(size, textOf(target)).to.be.at.least(44);
      });
    });

  it('says “Back to start” on the last step, and brings the text of home into view', async () => {
    const element = await circle({ view: 'list', step: stops.at(-1)!.id });
    await atWidth(element, 320);
    const next = control(element, 'Back to start');
    next.scrollIntoView();
    const isInView = (): boolean => {
      const { top, bottom } = all(element, '.home .panel')[0]!.getBoundingClientRect();
      return top >= -1 && bottom <= innerHeight + 1 && bottom > top;
    };
    expect(isInView()).to.equal(false);
    next.click();
    await until(isInView);
    expect([element.step, textOf(next)]).to.deep.equal([null, 'Next']);
  });

  it('has the step between two wide buttons on a phone, and above them where there is no room', async () => {
    for (const lang of ['en', 'es']) {
      const element = await circle({ lang, step: stops.at(-1)!.id });
      for (const [width, isBetween] of [
        [360, true],
        [256, false],
      ] as const) {
        await atWidth(element, width);
        const [previous, step, next] = [...all(element, '.steps')[0]!.children].map((part) =>
          part.getBoundingClientRect(),
        );
        const where = `${lang} ${width}`;
        expect(step!.left > previous!.right && step!.right < next!.left, where).to.equal(isBetween);
        expect(step!.bottom <= previous!.top, where).to.equal(!isBetween);
        expect(next!.left, where).to.be.above(previous!.right);
        await until(() => !findOverflow(element).length, `no overflow: ${where}`);
      }
    }
  });

  it('is no landmark, and has the text of its quiet buttons in line with its heading', async () => {
    const element = await circle();
    expect(all(element, '[aria-label], section[aria-labelledby], [role=region]')).to.have.lengthOf(0);
    for (const width of [900, 320]) {
      await atWidth(element, width);
      const text = document.createRange();
      text.selectNodeContents(control(element, 'Play all steps'));
      const last = document.createRange();
      last.selectNodeContents(control(element, 'Show all text'));
      const { left, right } = all(element, 'h2')[0]!.getBoundingClientRect();
      if (width < 400) expect(text.getBoundingClientRect().left).to.be.closeTo(left, 2);
      else expect(last.getBoundingClientRect().right).to.be.closeTo(right, 2);
    }
  });

  it('has one live region, at its end, which is never empty', async () => {
    const element = await circle();
    expect(all(element, '[role=status], [aria-live], output')).to.have.lengthOf(1);
    expect(all(element, '[part=circle] > :last-child')[0]!.ariaLive).to.equal('polite');
    expect(statusText(element)).to.equal('Start: Home with you');
    element.next();
    await element.updateComplete;
    expect(statusText(element)).to.equal(`Step 1 of 8: ${labels[0]}`);
  });

  it('accepts the step as attribute, as property and by methods, early and late', async () => {
    const early = document.createElement('haven-circle-diagram');
    early.step = 'joy';
    document.body.append(early);
    atEnd(() => early.remove());
    await early.updateComplete;
    expect(panelText(early)).to.contain(stops[3]!.text);
    early.next();
    early.next();
    await early.updateComplete;
    expect(early.step).to.equal('shelter');
    early.previous();
    await early.updateComplete;
    expect(early.step).to.equal('welcome');
    early.removeAttribute('step');
    await early.updateComplete;
    expect(panelText(early)).to.equal(en.circle.base.text);
  });

  it('reports an unknown step and an invalid view', async () => {
    const warn = console.warn;
    atEnd(() => (console.warn = warn));
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    const element = await circle({ step: 'nowhere', view: 'oval' });
    expect(warnings).to.deep.equal([
      '<haven-circle-diagram> step: expected the id of a stop',
      '<haven-circle-diagram> view: expected one of auto, ring, list',
    ]);
    expect(panelText(element)).to.equal(en.circle.base.text);
  });

  it('reports invalid configuration, and shows the rest', async () => {
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
      expect(all(element, '[part=problem] li').length).to.be.above(0);
      expect(all(element, '.stop').length).to.be.at.least(4);
      await atWidth(element, 320);
      expect(findOverflow(element)).to.deep.equal([]);
    }
  });

  it('shows a licensed program with its registered mark, its attribution and a disclaimer', async () => {
    const element = await circle(
      {},
      {
        title: 'Circle of Security Parenting',
        licensed: true,
        attribution: 'A program of Circle of Security International.',
      },
    );
    const text = textOf(all(element, '[part=circle]')[0]);
    expect(text)
      .to.contain('Circle of Security® Parenting')
      .and.to.contain('A program of')
      .and.to.contain('not affiliated');
  });

  it('uses the language of the page for every string', async () => {
    const { lang } = document.documentElement;
    atEnd(() => (document.documentElement.lang = lang));
    document.documentElement.lang = 'es';
    const element = await circle({ step: 'go' });
    const text = textOf(all(element, '[part=circle]')[0]);
    expect(text).to.contain('Salir a explorar').and.to.contain('Paso 1 de 8');
    expect(text).not.to.match(/\b(Next|Previous|Step|Start|Play|Print|Download|Show|Choose|You|home)\b/);
  });

  it('is accessible as a ring, as a list and with every panel, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const element = await circle({ step: 'welcome' });
      for (const width of [900, 320]) {
        await atWidth(element, width);
        await animationsFinished(element);
        await expectAccessible(element);
      }
      control(element, 'Show all text').click();
      await element.updateComplete;
      await animationsFinished(element);
      await expectAccessible(element);
    }
  });
});
