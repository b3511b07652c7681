import type { RawConfiguration } from '@havenkit/elements/foundation';
import { connections } from '../connections.js';
import { blockingDirective, parsePolicies, type Directive, type Load } from './content-security-policy.js';
import type { EmbeddedWidget, Embeds } from './embeds.js';
import { descendants, resolve, type Page, type PageElement } from './page.js';

/** Something that a widget, its script or its form makes the browser load or send. */
export interface EmbeddedLoad extends Load {
  readonly kind: 'script' | 'settings' | 'signups' | 'challenge' | 'frame';
  readonly directive: Directive;
  /** The element that asks for it. */
  readonly element: PageElement;
  /** The file of a script, or the name of the widget; empty for a frame and for plain HTML. */
  readonly name: string;
}

/** A load that a policy of the page forbids. */
export interface BlockedLoad extends EmbeddedLoad {
  /** The directive of that policy that would have to list it. */
  readonly blockedBy: string;
}

/** Everything of Havenkit that a page loads, or sends to. */
function loadsOf(
  page: Page,
  { widgets, scripts, frames, htmlForms }: Embeds,
  configurationOf: (widget: EmbeddedWidget) => RawConfiguration,
): EmbeddedLoad[] {
  const loads: EmbeddedLoad[] = [];
  const add = (load: Omit<EmbeddedLoad, 'url'>, address: string | undefined): void => {
    const url = resolve(page, address);
    if (url) loads.push({ ...load, url });
  };
  for (const { element, url, file: name } of scripts) {
    const { attributes } = element;
    const load = { nonce: attributes.get('nonce'), integrity: attributes.get('integrity') };
    add({ kind: 'script', directive: 'script-src-elem', element, name, ...load }, url?.href);
  }
  for (const embedded of widgets) {
    const { element, widget: name, attributes } = embedded;
    const of = connections({ ...configurationOf(embedded), src: attributes.get('src') });
    add({ kind: 'settings', directive: 'connect-src', element, name }, of.src);
    add({ kind: 'signups', directive: 'connect-src', element, name }, of.endpoint);
    add({ kind: 'challenge', directive: 'connect-src', element, name }, of.challenge);
  }
  for (const element of frames)
    add({ kind: 'frame', directive: 'frame-src', element, name: '' }, element.attributes.get('src'));
  for (const element of htmlForms.flatMap(descendants))
    if (element.name === 'form')
      add({ kind: 'signups', directive: 'form-action', element, name: '' }, element.attributes.get('action'));
  return loads;
}

/**
 * What of Havenkit the policies of a page block, once for each policy.
 *
 * @param configurationOf - the settings of a widget, as far as they are known
 */
export const blockedLoads = (
  page: Page,
  embeds: Embeds,
  configurationOf: (widget: EmbeddedWidget) => RawConfiguration,
): BlockedLoad[] =>
  page.policies.flatMap(parsePolicies).flatMap((policy) =>
    loadsOf(page, embeds, configurationOf).flatMap((load) => {
      const blockedBy = blockingDirective(policy, load.directive, load, page.url);
      return blockedBy === undefined ? [] : [{ ...load, blockedBy }];
    }),
  );
