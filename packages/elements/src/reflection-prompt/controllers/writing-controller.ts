import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { uuid } from '../../foundation/browser/uuid.js';
import { LeaveGuard } from '../../foundation/controllers/leave-guard.js';
import { ResizeController } from '../../foundation/controllers/resize-controller.js';
import { promptAfter, type Prompt, type ShownPrompt } from '../model/prompts.js';
import type { Reflection, SaveResult } from '../model/reflection.js';
import type { Writing, WritingPhase, Writings } from '../model/writings.js';
import { HavenReflectionEvent } from '../reflection-event.js';
import type { Announcer } from './announcer.js';
import type { FocusController } from './focus-controller.js';
import type { PanelController } from './panel-controller.js';
import type { SavedController } from './saved-controller.js';

/** The element, whose `prompt` follows the person. */
export interface WritingHost extends ReactiveControllerHost, HTMLElement {
  prompt: string | null | undefined;
}

/** What the controller works with. */
interface Collaborators {
  /** The prompt that the host shows, once there is one. */
  readonly shown: () => ShownPrompt | undefined;
  readonly writings: Writings;
  readonly saved: SavedController;
  readonly panels: PanelController;
  readonly announcer: Announcer;
  readonly focus: FocusController;
}

/** What a person writes, and where the person is with each prompt. */
export class WritingController implements ReactiveController {
  #getShown: Collaborators['shown'];
  #writings: Writings;
  #saved: SavedController;
  #panels: PanelController;
  #announcer: Announcer;
  #focus: FocusController;
  /** Id of the prompt that was chosen here, not by the page. */
  #chosenId: string | undefined;
  #resize: ResizeController;

  constructor(
    private readonly host: WritingHost,
    { shown, writings, saved, panels, announcer, focus }: Collaborators,
  ) {
    host.addController(this);
    this.#getShown = shown;
    this.#writings = writings;
    this.#saved = saved;
    this.#panels = panels;
    this.#announcer = announcer;
    this.#focus = focus;
    new LeaveGuard(host, () => this.#writings.unsaved);
    // In the next frame, since the text area's height changes the size that is observed.
    this.#resize = new ResizeController(host, () => requestAnimationFrame(() => this.#fitHeight()));
  }

  /** The current text: an answer to the shown prompt, or a change of a saved reflection. */
  get current(): Writing {
    return this.#writings.at(this.#shown.prompt);
  }

  /** Whether a saved reflection is being changed. */
  get changing(): boolean {
    return this.#writings.changing;
  }

  /** The prompts that have an answer in progress. */
  get answered(): readonly Prompt[] {
    return this.#writings.answered;
  }

  hostConnected(): void {
    this.#resize.observe(this.host);
  }

  /** The text area keeps its own text, so that rendering never disturbs a person who writes. */
  hostUpdated(): void {
    const area = this.#area;
    if (!area) return;
    const { text } = this.current;
    if (area.value !== text) area.value = text;
    this.#fitHeight();
  }

  /** Whether a person chose this prompt here; the page's configuration may not have it any more. */
  wasChosen(id: string): boolean {
    return id === this.#chosenId;
  }

  /** The text area has a new text. */
  type(text: string): void {
    const { current } = this;
    const wasBlank = !current.text.trim();
    current.text = text;
    const announced = this.#announcer.clear();
    // Another letter changes nothing else.
    if (!announced && wasBlank === !text.trim()) return this.#fitHeight();
    // Neither midnight nor a circle may replace a prompt that is being answered.
    if (wasBlank && !this.changing) this.#choose(current.promptId);
    this.host.requestUpdate();
  }

  /** Goes to another phase of the current prompt. */
  go(phase: WritingPhase): void {
    this.current.phase = phase;
    this.#announcer.clear();
    void this.#focus.move(phase === 'writing' ? 'textArea' : 'afterWriting');
  }

  skip(): void {
    this.host.dispatchEvent(new HavenReflectionEvent('skipped'));
    this.go('skipped');
  }

  /** Goes to the next prompt, or from a change back to the prompts. */
  leave(): void {
    const { prompt, offered } = this.#shown;
    const { changing } = this;
    this.#writings.leave(prompt);
    if (!changing) this.#choose(promptAfter(offered, prompt.id).id);
    this.#announcer.clear();
    void this.#focus.move('textArea');
  }

  /** Goes to a prompt of the circle's new stop: at once, or next when something is being written. */
  followCircle(): void {
    if (!this.#getShown()) return;
    if (this.changing || this.current.text.trim()) this.#announcer.announce('forPlace');
    else this.host.prompt = null;
  }

  /** Starts to change a saved reflection. */
  change(reflection: Reflection): void {
    const promptId = this.#writings.change(reflection);
    if (promptId !== undefined) this.#choose(promptId);
    void this.#focus.move('textArea');
  }

  /**
   * Saves the current text.
   *
   * @param confirmed - whether the person has read what the first save means
   */
  async save({ confirmed = false } = {}): Promise<void> {
    const writing = this.current;
    if (!writing.text.trim()) {
      this.#announcer.announce('blank');
      return this.#focus.move('textArea');
    }
    if (!confirmed && (await this.#saved.isFirst())) return this.go('asking');
    const { id, promptId, prompt, text, version } = writing;
    await this.#saved.save({
      draft: { id, promptId, prompt, text },
      version,
      copyId: uuid(),
      onResult: (result) => this.#settle(writing, text, result),
    });
    if (this.#saved.state !== 'locked') return this.#focus.move('afterWriting', 'textArea');
    this.#saved.expand(true);
    await this.#focus.move('unlockField');
  }

  /** Asks for a passphrase, and then saves the current text. */
  saveWithPassphrase(): void {
    this.#saved.expand(true);
    this.#panels.open({ name: 'passphrase', then: () => this.save({ confirmed: true }) });
  }

  get #shown(): ShownPrompt {
    return this.#getShown() as ShownPrompt;
  }

  get #area(): HTMLTextAreaElement | null | undefined {
    return this.host.shadowRoot?.querySelector('textarea');
  }

  #choose(id: string): void {
    this.#chosenId = id;
    this.host.prompt = id;
  }

  /** @param text - the text that was to be saved; the person may have continued since */
  #settle(writing: Writing, text: string, result: SaveResult): void {
    const { version } = writing;
    writing.phase = 'finished';
    switch (result.outcome) {
      case 'saved':
        // What was added since is a change of what is saved. Otherwise the next answer to the prompt is a new one.
        Object.assign(writing, result.reflection, { text: writing.text, saved: text, refusedAt: undefined });
        if (writing.text !== text) return;
        this.#writings.forget((other) => other === writing);
        if (!version) this.current.phase = 'finished';
        return;
      case 'locked':
        // A new text waits in its field for the store to be unlocked. A change could not be found there again.
        if (!version && this.#saved.state === 'locked') return;
        break;
      case 'conflict':
      case 'quota':
      case 'failed':
        break;
      default:
        result satisfies never;
    }
    writing.refusedAt ??= new Date().toISOString();
  }

  /** Makes the text area as tall as its text. */
  #fitHeight(): void {
    const area = this.#area;
    if (!area) return;
    const field = area.parentElement as HTMLElement;
    // Measuring costs a layout. The field keeps its height meanwhile, so that the page does not scroll.
    if (area.value) field.style.blockSize = `${field.offsetHeight}px`;
    area.style.blockSize = '';
    if (area.value) area.style.blockSize = `${area.scrollHeight + 2}px`;
    field.style.blockSize = '';
  }
}
