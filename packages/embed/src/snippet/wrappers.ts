import { attributes } from '../html.js';
import { roomLength } from '../room-length.js';
import type { Form } from './forms.js';
import type { SnippetOptions } from './options.js';
import { widgetAttributes } from './settings.js';

/** What is in the block of a snippet, beside its scripts. */
export interface Wrapped {
  readonly lines: readonly string[];
  /** Selector of what needs room. */
  readonly target?: string;
  /** Of the block itself. */
  readonly style?: string | undefined;
  /** Of the framed page. */
  readonly address?: string;
}

/** The block of each form, around the widget as HTML that needs no script. */
export const wrappers: Record<Form, (options: SnippetOptions, content: string) => Wrapped> = {
  element: ({ widget, configuration, room }, content) => {
    const tag = `haven-${widget}`;
    const element = [
      `<${tag}${attributes(widgetAttributes(widget, configuration))}>`,
      ...(room ? ['<div>', content, '</div>'] : [content]),
      `</${tag}>`,
    ];
    // After a style, WordPress's classic editor would begin a paragraph, whose end would end the element.
    return { target: tag, lines: room ? ['<div>', ...element, '</div>'] : element };
  },
  loader: ({ widget, configuration, room, styleAttributes }, content) => {
    const data = Object.entries(widgetAttributes(widget, configuration)).map(([name, value]) => [
      `data-${name}`,
      value,
    ]);
    const height = room && styleAttributes ? roomLength(room) : undefined;
    const style = height && `max-height:${height};overflow:auto`;
    const placeholder = {
      'data-haven': widget,
      ...(Object.fromEntries(data) as Record<string, string>),
      style: height && `min-height:${height}`,
    };
    return {
      target: `[data-haven=${widget}]`,
      style: height && 'container-type:inline-size;width:100%',
      lines: [
        `<div${attributes(placeholder)}>`,
        ...(room ? [`<div${attributes({ style })}>`, content, '</div>'] : [content]),
        '</div>',
      ],
    };
  },
  frame: ({ widget, configuration, language, files }, content) => {
    const fragment = { ...configuration, widget, lang: language };
    // Its name, or whatever else comes first.
    const [title = ''] = content.split('\n');
    const src = `${files}frame.html#${encodeURIComponent(JSON.stringify(fragment))}`;
    return {
      target: 'iframe',
      address: src,
      lines: [
        `<iframe${attributes({ 'data-haven-frame': true, src, title: plain(title), width: '100%', height: '640', frameborder: '0' })}>`,
        // Left where the frame is removed.
        `<a${attributes({ href: src })}>${title.replace(/<[^>]*>/g, '')}</a></iframe>`,
      ],
    };
  },
  html: (_, content) => ({ lines: [content] }),
};

/** The text of HTML without tags, with its five entities decoded. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
