/**
 * Classes that make rrweb, PostHog, Sentry and FullStory skip an element. Recorders check the ancestors of an input only up to its
 * shadow root, so the element inside the root has them.
 */
export const recorderClasses = 'rr-block rr-mask ph-no-capture sentry-block fs-exclude';

/** Attributes that do the same: Hotjar, Clarity, Datadog, LogRocket. */
const recorderAttributes: Readonly<Record<string, string>> = {
  'data-hj-suppress': 'true',
  'data-clarity-mask': 'true',
  'data-dd-privacy': 'hidden',
  'data-private': 'true',
};

/**
 * Marks an element itself for recorders that see nothing but it, at every interaction. A framework that hydrates the page expects
 * the attributes that it has rendered, so nothing is written earlier, and its class bindings may have removed the marks again.
 */
export function maskFromRecorders(element: Element): void {
  const mark = (): void => {
    element.classList.add(...recorderClasses.split(' '));
    for (const [name, value] of Object.entries(recorderAttributes)) element.setAttribute(name, value);
  };
  for (const type of ['pointerdown', 'focusin', 'input']) element.addEventListener(type, mark);
}
