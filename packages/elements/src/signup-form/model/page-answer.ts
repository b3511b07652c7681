import { outcomes, type Result } from '../adapters/adapter.js';
import { decodeBy } from '../adapters/shared.js';

/**
 * Reads what the page says became of a sign-up that it has taken. Nothing about it is certain: it is read as carefully as an
 * endpoint's answer.
 *
 * @param json - the answer as JSON text
 * @param misread - called when it has no outcome that is known. Then it is `unknown`: it was handed over, and nobody knows.
 */
export const readPageAnswer = (json: string, misread: () => void): Result =>
  decodeBy(({ outcome }) => {
    const known = outcomes.find((one) => one === outcome);
    if (!known) misread();
    return known;
  })({
    status: 0,
    type: '',
    text: json,
    redirected: false,
  });
