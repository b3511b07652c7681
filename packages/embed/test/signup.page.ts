/** The sign-up form as its visitor sees it: the widget, its page in a frame, or a form of HTML. */
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** What the visitor's sign-up says, in every form. */
export const answers = {
  format: 'group',
  times: 'evening, weekend',
  name: 'Zoë "Z" O’Neil',
  preferredContact: 'email',
  email: 'zoe@example.com',
  locale: 'en',
} as const;

/** The answers that were sent, as JSON by a widget and as fields by a form of HTML. */
export function answersOf(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body) as Record<string, unknown>;
  const fields = new URLSearchParams(body);
  return Object.fromEntries([...fields.keys()].map((name) => [name, fields.getAll(name).join(', ')]));
}

export class SignupForm {
  /** @param scope - where the form is */
  constructor(private readonly scope: Page | FrameLocator | Locator) {}

  /** The field that the visitor sees. The fallback content may have the same one, and is hidden. */
  private labeled(label: string): Locator {
    return this.scope.getByLabel(label).filter({ visible: true });
  }

  get button(): Locator {
    return this.scope.getByRole('button', { name: 'Sign up' }).filter({ visible: true });
  }

  /** Gives the {@link answers}. */
  async fill(): Promise<void> {
    await this.labeled('In a group').check();
    await this.labeled('Evenings').check();
    await this.labeled('Weekends').check();
    await this.labeled('Your name').fill(answers.name);
    await this.labeled('Email me').check();
    await this.labeled('Email address').fill(answers.email);
    await this.scope.getByRole('checkbox', { name: 'I agree' }).filter({ visible: true }).check();
  }

  async send(): Promise<void> {
    await this.button.click();
  }
}
