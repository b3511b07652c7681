/** Clinicians in the embed builder: one, several, and those of a snippet or page. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

const spoken = (page: Page): Locator => page.locator('.aloud[aria-live=polite]');

const nameOf = ({ page }: BuilderPage, number: number): Locator => page.getByLabel(`Name (Clinician ${number})`);
const lettersOf = ({ page }: BuilderPage, number: number): Locator =>
  page.getByLabel(`Credentials (Clinician ${number}) (optional)`);

/** The settings in a snippet's `config`. */
const configIn = async ({ snippet }: BuilderPage): Promise<unknown> => {
  const [, config = '{}'] =
    /config='([^']*)'/.exec(await snippet.inputValue()) ?? /config="([^"]*)"/.exec(await snippet.inputValue()) ?? [];
  return JSON.parse(config.replaceAll('&quot;', '"'));
};

/** Answers about two clinicians. */
async function fillTwo(builder: BuilderPage): Promise<void> {
  await builder.fillCard();
  await nameOf(builder, 1).fill('Ana Ortiz');
  await lettersOf(builder, 1).fill('LCSW');
  await builder.press('Add a clinician');
  await expect(nameOf(builder, 2)).toBeFocused();
  await nameOf(builder, 2).fill('Ben Hale');
}

test('asks for one clinician at once, and writes her into attributes', async ({ builder, page }) => {
  await builder.open();
  await builder.fillCard();
  await expect(page.getByRole('button', { name: 'Remove clinician 1' })).toHaveCount(0);
  await nameOf(builder, 1).fill('Ana Ortiz');
  await lettersOf(builder, 1).fill('LCSW');
  await expect(builder.snippet).toHaveValue(/ clinician="Ana Ortiz" credentials="LCSW"/);
  await expect(builder.snippet).not.toHaveValue(/employee|config=/);
  // One without answers is none yet.
  await builder.press('Add a clinician');
  await expect(builder.snippet).not.toHaveValue(/employee|config=/);
  await expect(page.getByText('Check these answers')).toHaveCount(0);
  await builder.reload();
  await expect(nameOf(builder, 1)).toHaveValue('Ana Ortiz');
});

