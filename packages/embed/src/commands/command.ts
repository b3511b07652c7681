/** What a command prints. */
export interface CommandResult {
  /** On standard output. */
  readonly output: string;
  /** Lines on standard error. */
  readonly notes: readonly string[];
  /** Exit code, 0 by default. */
  readonly code?: number;
}

/** A command of `havenkit`. */
export interface Command {
  readonly usage: string;
  readonly description: string;
  /** Its options, each with a value, and what they are for. */
  readonly options: Readonly<Record<string, string>>;
  /**
   * @returns what to print
   * @throws UsageError when the arguments are not as in `usage`, and Error with a message for the site owner
   */
  readonly run: (
    files: readonly string[],
    options: Readonly<Record<string, string | undefined>>,
  ) => CommandResult | Promise<CommandResult>;
}

/** What is wrong with the arguments of a command. */
export class UsageError extends Error {}

/** The only file that a command takes. @throws UsageError when there are others; `undefined` when there is none */
export function onlyFile([file, ...rest]: readonly string[]): string | undefined {
  if (rest.length) throw new UsageError(`expected one file, found ${1 + rest.length}: ${[file, ...rest].join(' ')}`);
  return file || undefined;
}
