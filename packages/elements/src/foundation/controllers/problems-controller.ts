import { html, isServer, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { HavenErrorEvent, type HavenErrorDetail } from '../element/events.js';

/** A problem found during an update. Without a code it is only a warning for the console. */
interface Problem {
  readonly message: string;
  readonly path: string;
  readonly code: HavenErrorDetail['code'] | undefined;
}

/**
 * Collects the problems of an update and shows them to the site owner at the end of the widget. After the update it reports
 * new ones in the console and as `haven-error`. While the page is still being parsed it does neither, because what seems to be
 * missing may follow.
 */
export class ProblemsController {
  /** Every error reported so far, for scripts that are loaded later. */
  readonly reported: HavenErrorDetail[] = [];
  #current: Problem[] = [];
  #previous = new Set<string>();

  constructor(private readonly host: ReactiveControllerHost & Element) {}

  /** Whether this update has an error of a kind; `internal` is that of a step that threw. */
  has(kind: HavenErrorDetail['code']): boolean {
    return this.#current.some(({ code }) => code === kind);
  }

  get #parsing(): boolean {
    return !isServer && document.readyState === 'loading';
  }

  /** Begins a new update. */
  clear(): void {
    this.#current = [];
  }

  /**
   * Adds a problem to this update.
   *
   * @param path - attribute name or JSON path; empty for the widget as a whole
   * @param message - one sentence that never repeats the configured value
   * @param code - absent for a warning
   */
  add(path: string, message: string, code?: HavenErrorDetail['code']): void {
    this.#current.push({ path, message: path ? `${path}: ${message}` : message, code });
  }

  /** Adds an unexpected error, which is a defect of the widget. */
  addUnexpected(error: unknown): void {
    this.add('', 'this widget could not be shown', 'internal');
    console.error(error);
  }

  /** Runs a step of the update. If it throws, reports the error and returns `undefined`. */
  attempt<Result>(step: () => Result): Result | undefined {
    try {
      return step();
    } catch (error) {
      this.addUnexpected(error);
      return undefined;
    }
  }

  /** The errors of this update as a note for the site owner. */
  render(): TemplateResult | typeof nothing {
    const errors = this.#current.filter(({ code }) => code);
    if (!errors.length || this.#parsing) return nothing;
    return html`<details class="notice" part="problem" lang="en" dir="ltr">
      <summary>For the site owner: a setting needs attention</summary>
      <ul>
        ${errors.map(({ message }) => html`<li>${message}</li>`)}
      </ul>
    </details>`;
  }

  /** Reports the problems that the previous update did not have. */
  publish(): void {
    if (this.#parsing) return;
    const previous = this.#previous;
    this.#previous = new Set(this.#current.map(({ message }) => message));
    for (const { message, path, code } of this.#current) {
      if (previous.has(message)) continue;
      console.warn(`<${this.host.localName}> ${message}`);
      if (!code) continue;
      const detail = { code, message, ...(path && { path }) };
      this.reported.push(detail);
      this.host.dispatchEvent(new HavenErrorEvent(detail));
    }
  }
}
