/** No English is left on the Spanish embed builder, whatever is wrong with the answers. */
import { expect, type Page } from '@playwright/test';
import { test, type BuilderPage } from './embed-builder.page.js';

/** Answers with a problem of every kind: of the site, of a setting, of a list, of a form, and of settings that are not known. */
const answers = {
  builder: 'other',
  page: 'practice',
  brand: 'greenish',
  font: '2px Georgia',
  files: 'havenkit',
  configurations: {
    'contact-card': {
      name: 'Río',
      telephone: 'llámenos',
      email: 'a',
      openingHours: 'Mo 9:00-17:00, con cita',
      timeZone: 'Marte',
      accepting: 'quizá',
      crisis: 'none',
      specialOpeningHoursSpecification: [
        { validFrom: 'pronto' },
        { validFrom: '2027-02-01', validThrough: '2027-01-01' },
      ],
      contactPoint: [{ telephone: 'a', email: 'b' }],
      links: 'never',
      telefono: '5',
    },
    'circle-diagram': {
      title: 'Círculo',
      summary: 'x'.repeat(2001),
      arcs: [{ label: 'A', stops: [{ label: 'x'.repeat(70) }] }],
      for: 'a',
      view: 'redondo',
    },
    'reflection-prompt': { title: 'Un momento', prompts: [{ hint: 'a' }], choice: 'ninguna', crisis: 'none' },
    'signup-form': {
      name: 'Grupo',
      adapter: 'formspree',
      endpoint: 'https://formspree.io/',
      formats: ['solo'],
      challenge: 'x',
      telephone: 'a',
      hasCourseInstance: [
        {},
        { name: 'B', startDate: '2020-02-16T18:30-05:00' },
        {
          name: 'C',
          startDate: '2037-02-16T18:30-05:00',
          courseSchedule: { scheduleTimezone: 'Marte', startTime: '18:30' },
        },
        { name: 'C', startDate: '2037-02-16T18:30-05:00' },
        { name: 'D', startDate: '2037-02-16T18:30-05:00', courseSchedule: { scheduleTimezone: 'America/Los_Angeles' } },
        { name: 'E', courseSchedule: { repeatFrequency: 'a', repeatCount: 'b' } },
      ],
    },
  },
};

/** Texts that a page shows or says, each once. */
const textsOf = async (page: Page): Promise<string[]> => {
  const texts = await page
    .locator('embed-builder')
    .locator('h1, h2, h3, legend, label, button, p, li, th, summary, select option, a')
    .allTextContents();
  const said = await page
    .locator('embed-builder [title], embed-builder [aria-label]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('title') ?? each.getAttribute('aria-label') ?? ''));
  return [...new Set([...texts, ...said].map((text) => text.replace(/\s+/g, ' ').trim()))];
};

/** Names, numbers and addresses, which are the same in both languages. */
const same =
  /^(?:|English|Formspree|Netlify Forms|Basin|Web3Forms|Formspark|Google Forms|HubSpot|Squarespace|Webflow|Shopify|Ghost|Framer|GoDaddy|Weebly|Notion|Google Sites|Wix \(Velo\)|Contact Form 7 \(WordPress\)|Content Security Policy|x+|[\w/+-]+\/[\w/+-]+|UTC|[\d.]+)$/;

async function collect(builder: BuilderPage, file: string, fragment: string): Promise<string[]> {
  const { page } = builder;
  await builder.open({ file: file + fragment });
  const texts: string[] = [];
  for (const widget of await page.locator('[name=widget]').all()) {
    await widget.check();
    for (const form of [undefined, ...(await page.locator('[name=form]').all())]) {
      await form?.check();
      await builder.unfold();
      texts.push(...(await textsOf(page)));
    }
  }
  return texts;
}

test('has no English beside answers that cannot be used', async ({ builder, page }) => {
  const fragment = `#${encodeURIComponent(JSON.stringify(answers))}`;
  const english = await collect(builder, '', fragment);
  const spanish = await collect(builder, 'es.html', fragment);
  expect(
    spanish.filter((text) => /^(?:Revise esta respuesta|Grupo \d|Día especial \d)/.test(text)).length,
  ).toBeGreaterThan(9);
  const left = [...new Set(spanish)].filter((text) => english.includes(text) && !same.test(text));
  expect(left).toEqual([]);
  // A problem whose sentence is partly English.
  expect(
    spanish.filter((text) => /\b(?:expected|unknown|found|such as|ignored|nobody|because|shown)\b/.test(text)),
  ).toEqual([]);
  await expect(page.locator('.answers [lang=en], .result [lang=en]')).toHaveCount(0);
});

for (const [what, text] of [
  ['nothing', ' '],
  ['a text without a widget', '<p>Río</p>'],
  ['a damaged snippet', '<haven-contact-card config="{"></haven-contact-card>'],
  ['settings that are not known', '<haven-contact-card phone="5"></haven-contact-card>'],
  ['damaged data', '<title>Río</title><script type="application/ld+json">{,}</script>'],
  ['a page', '<title>Río</title><a href="tel:+15035550142">5</a>'],
  ['a snippet', '<haven-contact-card name="Río"></haven-contact-card>'],
] as const)
  test(`answers in Spanish when ${what} is pasted`, async ({ builder, page }) => {
    await builder.open({ file: 'es.html' });
    await page.locator('summary').first().click();
    await page.locator('#snippet-to-read').fill(text);
    await builder.press('Leer');
    const message = page.locator('header [aria-live]');
    await expect(message).toHaveText(/\.$/);
    await expect(message).not.toHaveText(/\b(?:the|your|this|could|found|loaded|known)\b/i);
  });

test('finds the time zone of a place by its Spanish name', async ({ builder, page }) => {
  await builder.open({ file: 'es.html' });
  const zone = page.getByLabel('Zona horaria del horario');
  for (const [text, found] of [
    ['Nueva York', 'America/New_York'],
    ['hora del Pacífico', 'America/Los_Angeles'],
    ['Los Ángeles', 'America/Los_Angeles'],
    ['hora de la montaña', 'America/Denver'],
  ] as const) {
    await zone.fill(text);
    await zone.blur();
    await expect(zone).toHaveValue(found);
  }
});
