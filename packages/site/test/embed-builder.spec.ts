/** Questions and answers of the embed builder. */
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { root, test } from './embed-builder.page.js';

test('makes a snippet from answers, shows the widget, and sends nothing', async ({ builder, page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await builder.open();
  await expect(page.getByText('There is no snippet yet.')).toBeVisible();
  await page.getByLabel('Name of the practice').fill('Riverbend & Sons');
  await page.getByLabel('Phone number').first().fill('+1-503-555-0142');
  await page.getByLabel('Brand color').fill('#7a3b69');
  await expect(builder.snippet).toHaveValue(/<haven-contact-card [^>]*name="Riverbend &amp; Sons"[^>]*brand="#7a3b69"/);
  await expect(builder.snippet).not.toHaveValue(/lit/i);
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend & Sons' })).toBeVisible();
  for (const url of requests) expect(url.startsWith(`${builder.origin}/build/`) || url.startsWith('data:')).toBe(true);
});

test('keeps the answers in its address, and undoes them', async ({ builder, page }) => {
  await builder.open();
  const name = page.getByLabel('Name of the practice');
  await name.fill('Riverbend');
  await builder.choose('Reflection prompt');
  await builder.reload();
  await expect(page.getByRole('radio', { name: 'Reflection prompt', exact: true })).toBeChecked();
  await builder.choose('Contact card');
  await expect(name).toHaveValue('Riverbend');
  await name.fill('Riverside');
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(name).toHaveValue('Riverbend');
  await expect(page.getByText('Undone: the change to “Name of the practice”.')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByText('Redone: the change to “Name of the practice”.')).toBeVisible();
  await expect(name).toHaveValue('Riverside');
});

test('writes the hours of a week, with a lunch break', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Monday').fill('09:00-12:00, 13:00-17:30');
  await page.getByRole('button', { name: 'Copy Monday’s hours to Tuesday through Friday' }).click();
  await page.getByLabel('Saturday').fill('10:00-12:00');
  await page.getByLabel('Saturday').blur();
  await expect(builder.snippet).toHaveValue(/opening-hours="Mo-Fr 09:00-12:00 13:00-17:30, Sa 10:00-12:00"/);
  await builder.reload();
  await expect(page.getByLabel('Thursday')).toHaveValue('09:00-12:00 13:00-17:30');
  await expect(page.getByLabel('Sunday')).toHaveValue('');
});

test('reports an answer that cannot be used', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await page.getByLabel('Phone number').first().fill('call us');
  await expect(page.getByText('Phone number: expected a telephone number')).toBeVisible();
  await page.getByLabel('Brand color').fill('sort of blue');
  await expect(page.getByLabel('Brand color')).toHaveAccessibleDescription(/^Browsers do not know this color\./);
});

test('works when it is opened from a file', async ({ builder, page }) => {
  await page.goto(pathToFileURL(`${root}packages/site/dist/build/index.html`).href);
  await page.getByLabel('Name of the practice').fill('Riverbend');
  await expect(builder.preview.getByRole('heading', { name: 'Riverbend' })).toBeVisible();
});

test('shows no problem before the first answer, and then beside the question', async ({ builder, page }) => {
  await builder.open();
  await expect(page.getByText('Check these answers')).toHaveCount(0);
  const number = builder.field('Phone number');
  await number.pressSequentially('call us');
  // Nobody is corrected while she types.
  await expect(page.getByText('Check these answers')).toBeVisible();
  await expect(number).not.toHaveAttribute('aria-invalid');
  await page.keyboard.press('Tab');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await expect(number).toHaveAccessibleDescription(/Check this answer: expected a telephone number/);
});

test('understands hours as people write them, and writes them on a 24-hour clock', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Monday').fill('9-12 1-5');
  await page.getByLabel('Tuesday').fill('9am to 5:30pm');
  await page.getByLabel('Wednesday').fill('by appointment');
  await page.getByLabel('Wednesday').blur();
  await expect(page.getByLabel('Monday')).toHaveValue('09:00-12:00 13:00-17:00');
  await expect(page.getByLabel('Tuesday')).toHaveValue('09:00-17:30');
  await expect(page.getByLabel('Wednesday')).toHaveValue('by appointment');
});

