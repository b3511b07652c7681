import { type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { styleSource } from '../response-style.js';

/** HTTPS for this host alone: the receiver does not know whether other hosts of the domain have it. */
export const strictTransportSecurity = 'max-age=15552000';

/** Security headers for JSON, and for pages without scripts. */
export const securityHeaders = (): MiddlewareHandler =>
  secureHeaders({
    strictTransportSecurity,
    contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: [styleSource], frameAncestors: ["'none'"] },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
  });

/** Nothing here may be stored by a browser or a proxy, except what says so itself. */
export const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
};

/** Lets pages of the given origins send sign-ups and read the response. */
export const allowOrigins = (origins: ReadonlySet<string>): MiddlewareHandler =>
  cors({
    origin: (origin) => (origins.has(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Idempotency-Key'],
    exposeHeaders: ['Retry-After'],
    maxAge: 7200,
  });
