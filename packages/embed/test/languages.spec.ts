/** Every widget in every language, on a phone: complete, within the screen, and accessible. */
import { expect, test } from '@playwright/test';
import { findPageViolations } from '../../elements/test-support/page-accessibility.js';
import { attributes } from '../src/html.js';
import { languages, widgets } from '../src/widgets.js';
import { configurations, files, home, pageWith, serve } from './embedded.page.js';
import { course } from './four-widgets.page.js';

const [session] = course.hasCourseInstance;
const complete: Record<string, object> = {
  ...configurations,
  'circle-diagram': {},
  'reflection-prompt': {},
  'signup-form': {
    ...configurations['signup-form'],
    ask: 'child-age-band message',
    hasCourseInstance: [session, { ...session, '@id': '#full', remainingAttendeeCapacity: 0 }],
  },
};

/** A page with all widgets. */
const body = widgets
  .map((widget) => `<haven-${widget}${attributes({ config: JSON.stringify(complete[widget]) })}></haven-${widget}>`)
  .join('');

/** What makes a page scroll sideways. */
function outsideThePage(elements: (Element | SVGElement)[]): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isOutside = (element: Element): boolean => {
    const { width, left, right } = element.getBoundingClientRect();
    return width > 1 && (right > clientWidth + 1 || left < -1);
  };
  return ['The page scrolls sideways.', ...elements.filter(isOutside).map(({ outerHTML }) => outerHTML.slice(0, 200))];
}

for (const language of languages)
  test(`the widgets fit a phone in ${language}, and are accessible`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const direction = new Intl.Locale(language).maximize().script === 'Arab' ? 'rtl' : 'ltr';
    const content = `<main dir="${direction}"><h1 lang="en">Practice</h1>${body}</main><script type="module" src="${files}loader.js"></script>`;
    const { problems } = await serve(page, { '/': pageWith(content, language) });
    await page.goto(home);
    for (const widget of widgets)
      await page.locator(`haven-${widget}`).evaluate((element) => {
        element.scrollIntoView();
        return customElements.whenDefined(element.localName);
      });
    // Opens what is folded away, and shows every message about an answer.
    for (const widget of widgets)
      await page.locator(`haven-${widget}`).evaluate(async (element) => {
        const { shadowRoot, updateComplete } = element as HTMLElement & { updateComplete?: Promise<unknown> };
        await updateComplete;
        for (const details of shadowRoot!.querySelectorAll('details')) details.open = true;
        for (const radio of shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')) radio.click();
        shadowRoot!.querySelector('form')?.requestSubmit();
        await updateComplete;
      });
    for (const width of [320, 256]) {
      await page.setViewportSize({ width, height: 800 });
      const outside = page.locator('main *');
      // The circle measures its room when it is resized.
      await expect.poll(() => outside.evaluateAll(outsideThePage)).toEqual([]);
      const cut = await page
        .locator('button:visible, summary:visible')
        .evaluateAll((targets) =>
          targets.flatMap(({ scrollWidth, clientWidth, textContent }) =>
            scrollWidth > clientWidth + 1 ? [textContent.trim()] : [],
          ),
        );
      expect(cut).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await findPageViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
