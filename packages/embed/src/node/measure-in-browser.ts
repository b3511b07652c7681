import { existsSync, readFileSync } from 'node:fs';
import { measure, type MeasureOptions, type Sample } from '../measure.js';
import type { Room } from '../reserved-room.js';

/** What is used of playwright-core. */
interface Page {
  setContent(html: string): Promise<void>;
  addScriptTag(options: { content: string }): Promise<unknown>;
  evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>;
}
interface Browser {
  newPage(options: { hasTouch: boolean; isMobile: boolean }): Promise<Page>;
  close(): Promise<void>;
}
interface Playwright {
  readonly chromium: { launch(options: { executablePath: string; args?: string[] }): Promise<Browser> };
}

const read = (file: string): string => readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');

async function playwright(): Promise<Playwright> {
  try {
    return await import('playwright-core');
  } catch {
    throw new Error(
      '--browser needs the package playwright-core; install it with: npm install --no-save playwright-core',
    );
  }
}

/**
 * Measures a widget in Chrome or Chromium, with a mouse and with a touch screen.
 *
 * @param browser - path of the program
 * @param files - CDN files that the widget needs
 * @param progress - called with what is being done, which takes up to a minute
 * @throws Error with a message for the site owner
 */
export async function measureInBrowser(
  browser: string,
  files: readonly string[],
  language: string,
  options: MeasureOptions,
  progress: (text: string) => void,
): Promise<Room> {
  const { chromium } = await playwright();
  if (!existsSync(browser)) throw new Error(`--browser: there is no program ${browser}`);
  const program = await chromium.launch({
    executablePath: browser,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const measured = async (touch: boolean): Promise<Sample[]> => {
    progress(
      touch ? 'Measuring the widget with a touch screen, 2 of 2 …' : 'Measuring the widget with a mouse, 1 of 2 …',
    );
    const page = await program.newPage({ hasTouch: touch, isMobile: touch });
    await page.setContent(`<!doctype html><html lang="${language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><body style="margin:0">`);
    for (const file of files) await page.addScriptTag({ content: read(file) });
    return page.evaluate(measure, options);
  };
  try {
    return { mouse: await measured(false), touch: await measured(true) };
  } finally {
    await program.close();
  }
}
