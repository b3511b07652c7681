/** One instruction of a Dockerfile, with continued lines joined. */
export interface Instruction {
  name: string;
  text: string;
}

/** Reads a Dockerfile with comments and continued lines, but without heredocs or several stages. */
export const readDockerfile = (text: string): Instruction[] =>
  text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
      return { name, text: rest };
    });

/** Reads a command in exec form: `["node", "…"]`. */
export function exec(text: string): string[] {
  const parts = JSON.parse(text) as unknown;
  if (!Array.isArray(parts) || parts.length === 0 || parts.some((part) => typeof part !== 'string'))
    throw new Error(`Expected a command in exec form: ${text}`);
  return parts as string[];
}
