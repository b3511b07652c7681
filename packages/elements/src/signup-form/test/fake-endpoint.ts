import { atEnd } from '../../../test-support/index.js';
import type { Submission } from '../signup-form.js';

/** A request that the form made. */
export interface Sent {
  readonly url: string;
  readonly headers: Headers;
  /** The body, if it is JSON. */
  readonly body: Submission;
  /** The body, if it is a form. */
  readonly fields: FormData;
}

/** A response, a lost response (`nothing`), or none at all (`hang`). */
export type Answer = Response | 'nothing' | 'hang';

/** A response with JSON. */
export const json = (status: number, body: object, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

function replaceFetch(fetch: typeof window.fetch): void {
  const original = window.fetch;
  atEnd(() => (window.fetch = original));
  window.fetch = fetch;
}

/** Responds with one answer after another, and then repeats the last one. Returns what was sent. */
export function fakeEndpoint(...answers: Answer[]): Sent[] {
  const sent: Sent[] = [];
  replaceFetch(async (input, init) => {
    const request = new Request(new URL(input as string, location.href), init);
    sent.push({
      url: request.url,
      headers: request.headers,
      fields: await request
        .clone()
        .formData()
        .catch(() => new FormData()),
      body: (await request.json().catch(() => ({}))) as Submission,
    });
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer === 'hang') return new Promise<Response>(() => undefined);
    if (answer === 'nothing') throw new TypeError('Failed to fetch');
    return answer.clone();
  });
  return sent;
}

/** An endpoint whose responses a test controls. */
export function slowEndpoint(): {
  bodies: (BodyInit | null | undefined)[];
  answer: (index: number, response: Response) => void;
} {
  const bodies: (BodyInit | null | undefined)[] = [];
  const answers: ((response: Response) => void)[] = [];
  replaceFetch((_, init) => {
    bodies.push(init?.body);
    return new Promise((answer) => answers.push(answer));
  });
  return { bodies, answer: (index, response) => answers[index]!(response) };
}

/** Removes the delay of automatic retries. */
export function retryAtOnce(): void {
  const { random } = Math;
  atEnd(() => (Math.random = random));
  Math.random = () => 0;
}

/** Holds the long timeouts, which only the form has, until the test lets one pass. */
export function holdTimeouts(): { readonly length: number; pass: () => void } {
  const { setTimeout: start } = window;
  atEnd(() => Object.assign(window, { setTimeout: start }));
  const held: (() => void)[] = [];
  Object.assign(window, {
    setTimeout: (act: () => void, delay = 0) => (delay >= 20_000 ? held.push(act) : start(act, delay)),
  });
  return {
    get length() {
      return held.length;
    },
    pass: () => held[0]!(),
  };
}

/** Makes the browser claim that it has no connection. */
export function seemOffline(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  atEnd(() => Reflect.deleteProperty(navigator, 'onLine'));
}

/** Collects logged warnings. */
export function recordWarnings(): string[] {
  const { warn } = console;
  atEnd(() => (console.warn = warn));
  const warnings: string[] = [];
  console.warn = (message: string) => warnings.push(message);
  return warnings;
}

/** Simulates a return to the page from the back/forward cache. */
export const comeBack = (): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

/** Whether the browser lets a person leave the page without confirmation. */
export const canLeave = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Empties the tab's storage after the test. */
export const useSessionStorage = (): void => atEnd(() => sessionStorage.clear());
