/** Pages whose own scripts are careless, and pages that load Havenkit's scripts in an unusual way. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { files } from '../embedded.page.ts';
import { notPossible, type Content, type Host } from './host.ts';
import { inline, pageOf } from './pages.ts';

const noScript = 'has no script';

/** A page that loads the scripts in its own way. */
const loaded = (
  name: string,
  imitates: string,
  page: (content: Content) => string,
  others: Partial<Host> = {},
): Host => ({
  name,
  imitates,
  untested: { html: noScript },
  thorough: ['loader', 'frame'],
  pages: (content) => ({ '/': page(content) }),
  ...others,
});

/** Script tags with other attributes. */
const changed = ({ scripts }: Content, from: string, to: string): string => scripts.join('').replaceAll(from, to);

/** The built file, which says that it is an older version. */
const oldVersion = (): string =>
  readFileSync('packages/embed/dist/haven.classic.js', 'utf8').replaceAll(/(['"`])0\.\d+\.\d+\1/g, "'0.0.1'");

/** Loads the scripts at the first touch, key or move of the mouse, as plugins for speed do. */
const delay = `
const start = () => {
  for (const type of ['touchstart', 'mousemove', 'keydown']) removeEventListener(type, start);
  for (const waiting of document.querySelectorAll('script[type="text/delayed"]')) {
    const script = document.createElement('script');
    for (const { name, value } of waiting.attributes) if (name !== 'type') script.setAttribute(name, value);
    script.async = false;
    waiting.replaceWith(script);
  }
};
for (const type of ['touchstart', 'mousemove', 'keydown']) addEventListener(type, start);`;

export const scripts: readonly Host[] = [
  {
    name: 'Globals overwritten',
    thorough: ['loader', 'frame', 'html'],
    imitates:
      'Scripts of the page have variables and elements with the names of globals: `self`, `parent`, `origin`, `event`, `name`, `length`, `forms`.',
    pages: ({ pasted }) => ({
      '/': pageOf(
        `<a id="customElements"></a><a id="litHtml"></a><form id="location"><input name="href"><input name="submit"></form>${pasted}`,
        inline(
          "var name = 'x', status = 1, event = {}, origin = '', length = 99, $ = null, _ = null, lit = {}, haven = {}, Haven = 1;" +
            "for (const key of ['self', 'parent', 'screen', 'origin', 'external', 'scrollX', 'open', 'find', 'stop']) window[key] = 'x';",
        ),
      ),
    }),
  },
  {
    name: 'Object.prototype polluted',
    thorough: ['loader', 'frame', 'html'],
    imitates:
      'An old library added enumerable functions to `Object.prototype` and `Array.prototype`, such as `extend`, `each` and `first`.',
    pages: ({ pasted }) => ({
      '/': pageOf(
        pasted,
        inline(
          "for (const name of ['extend', 'each', 'clone', 'size', 'first', 'last', 'isEmpty', 'toArray', 'contains', 'inspect', 'merge', 'pluck'])" +
            'Object.prototype[name] = Array.prototype[name] = function () { return this; };',
        ),
      ),
    }),
  },
  {
    name: 'Two versions on one page',
    imitates:
      'Another snippet loaded an older version before. The first one stays, and one warning for each widget names both.',
    untested: { html: noScript },
    thorough: ['loader', 'frame'],
    expectedProblems: /0\.0\.1/,
    pages: ({ pasted }) => ({ '/': pageOf(pasted, `<script src="/old.js"></script>`), '/old.js': oldVersion() }),
    async after(page, { form }) {
      if (form === 'frame') return;
      const version = await page.evaluate(
        () => (customElements.get('haven-contact-card') as unknown as { version: string }).version,
      );
      expect(version).toBe('0.0.1');
    },
  },
  loaded(
    'Script in the head',
    'The scripts are in the head, without `defer`, before any widget is parsed.',
    (content) => pageOf(content.markup, changed(content, 'defer ', '')),
    {
      untested: { html: noScript, loader: 'needs `defer`, as its snippet has it' },
    },
  ),
  loaded('Script as a module', 'The files are loaded with `type="module"`.', (content) =>
    pageOf(content.markup + changed(content, 'defer ', 'type="module" ').replaceAll('.classic.js', '.js')),
  ),
  loaded(
    'Script async',
    'The scripts are in the head with `async`, so they run in any order, at any time.',
    (content) => pageOf(content.markup, changed(content, 'defer ', 'async ')),
  ),
  loaded('Script at the end', 'The scripts are the last thing on the page, without `defer`.', (content) =>
    pageOf(content.markup + changed(content, 'defer ', '')),
  ),
  loaded('Script twice', 'Every script is on the page twice, also as a single file with all widgets.', (content) =>
    pageOf(`${content.pasted}${content.scripts.join('')}<script defer src="${files}haven.classic.js"></script>`),
  ),
  loaded(
    'Script delayed',
    'A plugin for speed loads scripts only when the visitor first touches, types or moves the mouse.',
    (content) => pageOf(content.markup + changed(content, 'defer ', 'type="text/delayed" '), inline(delay)),
    {
      async visit(page, { form }) {
        if (form !== 'frame')
          await expect(page.getByRole('heading', { name: 'Riverbend Family Center' })).toBeVisible();
        await page.mouse.move(5, 5);
        await page.mouse.move(9, 9);
        return page;
      },
    },
  ),
  {
    name: 'No script at all',
    imitates: 'The visitor’s browser runs no scripts, or the builder takes them away. The fallback content is used.',
    scripts: false,
    untested: { frame: notPossible('the frame says that it needs a script') },
    pages: ({ pasted }) => ({ '/': pageOf(pasted) }),
  },
];
