/**
 * A file name for something that has a name: letters and digits of any script in small letters, with hyphens between; at
 * most 60 characters, never empty. (Names that Windows reserves are the browser's to avoid.)
 *
 * @param otherwise - what is taken when nothing of the name is left
 * @param extension - without its dot
 */
export function fileName(name: string, otherwise: string, extension: string): string {
  const words =
    name
      .normalize()
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${[...words.join('-')].slice(0, 56).join('').replace(/-$/, '') || otherwise}.${extension}`;
}
