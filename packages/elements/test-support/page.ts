import { atEnd, painted } from './cleanup.js';

/** A page of its own, in an iframe of the test page. */
export interface TestPage {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What its policy refused so far, such as `script-src-elem inline`. */
  readonly violations: readonly string[];
  /** Messages of uncaught errors so far. */
  readonly errors: readonly string[];
}

/**
 * Opens a page of the given markup with a real Content-Security-Policy header, and waits for its load. It is
 * removed when the test ends.
 *
 * @param page.body - markup; the parser, not a script, puts it on the page. Built files lie at /packages/embed/dist/
 * @param page.csp - value of the header, default none. The page's script that records violations runs by a nonce
 *   that is added to `script-src`
 * @param page.width - in CSS pixels, default 800: this is what media queries see, so it is also the way to a narrow
 *   viewport in every engine
 * @param page.height - default 600
 */
export async function pageWith({
  body,
  csp,
  width = 800,
  height = 600,
}: {
  body: string;
  csp?: string;
  width?: number;
  height?: number;
}): Promise<TestPage> {
  const frame = document.createElement('iframe');
  frame.title = 'Test page';
  frame.width = `${width}`;
  frame.height = `${height}`;
  frame.src = `/__page/?${new URLSearchParams({ body, ...(csp ? { csp } : undefined) })}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  atEnd(() => frame.remove());
  await loaded;
  // The events of what was refused while loading are queued behind the load.
  await painted();
  const window = frame.contentWindow as (Window & typeof globalThis & { testPage?: TestPage }) | null;
  if (!window?.testPage) throw new Error('The test page did not load.');
  const { violations, errors } = window.testPage;
  return { frame, window, document: window.document, violations, errors };
}
