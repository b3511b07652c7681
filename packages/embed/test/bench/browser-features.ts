/** Pages on which the browser does something unusual. */
import { expect } from '@playwright/test';
import type { Host } from './host.ts';
import { inline, pageOf } from './pages.ts';

/** Does what a translator does to a page: wraps every text in two font elements, also in shadow roots and in what comes later. */
const translator = `
const seen = new WeakSet();
const observer = new MutationObserver((records) => {
  for (const { target, addedNodes } of records) for (const node of addedNodes.length ? addedNodes : [target]) translate(node);
});
function translate(node) {
  if (node.nodeType === 3) {
    const { parentElement } = node;
    if (!node.data.trim() || parentElement?.closest('font, script, style, textarea') || !node.parentNode) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    node.replaceWith(outer);
    outer.append(inner);
    inner.append(node);
    return;
  }
  if (node.shadowRoot) watch(node.shadowRoot);
  for (const child of [...node.childNodes]) translate(child);
}
function watch(root) {
  if (!seen.has(root)) {
    seen.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }
  for (const child of [...root.childNodes]) translate(child);
}
function startTranslator() {
  document.documentElement.lang = 'fr';
  document.documentElement.classList.add('translated-ltr');
  watch(document.body);
}`;

export const browserFeatures: readonly Host[] = [
  {
    name: 'Printed',
    thorough: ['loader', 'frame'],
    imitates: 'The page is shown as on paper, where everything is there to read.',
    paper: true,
    pages: ({ pasted }) => ({ '/': pageOf(pasted) }),
    async visit(page) {
      await page.emulateMedia({ media: 'print' });
      return page;
    },
  },
  {
    name: 'Translated by the browser',
    thorough: ['loader', 'frame', 'html'],
    imitates:
      'A translator wraps every text in `<font>` elements, in the widgets too, and changes the language of the page.',
    pages: ({ pasted }) => ({ '/': pageOf(pasted, inline(translator)) }),
    async visit(page, { form }) {
      if (form === 'element' || form === 'loader')
        await expect(page.locator('haven-contact-card').getByText('Save contact')).toBeVisible();
      await page.evaluate(() => (globalThis as unknown as { startTranslator(): void }).startTranslator());
      return page;
    },
  },
  {
    name: 'View transition',
    imitates: 'The widgets come onto the page in a view transition in which each has a name.',
    thorough: ['loader', 'frame', 'html'],
    pages: ({ markup, scripts }) => ({
      '/': pageOf(
        `<main>Welcome</main><template>${markup}</template>${scripts.join('')}`,
        '<style>haven-contact-card { view-transition-name: card; } iframe { view-transition-name: match-element; }</style>',
      ),
    }),
    async visit(page) {
      await page.evaluate(async () => {
        const change = (): void => {
          const { content } = document.querySelector('template')!;
          document.querySelector('main')!.replaceChildren(document.importNode(content, true));
        };
        await document.startViewTransition(change).finished;
      });
      return page;
    },
  },
  {
    name: 'Back from the page cache',
    imitates:
      'The events of a page that was left and came back from the browser’s cache. The cache itself is not used.',
    thorough: ['loader', 'frame', 'html'],
    pages: ({ pasted }) => ({ '/': pageOf(pasted) }),
    async visit(page, { form }) {
      if (form === 'element') await expect(page.locator('haven-contact-card').getByText('Save contact')).toBeVisible();
      for (const type of ['pagehide', 'pageshow'] as const)
        await page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type);
      return page;
    },
  },
  {
    name: 'content-visibility',
    imitates: 'Sections far down the page are rendered only when they are near.',
    thorough: ['loader', 'frame', 'html'],
    pages: ({ snippets, scripts, form }) => ({
      '/': pageOf(
        `${snippets.map((snippet) => `<div class="gap"></div><section>${snippet}</section>`).join('')}${form === 'loader' ? scripts.join('') : ''}`,
        '<style>.gap { block-size: 2500px; } section { content-visibility: auto; contain-intrinsic-size: auto 300px; }</style>',
      ),
    }),
  },
];
