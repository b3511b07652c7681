/** A new WordPress with its own database, on loopback. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { requireWordPress } from '../../../../scripts/machine/wordpress.mjs';

export interface WordPress {
  readonly origin: string;
  /** Makes a theme the active one. */
  readonly useTheme: (name: string) => void;
  /** Prints this before the end of every page, as a plugin of an administrator does. */
  readonly setFooter: (html: string) => void;
  readonly close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Calls it until it succeeds. @throws its error after a minute */
async function retry(attempt: () => unknown): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;)
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export async function startWordPress(): Promise<WordPress> {
  const root = mkdtempSync(join(tmpdir(), 'havenkit-wordpress-'));
  const folder = join(root, 'site');
  const data = join(root, 'data');
  const socket = join(root, 'socket');
  const origin = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, FOLDER: folder, SITE: origin };
  const running: ChildProcess[] = [];
  const start = (program: string, args: readonly string[]): void => {
    // A group of its own, which ends with PHP's workers.
    running.push(
      spawn(program, args, { stdio: 'ignore', detached: true, env: { ...env, PHP_CLI_SERVER_WORKERS: '4' } }),
    );
  };

  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  start('mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    `--user=${userInfo().username}`,
    `--pid-file=${root}/pid`,
  ]);
  // Debian's copy has links to libraries in other packages.
  cpSync(requireWordPress(), folder, { recursive: true, dereference: true });
  mkdirSync(join(folder, 'wp-content/mu-plugins'));
  writeFileSync(
    join(folder, 'wp-config.php'),
    `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', ${quoted(`localhost:${socket}`)});
define('DB_CHARSET', 'utf8mb4');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
${['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY'].map((name) => `define('${name}', 'test');`).join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  const sql = (statement: string): unknown =>
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute', statement], {
      stdio: 'ignore',
    });
  await retry(() => sql('CREATE DATABASE wordpress CHARACTER SET utf8mb4'));
  execFileSync('php', [join(import.meta.dirname, 'install.php')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  start('php', ['-S', origin.replace('http://', ''), '-t', folder]);
  await retry(async () => {
    const { status } = await fetch(origin);
    if (status !== 200) throw new Error(`WordPress answers ${status}.`);
  });

  const setOption = (name: string, value: string): unknown =>
    sql(`UPDATE wordpress.wp_options SET option_value = ${quoted(value)} WHERE option_name = ${quoted(name)}`);
  return {
    origin,
    useTheme(name) {
      setOption('template', name);
      setOption('stylesheet', name);
    },
    setFooter(html) {
      writeFileSync(
        join(folder, 'wp-content/mu-plugins/footer.php'),
        `<?php add_action('wp_footer', fn () => print(${quoted(html)}));`,
      );
    },
    async close() {
      for (const child of running.reverse()) {
        const ended = once(child, 'exit');
        process.kill(-child.pid!);
        await ended;
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}
