/** Every widget as an element, as a framed page and as HTML without a script: the same things are shown, and can be done. */
import { expect, test, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Fallback } from '@havenkit/elements/foundation';
import { render } from '../src/node/render.js';
import { forms, type Form } from '../src/snippet/forms.js';
import { snippet } from '../src/snippet/snippet.js';
import { widgets } from '../src/widgets.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';
import { answers, answersOf, SignupForm } from './signup.page.js';

type Widget = keyof typeof configurations;

/** What a visitor reads in every form. */
const shown: Record<Widget, readonly (string | RegExp)[]> = {
  'contact-card': [
    'Riverbend Family Center',
    'Ana "Nan" Ortiz, LMFT',
    /503-555-0142/,
    'hello@riverbend.example',
    'Hours',
    /Fri/,
    /9:00\sAM/,
    /988/,
  ],
  'circle-diagram': ['Out & back', 'Home with you', 'A nod to go', 'Time to fill up'],
  'signup-form': [
    'Sign up for Growing <Secure>',
    'How would you like to take part?',
    'What times work for you?',
    'Your name',
    'How should we contact you?',
    /I agree that Riverbend Family Center may keep/,
    /503-555-0142/,
  ],
  'reflection-prompt': ['A quiet moment', 'When did you wait and not help?', /988/],
};

async function htmlOf(widget: Widget, form: Form): Promise<string> {
  const { fallback } = (await import(`@havenkit/elements/${widget}/fallback`)) as { fallback: Fallback };
  const { html, problems } = snippet({
    widget,
    configuration: configurations[widget],
    language: 'en',
    form,
    files,
    fallback,
    render,
  });
  expect(problems).toEqual([]);
  // A blank line would become a paragraph in WordPress's classic editor.
  expect(html).not.toMatch(/\n\s*\n/);
  return html;
}

/** The first visible place of a text. The fallback content has it, too, and is hidden behind the widget. */
const visibleText = (page: Page | FrameLocator, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first();

/** Opens a page with a snippet. Without scripts for the form that needs none. */
async function open(page: Page, widget: Widget, form: Form): Promise<{ widget: Page | FrameLocator; sent: string[] }> {
  const { sent, problems } = await serve(page, { '/': pageWith(await htmlOf(widget, form)) });
  await page.goto(home);
  const inside = form === 'frame' ? page.frameLocator('[data-haven-frame]') : page;
  await expect(visibleText(inside, shown[widget][0]!)).toBeVisible();
  // The same words are in the fallback content, which a click may see go.
  if (form === 'element' || form === 'loader')
    await expect(page.locator(`haven-${widget} [part]`).first()).toBeVisible();
  expect(problems).toEqual([]);
  return { widget: inside, sent };
}

test('there is a configuration for every widget', () => {
  expect(Object.keys(configurations).sort()).toEqual(widgets);
});

for (const form of forms)
  test.describe(`as ${form}`, () => {
    test.use({ javaScriptEnabled: form !== 'html' });

    for (const widget of widgets as Widget[])
      test(`the ${widget} shows everything that its configuration says`, async ({ page }) => {
        const { widget: inside } = await open(page, widget, form);
        for (const text of shown[widget]) await expect(visibleText(inside, text)).toBeVisible();
        await expect(inside.getByRole('heading', { level: 2 }).filter({ visible: true }).first()).toBeVisible();
        if (form === 'frame') await expect(page.locator('iframe')).toHaveAttribute('title', shown[widget][0]!);
      });

    test('the form sends the same answers', async ({ page }) => {
      const { widget, sent } = await open(page, 'signup-form', form);
      const signupForm = new SignupForm(widget);
      await signupForm.fill();
      await signupForm.send();
      await expect.poll(() => sent.length).toBe(1);
      const given = answersOf(sent[0]!);
      const consent = (given['consent'] as { text?: string } | undefined)?.text ?? given['consentText'];
      expect({ ...given, consent }).toMatchObject({
        ...answers,
        program: 'Growing <Secure>',
        consent: 'I agree that Riverbend Family Center may keep what I enter here to reply to me and plan the program.',
      });
    });
  });

test('a value cannot end its attribute, its script or its element', async ({ page }) => {
  const text = '</script></haven-contact-card><img src=x onerror="document.title=1">"\'&amp;<!--';
  const { fallback } = (await import('@havenkit/elements/contact-card/fallback')) as { fallback: Fallback };
  for (const form of forms) {
    const configuration = { name: text, telephone: '555', employee: [{ name: text }], responseTime: text };
    const { html } = snippet({ widget: 'contact-card', configuration, language: 'en', form, files, fallback, render });
    await serve(page, { '/': pageWith(html) });
    await page.goto(home);
    const inside = form === 'frame' ? page.frameLocator('iframe') : page;
    await expect(inside.getByRole('heading', { name: text })).toBeVisible();
    await expect(inside.locator('img')).toHaveCount(0);
    await expect(page).toHaveTitle('Practice');
  }
});
