import type { Page, PageElement } from '@havenkit/embed/snippets';

/** What a page is called, and no practice. */
const pageWords = new Set([
  ...['home', 'homepage', 'home page', 'welcome', 'contact', 'contact us', 'about', 'about us', 'about me', 'services'],
  ...['our services', 'team', 'our team', 'blog', 'faq', 'fees', 'rates', 'start', 'index', 'untitled'],
  ...['inicio', 'bienvenida', 'bienvenido', 'bienvenidos', 'contacto', 'acerca de', 'sobre mí', 'sobre nosotros'],
  ...['sobre nosotras', 'nosotros', 'nosotras', 'quiénes somos', 'servicios', 'equipo', 'preguntas', 'tarifas'],
]);

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** What is on the page around the name of its site, and how much each of it says. */
function evidence(elements: readonly PageElement[]): { text: string; weight: number }[] {
  return elements.flatMap((element) => {
    const { name, attributes, tag } = element;
    const isLogo = /\b(?:logo|brand|site-title|site-name)\b/i.test(tag);
    if (name === 'img') return isLogo ? { text: plain(attributes.get('alt') ?? ''), weight: 2 } : [];
    if (name === 'footer') {
      const text = plain(element.text);
      return [
        { text, weight: 1 },
        { text: /©.{0,80}/.exec(text)?.[0] ?? '', weight: 2 },
      ];
    }
    if (name === 'h1') return { text: plain(element.text), weight: 1 };
    return isLogo && /^(?:a|p|span|div)$/.test(name) ? { text: plain(element.text).slice(0, 200), weight: 2 } : [];
  });
}

/**
 * The name of the site that a page is of: as the page says it, or else the part of its title that is also in its logo, heading or
 * footer, or else the longest part.
 *
 * @returns `undefined` if the title only says which page it is
 */
export function pageName({ elements }: Page): string | undefined {
  const siteName = elements
    .find(({ attributes }) => attributes.get('property') === 'og:site_name')
    ?.attributes.get('content')
    ?.trim();
  if (siteName) return siteName;
  const title = elements.find(({ name }) => name === 'title')?.text ?? '';
  const parts = title
    .split(/\s+[|–—•·»:-]+\s+|\s*\|\s*/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part && !pageWords.has(plain(part)));
  const seen = evidence(elements);
  const scoreOf = (part: string): number =>
    seen
      .filter(({ text }) => text.includes(plain(part)))
      // A place that has nothing else is surely named so.
      .map(({ text, weight }) => (text === plain(part) ? 2 * weight : weight))
      .reduce((sum, weight) => sum + weight, 0);
  // Site names come first or last, so the parts between are only about the page.
  return [...new Set([parts[0], parts.at(-1)])]
    .filter((part) => part !== undefined)
    .map((part) => ({ part, score: scoreOf(part) }))
    .sort((a, b) => b.score - a.score || b.part.length - a.part.length)[0]?.part;
}
