/** One instruction of a Dockerfile, with its continued lines as one. */
export interface Instruction {
  name: string;
  text: string;
}

/** Reads a Dockerfile, as far as ours goes: comments, continued lines, no heredocs and no second stage. */
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

/** A command in the form that needs no shell: `["node", "…"]`. */
export function exec(text: string): string[] {
  const words = JSON.parse(text) as unknown;
  if (!Array.isArray(words) || !words.length || words.some((word) => typeof word !== 'string'))
    throw new Error(`This is no command in exec form: ${text}`);
  return words as string[];
}
