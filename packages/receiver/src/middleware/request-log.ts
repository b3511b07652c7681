import { type MiddlewareHandler } from 'hono';
import { deskPaths } from '../desk/paths.js';
import { errorEntry, type LogEntry } from '../log.js';
import { type Env } from '../respond.js';

const routes = ['/signups', '/challenge', '/health', ...deskPaths];

/** Logs one line per request, with nothing that the client typed. */
export const requestLog =
  (log: (entry: LogEntry) => void, now: () => Date): MiddlewareHandler<Env> =>
  async (context, next) => {
    const start = performance.now();
    await next();
    const { status } = context.res;
    // The route, not the path: an unknown path is the client's own text. The application may be mounted below another path.
    const path = routes.find((route) => context.req.path.endsWith(route));
    log({
      time: now().toISOString(),
      level: status >= 500 ? 'error' : 'info',
      method: context.req.method,
      ...(path ? { path } : {}),
      status,
      ms: Math.round(performance.now() - start),
      ...context.get('details'),
      outcome: context.get('outcome') ?? (context.req.method === 'OPTIONS' ? 'preflight' : 'no-route'),
      ...(context.error ? { error: errorEntry(context.error) } : {}),
    });
  };
