/** The circle diagram as a ring of eight stops. Nothing in it has to be formatted: a page shows the texts as they are. */

const stop = (id, label, text, action) => ({ id, label, text, try: action });

export const cases = [
  {
    title: 'Circle diagram: a ring of eight stops',
    copies: 50,
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
  ...arcs.flatMap(({ label, stops }) => [label, ...stops.flatMap((one) => [one.label, one.text, one.try])]),
];
