import { paintedColors, type Rgb } from '@havenkit/tokens/contrast';
import { theme } from '@havenkit/tokens/styles';
import { tokenNames } from '@havenkit/tokens/tokens';

/** Names of the theme's colors, without `--haven-color-`. */
export const colorNames = tokenNames
  .filter((name) => name.startsWith('--haven-color-'))
  .map((name) => name.replace('--haven-color-', ''));

/** The painted colors of a theme, by name. */
export type PaintedTheme = ReadonlyMap<string, Rgb>;

/**
 * Sets one brand after another on an element with the theme, and paints every color that the browser computes.
 *
 * @param brands - CSS colors; an empty string means no brand
 */
export function paintThemes(brands: readonly string[], colorScheme: 'light' | 'dark'): PaintedTheme[] {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  root.adoptedStyleSheets = [sheet];
  const styles = colorNames.map((name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(--haven-color-${name})`;
    root.append(probe);
    return getComputedStyle(probe);
  });
  host.style.colorScheme = colorScheme;
  document.body.append(host);
  const computed = brands.flatMap((brand) => {
    host.style.setProperty('--haven-brand', brand);
    return styles.map((style) => style.color);
  });
  host.remove();
  const painted = paintedColors(computed);
  return brands.map(
    (_, row) => new Map(colorNames.map((name, column) => [name, painted[row * colorNames.length + column]!])),
  );
}
