import { expect } from '@open-wc/testing';
import { atWidth, control, findOverflow, focused, painted, textSpacing, until } from '../../../test-support/index.js';
import {
  stops,
  labels,
  circle,
  all,
  isRing,
  panelText,
  withLabels,
  expectNothingTouches,
} from './circle-diagram.page.js';

describe("the circle diagram's ring", () => {
  it('keeps the focus and the step when it changes between ring and list', async () => {
    const element = await circle({ step: 'hand' });
    await atWidth(element, 900);
    const button = control(element, labels[2]!);
    button.focus();
    for (const width of [320, 900, 256, 700]) {
      await atWidth(element, width);
      await until(() => isRing(element) === width > 400);
      expect([focused(), element.step]).to.deep.equal([button, 'hand']);
      expect(panelText(element)).to.contain(stops[2]!.text);
    }
  });

  it('shows a list or a ring as configured', async () => {
    const element = await circle({ view: 'list' });
    await atWidth(element, 1100);
    expect(isRing(element)).to.equal(false);
    element.setAttribute('view', 'ring');
    await element.updateComplete;
    expect(isRing(element)).to.equal(true);
    // Without room for its labels it is a list even so.
    await atWidth(element, 256);
    await until(() => !isRing(element));
  });

  it('keeps its parts apart and inside the map', async () => {
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
              for (const label of all(element, '.stop')) {
                expect(label.scrollWidth, where).to.be.at.most(
                  label.clientWidth + 1 + (direction === 'rtl' ? 1100 : 0),
                );
              }
            }
          element.remove();
        }
  });

  it('keeps its parts apart when the text spacing or the font changes', async () => {
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
