/** Wix: a Custom Element, which takes a script's address and a tag name, and Embed HTML, which is a frame. */
import { expect } from '@playwright/test';
import { home } from '../embedded.page.ts';
import { notPossible, widgetNames, type Host } from './host.ts';
import { frame, inline, pageOf, sandboxWarning } from './pages.ts';

const noHtml = notPossible(
  'a Custom Element takes the address of a script and the name of a tag, and no HTML; use Embed HTML',
);

/** Runs in the page as Wix and Velo do: it makes the elements, moves them, sets their attributes late, and hears their events. */
const editor = `
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
globalThis.heard = [];
for (const type of ['haven-ready', 'haven-error', 'haven-contact', 'haven-step', 'haven-signup', 'haven-reflection'])
  document.addEventListener(type, ({ detail }) => heard.push([type, structuredClone(detail)]));
async function build(elements) {
  const placed = [];
  for (const box of document.querySelectorAll('.site'))
    for (const { tag, attributes } of elements) {
      const place = box.appendChild(document.createElement('div'));
      place.className = 'component';
      placed.push([place.appendChild(document.createElement(tag)), attributes]);
    }
  for (const { address } of elements) {
    const script = document.createElement('script');
    script.src = address;
    document.head.append(script);
    await new Promise((resolve) => (script.onload = resolve));
  }
  await nextFrame();
  for (const [element] of placed) {
    const place = element.parentElement;
    document.body.append(element);
    await nextFrame();
    place.append(element);
  }
  for (const [element, attributes] of placed)
    for (const name of Object.keys(attributes)) {
      element.setAttribute(name, attributes[name]);
      await nextFrame();
    }
}`;

const styles = `<style>
  .component { position: relative; inline-size: 100%; min-block-size: 200px; margin-block-end: 20px; }
  .mobile { display: none; }
  @media (max-width: 750px) { .desktop { display: none; } .mobile { display: block; } }
</style>`;

const customElement: Host = {
  name: 'Wix, Custom Element',
  builder: 'wix',
  imitates:
    'Elements are made by a script, once for computers and once, hidden, for phones. Their files come after them, then they are ' +
    'moved, and their attributes are set one by one. The page only hears events, as copies.',
  untested: {
    loader: noHtml,
    frame: noHtml,
    html: noHtml,
  },
  // The elements are there for a while before their attributes.
  expectedProblems: /^<haven-[\w-]+> [\w-]+: expected/,
  pages: () => ({
    '/': pageOf(`<div class="site desktop"></div><div class="site mobile"></div>${inline(editor)}`, styles),
  }),
  async visit(page, { customElements }) {
    await page.evaluate(
      (elements) => (globalThis as unknown as { build(elements: unknown): Promise<void> }).build(elements),
      customElements,
    );
    return page;
  },
  async after(page) {
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: [string, object][] }).heard);
    const of = (type: string): object[] => heard.filter(([name]) => name === type).map(([, detail]) => detail);
    expect(of('haven-ready')).toHaveLength(2 * widgetNames.length);
    expect(of('haven-step')).toContainEqual(expect.objectContaining({ id: expect.any(String) }));
    expect(of('haven-signup')).toContainEqual({ state: 'confirmed', reference: 'R-1' });
  },
};

const site = 'https://riverbend-filesusr.example/html/1.html';

const embedHtml: Host = {
  name: 'Wix, Embed HTML',
  builder: 'wix-embed',
  thorough: ['loader'],
  imitates:
    'A frame of another site with exactly the permissions that Wix gives, in a box of a fixed height. It may not open dialogs, save ' +
    'files or leave the page.',
  expectedProblems: sandboxWarning,
  pages: ({ pasted }) => ({
    '/': pageOf(
      frame(`sandbox="allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock" src="${site}"`),
    ),
    [site]: pageOf(pasted),
  }),
  async visit(page) {
    expect(page.url()).toBe(home);
    return page.frameLocator('[name=embedded]');
  },
};

export const wix: readonly Host[] = [customElement, embedHtml];
