/**
 * The bench: every host with every form of the four widgets. On each page a visitor reads and does the same, one sign-up arrives, and
 * nothing is thrown. `npm run embedding-table` writes the results into docs/embedding.md.
 */
import { test } from '@playwright/test';
import { home, serve } from '../embedded.page.js';
import { contentOf } from './content.js';
import { useEverything } from './contract.js';
import { forms, whyUntested, widgetNames } from './host.js';
import { hosts } from './hosts.js';

for (const host of hosts)
  test.describe(host.name, () => {
    test.use({ javaScriptEnabled: host.scripts !== false });

    for (const form of forms) {
      if (widgetNames.every((widget) => whyUntested(host, form, widget))) continue;
      test(form, { tag: host.thorough?.includes(form) ? '@thorough' : [] }, async ({ page }) => {
        const content = await contentOf(form, host.reservesRoom, host.builder);
        const headers = typeof host.headers === 'function' ? host.headers(content) : (host.headers ?? {});
        const traffic = await serve(page, host.pages(content), { ...host, headers });
        await page.goto(home);
        const scope = (await host.visit?.(page, content)) ?? page;
        await useEverything(host, form, scope, traffic);
        await host.after?.(page, content);
      });
    }
  });
