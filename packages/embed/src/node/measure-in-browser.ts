import { readFileSync } from 'node:fs';
import { measure, type MeasureOptions } from '../measure.js';

/** What is used of playwright-core. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args?: string[] }): Promise<{
      newPage(): Promise<{
        setContent(html: string): Promise<void>;
        addScriptTag(options: { content: string }): Promise<unknown>;
        evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>;
      }>;
      close(): Promise<void>;
    }>;
  };
}

const read = (file: string): string => readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');

async function playwright(): Promise<Playwright> {
  try {
    return await import('playwright-core');
  } catch {
    throw new Error('--browser needs the package playwright-core: npm install --no-save playwright-core');
  }
}

/**
 * Measures a widget in Chrome or Chromium.
 *
 * @param browser - path of the program
 * @param files - CDN files that the widget needs
 * @throws Error with a message for the site owner
 */
export async function measureInBrowser(
  browser: string,
  files: readonly string[],
  language: string,
  options: MeasureOptions,
): Promise<number[]> {
  const { chromium } = await playwright();
  const program = await chromium.launch({
    executablePath: browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await program.newPage();
    await page.setContent(`<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="margin:0">`);
    for (const file of files) await page.addScriptTag({ content: read(file) });
    return await page.evaluate(measure, options);
  } finally {
    await program.close();
  }
}
