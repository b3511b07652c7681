/** Words around something that has a look of its own, such as a number that must not break. */
export function around(words: (text: string) => string, content: unknown): unknown[] {
  const [before, after] = words('\0').split('\0');
  return [before, content, after];
}
