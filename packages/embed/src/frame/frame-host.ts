import { heightOf, isMessage, message } from './messages.js';

/** The page's own frames that show a widget. */
const frames = (): NodeListOf<HTMLIFrameElement> => document.querySelectorAll('iframe[data-haven-frame]');

/** The origin that a frame's messages have: none in a sandboxed frame, or in a sandboxed page. */
const originOf = ({ src, sandbox }: HTMLIFrameElement): string =>
  origin === 'null' || (sandbox.length && !sandbox.contains('allow-same-origin'))
    ? 'null'
    : new URL(src, document.baseURI).origin;

/** What a frame has around its content, in pixels, where its height includes that: themes give it padding and a border. */
function around(frame: HTMLIFrameElement): number {
  const { boxSizing, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(frame);
  if (boxSizing !== 'border-box') return 0;
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce(
    (sum, width) => sum + parseFloat(width),
    0,
  );
}

/** Says that this page will follow the frame's height. The message says nothing else, so any origin may read it. */
const greet = ({ contentWindow }: HTMLIFrameElement): void => contentWindow?.postMessage(message('hello'), '*');

/** Gives the page's frames the height of what is in them. */
export function startFrameHost(): void {
  addEventListener('message', ({ data, source, origin }) => {
    const frame = [...frames()].find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    if (isMessage(data, 'ready')) greet(frame);
    const height = heightOf(data);
    if (height) frame.style.height = `${height + around(frame)}px`;
  });
  // Those that were ready before this script.
  frames().forEach(greet);
}
