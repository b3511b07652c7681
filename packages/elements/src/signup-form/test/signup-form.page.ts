import { expect, fixture, html } from '@open-wc/testing';
import { control, focused, until } from '../../../test-support/index.js';
import '../define.js';
import type { SignupForm } from '../signup-form.js';
import { comeBack } from './fake-endpoint.js';

/** A session far enough in the future not to be over. It has the weekdays of 2027. */
export const session = (id: string, name: string, places: number) => ({
  '@id': id,
  name,
  startDate: '2055-02-16T18:30:00-08:00',
  courseSchedule: {
    repeatFrequency: 'P1W',
    repeatCount: 8,
    startTime: '18:30',
    endTime: '20:00',
    scheduleTimezone: 'America/Los_Angeles',
  },
  remainingAttendeeCapacity: places,
});

/** A program with two groups, one of them full. */
export const dated = {
  name: 'Growing Secure',
  provider: { name: 'Riverbend Family Center', telephone: '+1-503-555-0142' },
  hasCourseInstance: [session('#tuesday', 'Tuesday evenings', 3), session('#saturday', 'Saturdays', 0)],
};

/** The same program without groups. */
export const undated = { ...dated, hasCourseInstance: [] };

/** Number of the test. Its forms are not those of the test before it, which may still be sending. */
let test = 0;
beforeEach(() => test++);

/** Text with its white space collapsed. */
export const textOf = (node: Element | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Whether the focus is on the heading of an outcome or of the errors, from which a screen reader goes on reading. */
export const announcementIsFocused = (): boolean => focused()?.id === 'announcement';

/** The sign-up form as a person sees and uses it. */
export class SignupFormPage {
  constructor(readonly element: SignupForm) {}

  /** Renders a form. Its endpoint is `/signups`, unless the configuration has another. */
  static async open(
    config: object = undated,
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<SignupFormPage> {
    const element = await fixture<SignupForm>(
      html`<haven-signup-form id="test-${test}" .config=${{ endpoint: '/signups', ...config }}></haven-signup-form>`,
    );
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await element.updateComplete;
    return new SignupFormPage(element);
  }

  /** Renders a fallback form in an element of a tag that `upgrade` registers later. */
  static async openFallback(tag: string, fields: string): Promise<SignupFormPage> {
    return new SignupFormPage(
      await fixture<SignupForm>(`<${tag} name="P" endpoint="/signups"><form>${fields}</form></${tag}>`),
    );
  }

  get state(): string {
    return this.element.state;
  }

  get text(): string {
    return textOf(this.all('[part=form]')[0]);
  }

  get updateComplete(): Promise<boolean> {
    return this.element.updateComplete;
  }

  get errorSummary(): string[] {
    return this.all('.outcome li').map(textOf);
  }

  /** All elements in the shadow root that match a selector. */
  all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...(this.element.shadowRoot?.querySelectorAll<Found>(selector) ?? [])];
  }

  field(name: string): HTMLInputElement {
    return this.all<HTMLInputElement>(`#${name}`)[0] ?? expect.fail(`There is no field ${name}.`);
  }

  /** The control of a label that begins with a text. */
  labeled(label: string): HTMLInputElement {
    const found = this.all<HTMLLabelElement>('label').find((candidate) => textOf(candidate).startsWith(label));
    return (found?.control ?? expect.fail(`There is no label ${label}.`)) as HTMLInputElement;
  }

  button(name: string): HTMLElement {
    return control(this.element, name);
  }

  /** Values of the checked choices of a group. */
  chosen(name: string): string[] {
    return this.all<HTMLInputElement>(`[name=${name}]:checked`).map(({ value }) => value);
  }

  async fill(name: string, value: string): Promise<void> {
    const input = this.field(name);
    input.focus();
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.blur();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await this.updateComplete;
  }

  async choose(...labels: string[]): Promise<void> {
    for (const label of labels) {
      this.labeled(label).click();
      await this.updateComplete;
    }
  }

  /** Answers everything that is required, for a program without groups. */
  async answerAll(): Promise<void> {
    await this.choose('One-on-one', 'Call me');
    await this.fill('name', 'Ana Ortiz');
    await this.fill('telephone', '(503) 555-0142');
    await this.choose('Yes', 'I agree');
  }

  async send(button = 'Sign up'): Promise<void> {
    this.button(button).click();
    await this.updateComplete;
  }

  /** Clears the form, and says that this is meant. */
  async clear(): Promise<void> {
    for (const name of ['Clear the form', 'Yes, clear the form']) {
      this.button(name).click();
      await this.updateComplete;
    }
  }

  /** What the live region announces. */
  get announced(): string {
    return textOf(this.all('[aria-live]')[0]);
  }

  /**
   * Sends a sign-up that gets no answer; then somebody comes back to the page and answers everything again.
   *
   * @param requests - number of requests so far
   */
  async sendAndComeBack(requests: () => number): Promise<void> {
    await this.answerAll();
    await this.send();
    await until(() => requests() === 1);
    comeBack();
    await this.reaches('unknown');
    await this.answerAll();
  }

  /** Waits for a state. */
  async reaches(state: string): Promise<void> {
    await until(() => this.state === state);
  }

  /** Waits until the draft is filled in. */
  async restored(field: string): Promise<void> {
    await until(() => this.chosen(field).length > 0);
  }

  /** Registers the class under the tag of a fallback form. */
  upgrade(): void {
    (customElements.get('haven-signup-form') as typeof SignupForm).define(this.element.localName);
  }
}
