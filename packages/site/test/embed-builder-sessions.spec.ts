/** Sessions in the embed builder: the ids that sign-ups belong to, what is understood of their times, and what is reported when. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

const spoken = (page: Page): Locator => page.locator('.aloud[aria-live=polite]');
const problems = (page: Page): Locator => page.locator('.result .notice').getByRole('listitem');
const session = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^(?:Session|Grupo) ${number}`) });
const nameOf = (page: Page, number: number): Locator => page.getByLabel(`Name (Session ${number})`);

const idsIn = async ({ snippet }: BuilderPage): Promise<string[]> =>
  [...(await snippet.inputValue()).matchAll(/(?:"|&quot;)@id(?:"|&quot;):(?:"|&quot;)([^"&]*)/g)].map(
    ([, id = '']) => id,
  );

/** Opens a sign-up form that lacks nothing but sessions. */
async function openForm(builder: BuilderPage): Promise<void> {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Growing Secure');
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  await builder.field('Phone number').fill('503-555-0142');
}

/** Adds a session with a name. */
async function add(builder: BuilderPage, number: number, name: string): Promise<void> {
  await builder.press('Add a session');
  await nameOf(builder.page, number).fill(name);
}

const read = (builder: BuilderPage, sessions: readonly object[]): Promise<void> =>
  builder.read(
    `<haven-signup-form name="Group" endpoint="https://receiver.example/" config='${JSON.stringify({ hasCourseInstance: sessions })}'></haven-signup-form>`,
  );

