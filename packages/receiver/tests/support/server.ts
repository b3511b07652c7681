import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { within } from './wait.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The result of a command. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command in its own process. */
export async function command(args: string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const code = await within(`"${args.join(' ')}" to end`, ended);
  return { code, stdout, stderr };
}

/** A receiver that listens in its own process. */
export interface Server {
  url: string;
  port: number;
  process: ChildProcess;
  /** Its output so far. */
  output: () => string;
  /** Stops it, and resolves when it has ended. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

export async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: { ...process.env, PORT: '0', RATE_LIMIT: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  void ended.then(() => process.off('exit', stop));
  let output = '';
  const listening = new Promise<number>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = /"outcome":"listening","port":(\d+)/.exec(output)?.[1];
      if (found) resolve(Number(found));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('close', () => reject(new Error(`The receiver did not start:\n${output}`)));
  });
  const port = await within('the receiver to start', listening);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      await within(`the receiver to end after ${signal}`, ended);
    },
  };
}
