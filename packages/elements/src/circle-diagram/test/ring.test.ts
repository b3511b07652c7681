import { expect } from '@open-wc/testing';
import {
  atEnd,
  atWidth,
  control,
  findOverflow,
  focused,
  painted,
  textSpacing,
  until,
} from '../../../test-support/index.js';
import {
  stops,
  labels,
  circle,
  all,
  formOf,
  middleText,
  stopName,
  panelText,
  withLabels,
  expectNothingTouches,
} from './circle-diagram.page.js';

describe("the circle diagram's ring", () => {
  it('keeps the focus and the step when its form changes', async () => {
    const element = await circle({ step: 'hand' });
    await atWidth(element, 900);
    const button = control(element, stopName(2));
    button.focus();
    for (const width of [320, 900, 256, 700]) {
      await atWidth(element, width);
      await until(() => formOf(element) === (width > 600 ? 'wide' : 'compact'));
      expect([focused(), element.step]).to.deep.equal([button, 'hand']);
      expect(panelText(element)).to.contain(stops[2]!.text);
    }
  });

  it('is arranged when the circle is ready', async () => {
    const element = document.createElement('haven-circle-diagram');
    const viewBox = (): string | null => all(element, '.road')[0]!.getAttribute('viewBox');
    const seen = new Promise((resolve) => element.addEventListener('haven-ready', () => resolve(viewBox())));
    element.style.inlineSize = '700px';
    document.body.append(element);
    atEnd(() => element.remove());
    await element.ready;
    expect(viewBox())
      .to.be.a('string')
      .that.equals(await seen);
    await element.updateComplete;
    expectNothingTouches(element, 'at once');
  });

  it('is arranged when it is shown again, whenever it was hidden', async () => {
    const shown = await circle();
    for (const microtasks of Array(12).keys()) {
      const element = document.createElement('haven-circle-diagram');
      document.body.append(element);
      for (let passed = 0; passed < microtasks; passed++) await Promise.resolve();
      element.style.display = 'none';
      await painted();
      element.style.display = '';
      await until(() => element.offsetHeight === shown.offsetHeight, `hidden after ${microtasks}`);
      element.remove();
    }
  });

  it('is laid out the same whatever its width was before', async () => {
    const resized = await circle();
    for (const width of [224, 230, 236]) {
      const fresh = await circle();
      await atWidth(fresh, width);
      await atWidth(resized, width);
      await until(() => resized.offsetHeight === fresh.offsetHeight, `at ${width}`);
    }
  });

  it('shows a list or a ring as configured', async () => {
    const element = await circle({ view: 'list' });
    await atWidth(element, 1100);
    expect(formOf(element)).to.equal('list');
    for (const view of ['ring', 'auto']) {
      element.setAttribute('view', view);
      await element.updateComplete;
      for (const [width, form] of [
        [1100, 'wide'],
        [480, 'compact'],
        [256, 'compact'],
      ] as const) {
        await atWidth(element, width);
        await until(() => formOf(element) === form, `${view} at ${width}`);
      }
    }
  });

  it('shows the number and the label of the chosen stop in the middle of a compact ring, and at home how to begin', async () => {
    const element = await circle();
    await atWidth(element, 390);
    expect(middleText(element)).to.equal('Home with you Choose a number to begin.');
    for (const index of labels.keys()) {
      element.next();
      await element.updateComplete;
      expect(middleText(element)).to.equal(stopName(index));
      expect(panelText(element)).to.contain(stops[index]!.text);
    }
  });

  it('has its traveler in the cup at home, and under the number of the chosen stop', async () => {
    const element = await circle();
    const middle = (selector: string): number[] => {
      const { x, y, width, height } = all(element, selector)[0]!.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    const arrived = (): Promise<unknown> =>
      Promise.all(element.shadowRoot!.getAnimations().map(({ finished }) => finished));
    for (const width of [390, 900]) {
      await atWidth(element, width);
      element.step = null;
      await element.updateComplete;
      await arrived();
      const [x, y] = middle('.cup') as [number, number];
      expect(middle('.traveler')[0]).to.be.closeTo(x, 1);
      expect(middle('.traveler')[1]).to.be.within(y - all(element, '.cup')[0]!.offsetHeight, y);
      element.step = 'shelter';
      await element.updateComplete;
      await arrived();
      middle('[aria-pressed=true] .number').forEach((value, axis) =>
        expect(middle('.traveler')[axis]).to.be.closeTo(value, 1),
      );
    }
  });

  it('fits twelve stops with labels of sixty characters on the narrowest phone', async () => {
    const label = 'A label that is as long as a label may be: sixty characters.';
    const element = await circle(
      {},
      withLabels(() => label, 6),
    );
    for (const [width, size] of [
      [256, '16px'],
      [320, '16px'],
      [390, '18px'],
    ] as const) {
      element.style.fontSize = size;
      await atWidth(element, width);
      await until(() => formOf(element) === 'compact', `${width}`);
      for (const step of ['out-0', 'back-5']) {
        element.step = step;
        await element.updateComplete;
        expectNothingTouches(element, `${width} ${step}`);
      }
    }
  });

  it('is a ring with text of twice the size, and a list where the middle cannot hold a label', async () => {
    const element = await circle();
    await atWidth(element, 390);
    element.style.fontSize = '32px';
    await until(() => all(element, '.map')[0]!.offsetHeight > 500);
    expect(formOf(element)).to.equal('compact');
    expectNothingTouches(element, '32px');
    element.style.fontSize = '64px';
    await until(() => formOf(element) === 'list');
    expect(findOverflow(element)).to.deep.equal([]);
  });

  const samples: readonly [name: string, label: (index: number) => string][] = [
    ['the default labels', (index) => labels[index % labels.length]!],
    ['short words', (index) => 'ab '.repeat((index % 5) + 1).trim()],
    ['long words', () => 'Kindesentwicklungs begleitung'],
    ['Chinese', (index) => '出去探索的路上需要一个安全的基地'.slice(0, 4 + index)],
    ['Arabic', (index) => 'الخروج للاستكشاف والعودة إلى البيت'.slice(0, 9 + index * 2).trim()],
    ['sixty characters', (index) => `A label that is quite long, number ${index}, sixty characters or so`.slice(0, 60)],
  ];
  for (const [name, sample] of samples)
    it(`keeps its parts apart and inside the map (${name})`, async () => {
      for (const direction of ['ltr', 'rtl'])
        for (const count of [2, 4, 6]) {
          const element = await circle({ dir: direction }, withLabels(sample, count));
          for (const size of ['16px', '28px'])
            for (const width of [256, 480, 720, 1100]) {
              element.style.fontSize = size;
              await atWidth(element, width);
              if (formOf(element) === 'list') continue;
              const where = `${count} ${size} ${width} ${direction}`;
              expectNothingTouches(element, where);
              for (const label of all(element, '.wide .label')) {
                expect(label.scrollWidth, where).to.be.at.most(
                  label.clientWidth + 1 + (direction === 'rtl' ? 1100 : 0),
                );
              }
            }
          element.remove();
        }
    });

  it('keeps its parts apart when the text spacing or the font changes', async () => {
    for (const width of [320, 560, 640, 720, 820]) {
      const element = await circle({ step: 'joy', view: 'ring' });
      await atWidth(element, width);
      for (const [property, value] of [
        ['letter-spacing', '0.12em'],
        ['word-spacing', '0.16em'],
        ['font-family', 'monospace'],
      ] as const) {
        element.style.setProperty(property, value);
        await painted();
        expect(formOf(element)).not.to.equal('list');
        expectNothingTouches(element, `${width} ${property}`);
      }
      element.remove();
    }
  });

  it('fits from 256 pixels on, with wider text spacing, in both directions', async () => {
    const element = await circle({ step: 'feelings' });
    for (const direction of ['ltr', 'rtl']) {
      element.dir = direction;
      for (const width of [256, 320, 480, 720, 1100]) {
        await atWidth(element, width);
        await until(() => !findOverflow(element).length, `no overflow at ${width}`);
      }
    }
    await textSpacing(element);
    for (const width of [256, 320, 720, 1100]) {
      await atWidth(element, width);
      await until(() => !findOverflow(element).length, `no overflow at ${width}`);
    }
  });
});
