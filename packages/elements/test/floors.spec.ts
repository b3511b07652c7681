/** ESLint enforces the floors, pure models and strict CSP; a rule whose paths match nothing would be silent. */
import { expect, test } from '@playwright/test';
import { ESLint } from 'eslint';

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => /^(import-x\/|no-restricted-)/.test(ruleId),
  // None of these rules needs types.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

const card = 'packages/elements/src/contact-card';
const foundation = 'packages/elements/src/foundation';
const element = 'packages/elements/src/foundation/element/haven-element.ts';

const forbidden = [
  ['packages/tokens/src/contrast.ts', "import '@havenkit/elements/foundation';"],
  [element, "import '@havenkit/embed/policies';"],
  [element, "import '../../contact-card/contact-card.js';"],
  ['packages/receiver/src/receiver.ts', "import '@havenkit/elements/foundation';"],
  ['packages/embed/src/json-ld.ts', "import '@havenkit/receiver';"],
  ['packages/embed/src/json-ld.ts', "import '../../elements/dist/foundation/index.js';"],
  ['stories/tokens.stories.ts', "import '../packages/elements/src/contact-card/define.js';"],
  [`${card}/contact-card.ts`, "import '../signup-form/model/program.js';"],
  [`${card}/contact-card.ts`, "await import('../signup-form/model/program.js');"],
  [`${card}/contact-card.ts`, "import 'lit/directives/unsafe-html.js';"],
  [`${card}/contact-card.ts`, 'element.innerHTML = text;'],
  [`${card}/contact-card.ts`, 'html`<p style="color: red"></p>`;'],
  [`${card}/contact-card.ts`, '(on ? host.addEventListener : host.removeEventListener)("x", f);'],
  [`${card}/contact-card.ts`, 'Array.from(list, f);'],
  [`${card}/contact-card.ts`, 'for (const [index, item] of list.entries()) f(index, item);'],
  [`${card}/contact-card.ts`, 'JSON.stringify(value);'],
  [`${card}/contact-card.ts`, 'Date.parse(text);'],
  [`${card}/contact-card.ts`, 'Date.now();'],
  [`${card}/contact-card.ts`, 'date.toISOString();'],
  [`${card}/contact-card.ts`, 'new Event("x");'],
  [`${card}/contact-card.ts`, 'host.addEventListener("x", f, { signal });'],
  [`${card}/model/practice.ts`, 'Date.parse(text);'],
  [`${card}/model/practice.ts`, "import '../opening-hours.view.js';"],
  [`${card}/model/practice.ts`, "import '../../foundation/element/haven-element.js';"],
  [`${card}/model/practice.ts`, "import '../../foundation/controllers/timer-controller.js';"],
  [`${card}/model/practice.ts`, "import { html } from 'lit';"],
  [`${card}/model/practice.ts`, 'new Date();'],
  [`${card}/model/practice.ts`, 'Math.random();'],
  [`${card}/model/practice.ts`, "document.querySelector('p');"],
  [`${card}/locales/en.ts`, "import '../contact-card.js';"],
  ['packages/elements/src/signup-form/model/program.ts', "import '../adapters/index.js';"],
] as const;

for (const [file, code] of forbidden)
  test(`${file} may not contain: ${code}`, async () => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
    expect(result!.messages.map(({ severity }) => severity)).toEqual([2]);
  });

const allowed = [
  [`${foundation}/views/telephone.view.ts`, "import '../formats/telephone.js';"],
  [`${card}/contact-card.ts`, "import '../foundation/element/haven-element.js'; import '@havenkit/tokens/styles';"],
  [`${card}/model/practice.ts`, "import '../../foundation/configuration/readers.js'; new Date(0);"],
  [
    'packages/receiver/src/submission/submission.ts',
    "import '@havenkit/elements/signup.schema.json' with { type: 'json' };",
  ],
  ['stories/tokens.stories.ts', "import '@havenkit/elements/contact-card/define';"],
] as const;

for (const [file, code] of allowed)
  test(`${file} may contain: ${code}`, async () => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
    expect(result!.messages).toEqual([]);
  });
