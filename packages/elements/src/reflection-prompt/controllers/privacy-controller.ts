import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { currentTime } from '../../foundation/browser/current-time.js';
import { maskFromRecorders } from '../../foundation/browser/mask.js';
import type { Feedback } from './feedback.js';
import type { PanelController } from './panel-controller.js';
import type { SavedController } from './saved-controller.js';

/** Milliseconds in the background after which the store is locked. */
const maxAbsence = 5 * 60_000;

/** Milliseconds within which a second Escape hides the widget. */
const doublePress = 1000;

/**
 * Protects the text from onlookers. It hides the widget when its button is pressed, or Escape twice, and then locks the store.
 * It also locks the store after a long absence.
 */
export class PrivacyController implements ReactiveController {
  /** Whether the widget is blank. */
  hidden = false;
  #escapeTime = -Infinity;
  #leftAt = 0;
  #absence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly saved: SavedController,
    private readonly panels: PanelController,
    private readonly feedback: Feedback,
  ) {
    host.addController(this);
    maskFromRecorders(host);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#leftAt = currentTime();
    this.#onVisibility();
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#absence);
    void Promise.resolve().then(() => {
      // If it is connected again, it was only moved.
      if (this.host.isConnected) return;
      this.saved.close();
      this.feedback.file = undefined;
    });
  }

  hide(): void {
    this.panels.lock();
    this.#setHidden(true);
  }

  show(): void {
    this.#setHidden(false);
    if (this.saved.state === 'locked') this.feedback.announce('locked');
  }

  #setHidden(hidden: boolean): void {
    const focusInside = !!this.host.shadowRoot?.activeElement;
    this.hidden = hidden;
    this.feedback.clear();
    this.panels.dismiss();
    this.panels.toolsOpen = false;
    this.saved.expanded = false;
    // A person who is elsewhere on the page stays there.
    if (focusInside) void this.feedback.moveFocus('#show', '#text', '#after-title');
  }

  #onKey = ({ key, timeStamp, repeat, isComposing }: KeyboardEvent): void => {
    // A key that is held down, and one that ends the input of a character, are no presses.
    if (repeat || isComposing) return;
    if (key === 'Escape' && timeStamp - this.#escapeTime < doublePress) this.hide();
    this.#escapeTime = key === 'Escape' ? timeStamp : -Infinity;
  };

  #onVisibility = (): void => {
    clearTimeout(this.#absence);
    if (document.hidden) {
      this.#leftAt = currentTime();
      this.#absence = setTimeout(() => document.hidden && this.panels.lock(), maxAbsence);
      // Timers pause while the device sleeps.
    } else if (currentTime() - this.#leftAt >= maxAbsence) this.panels.lock();
  };
}
