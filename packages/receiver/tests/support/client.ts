import { setTimeout as pause } from 'node:timers/promises';

/** What a client knows about its sign-up. */
export interface Sent {
  status: number;
  reference: string | undefined;
  waitingList: boolean | undefined;
  /** Attempts without an answer, after which the client does not know whether the sign-up is stored. */
  unknown: number;
}

/**
 * Sends as the widget does: the same body with the same id until there is a final answer, with exponential backoff and full
 * jitter. Retries after 409 in flight, 429, 5xx, and when no answer comes.
 */
export async function sendUntilAnswered(
  url: () => string,
  body: Record<string, unknown>,
  { firstDelay = 20, maximumDelay = 500, deadline = 60_000 } = {},
): Promise<Sent> {
  const end = Date.now() + deadline;
  let unknown = 0;
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(`${url()}/signups`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${String(body['submissionId'])}"` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      const answer = (await response.json()) as { reference?: string; waitingList?: boolean; code?: string };
      const { status } = response;
      if (status !== 429 && status < 500 && answer.code !== 'in-flight')
        return { status, reference: answer.reference, waitingList: answer.waitingList, unknown };
    } catch (error) {
      // Refused, reset, or cut off during the answer.
      if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)) throw error;
      unknown++;
    }
    if (Date.now() > end) throw new Error(`No answer after ${attempt + 1} attempts.`);
    await pause(Math.random() * Math.min(maximumDelay, firstDelay * 2 ** attempt));
  }
}
