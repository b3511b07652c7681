import { type Handler } from 'hono';
import { type Altcha } from '../altcha.js';
import { type Env } from '../respond.js';

/** `GET /challenge`: an ALTCHA challenge. */
export const getChallenge =
  (challenges: Altcha, now: () => Date): Handler<Env> =>
  async (context) => {
    context.set('outcome', 'challenge');
    return context.json(await challenges.challenge(now()));
  };
