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
   * @returns what to print, or `undefined` when the arguments are not as in `usage`
   * @throws Error with a message for the site owner
   */
  readonly run: (
    files: readonly string[],
    options: Readonly<Record<string, string | undefined>>,
  ) => CommandResult | undefined | Promise<CommandResult | undefined>;
}
