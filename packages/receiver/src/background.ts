import { type Context } from 'hono';

/** Runs a task after the response. A failure is logged under `failure` and has no other effect. */
export type RunInBackground = (context: Context, failure: string, task: () => Promise<void> | void) => void;

/** @param logError - logs an error under an outcome */
export function backgroundRunner(logError: (outcome: string, error: unknown) => void): RunInBackground {
  return (context, failure, task) => {
    const run = async () => {
      try {
        // Yields first, so that the response is not delayed.
        await Promise.resolve();
        await task();
      } catch (error) {
        logError(failure, error);
      }
    };
    const done = run();
    try {
      // Asks a host such as Cloudflare Workers not to stop before the task ends.
      context.executionCtx.waitUntil(done);
    } catch {
      // Hono throws on hosts without an execution context. Their process keeps running.
    }
  };
}
