import { type Context, type Handler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type DeskEnv } from '../env.js';
import { notePage } from '../pages/layout.js';
import { signInPage } from '../pages/sign-in.js';
import { addressOf, readTarget } from '../paths.js';
import { type Sessions } from '../sessions.js';

const cookie = 'desk';

/**
 * `__Host-`: only over HTTPS, only for this host, for no subdomain. Browsers treat `http://localhost` in the same way, except
 * Safari, which stores no such cookie there.
 */
const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', prefix: 'host' } as const;

/** The token in the cookie, whatever it holds. */
export const tokenOf = (context: Context): string | undefined => getCookie(context, cookie, options.prefix);

/** Reads a notice from an address. Only known ones are shown, so a link cannot put words on the page. */
export function readNotice(context: Context<DeskEnv>): string | undefined {
  const { notices } = context.get('view').words;
  const notice = context.req.query('notice') ?? '';
  return Object.hasOwn(notices, notice) ? notices[notice as keyof typeof notices] : undefined;
}

/**
 * `GET /desk/sign-in`. Browsers send `Sec-Fetch-Site` over HTTPS and to `localhost`. Without it the form would be refused, but
 * only after the password has crossed the network for everyone to read. So nobody is asked for it.
 */
export const getSignIn: Handler<DeskEnv> = (context) => {
  const { base, words } = context.get('view');
  if (context.req.header('Sec-Fetch-Site') === undefined) {
    context.set('outcome', 'not-https');
    return context.html(notePage(context.get('view'), words.notHttps), 403);
  }
  if (context.get('session')) {
    context.set('outcome', 'signed-in');
    return context.redirect(addressOf(base, readTarget(context.req.query('to'))), 303);
  }
  context.set('outcome', 'sign-in-page');
  const to = readTarget(context.req.query('to'));
  const lost = context.req.query('notice') === 'not-done';
  return context.html(signInPage(context.get('view'), { to, lost, notice: readNotice(context) }));
};

export interface SignInOptions {
  sessions: Sessions;
  isPassword: (typed: string) => Promise<boolean>;
  /** Takes an attempt and returns the seconds to wait: 0 if there was one. */
  takeAttempt: (context: Context) => Promise<number>;
  now: () => Date;
}

/** `POST /desk/sign-in` */
export const postSignIn =
  ({ sessions, isPassword, takeAttempt, now }: SignInOptions): Handler<DeskEnv> =>
  async (context) => {
    const { words, base } = context.get('view');
    const fields = context.get('fields');
    const to = readTarget(fields.get('to'));
    const lost = fields.has('lost');
    const seconds = await takeAttempt(context);
    if (seconds > 0) {
      context.set('outcome', 'too-many');
      context.header('Retry-After', `${seconds}`);
      return context.html(
        signInPage(context.get('view'), { to, lost, error: words.wait(Math.ceil(seconds / 60)) }),
        429,
      );
    }
    if (!(await isPassword(fields.get('password') ?? ''))) {
      context.set('outcome', 'wrong-password');
      return context.html(signInPage(context.get('view'), { to, lost, error: words.wrongPassword, wrong: true }), 403);
    }
    // Always a new session: nobody can hand out a cookie in advance and wait until somebody signs in with it.
    const earlier = context.get('session');
    if (earlier) await sessions.end(earlier);
    const { token } = await sessions.start(now());
    setCookie(context, cookie, token, options);
    context.set('outcome', 'signed-in');
    return context.redirect(addressOf(base, to, lost ? 'stale' : 'arrival'), 303);
  };

/** `POST /desk/sign-out` */
export const postSignOut =
  (sessions: Sessions): Handler<DeskEnv> =>
  async (context) => {
    const session = context.get('session');
    if (session) await sessions.end(session);
    deleteCookie(context, cookie, options);
    // Pages that the browser could show again with the Back button.
    context.header('Clear-Site-Data', '"cache"');
    context.set('outcome', 'signed-out');
    return context.redirect(addressOf(context.get('view').base, 'sign-in', 'signed-out'), 303);
  };
