/** Opening hours that cannot be read, in the words of the embed builder and of whoever wrote them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './embed-builder.page.js';

const problems = (page: Page): Locator => page.locator('.result .notice').getByRole('listitem');
const card = (settings: object): string =>
  `#${encodeURIComponent(JSON.stringify({ configurations: { 'contact-card': { name: 'A', telephone: '+1-503-555-0142', ...settings } } }))}`;

for (const [what, openingHours, english, spanish] of [
  [
    'no other hours',
    'Mo-Fr con cita',
    'we cannot read “Monday to Friday: con cita”, so no hours are shown',
    'no podemos leer “Lunes a viernes: con cita”, y no se muestra el horario',
  ],
  [
    'other hours',
    'Mo-Fr 09:00-17:00, Sa con cita',
    'we cannot read “Saturday: con cita”',
    'no podemos leer “Sábado: con cita”',
  ],
  [
    'several days',
    'Mo con cita, Tu 09:00-17:00, We closed, Th tarde',
    'we cannot read “Monday: con cita and Thursday: tarde”',
    'no podemos leer “Lunes: con cita y Jueves: tarde”',
  ],
  [
    'hours that are written in another way',
    'Fr-Mo 10:00-12:00, Tu-We con cita',
    'we cannot read “Tuesday to Wednesday con cita”',
    'no podemos leer “Martes a miércoles con cita”',
  ],
] as const)
  test(`names days, and quotes the times as they were typed, beside ${what}`, async ({ builder, page }) => {
    await builder.open({ file: card({ openingHours }) });
    await expect(problems(page)).toHaveText([`Opening hours: ${english}.`]);
    await builder.open({ file: `es.html${card({ openingHours })}` });
    await expect(problems(page)).toHaveText([`Horario: ${spanish}.`]);
  });

test('names hours as data by their question', async ({ builder, page }) => {
  const openingHoursSpecification = [{ dayOfWeek: 'Moonday', opens: '9' }];
  await builder.open({ file: card({ openingHoursSpecification }) });
  await expect(problems(page).first()).toHaveText(/^Opening hours: /);
  await expect(problems(page).filter({ hasText: /Specification|[{[]/ })).toHaveCount(0);
  await problems(page).first().getByRole('button').click();
  await expect(page.getByLabel('Monday', { exact: true })).toBeFocused();
});

for (const [file, day, typed, words] of [
  ['', 'Sunday', 'Closed', 'closed'],
  ['es.html', 'Domingo', 'cerrado', 'cerrado'],
] as const)
  test(`takes a day that is closed: ${typed}`, async ({ builder, page }) => {
    await builder.open({ file });
    const field = page.getByLabel(day, { exact: true });
    await page.locator('#answer-name').fill('A');
    await page.locator('#answer-telephone').fill('+1-503-555-0142');
    await page.locator('#answer-openingHours-0').fill('9-5');
    await field.fill(typed);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(words);
    await expect(problems(page)).toHaveCount(0);
  });
