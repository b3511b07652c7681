import { atEnd, painted } from './cleanup.js';

/** A separate page, in an iframe of the test page. */
export interface TestPage {
  readonly frame: HTMLIFrameElement;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** Violations of its policy so far, such as `script-src-elem inline`. */
  readonly violations: readonly string[];
  /** Messages of uncaught errors so far. */
  readonly errors: readonly string[];
}

/**
 * Opens a page with the given markup and a real Content-Security-Policy header, and waits until it has loaded. The page is
 * removed when the test ends.
 *
 * @param page.body - markup, which the parser reads. Built files are at /packages/embed/dist/
 * @param page.csp - value of the header, default none. A nonce is added to `script-src` for the script that records
 *   violations
 * @param page.width - in CSS pixels, default 800. Media queries match it, so it works as a narrow viewport in every engine
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
  // The violation events of loading are queued after the load event.
  await painted();
  const window = frame.contentWindow as (Window & typeof globalThis & { testPage?: TestPage }) | null;
  if (!window?.testPage) throw new Error('The test page did not load.');
  const { violations, errors } = window.testPage;
  return { frame, window, document: window.document, violations, errors };
}
