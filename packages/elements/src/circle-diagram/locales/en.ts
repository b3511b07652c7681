import type { CircleContent } from '../model/circle.js';

/** The default circle: original text, with terms in general use (Bowlby, Winnicott). */
const circle: CircleContent = {
  title: 'A road out, and a road home',
  summary: 'Children go out to explore and come back to rest. Choose a step to see what your child may need there.',
  base: {
    label: 'Home with you',
    text: 'Your child starts out from you and comes back to you. Good enough is good enough, and when things go wrong, you can make them right.',
  },
  arcs: [
    {
      id: 'out',
      label: 'Going out to explore',
      stops: [
        {
          id: 'go',
          label: 'A nod to go',
          text: 'Your child looks at your face before running off. The look asks: “Is it OK?”',
          try: 'Look back, smile, and say: “Go ahead. I’m right here.”',
        },
        {
          id: 'sight',
          label: 'You, still in sight',
          text: 'Halfway up the slide, your child turns around to find you.',
          try: 'Stay where you can be seen. A wave is enough.',
        },
        {
          id: 'hand',
          label: 'A little help, not too much',
          text: 'The tower falls again. Your child does not want you to build it for them.',
          try: 'Wait a moment. Then help with the one hard part.',
        },
        {
          id: 'joy',
          label: 'Someone to share it with',
          text: 'A bug, a song, a jump: your child wants you to see it too.',
          try: 'Stop and look together.',
        },
      ],
    },
    {
      id: 'back',
      label: 'Coming back to rest',
      stops: [
        {
          id: 'welcome',
          label: 'A face that says hello',
          text: 'Your child heads for you, fast or slow, happy or upset.',
          try: 'Turn around, open your arms, and say: “There you are!”',
        },
        {
          id: 'shelter',
          label: 'A safe place to hide',
          text: 'A loud dog, a new face: your child is behind your leg.',
          try: 'Kneel down and stay close. Say what will happen next.',
        },
        {
          id: 'feelings',
          label: 'Help with big feelings',
          text: 'Tears, kicks, or sudden quiet. It is too much to carry alone.',
          try: 'Breathe slowly. Put it into words: “That was scary.”',
        },
        {
          id: 'rest',
          label: 'Time to fill up',
          text: 'Your child leans on you and does nothing for a while.',
          try: 'Let it last. Your child knows when it is time to go.',
        },
      ],
    },
  ],
};

/** English strings of the circle diagram. */
export const en = {
  circle,
  previous: 'Previous',
  following: 'Next',
  backToStart: 'Back to start',
  start: 'Start',
  begin: 'Choose a number to begin.',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  walk: 'Play all steps',
  pause: 'Pause',
  all: 'Show all text',
  tryThis: 'You could try:',
  next: (label: string) => `Next: ${label}`,
  thenHome: (label: string) => `Then back to the start: ${label}`,
  take: 'Print or download',
  print: 'Print the steps',
  picture: 'Download image (PNG)',
  drawing: 'Download drawing (SVG)',
  downloaded: 'Look for the picture in your downloads.',
  pictureInstead: 'If it is not there, press and hold this picture, or right-click it, to save it.',
  notDrawn: 'Your browser could not make this picture. Try another one.',
  notPrinted: 'If no print window opened, download the picture instead.',
  notes: 'Notes',
  notAffiliated: 'This page is not affiliated with or endorsed by the program’s owner.',
};

/** Strings that a translation of the circle diagram provides; a missing key does not compile. */
export type CircleDiagramStrings = typeof en;

declare global {
  interface HavenWidgetStrings {
    'circle-diagram': CircleDiagramStrings;
  }
}
