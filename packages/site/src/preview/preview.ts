import type { PreviewMessage } from './message.js';

type Widget = HTMLElement & { config?: object };

function show({ widget, attributes, config, language, colorScheme, font }: PreviewMessage): void {
  const root = document.documentElement;
  root.lang = language;
  root.style.colorScheme = colorScheme;
  root.style.fontSize = font ? `${font.size}px` : '';
  document.body.style.fontFamily = font?.family ?? '';
  const tag = `haven-${widget}`;
  const old = document.body.firstElementChild;
  const { observedAttributes = [] } = customElements.get(tag) as { observedAttributes?: readonly string[] };
  const element: Widget = old?.localName === tag ? (old as Widget) : document.createElement(tag);
  for (const { name } of [...element.attributes]) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (observedAttributes.includes(name) && element.getAttribute(name) !== value) element.setAttribute(name, value);
  element.config = config;
  if (element !== old) document.body.replaceChildren(element);
}

addEventListener('message', ({ source, origin, data }: MessageEvent<PreviewMessage>) => {
  // Another site may frame this page. The origin of a file is the text "null", and so is its own.
  if (source === parent && source !== window && origin === self.origin) show(data);
});
