/** Programs in a temporary folder of their own. They end, and the folder is removed, at the latest with this process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Programs {
  /** The temporary folder. */
  readonly root = mkdtempSync(join(tmpdir(), 'havenkit-wordpress-'));
  readonly #log = join(this.root, 'log');
  readonly #running: ChildProcess[] = [];
  // Also after an interruption, when no hook of a test runs to its end.
  readonly #onExit = (): void => {
    for (const child of this.#running) this.#signal(child, 'SIGKILL');
    this.#remove();
  };

  constructor() {
    process.once('exit', this.#onExit);
  }

  start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
    const log = openSync(this.#log, 'a');
    // A group of its own, which ends with PHP's workers.
    this.#running.push(spawn(program, args, { stdio: ['ignore', log, log], detached: true, env }));
  }

  /** Calls it until it succeeds. @throws after a minute, with the last lines of what the programs printed */
  async retry(what: string, attempt: () => unknown): Promise<void> {
    const end = Date.now() + 60_000;
    for (;;)
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > end) {
          const lines = readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-20);
          throw new Error(`${what} did not start: ${String(error)}\n${lines.join('\n')}`, { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
  }

  async end(): Promise<void> {
    for (const child of this.#running.toReversed()) {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      this.#signal(child, 'SIGTERM');
      await ended;
    }
    process.off('exit', this.#onExit);
    this.#remove();
  }

  #signal({ pid }: ChildProcess, signal: NodeJS.Signals): void {
    try {
      if (pid) process.kill(-pid, signal);
    } catch {
      // The program has ended by itself.
    }
  }

  #remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
