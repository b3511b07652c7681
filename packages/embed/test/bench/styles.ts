/** Pages whose style sheets are made for something else. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { notPossible, type Content, type Host } from './host.ts';
import { pageOf } from './pages.ts';

const require = createRequire(import.meta.url);
const read = (path: string): string => readFileSync(path, 'utf8');

/** No text of a widget is too small to read, whatever the page makes of it. */
async function legible(page: Page, { form }: Content): Promise<void> {
  if (form !== 'element' && form !== 'loader') return;
  const sizes = await page
    .locator(':is(haven-contact-card, haven-circle-diagram, haven-reflection-prompt)')
    .evaluateAll((widgets) =>
      widgets.flatMap((widget) =>
        [...widget.shadowRoot!.querySelectorAll('p, button, a, h2, h3, label')]
          .filter((element) => element.checkVisibility())
          .map((element) => parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
}

const styled = (name: string, imitates: string, css: string, others: Partial<Host> = {}): Host => ({
  name,
  imitates,
  thorough: ['loader', 'frame', 'html'],
  pages: ({ pasted }) => ({
    '/': pageOf(`<div class="container"><main>${pasted}</main></div>`, '<link rel="stylesheet" href="/page.css">'),
    '/page.css': css,
  }),
  after: legible,
  ...others,
});

export const styles: readonly Host[] = [
  styled('Every style taken away', '`* { all: unset !important }`.', '* { all: unset !important; }', {
    untested: {
      html: { 'signup-form': notPossible('its checkboxes have no size without a style') },
    },
  }),
  styled(
    'Fields hidden',
    '`input, select, textarea, button, form { display: none !important }`.',
    'input, select, textarea, button, form { display: none !important; }',
    { untested: { html: { 'signup-form': notPossible('the page hides its fields') } } },
  ),
  styled(
    'Small root size',
    'The root is `62.5%`, and text is sized in `rem`.',
    'html { font-size: 62.5%; } body { font-size: 1.6rem; } p, li, a, label { font-size: 1.4rem; }',
  ),
  styled(
    'Fixed layers with huge z-index',
    'A header and a bar of cookies lie over the page with the greatest `z-index`.',
    `body { padding: 80px 0 120px; }
    html { scroll-padding: 90px 0 130px; }
    body::before, body::after { content: "Menu"; position: fixed; inset: 0 0 auto; block-size: 60px; background: gold; z-index: 2147483647; }
    body::after { content: "We use cookies"; inset: auto 0 0; block-size: 90px; }`,
  ),
  styled(
    'Transitions on everything',
    'Every element has long transitions, an animation and smooth scrolling.',
    `html { scroll-behavior: smooth; } @keyframes appear { from { opacity: 0; translate: 0 40px; } }
    * { transition: all 2s ease !important; animation: appear 0.6s both; }`,
  ),
  styled(
    'Bootstrap',
    'Bootstrap’s style sheet (npm `bootstrap`).',
    read(require.resolve('bootstrap/dist/css/bootstrap.css')),
  ),
  styled(
    'Tailwind',
    'Tailwind’s preflight (npm `tailwindcss`).',
    read(require.resolve('tailwindcss/preflight.css')).replace(/--theme\(([^()]|\([^()]*\))*\)/g, 'initial'),
  ),
  styled(
    'A WordPress theme',
    'The style sheet of Underscores, the starter theme (npm `undescores-for-npm`).',
    read(require.resolve('undescores-for-npm/style.css')),
  ),
];
