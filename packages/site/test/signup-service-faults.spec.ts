/** The built sign-up form against each service while requests and answers are lost, cut short, delayed or replaced. */
import { expect, test } from '@playwright/test';
import type { Fault } from './fakes/loopback.js';
import {
  ends,
  endPatience,
  expectShown,
  fill,
  ids,
  names,
  open,
  posts,
  preflighted,
  press,
  start,
  type Name,
  type Shown,
  useServices,
} from './fakes/signup-services.js';

useServices();

/** Where a readable answer that is no JSON counts as "taken, but nobody can say more". */
const trusting: Name[] = ['form', 'netlify', 'basin', 'formspark'];

/** What comes of a fault at the first try, when nothing else happens. */
function expected(name: Name, fault: Fault): { shown: Shown; stored: number; tries: number } {
  const after = typeof fault === 'string' && !/^(lost|page)$/.test(fault) ? 1 : 0;
  const as = (shown: Shown, stored = after, tries = 1): ReturnType<typeof expected> => ({ shown, stored, tries });
  // To a page it is the same as no connection.
  if (fault === 'refused') return as('unknown', 0, 0);
  // No answer can be read, so all are alike.
  if (name === 'google-forms') return as(/^(lost|answer lost|silence)$/.test(`${fault}`) ? 'unknown' : 'unconfirmed');
  if (fault === 403) return as('refused');
  // The wait that is asked for is too long to be taken unasked. Across origins nobody can read it.
  if (name === 'netlify' && (fault === 408 || fault === 429)) return as('refused');
  // It was not dealt with, so that the form may try again by itself; and the receiver knows a sign-up again.
  if (fault === 408 || fault === 429 || name === 'json') return as('confirmed', 1, 2);
  // Of one origin there is nothing that a page may not read.
  if (name === 'netlify' && fault === 'unshared') return as('confirmed');
  const toPage = fault === 'page' || fault === 'redirect' || (fault === 'redirect away' && name === 'netlify');
  return as(toPage && trusting.includes(name) ? 'unconfirmed' : 'unknown');
}

/** After most of them the person tries again with the same form; those that end it come last, as they take longest. */
const faults: Fault[] = [
  ...[403, 503],
  ...([
    'lost',
    'answer lost',
    'silence',
    'cut short',
    'late',
    'unshared',
    'redirect away',
    'redirect',
    'page',
  ] as const),
  429,
];
/** Where nearly each one ends it: those that differ. More of `json`: signup-faults.spec.ts. */
const fewer: Partial<Record<Name, Fault[]>> = {
  json: [403, 'silence', 'unshared', 'redirect', 'page', 429],
  'google-forms': [403, 'lost', 'answer lost', 'silence', 'redirect away', 'page'],
};

for (const name of names)
  test(`${name}: whatever breaks on the way, nobody is told more than is known, and every try has one id`, async ({
    page,
  }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const setting = await start(name);
    const { server, stored } = setting;
    let before = 0;
    let button = '';
    let uncertain = false;
    const asked: Fault[] = preflighted.includes(name) ? ['refused'] : [];
    for (const fault of [...asked, ...(fewer[name] ?? faults)])
      await test.step(`${fault}`, async () => {
        if (!button) {
          await open(page, name, setting);
          await fill(page);
          button = 'Send sign-up';
          uncertain = false;
        }
        const { stored: kept, tries, ...first } = expected(name, fault);
        // A refusal does not say that nothing is there, once an earlier try may have arrived.
        const shown = uncertain && first.shown === 'refused' ? 'unknown' : first.shown;
        uncertain ||= shown === 'unknown';
        const made = posts(server).length;
        server.faults.push(fault);
        await press(page, button, async () => {
          if (fault !== 'silence') return;
          await expect.poll(async () => (await stored()).length).toBe(before + 1);
          await endPatience(page);
        });
        await expectShown(page, shown);
        expect((await stored()).length - before).toBe(kept);
        expect(posts(server).length - made).toBe(tries);
        if (tries) expect(ids(posts(server))).toHaveLength(1);
        // A preflight that was refused is no longer.
        server.faults.length = 0;
        before += kept;
        // Of one origin the page can read for how long nothing is to be sent, and sends nothing.
        const waits = name === 'netlify' && typeof fault === 'number';
        button = ends.includes(shown) || waits ? '' : 'Try again';
      });
    expect(dialogs).toEqual([]);
  });

// Browsers repeat a request by themselves, a POST too, where a connection that was in use before breaks without an answer:
// to them it looks as if the server had closed it a moment earlier (RFC 9112, section 9.3.1; Chromium does). No page can
// forbid it, or even notices. What is left is that all carry one id, by which the receiver, or a person, knows them again.
for (const name of ['json', 'wix', 'formspree'] as const)
  test(`${name}: what the browser itself repeats on a lasting connection has the same id`, async ({ page }) => {
    const setting = await start(name);
    const { server, stored } = setting;
    server.lasting = true;
    await open(page, name, setting);
    await fill(page);
    server.faults.push(403, 'answer lost');
    await press(page);
    await expectShown(page, 'refused');
    await press(page, 'Try again');
    const tries = posts(server).length - 1;
    await expectShown(page, tries > 1 ? 'confirmed' : 'unknown');
    expect(ids(posts(server))).toHaveLength(1);
    expect(await stored()).toHaveLength(name === 'json' ? 1 : tries);
    test.info().annotations.push({ type: 'measured', description: `sent ${tries} times` });
  });
