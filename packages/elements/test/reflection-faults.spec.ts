/**
 * Nothing that was shown as saved is missing or outdated afterwards: random actions in two tabs at a time, ended by killing all
 * processes of the browser.
 *
 * A sequence is the actions on one database between two starts of the browser. Many sequences run in parallel in one browser,
 * and one kill ends them all. A seed determines every choice. A failure reports it, and `FAULTS_SEED=<seed>` repeats the same
 * choices. Only the order of actions in different tabs is up to the machine.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test, type CDPSession } from '@playwright/test';
import { build } from 'esbuild';
import { startChromium, startFirefox, type BrowserProcess } from './faults/browser-process.js';
import { createNotebook, randomFrom, type Notebook } from './faults/notebook.js';
import { framesUrl, Origin, type Tab } from './faults/tabs.js';

// A trace cannot be fetched from a browser that was killed.
test.use({ trace: 'off' });
// One browser at a time: each uses the whole machine.
test.describe.configure({ mode: 'default' });

const seed = Number(process.env['FAULTS_SEED'] ?? 20_261_125);

/** An origin with its databases, and its faults: each at a random moment. */
interface Place {
  readonly origin: Origin;
  readonly notebooks: readonly Notebook[];
  readonly faults?: readonly ((session: CDPSession) => Promise<unknown>)[];
}

interface Opened {
  readonly browser: BrowserProcess;
  /** DevTools sessions of the first tab of each place, in Chromium. */
  readonly sessions?: readonly CDPSession[];
}

const places: Place[] = [];
const bundle = async (path: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, path)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
};
test.afterEach(() => places.splice(0).forEach(({ origin }) => origin.close()));

/** @param names - names of its databases */
async function createPlace(names: readonly string[], script: string, widget?: string): Promise<Place> {
  const origin = await Origin.create(script, widget);
  const from = seed + places.length * 1000;
  const notebooks = names.map((name, at) => createNotebook(name, from + at, !!widget));
  const place = { origin, notebooks };
  places.push(place);
  return place;
}

const twenty = Array.from({ length: 20 }, (_, at) => `notebook-${at}`);

/** Runs `kills` sequences in each database. Returns how often each outcome was shown. */
async function run(kills: number, open: (urls: readonly string[]) => Promise<Opened>): Promise<Record<string, number>> {
  const shown: Record<string, number> = {};
  const random = randomFrom(seed);
  const databases = places.reduce((sum, { notebooks }) => sum + notebooks.length, 0);
  for (let killed = 0; killed <= kills; killed++) {
    const tabs = places.map(({ origin }) => [origin.tab('first'), origin.tab('second')] as const);
    const { browser, sessions } = await open(tabs.flat().map(({ url }) => url));
    try {
      const opened = await Promise.all(tabs.map(([first, second]) => Promise.all([first.opened, second.opened])));
      const problems = await Promise.all(
        places.flatMap(({ notebooks }, at) => notebooks.map((notebook) => notebook.check(opened[at]![0]))),
      );
      expect(problems.flat(), `FAULTS_SEED=${seed}, after kill ${killed}`).toEqual([]);
      if (killed === kills) return shown;

      let left = Math.round(databases * (3 + 7 * random()));
      const faultsByMoment = new Map<number, () => unknown>();
      const atRandom = (fault: () => unknown, from = left): number => {
        const moment = Math.floor(random() * from);
        faultsByMoment.set(moment, fault);
        return moment;
      };
      places.forEach(({ faults = [] }, at) => {
        atRandom(() => opened[at]![1].reload());
        // In this order.
        let from = left;
        for (const fault of faults) from = atRandom(() => fault(sessions![at]!).catch(() => undefined), from);
      });
      let end = (): void => undefined;
      const ended = new Promise<undefined>((resolve) => (end = () => resolve(undefined)));
      const working: Promise<void>[] = [];
      await new Promise<void>((resolve, reject) => {
        const onOutcome = (outcome: string): void => {
          shown[outcome] = (shown[outcome] ?? 0) + 1;
          faultsByMoment.get(--left)?.();
          if (left === 0) resolve();
        };
        places.forEach(({ origin, notebooks }, at) => {
          const [first, second] = opened[at]!;
          const reopened: Promise<Tab | undefined> = Promise.race([origin.tab('second').opened, ended]);
          for (const notebook of notebooks) {
            const inSecond = async (): Promise<void> => {
              await notebook.work(second, onOutcome);
              const again = await reopened;
              if (again) await notebook.work(again, onOutcome);
            };
            working.push(notebook.work(first, onOutcome), inSecond());
          }
        });
        Promise.all(working).catch(reject);
      });
      await browser.kill();
      end();
      await Promise.all(working);
    } finally {
      await browser.kill();
    }
  }
  return shown;
}

