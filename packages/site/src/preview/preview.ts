import 'havenkit:widgets';
import type { PreviewMessage } from './message.js';

type Widget = HTMLElement & { config?: object };

function show({ widget, attributes, config, language, colorScheme }: PreviewMessage): void {
  const root = document.documentElement;
  root.lang = language;
  root.style.colorScheme = colorScheme;
  const tag = `haven-${widget}`;
  const old = document.body.firstElementChild;
  const element: Widget = old?.localName === tag ? (old as Widget) : document.createElement(tag);
  for (const { name } of [...element.attributes]) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  element.config = config;
  if (element !== old) document.body.replaceChildren(element);
}

addEventListener('message', ({ source, data }: MessageEvent<PreviewMessage>) => {
  if (source === parent && source !== window) show(data);
});
