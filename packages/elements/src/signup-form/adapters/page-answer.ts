import { outcomes, type Result } from '../model/result.js';
import { decodeBy } from './shared.js';

/**
 * Reads the page's answer about a submission that was handed to it. It is checked like an endpoint's response.
 *
 * @param json - the answer as JSON
 * @param onUnreadable - called if it has no known outcome. The result is then `unknown`.
 */
export const readPageAnswer = (json: string, onUnreadable: () => void): Result =>
  decodeBy((answer) => {
    const outcome = outcomes.find((known) => known === answer.outcome);
    if (!outcome) onUnreadable();
    return outcome;
  })({
    status: 0,
    type: '',
    text: json,
    redirected: false,
  });
