import { type Context } from 'hono';
import { type LogEntry } from './log.js';
import { type Provider } from './program.js';
import { type ResponseBody, responsePage } from './response-page.js';

/** Hono's environment. */
export type Env = {
  Variables: {
    /** Each handler sets it. The request log shows it. */
    outcome: string;
    /** What else the request log shows. */
    details?: Pick<LogEntry, 'signup' | 'session' | 'count'>;
    /** The practice that a page names. */
    provider?: Provider | undefined;
    /** Address of the page with the form, or of its website, as far as the browser tells it. Only of an allowed origin. */
    page?: string | undefined;
  };
};

type Status = 200 | 201 | 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

/** The media type of a request's body, without parameters. */
export const mediaType = ({ req }: Context): string | undefined =>
  (req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();

/** The encoding that a request names for its body. */
export const charset = ({ req }: Context): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(req.header('Content-Type') ?? '')?.[1];

/** Whether a browser has sent a native form and will show the response as a page. */
const expectsPage = (context: Context): boolean =>
  context.req.method === 'POST' &&
  /\btext\/html\b/i.test(context.req.header('Accept') ?? '') &&
  mediaType(context) !== 'application/json';

export interface Reply {
  status: Status;
  body: ResponseBody;
  /** For the log: a stable code, such as `stored`. */
  outcome: string;
  /** The language of a page. Default the request's `Accept-Language`. */
  language?: string | undefined;
}

/** Responds with JSON, or with a page if a browser has sent a native form. */
export function respond(context: Context<Env>, { status, body, outcome, language }: Reply): Response {
  context.set('outcome', outcome);
  if (!expectsPage(context)) return context.json(body, status);
  return context.html(
    responsePage(body, {
      language: language ?? context.req.header('Accept-Language'),
      provider: context.get('provider'),
      page: context.get('page'),
    }),
    status,
  );
}
