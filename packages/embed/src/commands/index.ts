import { parseArgs } from 'node:util';
import { similarName } from '../similar-name.js';
import { checkCommand } from './check.js';
import { UsageError, type Command } from './command.js';
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
 * Runs `havenkit` and prints what it has to say.
 *
 * @returns the exit code: 1 when the input cannot be used or has errors, 2 when the arguments are wrong
 */
export async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if ([name, ...args].some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help(command));
    return 0;
  }
  try {
    if (!command) {
      const problem = name ? `there is no command ${name}` : 'expected a command';
      throw new UsageError(problem + didYouMean(name, Object.keys(commands)));
    }
    const { files, options } = parse(command, args);
    const result = await command.run(files, options);
    for (const note of result.notes) console.error(note);
    console.log(result.output);
    return result.code ?? 0;
  } catch (error) {
    console.error(`${command ? `havenkit ${name}` : 'havenkit'}: ${(error as Error).message}`);
    if (!(error instanceof UsageError)) return 1;
    console.error(`\n${help(command)}`);
    return 2;
  }
}
