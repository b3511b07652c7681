/** The font of a page's text. */
export interface PageFont {
  /** In pixels. */
  readonly size: number;
  /** The value of `font-family`. */
  readonly family: string;
}

/**
 * Reads a size in pixels, which may be missing, and the names of fonts: `18px Georgia, serif`.
 *
 * @throws Error with a message for the site owner
 */
export function parsePageFont(text: string): PageFont {
  const [, size = '16', family = ''] = /^(?:([\d.]+)px\s+)?((?!\d)[^;{}<>]*\p{L}[^;{}<>]*)$/u.exec(text.trim()) ?? [];
  if (!family || !(Number(size) >= 8 && Number(size) <= 64))
    throw new Error('--font: expected a size from 8px to 64px and names of fonts, such as "18px Georgia, serif"');
  return { size: Number(size), family };
}
