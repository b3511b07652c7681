import { type Context, type MiddlewareHandler } from 'hono';
import { type DeskEnv } from './env.js';
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
 * Lets signed-in people pass. Anyone else is sent to the sign-in page, whatever they asked for, so the answer says nothing
 * about which sign-ups exist. A form of somebody whose session has ended does nothing, and she lands where she was.
 */
export const requireSession =
  (sessions: Sessions, now: () => Date): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const { base } = context.get('view');
    const session = await sessions.find(tokenOf(context), now());
    const fields = context.get('fields');
    const isForm = context.req.method === 'POST';
    if (!session) {
      context.set('outcome', 'signed-out');
      const notice = noticeFor(context);
      const to = targetOf(context, fields);
      const query = new URLSearchParams({ ...(to && { to }), ...(notice && { notice }) }).toString();
      return context.redirect(`${base}/sign-in${query && `?${query}`}`, 303);
    }
    // Whoever could measure this comparison would need the cookie, too.
    if (isForm && fields.get('token') !== session.formToken) {
      context.set('outcome', 'stale-form');
      return context.redirect(addressOf(base, targetOf(context, fields), 'stale'), 303);
    }
    context.set('session', session);
    context.set('view', { ...context.get('view'), formToken: session.formToken });
    return next();
  };
