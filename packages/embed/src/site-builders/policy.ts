import type { RawConfiguration } from '@havenkit/elements/foundation';
import { hashSource, sourceFor } from '../check/content-security-policy.js';
import type { PageElement } from '../check/page.js';
import { parsePage } from '../check/parse-page.js';
import { connections } from '../connections.js';
import { createsPolicy, policyName } from '../policies.js';
import type { Form } from '../snippet/forms.js';
import { scriptFiles } from '../snippet/scripts.js';

/** What a page has to allow. */
export interface PolicyOptions {
  readonly widget: string;
  readonly configuration: RawConfiguration;
  readonly language: string;
  readonly form: Form;
  /** URL of the folder with the CDN files; it ends with a slash. */
  readonly files: string;
  /** Address of the page, if it is known. */
  readonly page?: string | undefined;
  /** The snippet. */
  readonly html: string;
}

/** Files whose Trusted Types policies a page creates. The loader takes the file with all widgets when there are several. */
const policyFiles = ({ form, widget, language }: PolicyOptions): string[] => [
  ...scriptFiles({ form, widget, language }).filter(createsPolicy),
  ...(form === 'loader' ? [`${widget}.js`, 'haven.js'] : []),
];

/**
 * The directives that a snippet needs in the Content Security Policy of its page, a line each; empty if it needs none. In a frame, the
 * widget is under the policy of the framed page.
 */
export function policyFor(options: PolicyOptions): string {
  const { form, files, configuration, page, html } = options;
  const origins = (addresses: readonly (string | undefined)[]): string[] =>
    addresses.flatMap((address) => {
      const url = address === undefined ? null : URL.parse(address, page);
      if (!url) return address === undefined ? [] : ["'self'"];
      if (!/^https?:$/.test(url.protocol)) return [];
      return page && url.origin === new URL(page).origin ? ["'self'"] : [sourceFor(url, 'origin')];
    });
  const isElement = form === 'element' || form === 'loader';
  const { src, endpoint, challenge } = connections(configuration);
  const { elements } = parsePage(html);
  const named = (wanted: string): PageElement[] => elements.filter(({ name }) => name === wanted);
  const directives: Readonly<Record<string, readonly string[]>> = {
    'script-src': form === 'html' ? [] : [sourceFor(new URL(files), 'path')],
    'style-src': named('style').map(({ text }) => hashSource(text)),
    'connect-src': isElement ? origins([src, endpoint, challenge]) : [],
    'frame-src': form === 'frame' ? [sourceFor(new URL('frame.html', files), 'path')] : [],
    'form-action': origins(named('form').map(({ attributes }) => attributes.get('action'))),
    'trusted-types': policyFiles(options).map(policyName),
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources.length)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')};`)
    .join('\n');
}
