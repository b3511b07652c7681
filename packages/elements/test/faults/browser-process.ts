import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, requireBrowsers } from '../../../../scripts/machine/browsers.mjs';

/** A browser with a persistent profile that can be killed at any moment, as by a power failure. */
export interface BrowserProcess {
  /** URL of Chromium's DevTools protocol. */
  readonly debugger?: string;
  /** Kills all its processes at once, without a chance to clean up. */
  readonly kill: () => Promise<void>;
}

const running = new Set<ChildProcess>();

/** Kills a browser's process group, whose id is that of its first process. */
const end = ({ pid }: ChildProcess): void => {
  if (pid) process.kill(-pid, 'SIGKILL');
};

// No process survives a test that times out.
process.on('exit', () => running.forEach(end));

function start(path: string, args: readonly string[]): ChildProcess {
  const child = spawn(path, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // As root, Firefox does not start with another user's home folder.
    env: { ...process.env, HOME: userInfo().homedir },
  });
  running.add(child);
  return child.once('exit', () => running.delete(child));
}

const killer = (child: ChildProcess) => async (): Promise<void> => {
  if (!running.has(child)) return;
  const ended = once(child, 'exit');
  end(child);
  await ended;
};

/** Waits for a match in a browser's error output. @throws when the browser ends first */
const waitForOutput = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stderr!.on('data', (data) => {
      // Always read, because a full pipe would block the browser.
      if (text.length < 100_000) text += String(data);
      const found = pattern.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject).once('exit', () => reject(new Error(`The browser ended: ${text}`)));
  });

export async function startChromium(profile: string): Promise<BrowserProcess & { readonly debugger: string }> {
  const [browser] = requireBrowsers(['chromium']);
  const child = start(browser!.executablePath, [
    ...chromiumArgs,
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]);
  return { debugger: await waitForOutput(child, /DevTools listening on (ws:\S+)/), kill: killer(child) };
}

/**
 * Opens only the pages: no welcome page, no restored tabs, no other connections, and no thumbnails. For a thumbnail Firefox opens
 * a hidden copy of the page with separate storage, which would answer in the place of the tab.
 */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.startup.max_resumed_crashes': -1,
};

export async function startFirefox(profile: string, urls: readonly string[]): Promise<BrowserProcess> {
  const [browser] = requireBrowsers(['firefox']);
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map((preference) => `user_pref(${preference.map((part) => JSON.stringify(part)).join(', ')});\n`)
      .join(''),
  );
  const child = start(browser!.executablePath, ['--headless', '--no-remote', '--profile', profile, ...urls]);
  child.stderr!.resume();
  await once(child, 'spawn');
  return { kill: killer(child) };
}
