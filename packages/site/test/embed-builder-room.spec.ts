/** The room that a snippet of the embed builder reserves. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { widgets } from '@havenkit/embed/snippets';
import { root, test } from './embed-builder.page.js';

/** Fonts of pages. The wide one needs more lines than any usual one. */
const fonts = { usual: '16px system-ui', wide: '18px "DejaVu Sans Mono", monospace' };

/** Configurations of the example pages, by widget. */
const examples: Readonly<Record<string, string>> = {
  'circle-diagram': 'circle.json',
  'contact-card': 'practice.json',
  'reflection-prompt': 'prompts.json',
  'signup-form': 'program.json',
};

const configurationOf = (widget: string): Record<string, unknown> => ({
  ...(JSON.parse(readFileSync(`${root}packages/site/pages/partner/${examples[widget]}`, 'utf8')) as object),
  ...(widget === 'signup-form' && { endpoint: 'https://receiver.example/' }),
});

/** Widths and heights in the styles of a snippet. */
const rooms = (html: string): string[] => html.match(/min-width:[\d.]+em|room:[\d.]+em|pointer:coarse/g) ?? [];

test('has an example for every widget', () => {
  expect(Object.keys(examples)).toEqual(widgets);
});

for (const [index, widget] of widgets.entries())
  for (const language of ['en', 'es'])
    for (const [kind, font] of Object.entries(fonts)) {
      // Each takes seconds on two cores. Each widget, language and font is there every time, though not with every other.
      const isUsual = (language === 'es') === (kind === 'wide') && (index % 2 === 0) === (language === 'es');
      test(
        `reserves the same room for a ${widget} as the command, ${language}, in a ${kind} font`,
        { tag: isUsual ? [] : '@thorough' },
        async ({ builder }, testInfo) => {
          test.slow();
          const configuration = configurationOf(widget);
          const state = { widget, language, font, form: 'element', configurations: { [widget]: configuration } };
          await builder.open({ measures: true, file: `#${encodeURIComponent(JSON.stringify(state))}` });
          await expect(builder.snippet).toHaveValue(/--havenkit-room/, { timeout: 120_000 });
          const file = testInfo.outputPath('configuration.json');
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, JSON.stringify(configuration));
          const program = testInfo.project.use.launchOptions?.executablePath ?? chromium.executablePath();
          const options = ['--widget', widget, '--lang', language, '--font', font, '--browser', program];
          const expected = execFileSync('node', ['packages/embed/bin/havenkit.mjs', 'snippet', file, ...options], {
            cwd: root,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          });
          expect(rooms(expected).length).toBeGreaterThan(3);
          expect(rooms(await builder.snippet.inputValue())).toEqual(rooms(expected));
        },
      );
    }
