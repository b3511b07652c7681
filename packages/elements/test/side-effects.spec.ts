/** Importing any module but `define.js` and the languages changes nothing, as `sideEffects` in package.json promises. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: string[] };
const exempt = globSync(sideEffects, { cwd: root });
const modules = globSync('dist/**/*.js', { cwd: root }).filter((module) => !exempt.includes(module));

/** One script that imports modules and drops none of their code. */
async function bundle(paths: readonly string[]): Promise<string> {
  const contents = paths.map((path) => `import './${path}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    ignoreAnnotations: true,
    conditions: ['production'],
    format: 'iife',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** Records what a script does to the page. */
function observe(): void {
  const effects: string[] = [];
  const record = (owner: object, name: string): void => {
    const original = Reflect.get(owner, name) as object;
    const spy = {
      apply: (target: () => unknown, self: unknown, args: unknown[]) => (
        effects.push(name),
        Reflect.apply(target, self, args)
      ),
      construct: (target: () => unknown, args: unknown[]) => (
        effects.push(name),
        Reflect.construct(target, args) as object
      ),
    };
    Reflect.set(owner, name, new Proxy(original, spy as ProxyHandler<object>));
  };
  record(EventTarget.prototype, 'addEventListener');
  record(EventTarget.prototype, 'dispatchEvent');
  record(CustomElementRegistry.prototype, 'define');
  record(Storage.prototype, 'setItem');
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'fetch', 'matchMedia'])
    record(window, name);
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'BroadcastChannel', 'Worker'])
    record(window, name);
  Object.assign(window, { effects, globals: new Set([...Reflect.ownKeys(window), 'effects', 'globals']) });
}

/** Names of what the page's own functions were called for, and of new globals other than Lit's. */
const changes = (): string[] => {
  const { effects, globals } = window as unknown as { effects: string[]; globals: Set<unknown> };
  const added = Reflect.ownKeys(window).filter((key) => !globals.has(key));
  return [...effects, ...added.map(String).filter((key) => !/^(lit|reactive)[A-Z]/.test(key))];
};

async function effectsOf(page: Page, script: string): Promise<string[]> {
  await page.route('https://page.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Page</title>' }),
  );
  await page.goto('https://page.example/');
  await page.evaluate(observe);
  const markup = await page.content();
  await page.evaluate(script);
  expect(await page.content()).toBe(markup);
  return page.evaluate(changes);
}

test('importing the modules has no side effect', async ({ page }) => {
  expect(modules.length).toBeGreaterThan(50);
  expect(await effectsOf(page, await bundle(modules))).toEqual([]);
});

for (const module of exempt)
  test(`importing ${module} has one`, async ({ page }) => {
    expect(await effectsOf(page, await bundle([module]))).not.toEqual([]);
  });
