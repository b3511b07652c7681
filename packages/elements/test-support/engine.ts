const agent = navigator.userAgent;

/** The browser engine that the test runs in. */
export const engine = agent.includes('Firefox/') ? 'firefox' : agent.includes('Chrome/') ? 'chromium' : 'webkit';

/**
 * `it`, left out when the condition holds; the test command lists it with the reason, and fails a test that is left
 * out without one.
 *
 * @param condition - for example `engine === 'webkit'`
 * @param why - what the engine lacks, in a few words
 */
export const skipIf =
  (condition: boolean, why: string) =>
  (title: string, test: (this: Mocha.Context) => unknown): Mocha.Test =>
    condition
      ? it.skip(`${title} (skipped: ${why})`)
      : it(title, async function () {
          await test.call(this);
        });
