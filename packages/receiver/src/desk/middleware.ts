import { type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { strictTransportSecurity } from '../middleware/headers.js';
import { mediaType } from '../respond.js';
import { type DeskEnv } from './env.js';
import { notePage } from './pages/layout.js';

/** Security headers for pages with forms and without scripts, which nobody may frame, index or read from elsewhere. */
export const deskHeaders = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity,
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });

/** Keeps search engines out, should they ever find the address. */
export const noIndex: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('X-Robots-Tag', 'noindex, nofollow');
};

/** Bytes. The longest form is a deletion with a few dozen other sign-ups. */
const maximumBody = 16 * 1024;

const refuse = (context: Context<DeskEnv>, status: 400 | 403 | 413, outcome: string) => {
  context.set('outcome', outcome);
  return context.html(notePage(context.get('view'), context.get('view').words.foreign), status);
};

const limitBody = bodyLimit({
  maxSize: maximumBody,
  onError: (context: Context<DeskEnv>) => refuse(context, 413, 'too-large'),
});

/**
 * Reads a form, if it was sent by a page of the desk. Every browser that shows the desk's styles says so in `Sec-Fetch-Site`,
 * which no page can set. `Origin` says nothing here: these pages have no referrer, so browsers send `null`.
 */
export const readFields: MiddlewareHandler<DeskEnv> = async (context, next) => {
  context.set('fields', new URLSearchParams());
  if (context.req.method !== 'POST') return next();
  if (context.req.header('Sec-Fetch-Site') !== 'same-origin') return refuse(context, 403, 'cross-site');
  if (mediaType(context) !== 'application/x-www-form-urlencoded') return refuse(context, 400, 'not-a-form');
  try {
    const refused = await limitBody(context, async () => {
      context.set('fields', new URLSearchParams(await context.req.text()));
    });
    if (refused) return refused;
  } catch {
    return refuse(context, 400, 'cut-off');
  }
  return next();
};
