import { type Context } from 'hono';
import { type Notice } from './words/words.js';

/** The pages and forms of the desk, below `/desk`. */
const names = [
  'sign-in',
  'sign-out',
  'person',
  'cancel',
  'delete',
  'move-up',
  'put-back',
  'join-list',
  'undo',
  'export',
];

/** The paths of the desk, for the log. */
export const deskPaths: readonly string[] = ['/desk', ...names.map((name) => `/desk/${name}`), '/desk/style.css'];

/** The path of the desk in a request. The receiver may be mounted below another path. */
export const baseOf = ({ req }: Context): string => /^.*?\/desk(?=\/|$)/.exec(req.path)?.[0] ?? '/desk';

/** Reference numbers, and pages that show one. Nothing else can be returned to. */
const target = /^(?:person|cancel|delete)\?reference=[\dA-Z-]{1,20}$/;

/** Where to go after signing in, from a page or a form that needs it: a page of the desk, or the overview. */
export const readTarget = (text: string | null | undefined): string => (text && target.test(text) ? text : '');

/** The page that a request was about, as {@link readTarget} reads it. */
export function targetOf({ req }: Context, fields: URLSearchParams): string {
  const name = req.path.split('/').at(-1) ?? '';
  const reference = req.query('reference') ?? fields.get('reference') ?? '';
  // What was sent from a person's page leads back to that page, and a change leads to the list.
  const page = name === 'put-back' || name === 'join-list' ? 'person' : name;
  return readTarget(`${page}?reference=${reference}`);
}

/** The address that shows the result of a change. */
export const resultAddress = (base: string, id: string): string => `${base}?${new URLSearchParams({ done: id })}`;

/** The address of a page of the desk, with a notice for the top of it. */
export function addressOf(base: string, page: string, notice?: Notice): string {
  const address = page ? `${base}/${page}` : base;
  return notice ? `${address}${page.includes('?') ? '&' : '?'}notice=${notice}` : address;
}
