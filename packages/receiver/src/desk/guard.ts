import { type Context, type MiddlewareHandler } from 'hono';
import { type DeskEnv } from './env.js';
import { notePage } from './pages/layout.js';
import { addressOf, targetOf } from './paths.js';
import { tokenOf } from './routes/sign-in.js';
import { type Sessions } from './sessions.js';
import { type Notice } from './words/words.js';

/** Why somebody without a session sees the sign-in page. */
function noticeFor({ req }: Context): Notice | undefined {
  if (req.method === 'POST') return req.path.endsWith('/sign-out') ? 'signed-out' : 'not-done';
  return req.query('notice') === 'arrival' ? 'no-cookie' : undefined;
}

/**
 * Whether another site's page loads this address: as a picture, a frame or a fetch. No page of the desk is meant for that.
 * Browsers add the cookie for sibling subdomains in spite of `SameSite=Strict`. A link may lead here from anywhere.
 */
function isLoadedByAnotherSite({ req }: Context): boolean {
  const site = req.header('Sec-Fetch-Site');
  const isLink = req.header('Sec-Fetch-Mode') === 'navigate' && req.header('Sec-Fetch-Dest') === 'document';
  return (site === 'same-site' || site === 'cross-site') && !isLink;
}

/** Finds out who is signed in. A page of another site is a stranger, so it cannot keep a session from ending either. */
export const findSession =
  (sessions: Sessions, now: () => Date): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const session = isLoadedByAnotherSite(context) ? undefined : await sessions.find(tokenOf(context), now());
    context.set('session', session);
    context.set('view', { ...context.get('view'), formToken: session?.formToken });
    await next();
  };

/**
 * Limits how many pages a stranger may open. Somebody who is signed in is not limited, so nobody can keep her from her work with
 * a flood of requests.
 *
 * @param takePage - takes a page and returns the seconds to wait: 0 if there was one
 */
export const limitStrangers =
  (takePage: (context: Context) => Promise<number>): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const seconds = context.get('session') ? 0 : await takePage(context);
    if (seconds === 0) return next();
    context.set('outcome', 'too-many');
    context.header('Retry-After', `${seconds}`);
    return context.html(notePage(context.get('view'), context.get('view').words.tooMany), 429);
  };

/**
 * Lets signed-in people pass. Anyone else is sent to the sign-in page, whatever they asked for, so the answer says nothing
 * about which sign-ups exist. A form of somebody whose session has ended does nothing, and she lands where she was.
 */
export const requireSession: MiddlewareHandler<DeskEnv> = async (context, next) => {
  const { base } = context.get('view');
  const session = context.get('session');
  const target = targetOf(context, context.get('fields'));
  if (!session) {
    context.set('outcome', 'signed-out');
    const notice = noticeFor(context);
    const query = new URLSearchParams({ ...(target && { to: target }), ...(notice && { notice }) }).toString();
    return context.redirect(`${base}/sign-in${query && `?${query}`}`, 303);
  }
  // Whoever could measure this comparison would need the cookie, too.
  if (context.req.method === 'POST' && context.get('fields').get('token') !== session.formToken) {
    context.set('outcome', 'stale-form');
    return context.redirect(addressOf(base, target, 'stale'), 303);
  }
  return next();
};
