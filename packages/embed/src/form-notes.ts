import type { SnippetOptions } from './snippet.js';

const withoutScript = 'is ignored, because it needs a script';
const inFrame = 'is ignored in a frame';
const notInFile = 'is loaded by the widget; the fallback content and the room say only what the file says';

/** Settings that a form cannot have, and why. */
const unavailable: Readonly<Record<SnippetOptions['form'], Readonly<Record<string, string>>>> = {
  element: { src: notInFile, source: notInFile },
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

/**
 * One line for every setting that the form of a snippet cannot have, and for what it cannot do.
 *
 * @param html - the widget's content without a script
 */
export function formNotes({ widget, form, configuration }: SnippetOptions, html: string): string[] {
  const notes = Object.entries(unavailable[form]).flatMap(([key, reason]) =>
    configuration[key] ? `${key}: ${reason}` : [],
  );
  if (form === 'html' && configuration['links'] === 'never')
    notes.push('links: numbers are always links, because whether there is a mouse is known only to a script');
  if (widget === 'signup-form' && form === 'html' && !/<form|href="mailto:/.test(html))
    notes.push('nobody can sign up: expected an endpoint, and an adapter whose service answers a form with a page');
  return notes;
}
