import { setTimeout as pause } from 'node:timers/promises';

/** The final response to a sign-up, as its client sees it. */
export interface FinalResponse {
  status: number;
  reference: string | undefined;
  waitingList: boolean | undefined;
  /** Attempts without a response, after which the client cannot know whether the sign-up is stored. */
  unknown: number;
}

/**
 * Retries like the widget: sends the same body with the same id until there is a final response, with exponential backoff and
 * full jitter. Retries after 409 in flight, 429, 5xx and a missing response.
 */
export async function sendWithRetries(
  url: () => string,
  body: Record<string, unknown>,
  { firstDelay = 20, maximumDelay = 500, deadline = 60_000 } = {},
): Promise<FinalResponse> {
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
      const json = (await response.json()) as { reference?: string; waitingList?: boolean; code?: string };
      const { status } = response;
      if (status !== 429 && status < 500 && json.code !== 'in-flight')
        return { status, reference: json.reference, waitingList: json.waitingList, unknown };
    } catch (error) {
      // Refused, reset, or cut off during the response.
      if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)) throw error;
      unknown++;
    }
    if (Date.now() > end) throw new Error(`No final response after ${attempt + 1} attempts.`);
    await pause(Math.random() * Math.min(maximumDelay, firstDelay * 2 ** attempt));
  }
}
