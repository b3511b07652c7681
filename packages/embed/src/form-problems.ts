import type { Problem } from './problems.js';
import type { SnippetOptions } from './snippet/options.js';

const withoutScript = 'is ignored, because it needs a script';
const inFrame = 'is ignored in a frame';
const notInFile = 'is loaded by the widget; the fallback content and the room say only what the file says';

const inElement = { src: notInFile, source: notInFile };

/** Settings that a form cannot have, and why. */
const unavailable: Readonly<Record<SnippetOptions['form'], Readonly<Record<string, string>>>> = {
  element: inElement,
  loader: inElement,
  frame: {
    src: inFrame,
    source: inFrame,
    result: inFrame,
    for: 'finds nothing, because the frame has no other widget',
    hash: 'is ignored in a frame, whose address says what it shows',
  },
  html: {
    src: withoutScript,
    source: withoutScript,
    for: withoutScript,
    hash: withoutScript,
    step: withoutScript,
    view: withoutScript,
    draft: withoutScript,
    challenge: 'needs a script, so there is no form',
  },
};

/** The settings that the form of a snippet cannot have. */
export function formProblems({ form, configuration }: Pick<SnippetOptions, 'form' | 'configuration'>): Problem[] {
  const problems = Object.entries(unavailable[form]).flatMap(([path, text]): Problem[] =>
    configuration[path] ? [{ path, text, severe: false }] : [],
  );
  if (form === 'html' && configuration['links'] === 'never')
    problems.push({
      path: 'links',
      text: 'numbers are always links, because whether there is a mouse is known only to a script',
      severe: false,
    });
  if (form === 'frame' && configuration['adapter'] === 'event')
    problems.push({ path: 'adapter', text: 'event has no listener in a frame, so nobody can sign up', severe: true });
  return problems;
}

/**
 * A sign-up form without a script that cannot be sent, although its endpoint is right.
 *
 * @param html - the widget's content without a script
 * @param problems - what is wrong with its configuration
 */
export function signupProblems(
  { widget, form }: SnippetOptions,
  html: string,
  problems: readonly Problem[],
): Problem[] {
  const isReported = problems.some(({ path, severe }) => severe && /^(?:endpoint|fields)\b/.test(path));
  if (widget !== 'signup-form' || form !== 'html' || isReported || /<form|href="mailto:/.test(html)) return [];
  const text =
    'expected one whose service answers a form with a page, such as json or formspree, so nobody can sign up';
  return [{ path: 'adapter', text, severe: true }];
}
