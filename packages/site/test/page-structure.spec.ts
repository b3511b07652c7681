/** What the example pages look like: first screen, links, headings, length of lines, style sheets. */
import { expect, test } from '@playwright/test';
import { startServer } from '../server.mjs';
import { open, pages } from './example-pages.js';

let site: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  site = await startServer();
});
test.afterAll(() => site.close());

for (const { title, path, number, words } of pages)
  test.describe(title, () => {
    test('shows what matters most on the first screen of a phone', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(site.origin + path);
      const link = page.getByRole('main').getByRole('link', { name: `${words.call} ${number}` });
      await expect(link).toBeInViewport({ ratio: 1 });
      const crisis = page.locator('.crisis').first();
      await expect(crisis).toContainText(words.call988);
      await expect(crisis.getByRole('link', { name: '911' })).toBeInViewport({ ratio: 1 });
    });

    test('leads to the form, with and without scripts', async ({ browser }) => {
      for (const javaScriptEnabled of [true, false]) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
        const page = await context.newPage();
        await page.goto(site.origin + path);
        await page.getByRole('main').getByRole('link', { name: words.signUp }).click();
        await expect(page.locator('haven-signup-form')).toBeInViewport();
        // Without scripts the form is short, and the page ends below it.
        if (javaScriptEnabled) expect((await page.locator('haven-signup-form').boundingBox())!.y).toBeLessThan(100);
        else await expect(page.locator('form')).toBeInViewport({ ratio: 1 });
        // The first stop of the keyboard after the link is in the form.
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('haven-signup-form')?.localName)).toBe(
          'haven-signup-form',
        );
        await context.close();
      }
    });

    test('has a form without scripts whose fields are as tall as a finger needs', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
      const page = await context.newPage();
      await page.goto(site.origin + path);
      const targets = page
        .locator('form')
        .locator('input:not([type=checkbox]):visible, label:has([type=checkbox]), button');
      await expect(targets).toHaveCount(4);
      for (const target of await targets.all()) expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      await context.close();
    });

    test('has its headings in order, and few landmarks', async ({ page }) => {
      await open(page, site.origin + path);
      const levels = await page
        .getByRole('heading')
        .evaluateAll((all) => all.map(({ localName }) => Number(localName.slice(1))));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role)).toHaveCount(1);
      const named = 'section[aria-label], section[aria-labelledby], nav, aside';
      expect(await page.evaluate((selector) => document.querySelectorAll(selector).length, named)).toBe(0);
    });

    test('has lines of 45 to 70 characters in its text', async ({ page }) => {
      await page.setViewportSize({ width: 1100, height: 800 });
      await page.goto(site.origin + path);
      const lengths = await page.evaluate(() =>
        [...document.querySelectorAll('section > p')].map((paragraph) => {
          const range = document.createRange();
          const lines: string[] = [];
          let line = '';
          let bottom = 0;
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const [index, character] of [...(node as Text).data].entries()) {
              range.setStart(node, index);
              range.setEnd(node, index + 1);
              const box = range.getBoundingClientRect();
              if (!box.width) continue;
              // Italics in the same line move it a little.
              if (box.bottom - bottom > 12) {
                lines.push(line);
                line = '';
                bottom = box.bottom;
              }
              line += character;
            }
          return Math.max(...[...lines, line].map((text) => text.replace(/\s+/g, ' ').trim().length));
        }),
      );
      expect(Math.max(...lengths)).toBeGreaterThanOrEqual(45);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(70);
    });

    test('uses every rule of its style sheets', async ({ page }) => {
      await open(page, site.origin + path);
      const unused = await page.evaluate(() => {
        const selectors = (rules: CSSRuleList): string[] =>
          [...rules].flatMap((rule) => {
            if (rule instanceof CSSStyleRule)
              return rule.selectorText.replace(/::?(part\([^)]*\)|[\w-]+(?=[\s,)]|$))/g, '');
            return rule instanceof CSSMediaRule ? selectors(rule.cssRules) : [];
          });
        const sheets = [...document.styleSheets].map(({ cssRules }) => cssRules);
        return sheets.flatMap(selectors).filter((selector) => {
          // A state that the page does not have yet.
          const always = selector.replace(/\[state[^\]]*\]/g, '') || '*';
          return !document.querySelector(always);
        });
      });
      expect(unused).toEqual([]);
    });
  });
