import { type Env } from '../respond.js';
import { type View } from './pages/layout.js';
import { type DeskSession } from './sessions.js';

/** Hono's environment on the desk. */
export type DeskEnv = {
  Variables: Env['Variables'] & {
    view: View;
    /** The fields of a form. Empty for a page. */
    fields: URLSearchParams;
    /** Who is signed in. */
    session: DeskSession | undefined;
  };
};