test('gives a session an id that stays when it is renamed, moved, loaded again and read back', async ({
  builder,
  page,
}) => {
  await openForm(builder);
  await add(builder, 1, 'Evenings');
  await add(builder, 2, 'Mornings');
  const [evenings = '', mornings = '', ...more] = await idsIn(builder);
  expect(more).toEqual([]);
  expect(evenings).toMatch(/^#session-\w+$/);
  expect(mornings).not.toBe(evenings);
  await nameOf(page, 1).fill('Tuesday evenings');
  await builder.press('Move up (Session 2)');
  await expect(nameOf(page, 2)).toHaveValue('Tuesday evenings');
  expect(await idsIn(builder)).toEqual([mornings, evenings]);
  await builder.reload();
  expect(await idsIn(builder)).toEqual([mornings, evenings]);
  const snippet = await builder.snippet.inputValue();
  await builder.press('Remove session 1');
  expect(await idsIn(builder)).toEqual([evenings]);
  await builder.press('Add a session');
  await nameOf(page, 2).fill('Mornings');
  expect(await idsIn(builder)).not.toContain(mornings);
  await builder.read(snippet);
  expect(await idsIn(builder)).toEqual([mornings, evenings]);
  await expect(page.locator('.answers').getByText(evenings)).toHaveCount(0);
});

test('keeps the ids of a snippet, and the names that sessions without one were known by', async ({ builder, page }) => {
  await builder.open();
  await read(builder, [
    { '@id': '#tuesday', name: 'A' },
    { name: 'B' },
    { name: 'B' },
    { '@id': '#tuesday', name: 'C' },
  ]);
  const ids = ['#tuesday', 'B', 'B[2]', '#tuesday[3]'];
  expect(await idsIn(builder)).toEqual(ids);
  for (const number of [1, 2, 3, 4]) await nameOf(page, number).fill(`Group ${number}`);
  expect(await idsIn(builder)).toEqual(ids);
});

test('sends the same session after it is renamed', async ({ builder, page }) => {
  await builder.open();
  await read(builder, [{ name: 'Evenings' }]);
  await nameOf(page, 1).fill('Late evenings');
  const option = builder.preview.getByRole('radio', { name: 'Late evenings' });
  await expect(option).toHaveValue('Evenings');
});

for (const [what, fields, words] of [
  [
    'weekly meetings',
    { date: '2037-02-17', from: '18:30', to: '20:00', zone: 'pacific', every: 'Every week', count: '10' },
    'We understood: Tuesdays, 6:30 PM to 8:00 PM Pacific Time, February 17 to April 21, 2037.',
  ],
  [
    'meetings every two weeks, beyond a year',
    { date: '2037-12-01', from: '09:00', to: '12:00', zone: 'Eastern', every: 'Every two weeks', count: '4' },
    'We understood: every other Tuesday, 9:00 AM to noon Eastern Time, December 1, 2037 to January 12, 2038.',
  ],
  [
    'a single meeting at night',
    { date: '2037-02-17', from: '22:00', to: '00:00', zone: 'Central' },
    'We understood: Tuesday, February 17, 2037, 10:00 PM to midnight the next day Central Time.',
  ],
  ['a day', { date: '2037-02-17' }, 'We understood: Tuesday, February 17, 2037.'],
] as const)
  test(`says what it understood of ${what}`, async ({ builder, page }) => {
    await openForm(builder);
    await add(builder, 1, 'Evenings');
    const group = session(page, 1);
    const { date = '', from = '', to = '', zone = '', every = 'Once', count = '' } = fields as Record<string, string>;
    await expect(group.getByText('We understood')).toHaveCount(0);
    await group.getByLabel('Day of the first meeting').fill(date);
    await group.getByLabel('From').fill(from);
    await group.getByLabel('To (').fill(to);
    await group.getByLabel('Time zone').fill(zone);
    await group.getByLabel('Time zone').blur();
    await group.getByLabel('How often it meets').selectOption(every);
    const last = group.getByLabel(count ? 'Number of meetings' : 'How often it meets');
    if (count) await last.fill(count);
    await expect(last).toHaveAccessibleDescription(words);
    await expect(group.getByText(words)).toBeVisible();
    if (every !== 'Once') await expect(spoken(page)).toHaveText(words);
  });

test('says what it understood of meetings in Spanish', async ({ builder, page }) => {
  const schedule = {
    repeatFrequency: 'P1W',
    repeatCount: '10',
    byDay: 'https://schema.org/Saturday',
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  };
  const first = {
    name: 'A',
    startDate: '2037-02-21T18:30-08:00',
    endDate: '2037-04-25T20:00-07:00',
    courseSchedule: schedule,
  };
  const state = { widget: 'signup-form', configurations: { 'signup-form': { name: 'G', hasCourseInstance: [first] } } };
  await builder.open({ file: `es.html#${encodeURIComponent(JSON.stringify(state))}` });
  const understood = session(page, 1).getByText('Entendimos');
  await expect(understood).toHaveText(
    /^Entendimos: los sábados, de 6:30\sp\.\s?m\. a 8:00\sp\.\s?m\., hora del Pacífico, del 21 de febrero al 25 de abril de 2037\.$/,
  );
  await page.getByLabel('Cada cuánto se reúne').selectOption('Cada dos semanas');
  await expect(understood).toHaveText(
    /^Entendimos: un sábado sí y otro no, .* del 21 de febrero al 27 de junio de 2037\.$/,
  );
  await page.getByLabel('Cada cuánto se reúne').selectOption('Una vez');
  await expect(understood).toHaveText(/^Entendimos: sábado, 21 de febrero de 2037, de 6:30/);
});

test('reports nothing of a new session before a person has come to it', async ({ builder, page }) => {
  await openForm(builder);
  await builder.press('Add a session');
  const group = session(page, 1);
  await expect(nameOf(page, 1)).toBeFocused();
  await expect(problems(page)).toHaveCount(0);
  await nameOf(page, 1).pressSequentially('Evenings');
  await group.getByLabel('Day of the first meeting').fill('2037-02-17');
  await group.getByLabel('From').fill('18:30');
  await group.getByLabel('To (').fill('20:00');
  await expect(problems(page)).toHaveCount(0);
  await expect(group.locator('[aria-invalid], .error')).toHaveCount(0);
  const zone = group.getByLabel('Time zone');
  await zone.focus();
  await expect(problems(page)).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(zone).toHaveAccessibleDescription(/the time zone is missing/);
  await expect(problems(page)).toHaveText([/^\s*Session 1, Time zone: the time zone is missing/]);
});

/** A field of the session that is behind those that it needs. */
async function leavePlaces(page: Page): Promise<void> {
  await page.getByLabel('Places (').focus();
  await page.getByLabel('Places left').focus();
}

for (const [how, leave] of [
  ['presses something else', (page: Page) => page.getByRole('button', { name: 'Print the sheet' }).click()],
  ['goes on to a later field', leavePlaces],
  ['goes on to another question', (page: Page) => page.locator('.answers').getByLabel('Kind of endpoint').focus()],
  ['adds another session', (page: Page) => page.getByRole('button', { name: 'Add a session' }).click()],
  ['loads the page again', (page: Page) => page.reload()],
] as const)
  test(`reports what is missing in a session when a person ${how}`, async ({ builder, page }) => {
    await page.addInitScript(() => (window.print = () => undefined));
    await openForm(builder);
    await builder.press('Add a session');
    await session(page, 1).getByLabel('Day of the first meeting').fill('2037-02-17');
    await expect(problems(page)).toHaveText(["Session 1, Name: expected the session's name."]);
    await leave(page);
    await expect(problems(page).filter({ hasText: 'Session 1' })).toHaveText([
      'Session 1, From: expected a time such as 09:00.',
      "Session 1, Name: expected the session's name.",
    ]);
  });

test('chooses another widget right after a session was added', async ({ builder, page }) => {
  await openForm(builder);
  await builder.press('Add a session');
  await builder.choose('Contact card');
  await expect(builder.field('Name of the practice')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Contact card', exact: true })).toBeChecked();
});