/** Adds a fault: the browser's "clear browsing data", which also closes the connections. */
const addClearing = (place: Place): void => {
  const clear = async (session: CDPSession): Promise<void> => {
    const ended = place.notebooks.map(({ history }) => history.begin('wipe'));
    await session.send('Storage.clearDataForOrigin', { origin: place.origin.url, storageTypes: 'indexeddb' });
    ended.forEach((end) => end('done'));
  };
  Object.assign(place, { faults: [clear] });
};

const setQuota = async ({ origin: { url: origin } }: Place, session: CDPSession, more: number): Promise<void> => {
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + more });
};

/**
 * Runs in Chromium, with some of the places on a device that is nearly full until it has room again. Chromium caches the free
 * space for half a minute, so it is only reduced at a start.
 */
async function runInChromium(kills: number, full: readonly Place[], room: number): Promise<Record<string, number>> {
  const profile = test.info().outputPath('profile');
  for (const place of full) Object.assign(place, { faults: [(session: CDPSession) => setQuota(place, session, 1e9)] });
  const shown = await run(kills, async (urls) => {
    const browser = await startChromium(profile);
    const connection = await chromium.connectOverCDP(browser.debugger);
    const context = connection.contexts()[0]!;
    const open = async (url: string): Promise<CDPSession> => {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await Promise.all(full.map((place) => setQuota(place, session, room)));
      await page.goto(url);
      return session;
    };
    // One tab for the first pages of all places, and one for the second pages: opening tabs would take most of the time.
    const [session] = await Promise.all(
      [0, 1].map((tab) => open(framesUrl(urls.filter((_, index) => index % 2 === tab)))),
    );
    return { browser, sessions: places.map(() => session!) };
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return shown;
}

test('nothing saved is lost in 540 sequences that a killed Chromium ends', async () => {
  test.setTimeout(240_000);
  const script = await bundle('faults/store-desk.ts');
  await createPlace(twenty, script);
  addClearing(await createPlace(twenty, script));
  const shown = await runInChromium(9, [await createPlace(twenty, script)], 4000);
  // Every kind of fault occurred.
  for (const outcome of ['saved', 'done', 'conflict', 'locked', 'quota'])
    expect(shown[outcome], outcome).toBeGreaterThan(0);
});

test('nothing that the widget showed as saved is lost in 60 sequences that a killed Chromium ends', async () => {
  test.setTimeout(240_000);
  const script = await bundle('faults/widget-desk.ts');
  const widget = readFileSync(join(import.meta.dirname, '../../embed/dist/reflection-prompt.js'), 'utf8');
  // The widget's database has a fixed name, so each one needs its own origin.
  const origins = await Promise.all(
    Array.from({ length: 12 }, () => createPlace(['havenkit-reflections'], script, widget)),
  );
  origins.slice(4, 8).forEach(addClearing);
  const shown = await runInChromium(5, origins.slice(8), 1000);
  for (const outcome of ['saved', 'both', 'done', 'locked', 'quota'])
    expect(shown[outcome], outcome).toBeGreaterThan(0);
  expect(Object.keys(shown).filter((outcome) => outcome.startsWith('thrown'))).toEqual([]);
});

test('nothing saved is lost in 80 sequences that a killed Firefox ends', async () => {
  test.setTimeout(240_000);
  const profile = test.info().outputPath('profile');
  mkdirSync(profile, { recursive: true });
  await createPlace(twenty, await bundle('faults/store-desk.ts'));
  const shown = await run(4, async (urls) => ({ browser: await startFirefox(profile, urls) }));
  // Only the two tabs had the pages. A page with separate storage would have run commands for one of them.
  expect(readdirSync(join(profile, 'storage/default'))).toHaveLength(1);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  for (const outcome of ['saved', 'done', 'conflict', 'locked']) expect(shown[outcome], outcome).toBeGreaterThan(0);
});
