/** What a person hears of the embed builder who does not see it: what is said with a field, and when she leaves it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './embed-builder.page.js';

const spoken = (page: Page): Locator => page.locator('.aloud[aria-live=polite]');

/** Types into a field, and leaves it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.pressSequentially(text);
  await field.press('Tab');
}

test('reports a problem when a field loses focus, and that it is fixed', async ({ builder, page }) => {
  await builder.open();
  await type(builder.field('Name of the practice'), 'Riverbend');
  await type(builder.field('Phone number'), 'call us');
  await expect(spoken(page)).toHaveText(/^Phone number: Check this answer: expected a telephone number/);
  await type(builder.field('Brand color'), 'greenish');
  await expect(spoken(page)).toHaveText(/^Brand color \(optional\): Browsers do not know this color/);
  await page.getByRole('button', { name: /^Phone number:/ }).click();
  await type(builder.field('Phone number'), '+1-503-555-0142');
  await expect(spoken(page)).toHaveText('This answer is fine now. Answers to check: 1.');
  await page.getByRole('button', { name: /^Brand color:/ }).click();
  await type(builder.field('Brand color'), '#2f6f5e');
  await expect(spoken(page)).toHaveText('This answer is fine now. No answers to check.');
});

test('takes back what it understood of the first digits of hours, and says that it cannot read them', async ({
  builder,
  page,
}) => {
  await builder.open();
  const monday = page.getByLabel('Monday', { exact: true });
  await monday.pressSequentially('8-2');
  await expect(spoken(page)).toHaveText('Monday: 8:00 AM to 2:00 PM');
  await monday.press('6');
  await expect(spoken(page)).toHaveText('');
  await monday.press('Tab');
  await expect(spoken(page)).toHaveText(/^Monday: Check this answer: We cannot read these times/);
  await type(monday, '8-2');
  await expect(spoken(page)).toHaveText(/^Monday: 8:00 AM to 2:00 PM This answer is fine now\./);
});

test('says nothing again when a field is left as it was', async ({ builder, page }) => {
  await builder.open();
  await type(builder.field('Phone number'), 'call us');
  await expect(spoken(page)).toHaveText(/^Phone number: /);
  await builder.field('Phone number').focus();
  await page.keyboard.press('Tab');
  // What comes next is the only thing that is announced.
  const announced = await spoken(page).evaluateHandle((region) => {
    const all: string[] = [];
    new MutationObserver(() => all.push(region.textContent)).observe(region, { characterData: true, subtree: true });
    return all;
  });
  await type(builder.field('Brand color'), 'greenish');
  await expect(spoken(page)).toHaveText(/^Brand color/);
  expect(await announced.jsonValue()).toEqual([expect.stringMatching(/^Brand color/)]);
});

test('says again that hours are copied', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Monday', { exact: true }).fill('9-5');
  const copied = 'Tuesday through Friday now have Monday’s hours.';
  await builder.press('Copy Monday’s hours to Tuesday through Friday');
  await expect(spoken(page)).toHaveText(copied);
  const first = await spoken(page).textContent();
  await builder.press('Copy Monday’s hours to Tuesday through Friday');
  await expect.poll(() => spoken(page).textContent()).not.toBe(first);
});

for (const { file, widget, zone, words } of [
  { file: '', widget: 'card', zone: /^Time zone of the/, words: 'Time zone of Los Angeles.' },
  { file: 'es.html', widget: 'tarjeta', zone: /^Zona horaria/, words: 'Zona horaria de Los Angeles.' },
])
  test(`says which time zone it understood: ${widget}`, async ({ builder, page }) => {
    await builder.open({ file });
    await type(builder.field(zone), 'pacific');
    await expect(spoken(page)).toHaveText(words);
  });

test('says what a service costs in privacy when it is chosen', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Kind of endpoint').selectOption('Formspree');
  await expect(spoken(page)).toHaveText(/^Privacy: the company behind this service receives what families write/);
});

test('says the hint of a group with its first field or button', async ({ builder, page }) => {
  await builder.open();
  await expect(page.getByLabel('Monday', { exact: true })).toHaveAccessibleDescription(/^Such as 9-12 1-5/);
  await expect(page.getByRole('button', { name: 'Add a special day' })).toHaveAccessibleDescription(/^Holidays/);
});

test('says what was removed, and moves the focus to what is in its place', async ({ builder, page }) => {
  await builder.open();
  await builder.read(
    `<haven-contact-card name="A" config='{"address":{"streetAddress":"1 Main St"},"availableLanguage":["es","en"]}'></haven-contact-card>`,
  );
  await builder.unfold();
  await builder.press('Remove address');
  await expect(spoken(page)).toHaveText('Removed: Address.');
  await expect(page.locator('#answer-address')).toBeFocused();
  await builder.press('Remove language 1');
  await expect(spoken(page)).toHaveText('Removed: Language 1: es.');
  await expect(page.getByRole('button', { name: 'Remove language 1' })).toBeFocused();
});

for (const { file, undo, redo, reads, undone, redone, several } of [
  {
    file: '',
    undo: 'Undo',
    redo: 'Redo',
    reads: 'Read it',
    undone: (what: string) => `Undone: the change to “${what}”.`,
    redone: (what: string) => `Redone: the change to “${what}”.`,
    several: 'Undone: the change to several answers.',
  },
  {
    file: 'es.html',
    undo: 'Deshacer',
    redo: 'Rehacer',
    reads: 'Leer',
    undone: (what: string) => `Se deshizo el cambio en “${what}”.`,
    redone: (what: string) => `Se rehízo el cambio en “${what}”.`,
    several: 'Se deshizo el cambio en varias respuestas.',
  },
])
  test(`says which answer was undone: ${undo}`, async ({ builder, page }) => {
    await builder.open({ file });
    const message = page.locator('header [aria-live=polite]');
    const titleOf = async (id: string): Promise<string> =>
      ((await page.locator(`label[for=${id}]`).textContent()) ?? '').replace(/\(.*/s, '').trim();
    const [name, brand, language] = [
      await titleOf('answer-name'),
      await titleOf('site-brand'),
      await titleOf('site-language'),
    ];
    await page.locator('#answer-name').fill('A');
    await page.locator('#site-brand').fill('#2f6f5e');
    await page.locator('#site-language').selectOption(file ? 'en' : 'es');
    await page.locator('summary').first().click();
    await page.locator('#snippet-to-read').fill('<haven-signup-form name="A"></haven-signup-form>');
    await builder.press(reads);
    await builder.press(undo);
    await expect(message).toHaveText(several);
    for (const what of [language, brand, name]) {
      await builder.press(undo);
      await expect(message).toHaveText(undone(what));
    }
    await builder.press(redo);
    await expect(message).toHaveText(redone(name));
  });
test('says the question of a day, which Firefox divides into fields of their own', async ({ builder, page }) => {
  await builder.open();
  await builder.press('Add a special day');
  const specialDay = page.getByRole('group', { name: 'Special day 1', exact: true });
  for (const name of ['First day (Special day 1)', 'Last day (Special day 1)'])
    await expect(specialDay.getByRole('group', { name }).getByLabel(name)).toHaveAttribute('type', 'date');
  await builder.choose('Sign-up form');
  await builder.press('Add a session');
  const name = 'Day of the first meeting (Session 1)';
  await expect(page.getByRole('group', { name }).getByLabel(name)).toHaveAttribute('type', 'date');
});
