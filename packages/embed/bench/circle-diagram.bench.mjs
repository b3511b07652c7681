/** The circle diagram as a ring of eight stops. Its texts need no formatting. */
import { median } from '../../../scripts/bench/measure.mjs';

/* global document, requestAnimationFrame -- in functions that run on the page */

/** Milliseconds from a step until it is laid out, in the last of many circles. */
async function stepTime(open) {
  const page = await open({ count: 'many' });
  const times = await page.evaluate(async () => {
    const circle = [...document.querySelectorAll('haven-circle-diagram')].at(-1);
    const results = [];
    for (let step = 0; step < 8; step++) {
      const start = performance.now();
      circle.next();
      await circle.updateComplete;
      circle.getBoundingClientRect();
      results.push(performance.now() - start);
    }
    return results;
  });
  await page.context().close();
  return median(times);
}

/** Milliseconds between two frames while the traveler moves, on a processor that is slowed down four times. */
async function frameTime(open) {
  const page = await open({ viewport: { width: 1000, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate(async () => {
    const circle = document.querySelector('haven-circle-diagram');
    const results = [];
    for (let step = 0; step < 8; step++) {
      circle.next();
      await circle.updateComplete;
      const [journey] = circle.shadowRoot.querySelector('.traveler').getAnimations();
      let last = await new Promise(requestAnimationFrame);
      while (journey?.playState === 'running') {
        const now = await new Promise(requestAnimationFrame);
        results.push(now - last);
        last = now;
      }
    }
    return results;
  });
  await page.context().close();
  return median(times);
}

const measureActions = async (open) => [
  { title: 'One of 50 circles: from a step to its layout', value: await stepTime(open), limit: 50, unit: 'ms' },
  {
    title: 'Between two frames while the traveler moves, CPU slowed down four times',
    value: await frameTime(open),
    limit: 17,
    unit: 'ms',
  },
];

const stop = (id, label, text, action) => ({ id, label, text, try: action });

export const cases = [
  {
    title: 'Circle diagram: a ring of eight stops',
    copies: 50,
    measureActions,
    configuration: {
      title: 'A morning at the playground',
      summary: 'Choose a place on the way to see what your child may need there.',
      base: { label: 'The bench', text: 'Your child leaves from here and comes back here.' },
      arcs: [
        {
          id: 'away',
          label: 'On the way out',
          stops: [
            stop('look', 'A look back', 'Your child checks your face first.', 'Look up and smile.'),
            stop('slide', 'Up the slide', 'Halfway up, your child turns around.', 'Stay in sight, and wave.'),
            stop('tower', 'A tower that falls', 'Your child wants to do it alone.', 'Wait, then help with one part.'),
            stop('beetle', 'A beetle to share', 'Your child wants you to see it too.', 'Stop and look together.'),
          ],
        },
        {
          id: 'home',
          label: 'On the way back',
          stops: [
            stop(
              'hello',
              'Running to you',
              'Your child heads for you, fast or slow.',
              'Turn around and open your arms.',
            ),
            stop('dog', 'A loud dog', 'Your child hides behind your leg.', 'Kneel down and stay close.'),
            stop('tears', 'Big tears', 'This is too much to carry alone.', 'Breathe slowly, and name the feeling.'),
            stop('rest', 'A quiet lap', 'Your child leans on you for a while.', 'Let it last.'),
          ],
        },
      ],
    },
  },
];

/** The texts that any page has to show. */
export const texts = ({ title, summary, base, arcs }) => [
  title,
  summary,
  base.label,
  base.text,
  ...arcs.flatMap(({ label, stops }) => [label, ...stops.flatMap((place) => [place.label, place.text, place.try])]),
];
