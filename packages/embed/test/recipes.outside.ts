/** The recipes for site generators: each project, built with the packages as they are published, shows the card. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

/** What a recipe installs besides our packages, and where it builds the site. */
const recipes = {
  astro: { packages: ['astro@7'], build: ['astro', 'build'], out: 'dist' },
  eleventy: { packages: ['@11ty/eleventy@3'], build: ['@11ty/eleventy'], out: '_site' },
  next: { packages: ['next@16', 'react@19', 'react-dom@19'], build: ['next', 'build'], out: 'out' },
} as const;

const root = mkdtempSync(join(tmpdir(), 'havenkit-recipes-'));
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };
const run = (cwd: string, program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', env });

let archives: string[];
test.beforeAll(() => {
  archives = ['tokens', 'elements', 'embed'].map((name) => {
    const source = join(import.meta.dirname, '../..', name);
    return join(root, run(root, 'npm', 'pack', source, '--silent').trim());
  });
});
test.afterAll(() => rmSync(root, { recursive: true }));

/** Serves a folder as a site, and reports what the page reports. */
async function serve(page: Page, folder: string): Promise<string[]> {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (line) => {
    if (['warning', 'error'].includes(line.type())) problems.push(line.text());
  });
  await page.route('https://site.example/**', (route) => {
    const path = join(folder, new URL(route.request().url()).pathname);
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' });
  });
  await page.goto('https://site.example/');
  return problems;
}

for (const [name, { packages, build, out }] of Object.entries(recipes))
  test(`${name} builds a site whose card shows the number, with and without scripts`, async ({ browser }) => {
    const project = join(root, name);
    cpSync(join(import.meta.dirname, '../recipes', name), project, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    run(project, 'npm', 'install', '--silent', '--no-audit', ...packages, ...archives);
    run(project, 'npx', ...build);
    const page = await browser.newPage();
    const problems = await serve(page, join(project, out));
    await expect(page.getByRole('heading', { name: 'Riverbend Family Center' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save contact' })).toBeVisible();
    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    await page.close();

    const plain = await browser.newPage({ javaScriptEnabled: false });
    await serve(plain, join(project, out));
    await expect(plain.getByRole('link', { name: '+1-503-555-0142' })).toHaveAttribute('href', 'tel:+15035550142');
    await plain.close();
  });
