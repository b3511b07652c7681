/** Ids in snippets, which the embed builder makes, so that nobody has to know what they are. */
import { expect, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

const idsIn = async ({ snippet }: BuilderPage): Promise<string[]> =>
  [...(await snippet.inputValue()).matchAll(/(?:"|&quot;)id(?:"|&quot;):(?:"|&quot;)([^"&]*)/g)].map(
    ([, id = '']) => id,
  );

/** Answers two questions of a prompt. */
async function askTwo(builder: BuilderPage, page: Page): Promise<void> {
  await builder.choose('Reflection prompt');
  for (const number of [1, 2]) {
    await builder.press('Add a question');
    await page.getByLabel(`Question (Question ${number})`).fill(`What went well, ${number}?`);
  }
}

test('asks for no id', async ({ builder, page }) => {
  await builder.open();
  for (const title of ['Circle diagram', 'Reflection prompt', 'Sign-up form', 'Contact card']) {
    await builder.choose(title);
    await builder.unfold();
    for (const button of await page.locator('button.add').all()) await button.click();
    for (const button of await page.locator('button.add').all()) await button.click();
    await expect(page.locator('.answers').getByText(/\bids?\b/i)).toHaveCount(0);
  }
});

test('keeps the id of a question when its words change, and when the snippet is read back', async ({
  builder,
  page,
}) => {
  await builder.open();
  await askTwo(builder, page);
  const ids = await idsIn(builder);
  expect(new Set(ids).size).toBe(2);
  await page.getByLabel('Question (Question 1)').fill('What did not?');
  expect(await idsIn(builder)).toEqual(ids);
  const snippet = await builder.snippet.inputValue();
  await builder.press('Remove question 1');
  expect(await idsIn(builder)).toEqual(ids.slice(1));
  await builder.read(snippet);
  await expect(page.getByLabel('Question (Question 1)')).toHaveValue('What did not?');
  expect(await idsIn(builder)).toEqual(ids);
});

test('gives a new question no id that another one had', async ({ builder, page }) => {
  await builder.open();
  await askTwo(builder, page);
  const ids = await idsIn(builder);
  await builder.press('Remove question 2');
  await builder.press('Add a question');
  await page.getByLabel('Question (Question 2)').fill('What else?');
  const [first, second] = await idsIn(builder);
  expect(first).toBe(ids[0]);
  expect(ids).not.toContain(second);
});

test('gives the same ids every time to what has none of its own, and keeps the others', async ({ builder, page }) => {
  const prompts = ['A', 'B', 'C', 'D'].map((text) => ({ text }));
  const given = prompts.map((each, index) => (index ? { ...each, id: index < 3 ? 'b' : 'prompt-1' } : each));
  const state = {
    widget: 'reflection-prompt',
    configurations: { 'reflection-prompt': { title: 'Think', prompts: given } },
  };
  await builder.open({ file: `#${encodeURIComponent(JSON.stringify(state))}` });
  await expect(page.getByText('Check these answers')).toHaveCount(0);
  const ids = await idsIn(builder);
  expect(ids[1]).toBe('b');
  expect(new Set(ids).size).toBe(4);
  await builder.open({ file: `?again#${encodeURIComponent(JSON.stringify(state))}` });
  expect(await idsIn(builder)).toEqual(ids);
});

test('lets a question belong to a stop of the circle by its name', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Circle diagram');
  await builder.press('Edit the widget’s own words');
  const label = await page.getByLabel('Label (Part of the road 1, Stop 1)').inputValue();
  await page.getByLabel('Label (Part of the road 1, Stop 1)').fill('A wave to go');
  await askTwo(builder, page);
  expect(label).not.toBe('A wave to go');
  await page.getByLabel('Stop (Question 1)').selectOption('A wave to go');
  await expect(builder.snippet).toHaveValue(/(?:"|&quot;)stop(?:"|&quot;):(?:"|&quot;)go/);
});
