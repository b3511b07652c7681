import { connections } from '../connections.js';
import { builderOf } from './builders.js';
import type { DeliveryOptions } from './delivery.js';
import type { Hint } from './texts.js';

/** The origin of an address; `undefined` when it has none. */
export function originOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** The origin of the frames in which Wix shows pasted HTML: the site's host with dashes. */
function wixFrames(page: string | undefined): string | undefined {
  const origin = originOf(page);
  return origin && `https://${new URL(origin).hostname.replaceAll('.', '-')}.filesusr.com`;
}

/**
 * The line of the reference receiver that allows the page of a sign-up form, and what the site owner has to know about it. A page of
 * the receiver's own site needs none.
 */
export function allowedOrigins(options: DeliveryOptions): { origins: string | undefined; hint: Hint | undefined } {
  const { widget, configuration, builder, form, files, page, origin = originOf(page) } = options;
  const { adapter = 'json' } = configuration;
  const { endpoint } = connections(configuration);
  if (widget !== 'signup-form' || !endpoint) return { origins: undefined, hint: undefined };
  const isFramed = form !== 'frame' && builderOf(builder).runsIn === 'frame of another site';
  const hint = !isFramed ? undefined : builder === 'wix-embed' && origin ? 'framedOrigin' : 'unknownOrigin';
  const sender =
    form === 'frame' ? originOf(files) : !isFramed ? origin : hint === 'framedOrigin' ? wixFrames(origin) : undefined;
  // A relative address is on the site of the page that sends.
  const receiver = originOf(endpoint) ?? sender;
  return {
    origins: adapter === 'json' && sender && sender !== receiver ? `ALLOWED_ORIGINS="${sender}"` : undefined,
    hint,
  };
}
