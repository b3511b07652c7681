import { parseArgs } from 'node:util';
import { checkCommand } from './check.js';
import type { Command } from './command.js';
import { jsonLdCommand } from './json-ld.js';
import { snippetCommand } from './snippet.js';

const commands: Readonly<Record<string, Command>> = {
  snippet: snippetCommand,
  check: checkCommand,
  'json-ld': jsonLdCommand,
};

const help = [
  'Usage:',
  ...Object.values(commands).flatMap(({ usage, description, options }) => [
    '',
    `  ${usage}`,
    `    ${description} Give - to read from standard input.`,
    ...Object.entries(options).map(([name, text]) => `    --${name}  ${text}`),
  ]),
].join('\n');

/**
 * Runs `havenkit` and prints what it has to say.
 *
 * @returns the exit code: 1 when the input cannot be used or has errors, 2 when the arguments are wrong
 */
export async function run([name = '', ...args]: readonly string[]): Promise<number> {
  if ([name, ...args].some((argument) => argument === '--help' || argument === '-h')) {
    console.log(help);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    const options = Object.fromEntries(
      Object.keys(command?.options ?? {}).map((option) => [option, { type: 'string' } as const]),
    );
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const result = await command?.run(positionals, values);
    if (!result) {
      console.error(help);
      return 2;
    }
    for (const note of result.notes) console.error(note);
    console.log(result.output);
    return result.code ?? 0;
  } catch (error) {
    console.error(`havenkit ${name}: ${(error as Error).message}`);
    return (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
  }
}