test('loses nothing that is typed when the page is loaded again at once', async ({ builder, page }) => {
  await builder.open();
  await builder.field('Name of the practice').pressSequentially('Riverbend', { delay: 5 });
  await page.getByLabel('Monday').fill('09:00-12:00');
  await page.reload();
  await expect(builder.field('Name of the practice')).toHaveValue('Riverbend');
  await expect(page.getByLabel('Monday')).toHaveValue('09:00-12:00');
});

test('undoes one visit of a field after the other', async ({ builder, page }) => {
  await builder.open();
  const name = builder.field('Name of the practice');
  for (const text of ['A', 'B', 'C']) {
    await name.fill(text);
    await name.blur();
  }
  for (const text of ['B', 'A', '']) {
    await builder.press('Undo');
    await expect(name).toHaveValue(text);
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
});

test('finds the time zone of a city, and asks for holidays by date', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  const zone = builder.field('Time zone of the opening hours');
  for (const [text, found] of [
    ['new york', 'America/New_York'],
    ['Eastern Time', 'America/New_York'],
    ['Asheville', 'America/New_York'],
    ['Charlotte, NC', 'America/New_York'],
    ['Portland, ME', 'America/New_York'],
    ['Portland, Oregon', 'America/Los_Angeles'],
    ['North Carolina', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['mst', 'America/Denver'],
    ['Hartford, CT', 'America/New_York'],
    ['New Orleans, LA', 'America/Chicago'],
    ['Central time', 'America/Chicago'],
    ['hora del Pacífico', 'America/Los_Angeles'],
    ['London', 'Europe/London'],
    ['Springfield', 'Springfield'],
  ] as const) {
    await zone.fill(text);
    await zone.blur();
    await expect(zone).toHaveValue(found);
  }
  await builder.press('Add a special day');
  const day = page.getByRole('group', { name: 'Special day 1' });
  await expect(day.getByLabel('First day')).toBeFocused();
  await expect(day.getByRole('button', { name: 'Add a day' })).toHaveCount(0);
  await day.getByLabel('First day').fill('2027-12-24');
  await day.getByLabel('Last day').fill('2027-12-25');
  await expect(builder.snippet).toHaveValue(/2027-12-25/);
});

test('lets spaces be typed into the font and the city of a session', async ({ builder, page }) => {
  await builder.open();
  await page.getByLabel('Font of the page').pressSequentially('18px Georgia, serif');
  await expect(page.getByLabel('Font of the page')).toHaveValue('18px Georgia, serif');
  await builder.choose('Sign-up form');
  await builder.press('Add a session');
  const zone = page.getByRole('group', { name: 'Session 1' }).getByLabel('Time zone');
  await zone.pressSequentially('los angeles');
  await zone.blur();
  await expect(zone).toHaveValue('America/Los_Angeles');
});

test('lets hours be written in another way, and makes a week of them when they are one', async ({ builder, page }) => {
  await builder.open();
  await builder.read('<haven-contact-card name="Riverbend" opening-hours="Fr-Mo 10:00-12:00"></haven-contact-card>');
  const hours = builder.field('Opening hours');
  await expect(hours).toHaveValue('Fr-Mo 10:00-12:00');
  await hours.pressSequentially(', Tu 09:00-10:00');
  await expect(hours).toHaveValue('Fr-Mo 10:00-12:00, Tu 09:00-10:00');
  await hours.fill('Mo 10:00-12:00; Tu 09:00-10:00');
  await hours.blur();
  await expect(page.getByLabel('Tuesday')).toHaveValue('09:00-10:00');
});

test('asks for the meetings of a session in plain words', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Sign-up form');
  await builder.field('Name of the program').fill('Growing Secure');
  await builder.field(/^Endpoint/).fill('https://receiver.example/signups');
  await builder.press('Add a session');
  const session = page.getByRole('group', { name: 'Session 1' });
  await expect(session.getByLabel('Name')).toBeFocused();
  await session.getByLabel('Name').fill('Tuesday evenings');
  await session.getByLabel('Day of the first meeting').fill('2027-02-16');
  await session.getByLabel('From').fill('18:30');
  await session.getByLabel('To (').fill('20:00');
  await session.getByLabel('Time zone').fill('America/Los_Angeles');
  await session.getByLabel('How often it meets').selectOption('Every week');
  await session.getByLabel('Number of meetings').fill('8');
  await expect(builder.snippet).toHaveValue(/"startDate":"2027-02-16T18:30-08:00"|2027-02-16T18:30-08:00&quot;/);
  // After the change to daylight saving time.
  await expect(builder.snippet).toHaveValue(/2027-04-06T20:00-07:00/);
  await expect(builder.snippet).toHaveValue(/schema\.org\/Tuesday/);
  await expect(builder.preview.getByText('Tuesday evenings')).toBeVisible();
  await builder.reload();
  await expect(session.getByLabel('Day of the first meeting')).toHaveValue('2027-02-16');
  await expect(session.getByLabel('Number of meetings')).toHaveValue('8');
});

