/** What the fields of the embed builder are called, and what they say about their answers. */
import { expect, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

/** Every button and field with its accessible name, but for those of the preview. */
const controlNames = async (page: Page): Promise<string[]> => {
  const snapshot = await page.locator('embed-builder').ariaSnapshot();
  return [...snapshot.matchAll(/^\s*- (?:textbox|combobox|checkbox|button|spinbutton) "((?:[^"\\]|\\.)*)"/gm)].map(
    ([, name = '']) => name,
  );
};

/** Adds two items to every list, also to the lists in items. */
async function fillLists(builder: BuilderPage): Promise<void> {
  await builder.unfold();
  for (let round = 0; round < 2; round++)
    for (const button of await builder.page.locator('button.add').all()) {
      await button.click();
      await button.click();
    }
}

for (const file of ['', 'es.html'])
  test(`gives every field and button a name of its own: ${file || 'index.html'}`, async ({ builder, page }) => {
    await builder.open({ file });
    for (const widget of await page.locator('[name=widget]').all()) {
      await widget.check();
      await fillLists(builder);
      const names = await controlNames(page);
      expect(names.length).toBeGreaterThan(20);
      expect(names.filter((name, index) => !name || names.indexOf(name) !== index)).toEqual([]);
    }
  });

test('says what a field is in, after its label', async ({ builder, page }) => {
  await builder.open();
  await builder.press('Add a special day');
  await page.getByLabel('First day (Special day 1)').fill('2027-12-24');
  await builder.press('Add a special day');
  await expect(page.getByLabel('First day (Special day 2)')).toBeFocused();
  await expect(page.getByRole('group', { name: 'Special day 1: December 24, 2027' })).toBeVisible();
});

test('says who gets sign-ups with the field where that is chosen', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  const kind = builder.field('Kind of endpoint');
  await expect(kind).toHaveAccessibleDescription(/Privacy: sign-ups go to your own server\./);
  await kind.selectOption('Google Forms');
  await expect(kind).toHaveAccessibleDescription(/Privacy: Google receives what families write\./);
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  await expect(page.getByRole('button', { name: 'Check that the address answers' })).toHaveAccessibleDescription(
    /sends none of your answers/,
  );
});

test('gives no value of the code as an example of a choice', async ({ builder, page }) => {
  await builder.open();
  for (const widget of await page.locator('[name=widget]').all()) {
    await widget.check();
    await fillLists(builder);
    for (const choice of await page.locator('.answers select').all())
      await expect(choice).not.toHaveAccessibleDescription(/Example: /);
  }
});

test('says every hint with the field or group that it is for', async ({ builder, page }) => {
  await builder.open();
  for (const widget of await page.locator('[name=widget]').all()) {
    await widget.check();
    await fillLists(builder);
    const unheard = await page
      .locator('.answers p.hint')
      .evaluateAll((hints) =>
        hints
          .filter(({ id }) => !id || !document.querySelector(`[aria-describedby~="${id}"]`))
          .map((hint) => hint.textContent.trim()),
      );
    // They are about what is between two questions.
    expect(unheard.filter((text) => !/^(?:Contrast of|Without answers)/.test(text))).toEqual([]);
  }
});

test('says what it understood of hours, so that a mistake between morning and evening is noticed', async ({
  builder,
  page,
}) => {
  await builder.open();
  const spoken = page.locator('.aloud[aria-live=polite]');
  for (const [typed, words] of [
    ['9-12 1-5', '9:00 AM to noon and 1:00 PM to 5:00 PM'],
    ['6-8pm', '6:00 PM to 8:00 PM'],
    ['6-8', '6:00 AM to 8:00 AM'],
    ['22:00-06:00', '10:00 PM to 6:00 AM the next day'],
    ['00:00-24:00', 'all day'],
  ] as const) {
    const monday = page.getByLabel('Monday', { exact: true });
    await monday.fill(typed);
    await expect(monday).toHaveAccessibleDescription(words);
    await monday.blur();
    await expect(monday).toHaveAccessibleDescription(words);
    await expect(page.getByText(words, { exact: true })).toBeVisible();
    await expect(spoken).toHaveText(`Monday: ${words}`);
  }
  await builder.press('Copy Monday’s hours to Tuesday through Friday');
  await expect(page.getByLabel('Friday')).toHaveAccessibleDescription('all day');
  await expect(spoken).toHaveText('Tuesday through Friday now have Monday’s hours.');
});

test('announces hours when a person pauses, and not at every key', async ({ builder, page }) => {
  await builder.open();
  await page.evaluate(() => {
    const seen: string[] = ((window as { seen?: string[] }).seen = []);
    const spoken = document.querySelector('.aloud[aria-live]') as Node;
    new MutationObserver(() => seen.push(spoken.textContent ?? '')).observe(spoken, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.getByLabel('Monday').pressSequentially('9-12 1-5pm', { delay: 20 });
  await page.getByLabel('Monday').blur();
  const words = 'Monday: 9:00 AM to noon and 1:00 PM to 5:00 PM';
  await expect(page.locator('.aloud[aria-live=polite]')).toHaveText(words);
  expect(await page.evaluate(() => (window as { seen?: string[] }).seen)).toEqual([words]);
});

test('says at the day which hours it cannot read', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  const tuesday = page.getByLabel('Tuesday');
  await page.getByLabel('Monday').fill('9-5');
  await tuesday.fill('by appointment');
  await tuesday.blur();
  await expect(tuesday).toHaveAttribute('aria-invalid', 'true');
  await expect(tuesday).toHaveAccessibleDescription(
    'Check this answer: We cannot read these times. Write them like 9am-5pm.',
  );
  await expect(page.getByLabel('Monday')).not.toHaveAttribute('aria-invalid');
});

test('says hours in Spanish', async ({ builder, page }) => {
  await builder.open({ file: 'es.html' });
  await page.getByLabel('Lunes').fill('9-12 1-5');
  await expect(page.getByLabel('Lunes')).toHaveAccessibleDescription(
    /^de 9:00\sa\.\s?m\. a mediodía y de 1:00\sp\.\s?m\. a 5:00\sp\.\s?m\.$/,
  );
});