test('writes several clinicians into a list, and names them all', async ({ builder }) => {
  await builder.open();
  await fillTwo(builder);
  expect(await configIn(builder)).toEqual({
    employee: [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW' }, { name: 'Ben Hale' }],
  });
  await expect(builder.snippet).not.toHaveValue(/clinician=|credentials=/);
  await expect(builder.preview.getByText('Ana Ortiz, LCSW')).toBeVisible();
  await expect(builder.preview.getByText('Ben Hale')).toBeVisible();
  await builder.reload();
  await expect(lettersOf(builder, 1)).toHaveValue('LCSW');
  await expect(nameOf(builder, 2)).toHaveValue('Ben Hale');
});

test('moves a clinician with the keyboard, and says where she is', async ({ builder, page }) => {
  await builder.open();
  await fillTwo(builder);
  await builder.press('Add a clinician');
  await nameOf(builder, 3).fill('Chi Wu');
  const up = (number: number): Locator => page.getByRole('button', { name: `Move up (Clinician ${number})` });
  const down = (number: number): Locator => page.getByRole('button', { name: `Move down (Clinician ${number})` });
  await expect(up(1)).toHaveCount(0);
  await expect(down(3)).toHaveCount(0);
  await up(3).press('Enter');
  await expect(up(2)).toBeFocused();
  await expect(spoken(page)).toHaveText('Now 2 of 3: Chi Wu.');
  await page.keyboard.press('Enter');
  // There is no further up.
  await expect(down(1)).toBeFocused();
  await expect(spoken(page)).toHaveText('Now 1 of 3: Chi Wu.');
  for (const [index, name] of ['Chi Wu', 'Ana Ortiz', 'Ben Hale'].entries())
    await expect(nameOf(builder, index + 1)).toHaveValue(name);
  await expect(lettersOf(builder, 2)).toHaveValue('LCSW');
  await builder.press('Undo');
  await expect(page.getByText('Undone: the change to “Clinicians”.')).toBeVisible();
  await expect(nameOf(builder, 1)).toHaveValue('Ana Ortiz');
});

test('removes a clinician, says who went, and brings her back', async ({ builder, page }) => {
  await builder.open();
  await fillTwo(builder);
  await builder.press('Remove clinician 1');
  await expect(page.getByRole('button', { name: 'Remove clinician 1' })).toBeFocused();
  await expect(spoken(page)).toHaveText('Removed: Clinician 1: Ana Ortiz.');
  await expect(builder.snippet).toHaveValue(/ clinician="Ben Hale"/);
  await builder.press('Undo');
  await expect(page.getByText('Undone: the change to “Clinician 1”.')).toBeVisible();
  await expect(lettersOf(builder, 1)).toHaveValue('LCSW');
  await builder.press('Redo');
  await expect(nameOf(builder, 1)).toHaveValue('Ben Hale');
  await builder.press('Remove clinician 1');
  await expect(page.getByRole('button', { name: 'Add a clinician' })).toBeFocused();
  await expect(nameOf(builder, 1)).toHaveValue('');
});

for (const [what, snippet, people] of [
  ['attributes', 'clinician="Ana Ortiz" credentials="LCSW"', [['Ana Ortiz', 'LCSW']]],
  [
    'a list',
    `config='{"employee":[{"@type":"Person","name":"Ana Ortiz","honorificSuffix":"LCSW"},{"name":"Ben Hale"}]}'`,
    [
      ['Ana Ortiz', 'LCSW'],
      ['Ben Hale', ''],
    ],
  ],
  [
    'both',
    `clinician="Ana Ortiz" config='{"employee":[{"name":"Chi Wu","honorificSuffix":"PhD"},{"name":"Ben Hale"}]}'`,
    [
      ['Ana Ortiz', 'PhD'],
      ['Ben Hale', ''],
    ],
  ],
] as const)
  test(`reads clinicians back from ${what}`, async ({ builder, page }) => {
    await builder.open();
    await builder.read(`<haven-contact-card name="Riverbend" telephone="5550142" ${snippet}></haven-contact-card>`);
    for (const [index, [name, letters]] of people.entries()) {
      await expect(nameOf(builder, index + 1)).toHaveValue(name);
      await expect(lettersOf(builder, index + 1)).toHaveValue(letters);
    }
    await expect(nameOf(builder, people.length + 1)).toHaveCount(0);
    await expect(page.getByText(/unknown/)).toHaveCount(0);
  });

test('asks for the title of a clinician only where there is one', async ({ builder, page }) => {
  await builder.open();
  await builder.read(
    `<haven-contact-card name="Riverbend" config='{"employee":[{"name":"Ana Ortiz","honorificPrefix":"Dr."},{"name":"Ben"}]}'></haven-contact-card>`,
  );
  const title = page.getByLabel('Title (Clinician 1) (optional)');
  await expect(title).toHaveValue('Dr.');
  await expect(page.getByLabel('Title (Clinician 2) (optional)')).toHaveCount(0);
  await title.fill('');
  await expect(title).toBeFocused();
  expect(await configIn(builder)).toEqual({ employee: [{ name: 'Ana Ortiz' }, { name: 'Ben' }] });
});

test('takes clinicians from the data of a page, without what a card does not show', async ({ builder, page }) => {
  await builder.open();
  const employee = [
    {
      '@type': 'Person',
      name: 'Ana Ortiz',
      honorificSuffix: ['LCSW', 'PhD'],
      image: 'a.jpg',
      sameAs: ['https://a.example/'],
    },
    { '@type': 'Person', image: 'b.jpg' },
    'Ben Hale',
  ];
  const practice = { '@type': 'MedicalBusiness', name: 'Riverbend', telephone: '503-555-0142', employee };
  await builder.read(`<script type="application/ld+json">${JSON.stringify(practice)}</script>`);
  await expect(page.getByText(/^Found on your page: name of the practice, clinicians, phone number\./)).toBeVisible();
  expect(await configIn(builder)).toEqual({
    employee: [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW, PhD' }, { name: 'Ben Hale' }],
  });
});

test('says at the clinician that her name is missing', async ({ builder, page }) => {
  await builder.open();
  await fillTwo(builder);
  await nameOf(builder, 1).fill('');
  await page.getByRole('button', { name: /^Clinician 1, Name: expected the clinician's name/ }).click();
  await expect(nameOf(builder, 1)).toBeFocused();
});

test('asks for clinicians in Spanish', async ({ builder, page }) => {
  await builder.open({ file: 'es.html' });
  await page.getByLabel('Nombre del consultorio').fill('Río');
  await page.getByLabel('Nombre (Terapeuta 1)').fill('Ana Ortiz');
  await builder.press('Agregar: terapeuta');
  await page.getByLabel('Nombre (Terapeuta 2)').fill('Ben Hale');
  await builder.press('Mover hacia arriba (Terapeuta 2)');
  await expect(page.getByLabel('Nombre (Terapeuta 1)')).toHaveValue('Ben Hale');
  await expect(spoken(page)).toHaveText('Ahora 1 de 2: Ben Hale.');
  await builder.press('Quitar: terapeuta 1');
  await expect(spoken(page)).toHaveText('Se quitó: Terapeuta 1: Ben Hale.');
  await builder.press('Deshacer');
  await expect(page.getByText('Se deshizo el cambio en “Terapeuta 1”.')).toBeVisible();
});

test('gives the editor of a site a single clinician as it got her, and several as a list', async ({
  builder,
  page,
}) => {
  await builder.open();
  const card = { name: 'Riverbend', clinician: 'Ana Ortiz', credentials: 'LCSW', telephone: '+1-503-555-0142' };
  const state = { widget: 'contact-card', configurations: { 'contact-card': card } };
  await page.evaluate(
    (hash) => {
      const received: unknown[] = ((window as { received?: unknown[] }).received = []);
      addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
        if (data.type === 'havenkit-answers') received.push(data);
      });
      const frame = document.createElement('iframe');
      frame.src = `questions.html${hash}`;
      frame.title = 'Questions';
      document.body.append(frame);
    },
    `#${encodeURIComponent(JSON.stringify(state))}`,
  );
  const last = (): Promise<unknown> => page.evaluate(() => (window as { received?: unknown[] }).received?.at(-1));
  const ana = { '@type': 'Person', name: 'Ana Ortiz', honorificSuffix: 'LCSW' };
  await expect.poll(last).toMatchObject({ settings: card, jsonLd: { employee: [ana] } });
  const questions = page.frameLocator('iframe[title=Questions]');
  await questions.getByRole('button', { name: 'Add a clinician' }).click();
  await questions.getByLabel('Name (Clinician 2)').fill('Ben Hale');
  const employee = [{ name: 'Ana Ortiz', honorificSuffix: 'LCSW' }, { name: 'Ben Hale' }];
  await expect.poll(last).toMatchObject({ settings: { name: 'Riverbend', employee }, jsonLd: { employee } });
  expect(await last()).not.toHaveProperty('settings.clinician');
});
