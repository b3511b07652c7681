/** The built sign-up form with each service while requests and responses are lost, truncated, delayed or replaced. */
import { expect, test } from '@playwright/test';
import type { Fault } from './fakes/loopback.js';
import {
  adapterNames,
  expectShown,
  expireTimeouts,
  fill,
  finalResults,
  open,
  posts,
  preflighted,
  press,
  start,
  submissionIds,
  type AdapterName,
  type Shown,
  useServices,
} from './fakes/signup-services.js';

useServices();

/** Adapters that take a readable response other than JSON for a probable success. */
const lenient: AdapterName[] = ['form', 'netlify', 'basin', 'formspark'];

/** The result of a fault at the first attempt. */
function expected(name: AdapterName, fault: Fault): { shown: Shown; stored: number; attempts: number } {
  const handled = typeof fault === 'string' && !/^(request lost|catch-all page)$/.test(fault) ? 1 : 0;
  const result = (shown: Shown, stored = handled, attempts = 1): ReturnType<typeof expected> => ({
    shown,
    stored,
    attempts,
  });
  // A page cannot tell a refused preflight from a missing connection.
  if (fault === 'preflight refused') return result('unknown', 0, 0);
  // The page can read no response, so it cannot tell them apart.
  if (name === 'google-forms')
    return result(/^(request lost|response lost|no response)$/.test(`${fault}`) ? 'unknown' : 'unconfirmed');
  if (fault === 403) return result('refused');
  // `Retry-After` is too long for an automatic retry. Across origins the page cannot read it.
  if (name === 'netlify' && (fault === 408 || fault === 429)) return result('refused');
  // The form retries automatically: such a request was not handled, and the receiver recognizes a retry.
  if (fault === 408 || fault === 429 || name === 'json') return result('confirmed', 1, 2);
  // A page needs no CORS headers on its own origin.
  if (name === 'netlify' && fault === 'no CORS') return result('confirmed');
  const isPage =
    fault === 'catch-all page' || fault === 'redirect' || (fault === 'unreadable redirect' && name === 'netlify');
  return result(isPage && lenient.includes(name) ? 'unconfirmed' : 'unknown');
}

/** Faults after which the test can retry with the same form, then faults that need a new form, which takes longest. */
const faults: Fault[] = [
  ...[403, 503],
  ...([
    'request lost',
    'response lost',
    'no response',
    'truncated',
    'late error',
    'no CORS',
    'unreadable redirect',
    'redirect',
    'catch-all page',
  ] as const),
  429,
];
/** Fewer faults for adapters that need a new form after almost every one. signup-faults.spec.ts has more for `json`. */
const fewerFaults: Partial<Record<AdapterName, Fault[]>> = {
  json: [403, 'no response', 'no CORS', 'redirect', 'catch-all page', 429],
  'google-forms': [403, 'request lost', 'response lost', 'no response', 'unreadable redirect', 'catch-all page'],
};

/** The ways in which a page learns what became of a sign-up. The other services answer as one of these does. */
const kinds: readonly AdapterName[] = ['json', 'form', 'netlify', 'google-forms', 'wix'];

for (const name of adapterNames) {
  const title = `${name}: the form claims only what it knows after each fault, and retries under one id`;
  test(title, { tag: kinds.includes(name) ? [] : '@thorough' }, async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const setup = await start(name);
    const { server, stored } = setup;
    let before = 0;
    let button = '';
    let uncertain = false;
    const preflightFaults: Fault[] = preflighted.includes(name) ? ['preflight refused'] : [];
    for (const fault of [...preflightFaults, ...(fewerFaults[name] ?? faults)])
      await test.step(`${fault}`, async () => {
        if (!button) {
          await open(page, name, setup);
          await fill(page);
          button = 'Sign up';
          uncertain = false;
        }
        const { stored: newlyStored, attempts, ...firstAttempt } = expected(name, fault);
        // After an attempt with an unknown result, a refusal does not mean that nothing is stored.
        const shown = uncertain && firstAttempt.shown === 'refused' ? 'unknown' : firstAttempt.shown;
        uncertain ||= shown === 'unknown';
        const postsBefore = posts(server).length;
        server.faults.push(fault);
        await press(page, button, async () => {
          if (fault !== 'no response') return;
          await expect.poll(async () => (await stored()).length).toBe(before + 1);
          await expireTimeouts(page);
        });
        await expectShown(page, shown);
        expect((await stored()).length - before).toBe(newlyStored);
        expect(posts(server).length - postsBefore).toBe(attempts);
        if (attempts) expect(submissionIds(posts(server))).toHaveLength(1);
        // `preflight refused` remains until it is removed.
        server.faults.length = 0;
        before += newlyStored;
        // On its own origin the page can read `Retry-After`, so the form does not retry yet.
        const waits = name === 'netlify' && typeof fault === 'number';
        button = finalResults.includes(shown) || waits ? '' : 'Try again';
      });
    expect(dialogs).toEqual([]);
  });
}

// A browser may repeat a request, even a POST, if a reused connection breaks without a response: the server may have closed
// it just before (RFC 9112, section 9.3.1; Chromium does this). A page can neither prevent nor notice it. But every copy has
// the same id, so the receiver, or a person, can recognize it.
for (const name of ['json', 'wix', 'formspree'] as const)
  test(`${name}: a request that the browser repeats on a persistent connection has the same id`, async ({ page }) => {
    const setup = await start(name);
    const { server, stored } = setup;
    server.keepAlive = true;
    await open(page, name, setup);
    await fill(page);
    server.faults.push(403, 'response lost');
    await press(page);
    await expectShown(page, 'refused');
    await press(page, 'Try again');
    const attempts = posts(server).length - 1;
    await expectShown(page, attempts > 1 ? 'confirmed' : 'unknown');
    expect(submissionIds(posts(server))).toHaveLength(1);
    expect(await stored()).toHaveLength(name === 'json' ? 1 : attempts);
    test.info().annotations.push({ type: 'measured', description: `sent ${attempts} times` });
  });
