import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, requireBrowsers } from '../../../../scripts/machine/browsers.mjs';

/** A browser that keeps its profile and can be killed at any moment, as a battery or a system does it. */
export interface BrowserProcess {
  /** Chromium's address for its own protocol. */
  readonly debugger?: string;
  /** Ends all its processes at once, without a word to any of them. */
  readonly kill: () => Promise<void>;
}

const running = new Set<ChildProcess>();

/** Ends a browser's processes, which are a group that bears the number of the first one. */
const end = ({ pid }: ChildProcess): void => {
  if (pid) process.kill(-pid, 'SIGKILL');
};

// A test that runs out of time leaves nothing behind.
process.on('exit', () => running.forEach(end));

function start(path: string, args: readonly string[]): ChildProcess {
  const child = spawn(path, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // As root, Firefox does not start in a home folder that is another user's.
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

/** What a browser says on its error output, line by line; a rejected promise when it ends first. */
const said = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stderr!.on('data', (data) => {
      // Read to its end, or the browser would wait.
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
  return { debugger: await said(child, /DevTools listening on (ws:\S+)/), kill: killer(child) };
}

/**
 * Nothing but the pages: no first steps, no restored tabs, no connection to anybody else. Above all no thumbnails: for those
 * Firefox opens a page once more out of sight, with a storage of its own, and it would do what is meant for the tab.
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
