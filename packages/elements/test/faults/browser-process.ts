import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, requireBrowsers } from '../../../../scripts/machine/browsers.mjs';

/** A browser with a persistent profile that can be killed at any moment, as by an empty battery or the system. */
export interface BrowserProcess {
  /** URL of the Chrome DevTools Protocol. */
  readonly debugger?: string;
  /** Kills all its processes at once. */
  readonly kill: () => Promise<void>;
}

const running = new Set<ChildProcess>();

/** Kills the browser's process group, whose id is that of its first process. */
const end = ({ pid }: ChildProcess): void => {
  if (pid) process.kill(-pid, 'SIGKILL');
};

// A test that times out leaves no process behind.
process.on('exit', () => running.forEach(end));

function start(path: string, args: readonly string[]): ChildProcess {
  const child = spawn(path, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // As root, Firefox does not start with another user's home directory.
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

/** Resolves with the first match in the browser's error output. Rejects if the browser exits first. */
const errorOutput = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stderr!.on('data', (data) => {
      // All of it is read, otherwise the browser would block.
      if (text.length < 100_000) text += String(data);
      const found = pattern.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject).once('exit', () => reject(new Error(`The browser exited: ${text}`)));
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
  return { debugger: await errorOutput(child, /DevTools listening on (ws:\S+)/), kill: killer(child) };
}

/**
 * Only the pages: no welcome page, no restored tabs, no other connections. Above all no thumbnails: for those Firefox opens a
 * page a second time in the background, with separate storage, and that page would run the commands for the tab.
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
