/** Builders that put pasted code into the page itself. */
import { expect } from '@playwright/test';
import { type Host } from './host.ts';
import { inline, pageOf } from './pages.ts';

/** Swaps the content of the page as templates of Squarespace 7.0 do: fetched, parsed, and its scripts not run again. */
const ajaxLoading = `
addEventListener('click', async (event) => {
  const link = event.target.closest('nav a');
  if (!link) return;
  event.preventDefault();
  const text = await (await fetch(link.href)).text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main').replaceWith(document.importNode(next.querySelector('main'), true));
  history.pushState(null, '', link.href);
  window.dispatchEvent(new Event('mercury:load'));
});`;

/** Renders a section again as the theme editor of Shopify does. */
const sectionRendering = `
async function renderSection() {
  const section = document.querySelector('.shopify-section');
  const text = await (await fetch('/section')).text();
  section.dispatchEvent(new CustomEvent('shopify:section:unload', { bubbles: true }));
  section.innerHTML = text;
  section.dispatchEvent(new CustomEvent('shopify:section:load', { bubbles: true }));
}`;

/** What is in Webflow's own style sheet for its elements of code and tabs. */
const webflow = `<style>
  * { box-sizing: border-box; }
  body { margin: 0; font: 14px/20px Arial, sans-serif; color: #333; }
  .w-embed::before, .w-embed::after { content: " "; grid-area: 1 / 1 / 2 / 2; display: table; }
  .w-tab-pane { display: none; position: relative; }
  .w-tab-pane.w--tab-active { display: block; }
</style>`;

/** What Ghost's default theme says about what is in a post. */
const ghost = `<style>
  html { font-size: 62.5%; }
  body { font-size: 1.6rem; }
  .gh-canvas { display: grid; grid-template-columns: [full-start] minmax(4vw, auto) [main-start] minmax(auto, 720px) [main-end] minmax(4vw, auto) [full-end]; }
  .gh-canvas > * { grid-column: main-start / main-end; }
  .gh-content > * + * { margin-top: max(3.2vmin, 24px); margin-bottom: 0; }
</style>`;

export const inlineBuilders: readonly Host[] = [
  {
    name: 'Squarespace, Code Block',
    builder: 'squarespace',
    thorough: ['frame'],
    reservesRoom: true,
    imitates:
      'The content of the page is swapped by AJAX, twice, and the scripts in it are not run again. Scripts are in Code Injection.',
    pages: ({ markup, scripts }) => {
      const page = (main: string): string =>
        pageOf(
          `<nav><a href="/program">Program</a> <a href="/">Home</a></nav><main>${main}</main>${scripts.join('')}${inline(ajaxLoading)}`,
        );
      return {
        '/': page('<h1>Welcome</h1>'),
        '/program': page(`<div class="sqs-block code-block"><div class="sqs-block-content">${markup}</div></div>`),
      };
    },
    async visit(page) {
      for (const name of ['Program', 'Home', 'Program']) {
        await page.getByRole('link', { name, exact: true }).click();
        await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible({ visible: name === 'Home' });
      }
      return page;
    },
  },
  {
    name: 'Webflow, HTML Embed',
    builder: 'webflow',
    thorough: ['loader', 'frame'],
    reservesRoom: true,
    imitates: 'Embeds of at most 50,000 characters in a tab that is hidden at first, in Webflow’s styles.',
    pages: ({ snippets, scripts, form }) => {
      for (const snippet of snippets) expect(snippet.length).toBeLessThan(50_000);
      const embeds = snippets.map((snippet) => `<div class="w-embed w-script">${snippet}</div>`).join('');
      return {
        '/': pageOf(
          `<div class="w-tabs"><button>Program</button><div class="w-tab-pane">${embeds}</div></div>
${form === 'loader' ? scripts.join('') : ''}
${inline("document.querySelector('button').onclick = () => document.querySelector('.w-tab-pane').classList.add('w--tab-active')")}`,
          webflow,
        ),
      };
    },
    async visit(page) {
      await page.getByRole('button', { name: 'Program' }).click();
      return page;
    },
  },
  {
    name: 'Shopify, Custom Liquid',
    builder: 'shopify',
    thorough: ['loader', 'frame', 'html'],
    reservesRoom: true,
    imitates:
      'The section with the snippet is rendered again, twice, as in the theme editor, without running its scripts.',
    pages: ({ pasted }) => ({
      '/': pageOf(`<div class="shopify-section">${pasted}</div>${inline(sectionRendering)}`),
      '/section': pasted,
    }),
    async visit(page) {
      for (let times = 0; times < 2; times++)
        await page.evaluate(() => (globalThis as unknown as { renderSection(): Promise<void> }).renderSection());
      return page;
    },
  },
  {
    name: 'Ghost, HTML card',
    builder: 'ghost',
    thorough: ['frame', 'html'],
    reservesRoom: true,
    imitates:
      'The card is between the comments that Ghost writes, in the styles of its cards. The loader is in Code injection.',
    pages: ({ form, markup, pasted, scripts }) => ({
      '/': pageOf(
        `<article class="gh-article"><section class="gh-content gh-canvas"><p>Our program</p>
<!--kg-card-begin: html-->
${form === 'loader' ? markup : pasted}
<!--kg-card-end: html-->
<p>Welcome</p></section></article>${form === 'loader' ? scripts.join('') : ''}`,
        ghost,
      ),
    }),
  },
];

/** A page that no builder changes. */
export const plainPage: Host = {
  name: 'Another builder, or a page written by hand',
  builder: 'other',
  thorough: ['loader', 'frame', 'html'],
  imitates: 'Nothing is around the snippets, and nothing is done to them.',
  pages: ({ pasted }) => ({ '/': pageOf(pasted) }),
};
