/** A new WordPress with its own database, on loopback. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { requireWordPress } from '../../../../scripts/machine/wordpress.mjs';
import { Programs } from './programs.js';

export interface WordPress {
  readonly origin: string;
  /** Makes a theme the active one. */
  readonly useTheme: (name: string) => void;
  /** Prints this before the end of every page, as a plugin of an administrator does. */
  readonly setFooter: (html: string) => void;
  /** Makes an editor the one that opens. WordPress itself has both. */
  readonly useEditor: (editor: 'block' | 'classic') => void;
  /** Runs PHP in the site, and returns what it prints. */
  readonly php: (code: string) => string;
  /** Where PHP writes its errors and warnings. */
  readonly errorLog: string;
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

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The version that a program prints. */
const versionOf = (program: string): string =>
  /\d+\.\d+\.\d+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))![0];

/**
 * Installs a new WordPress and starts it. It ends at the latest with this process.
 *
 * @param plugin - files of a plugin `havenkit` by path, which an administrator has installed and activated
 */
export async function startWordPress(plugin: Readonly<Record<string, Uint8Array>> = {}): Promise<WordPress> {
  const source = requireWordPress();
  const programs = new Programs();
  const { root } = programs;
  const folder = join(root, 'site');
  const data = join(root, 'data');
  const socket = join(root, 'socket');
  const errorLog = join(root, 'errors');
  writeFileSync(errorLog, '');
  const origin = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, FOLDER: folder, SITE: origin };

  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'ignore' },
  );
  programs.start('mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    `--user=${userInfo().username}`,
    `--pid-file=${root}/pid`,
  ]);
  // Debian's copy has links to libraries in other packages.
  cpSync(source, folder, { recursive: true, dereference: true });
  for (const [name, content] of Object.entries(plugin)) {
    const path = join(folder, 'wp-content/plugins/havenkit', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  // From the database, because PHP may run a file for seconds after it has changed.
  mkdirSync(join(folder, 'wp-content/mu-plugins'));
  writeFileSync(
    join(folder, 'wp-content/mu-plugins/havenkit.php'),
    `<?php
add_action('wp_footer', fn () => print(get_option('havenkit_footer')));
add_filter('use_block_editor_for_post', fn () => get_option('havenkit_editor') !== 'classic');
`,
  );
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
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', ${quoted(errorLog)});
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
  await programs.retry('MariaDB', () => sql('CREATE DATABASE wordpress CHARACTER SET utf8mb4'));
  // No mail is sent.
  const php = ['-d', 'sendmail_path="true"'];
  execFileSync('php', [...php, join(import.meta.dirname, 'install.php')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  programs.start('php', [...php, '-S', origin.replace('http://', ''), '-t', folder], {
    ...env,
    PHP_CLI_SERVER_WORKERS: '4',
  });
  await programs.retry('WordPress', async () => {
    const { status } = await fetch(origin);
    if (status !== 200) throw new Error(`WordPress answers ${status}.`);
  });
  const [, version = ''] = /\$wp_version = '([^']+)'/.exec(
    readFileSync(join(folder, 'wp-includes/version.php'), 'utf8'),
  )!;
  console.log(
    `WordPress ${version} with PHP ${versionOf('php')} and MariaDB ${versionOf('mariadbd')} runs at ${origin}, in ${root}.`,
  );

  const setOption = (name: string, value: string): unknown =>
    sql(
      `INSERT INTO wordpress.wp_options (option_name, option_value) VALUES (${quoted(name)}, ${quoted(value)})
      ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)`,
    );
  const main = 'havenkit/havenkit.php';
  if (Object.keys(plugin).length) setOption('active_plugins', `a:1:{i:0;s:${main.length}:"${main}";}`);
  return {
    origin,
    useTheme(name) {
      setOption('template', name);
      setOption('stylesheet', name);
    },
    setFooter: (html) => setOption('havenkit_footer', html),
    useEditor: (editor) => setOption('havenkit_editor', editor),
    php: (code) =>
      execFileSync('php', ['-r', `require ${quoted(`${folder}/wp-load.php`)}; ${code}`], { env, encoding: 'utf8' }),
    errorLog,
    close: () => programs.end(),
  };
}