test('moves the focus to a new item, and to the next one when an item is removed', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Reflection prompt');
  await builder.press('Add a question');
  await expect(page.getByRole('group', { name: 'Question 1' }).getByLabel('Question (')).toBeFocused();
  await builder.press('Add a question');
  await expect(page.getByRole('group', { name: 'Question 2' }).getByLabel('Question (')).toBeFocused();
  await builder.press('Remove question 1');
  await expect(page.getByRole('button', { name: 'Remove question 1' })).toBeFocused();
  await builder.press('Remove question 1');
  await expect(page.getByRole('button', { name: 'Add a question' })).toBeFocused();
});

test('starts from the words of the widget, and says how easy they are to read', async ({ builder, page }) => {
  await builder.open();
  await builder.choose('Circle diagram');
  await builder.press('Edit the widget’s own words');
  await expect(builder.field('Heading')).toHaveValue('A road out, and a road home');
  await expect(page.getByRole('button', { name: 'Edit the widget’s own words' })).toHaveCount(0);
  await expect(builder.field('Heading')).toBeFocused();
  const introduction = builder.field('Introduction');
  await expect(page.getByText(/Reading level: grade [1-7]\./).first()).toBeVisible();
  await introduction.fill(
    'Developmental psychopathology conceptualizes insecurity as organizational reorganization notwithstanding heterogeneity.',
  );
  await expect(page.getByText('This may be hard to read for a tired parent.')).toBeVisible();
  await builder.field('Label').fill('A label that is nearly as long as it may be on the road, here');
  await expect(page.getByText('61 of 60 characters')).toBeVisible();
});

test('shows the contrast of a brand, light and dark', async ({ builder, page }) => {
  await builder.open();
  for (const brand of ['', '#ffd400', '#0b0b3b']) {
    await page.getByLabel('Brand color').fill(brand);
    const ratios = (await page.locator('.swatch').allInnerTexts()).join(' ').match(/\d+\.\d/g) ?? [];
    expect(ratios).toHaveLength(4);
    for (const ratio of ratios) expect(Number(ratio)).toBeGreaterThanOrEqual(4.5);
  }
});

test('announces no undo that did nothing', async ({ builder, page }) => {
  await builder.open();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await undo.press('Enter');
  await expect(page.getByText('Undone')).toHaveCount(0);
});

test('has the initial answers where those in the address cannot be read', async ({ builder, page }) => {
  await builder.open();
  for (const fragment of [
    '#',
    '#%',
    '#null',
    '#[]',
    '#%7B%22widget%22%3A1%7D',
    '#{"configurations":{"contact-card":[]}}',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(page.getByRole('radio', { name: 'Contact card', exact: true })).toBeChecked();
    await expect(builder.field('Name of the practice')).toHaveValue('');
  }
});

test('makes and copies a snippet with the keyboard alone', async ({ builder, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: builder.origin });
  await builder.open();
  const { keyboard } = page;
  /** Presses Tab until a field or button has the focus. */
  const goTo = async (name: string): Promise<void> => {
    const target = page.getByRole('textbox', { name }).or(page.getByRole('button', { name })).first();
    for (let step = 0; step < 80; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };
  await goTo('Name of the practice');
  await keyboard.type('Riverbend');
  await goTo('Phone number');
  await keyboard.type('call us');
  await goTo('Monday');
  await keyboard.type('9-5');
  await goTo('Copy Monday’s hours to Tuesday through Friday');
  await keyboard.press('Enter');
  await goTo('Phone number: ');
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('+1-503-555-0142');
  await goTo('Copy: Snippet');
  await keyboard.press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/telephone="\+1-503-555-0142" opening-hours="Mo-Fr 09:00-17:00"/);
});
