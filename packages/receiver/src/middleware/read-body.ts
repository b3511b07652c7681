import { type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Env, respond } from '../respond.js';

/** Bytes. The longest sign-up that the schema allows fits, in any script. */
const maximumBody = 32 * 1024;

const limitBody = bodyLimit({
  maxSize: maximumBody,
  onError: (context: Context<Env>) =>
    respond(context, { status: 413, body: { code: 'too-large' }, outcome: 'too-large' }),
});

/** Reads the whole body first, so that a client that disconnects does not count as an error of the receiver. */
export const readBody: MiddlewareHandler<Env> = async (context, next) => {
  try {
    const refused = await limitBody(context, async () => {
      await context.req.arrayBuffer();
    });
    if (refused) return refused;
  } catch {
    return respond(context, { status: 400, body: { fieldErrors: {} }, outcome: 'cut-off' });
  }
  return next();
};
