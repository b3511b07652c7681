import { parseArgs } from 'node:util';
import { similarName } from '../similar-name.js';
import { checkCommand } from './check.js';
import { UsageError, type Command, type CommandResult } from './command.js';
import { jsonLdCommand } from './json-ld.js';
import { snippetCommand } from './snippet.js';

const commands: Readonly<Record<string, Command>> = {
  snippet: snippetCommand,
  check: checkCommand,
  'json-ld': jsonLdCommand,
};

/** How to use one command, or all of them. */
const help = (command?: Command): string =>
  [
    'Usage:',
    ...(command ? [command] : Object.values(commands)).flatMap(({ usage, description, options }) => [
      '',
      `  ${usage}`,
      `    ${description} Give - to read from standard input.`,
      ...Object.entries(options).map(([name, text]) => `    --${name}  ${text}`),
    ]),
  ].join('\n');

const didYouMean = (name: string, known: readonly string[], prefix = ''): string => {
  const similar = similarName(name, known);
  return similar ? `. Did you mean ${prefix}${similar}?` : '';
};

/** Reads the arguments of a command. @throws UsageError that names the option that is wrong */
function parse(command: Command, args: readonly string[]): { files: string[]; options: Record<string, string> } {
  const names = Object.keys(command.options);
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' } as const])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options: Record<string, string> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!names.includes(name)) throw new UsageError(`there is no option ${rawName}${didYouMean(name, names, '--')}`);
    if (!value || value.startsWith('--')) throw new UsageError(`--${name} needs a value: ${command.options[name]}`);
    options[name] = value;
  }
  return { files: positionals, options };
}

/**
 * Runs `havenkit` without printing anything, so that a test need not start a process.
 *
 * @returns what to print; the exit code is 1 when the input cannot be used or has errors, 2 when the arguments are wrong
 */
export async function execute([name = '', ...args]: readonly string[]): Promise<CommandResult> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if ([name, ...args].some((argument) => argument === '--help' || argument === '-h'))
    return { output: help(command), notes: [] };
  try {
    if (!command) {
      const problem = name ? `there is no command ${name}` : 'expected a command';
      throw new UsageError(problem + didYouMean(name, Object.keys(commands)));
    }
    const { files, options } = parse(command, args);
    return await command.run(files, options);
  } catch (error) {
    const note = `${command ? `havenkit ${name}` : 'havenkit'}: ${(error as Error).message}`;
    if (!(error instanceof UsageError)) return { output: '', notes: [note], code: 1 };
    return { output: '', notes: [note, `\n${help(command)}`], code: 2 };
  }
}

/** Runs `havenkit` and prints what it has to say. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  const { output, notes, code = 0 } = await execute(args);
  for (const note of notes) console.error(note);
  if (output) console.log(output);
  return code;
}
