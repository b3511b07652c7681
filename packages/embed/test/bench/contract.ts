/** What a visitor can read and do with the four widgets, wherever they are. */
import { expect, test, type Locator } from '@playwright/test';
import type { Traffic } from '../embedded.page.js';
import { answers, answersOf, SignupForm } from '../signup.page.js';
import { widgetNames, whyUntested, type Form, type Host, type Place, type Scope, type Widget } from './host.js';

/** What a visitor reads in every form. */
const shown: Record<Widget, readonly [string | RegExp, ...(string | RegExp)[]]> = {
  'circle-diagram': ['Out & back', 'Home with you', 'A nod to go', 'Time to fill up'],
  'contact-card': [
    'Riverbend Family Center',
    /Ana ["“]Nan["”] Ortiz, LMFT/,
    'hello@riverbend.example',
    /9:00\sAM/,
    /988/,
  ],
  'reflection-prompt': ['A quiet moment', 'When did you wait and not help?', /988/],
  'signup-form': [
    'Sign up for Growing <Secure>',
    /Bring a ["“]snack["”]/,
    'How would you like to take part?',
    'Your name',
    /I agree that Riverbend Family Center may keep/,
  ],
};

/** A widget on a page, as its visitor sees it. */
class VisitedWidget {
  constructor(
    private readonly scope: Scope | Locator,
    /** Whether the widget runs, or only its HTML is there. */
    private readonly runs: boolean,
  ) {}

  private seen(locator: Locator): Locator {
    return locator.filter({ visible: true }).first();
  }

  private button(name: string): Locator {
    return this.seen(this.scope.getByRole('button', { name }));
  }

  /** Scrolls to the first text, and reads all. */
  async reads(texts: readonly [string | RegExp, ...(string | RegExp)[]]): Promise<void> {
    // By script, because Playwright waits for a frame to be painted before it scrolls to it, and the browser for the opposite.
    await this.seen(this.scope.getByText(texts[0])).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    for (const text of texts) await expect(this.seen(this.scope.getByText(text))).toBeVisible();
  }

  async 'contact-card'(): Promise<void> {
    const call = this.seen(this.scope.getByRole('link', { name: /503-555-0142/ }));
    await expect(call).toHaveAttribute('href', /^tel:\+1-?503-?555-?0142$/);
    // A trial, because the number would be called. It fails if anything covers the link.
    await call.click({ trial: true });
    if (this.runs) await expect(this.seen(this.scope.getByText('Save contact'))).toBeVisible();
  }

  async 'circle-diagram'(): Promise<void> {
    if (this.runs) await this.button('Help with big feelings').click();
    await this.reads([/Tears, kicks, or sudden quiet/]);
    if (this.runs) await expect(this.button('Help with big feelings')).toHaveAttribute('aria-pressed', 'true');
  }

  async 'reflection-prompt'(): Promise<void> {
    if (!this.runs) return;
    await this.seen(this.scope.getByRole('textbox')).fill('I waited,\nand it "stood".');
    await this.button('Done').click();
    await this.reads(['Thank you for taking a moment']);
  }

  async 'signup-form'({ sent }: Traffic): Promise<void> {
    const form = new SignupForm(this.scope);
    await form.fill();
    await form.send();
    if (this.runs) await this.reads(['We got your sign-up', /R-1/]);
    await expect.poll(() => sent.length).toBe(1);
    expect(answersOf(sent[0]!)).toMatchObject({ ...answers, program: 'Growing <Secure>' });
  }
}

/** Where one of the widgets is. Each frame has one, and plain HTML has no element of ours around it. */
function scopeOf({ scripts }: Host, place: Place, form: Form, widget: Widget): Scope | Locator {
  const scope = typeof place === 'function' ? place(widget) : place;
  if (form === 'loader' && scripts === false) return scope.locator(`[data-haven=${widget}]`);
  if (form === 'frame') return scope.frameLocator(`iframe[src*="%22${widget}%22"]`);
  return form === 'html' ? scope : scope.locator(`haven-${widget}`);
}

/**
 * Reads and does everything with those widgets that can work there. The sign-up is last, because a form of HTML leaves the page.
 *
 * @param place - where the widgets are
 */
export async function useEverything(host: Host, form: Form, place: Place, traffic: Traffic): Promise<void> {
  for (const widget of widgetNames.filter((name) => !whyUntested(host, form, name)))
    await test.step(widget, async () => {
      const visited = new VisitedWidget(scopeOf(host, place, form, widget), form !== 'html' && host.scripts !== false);
      await visited.reads(shown[widget]);
      if (!host.paper) await visited[widget](traffic);
    });
  const { problems, sent } = traffic;
  expect(problems.filter((problem) => !host.expectedProblems?.test(problem))).toEqual([]);
  expect(sent.length).toBe(host.paper || whyUntested(host, form, 'signup-form') ? 0 : 1);
}
