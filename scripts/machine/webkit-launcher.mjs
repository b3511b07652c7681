/**
 * Launcher for web-test-runner that runs tests in Debian's WebKit: WebKitGTK's MiniBrowser, driven by WebKitWebDriver
 * over the classic WebDriver protocol, on a virtual screen (Xvfb).
 *
 * It presents itself as a Puppeteer browser and implements the part of Puppeteer's page that `@web/test-runner-commands`
 * uses. So `sendKeys`, `sendMouse` and `setViewport` work as in the other two engines. (`@web/test-runner-webdriver`
 * cannot set the viewport or press a single key down, and it brings 250 packages.)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Code points of the keys that are not characters. @see https://www.w3.org/TR/webdriver2/#keyboard-actions */
const codePoints = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

const buttons = { left: 0, middle: 1, right: 2 };

const screen = { width: 1920, height: 1400 };

/** @param {string} key */
function codePoint(key) {
  const value = Object.hasOwn(codePoints, key) ? codePoints[/** @type {keyof typeof codePoints} */ (key)] : key;
  if ([...value].length !== 1) throw new Error(`Unknown key "${key}".`);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** One browser window with its own virtual screen and driver, which are closed together. */
class Window {
  /** @type {import('node:child_process').ChildProcess[]} */
  #processes = [];
  #url = '';

  /** @param {import('./browsers.mjs').Browser} browser */
  static async open(browser) {
    const window = new Window();
    try {
      await window.#start(browser);
    } catch (error) {
      window.kill();
      throw error;
    }
    return window;
  }

  /** @param {import('./browsers.mjs').Browser} browser */
  async #start({ driver, display, executablePath }) {
    process.on('exit', this.kill);
    const server = spawn(
      /** @type {string} */ (display),
      ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    this.#processes.push(server);
    const number = await Promise.race([
      once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data').then(([data]) => `${data}`.trim()),
      once(server, 'exit').then(() => Promise.reject(new Error(`${display} did not open a screen.`))),
    ]);
    const port = await freePort();
    const program = spawn(/** @type {string} */ (driver), [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      // A machine without a desktop has no accessibility bus and no desktop settings.
      env: { ...process.env, DISPLAY: `:${number}`, NO_AT_BRIDGE: '1', GTK_A11Y: 'none', GSETTINGS_BACKEND: 'memory' },
    });
    this.#processes.push(program);
    const origin = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${origin}/status`).then(
        () => true,
        () => false,
      ))
    ) {
      if (program.exitCode !== null) throw new Error(`${driver} ended with code ${program.exitCode}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] } };
    this.#url = `${origin}/session`;
    const { sessionId } = await this.send('POST', '', { capabilities: { alwaysMatch } });
    this.#url += `/${sessionId}`;
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async send(method, path, body) {
    const response = await fetch(this.#url + path, { method, body: body ? JSON.stringify(body) : null });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** @param {string} script */
  evaluate(script) {
    return this.send('POST', '/execute/sync', { script: `return ${script}`, args: [] });
  }

  /** @param {object[]} actions */
  keys(actions) {
    return this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** @param {object[]} actions */
  pointer(actions) {
    return this.send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /** Sets the size of the page, not of the window. @param {{ width: number, height: number }} size */
  async resize({ width, height }) {
    const [frameWidth, frameHeight] = await this.evaluate('[outerWidth - innerWidth, outerHeight - innerHeight]');
    const outer = { width: width + frameWidth, height: height + frameHeight };
    // The pointer is in the middle of the screen. Without a window manager, the window below it has the focus.
    const x = Math.round((screen.width - outer.width) / 2);
    const y = Math.round((screen.height - outer.height) / 2);
    const rect = await this.send('POST', '/window/rect', { x, y, ...outer });
    if (rect.width !== outer.width || rect.height !== outer.height)
      throw new Error(
        `MiniBrowser's window cannot be ${width} by ${height}: its toolbar needs a width of about 450. ` +
          'Use an element or an iframe of that width instead (atWidth, pageWith in test-support).',
      );
    // The page changes its size later than the window.
    const expected = `${width} ${height}`;
    for (let tries = 0; (await this.evaluate('innerWidth + " " + innerHeight')) !== expected; tries++) {
      if (tries === 200) throw new Error(`The page did not take the size ${expected}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  kill = () => {
    for (const child of this.#processes) child.kill();
    process.off('exit', this.kill);
  };

  async close() {
    await this.send('DELETE', '').catch(() => undefined);
    this.kill();
  }
}

/**
 * The part of Puppeteer's `Page` that the commands use.
 *
 * @param {Window} window
 */
const puppeteerPage = (window) => ({
  keyboard: {
    /** @param {string} key */
    down: (key) => window.keys([{ type: 'keyDown', value: codePoint(key) }]),
    /** @param {string} key */
    up: (key) => window.keys([{ type: 'keyUp', value: codePoint(key) }]),
    /** @param {string} key */
    press: (key) => window.keys(['keyDown', 'keyUp'].map((type) => ({ type, value: codePoint(key) }))),
    /** @param {string} text */
    type: (text) => window.keys([...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))),
  },
  mouse: {
    /** @param {number} x @param {number} y */
    move: (x, y) => window.pointer([{ type: 'pointerMove', x, y }]),
    /** @param {number} x @param {number} y @param {{ button?: keyof typeof buttons }} [options] */
    click: (x, y, { button = 'left' } = {}) =>
      window.pointer([
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: buttons[button] },
        { type: 'pointerUp', button: buttons[button] },
      ]),
    /** @param {{ button?: keyof typeof buttons }} [options] */
    down: ({ button = 'left' } = {}) => window.pointer([{ type: 'pointerDown', button: buttons[button] }]),
    /** @param {{ button?: keyof typeof buttons }} [options] */
    up: ({ button = 'left' } = {}) => window.pointer([{ type: 'pointerUp', button: buttons[button] }]),
    reset: () => window.send('DELETE', '/actions'),
  },
  /** @param {{ width: number, height: number }} size */
  setViewport: (size) => window.resize(size),
  emulateMediaFeatures: () => Promise.reject(new Error('WebKitGTK cannot emulate media features.')),
  emulateMediaType: () => Promise.reject(new Error('WebKitGTK cannot emulate a media type.')),
});

/**
 * @param {import('./browsers.mjs').Browser} browser
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function webkitLauncher(browser) {
  /** @type {Promise<Window> | undefined} */
  let opening;
  /** @type {{ id: string, url: string, page: ReturnType<typeof puppeteerPage> } | undefined} */
  let active;
  /** @type {import('@web/test-runner').BrowserLauncher & { getPage(id: string): unknown }} */
  const launcher = {
    name: 'WebKit',
    type: 'puppeteer',
    // The driver has one window.
    concurrency: 1,
    async startSession(id, url) {
      try {
        const window = await (opening ??= Window.open(browser));
        await window.resize({ width: 800, height: 600 });
        active = { id, url, page: puppeteerPage(window) };
        await window.send('POST', '/url', { url });
      } catch (error) {
        // The next file gets a new window.
        await launcher.stop?.();
        throw error;
      }
    },
    async stopSession() {
      active = undefined;
      const window = await opening;
      await window?.send('DELETE', '/actions');
      // Stops everything that is still running on the page.
      await window?.send('POST', '/url', { url: 'about:blank' });
      return {};
    },
    isActive: (id) => active?.id === id,
    getBrowserUrl: () => active?.url,
    getPage(id) {
      if (active?.id !== id) throw new Error(`There is no page for session ${id}.`);
      return active.page;
    },
    startDebugSession: () => Promise.reject(new Error('Debugging needs Chromium or Firefox.')),
    async stop() {
      const window = opening;
      opening = active = undefined;
      await (await window?.catch(() => undefined))?.close();
    },
  };
  return launcher;
}
