import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { requirePostgres } from '../../../../scripts/machine/postgres.mjs';
import { within } from './wait.ts';

/** A PostgreSQL server in a temporary folder. It listens only on a socket file there. */
export interface Cluster {
  /** Creates an empty database and returns its address. */
  createDatabase: () => Promise<string>;
  /** Stops it without flushing anything, as in a power failure, and starts it again. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The user `postgres` if this process is root, because PostgreSQL refuses to run as root. */
function user(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a server with PostgreSQL's default durability: fsync and synchronous commits. */
export async function startCluster(): Promise<Cluster> {
  const bin = requirePostgres();
  const as = user();
  const folder = mkdtempSync(join(tmpdir(), 'havenkit-pg-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );

  const address = (name: string) => `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | undefined;
  let output = '';

  const kill = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  // An interrupted test run leaves nothing behind.
  process.on('exit', kill);

  async function start() {
    server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=60'],
      { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    for (const end = Date.now() + 30_000; ; await pause(50)) {
      const client = new pg.Client({ connectionString: address('postgres') });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (Date.now() > end || server.exitCode !== null)
          throw new Error(`PostgreSQL did not start:\n${output}`, { cause: error });
      }
    }
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT') {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill(signal);
    await within('PostgreSQL to end', ended);
  }

  await start();
  let databases = 0;
  return {
    async createDatabase() {
      const name = `test_${++databases}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async crash() {
      await end('SIGQUIT');
      await start();
    },
    async stop() {
      process.off('exit', kill);
      await end('SIGINT');
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
