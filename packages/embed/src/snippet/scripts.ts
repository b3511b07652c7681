import { attributes } from '../html.js';
import { languages } from '../widgets.js';
import type { SnippetOptions } from './options.js';

/** The files with a widget's strings in a language. One that there are no strings for is English. */
export function packs(language: string, widget: string): string[] {
  const code = language.split('-')[0]?.toLowerCase() ?? '';
  return languages.includes(code) ? [`locales/${code}/${widget}.js`] : [];
}

/** The files that the page of a snippet loads, in order. The loader and the framed page load the others. */
export function scriptFiles({
  form,
  widget,
  language,
}: Pick<SnippetOptions, 'form' | 'widget' | 'language'>): string[] {
  switch (form) {
    case 'element':
      return [...packs(language, widget), `${widget}.classic.js`];
    case 'loader':
      return ['loader.classic.js'];
    case 'frame':
      return ['frame-host.js'];
    case 'html':
      return [];
  }
}

/** The tag of a CDN file. */
export function scriptTag({ files, integrity }: Pick<SnippetOptions, 'files' | 'integrity'>, name: string): string {
  const value = integrity?.[name]?.integrity;
  const check = { integrity: value, crossorigin: value && 'anonymous' };
  return `<script${attributes({ defer: true, ...check, src: files + name })}></script>`;
}
