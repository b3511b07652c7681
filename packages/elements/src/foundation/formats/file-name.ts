/**
 * Makes a file name from a title: `Ana's Center` becomes `anas-center.vcf`. It has lowercase letters and digits of any script,
 * joined by hyphens, and at most 60 characters. (Browsers avoid the names that Windows reserves.)
 *
 * @param fallback - used when the title has no letter and no digit
 * @param extension - without its dot
 */
export function fileName(title: string, fallback: string, extension: string): string {
  const parts =
    title
      .normalize()
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // A letter keeps its marks.
  const [name] = /^.{1,56}(?!\p{M})/u.exec(parts.join('-')) ?? [];
  return `${name?.replace(/-$/, '') || fallback}.${extension}`;
}
