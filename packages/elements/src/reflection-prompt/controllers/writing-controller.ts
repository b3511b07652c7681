import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { uuid } from '../../foundation/browser/uuid.js';
import { LeaveGuard } from '../../foundation/controllers/leave-guard.js';
import { ResizeController } from '../../foundation/controllers/resize-controller.js';
import { isoInstant } from '../../foundation/formats/iso-instant.js';
import { promptAfter, type ShownPrompt } from '../model/prompts.js';
import type { Reflection } from '../model/reflection.js';
import type { Writing, WritingPhase, Writings } from '../model/writings.js';
import type { ReflectionStore } from '../store/reflection-store.js';
import type { Announcement, Feedback } from './feedback.js';
import type { SavedController } from './saved-controller.js';

/** The element, whose `prompt` follows the person. */
export interface WritingHost extends ReactiveControllerHost, HTMLElement {
  prompt: string | null | undefined;
}

/** The texts in progress, and the current step with each prompt. */
export class WritingController implements ReactiveController {
  /** Id of the prompt that the person went to. The configuration may no longer contain it. */
  chosenId: string | undefined;
  #resize: ResizeController;

  /** @param getShown - returns the prompt that the host shows */
  constructor(
    private readonly host: WritingHost,
    private readonly saved: SavedController,
    private readonly feedback: Feedback,
    private readonly writings: Writings,
    private readonly getShown: () => ShownPrompt,
  ) {
    host.addController(this);
    new LeaveGuard(host, () => writings.unsaved);
    // In the next frame, since the text area's height changes the size that is observed.
    this.#resize = new ResizeController(host, () => requestAnimationFrame(() => this.#fitHeight()));
  }

  /** The current text: an answer to the shown prompt, or an edit of a saved reflection. */
  get current(): Writing {
    return this.writings.at(this.getShown().prompt);
  }

  /** Whether a saved reflection is being edited. */
  get editing(): boolean {
    return this.writings.editing;
  }

  hostConnected(): void {
    this.#resize.observe(this.host);
  }

  /** The text is set here, not in the template, so that rendering never disturbs a person who is writing. */
  hostUpdated(): void {
    const area = this.#area;
    if (!area) return;
    const { text } = this.current;
    if (area.value !== text) area.value = text;
    this.#fitHeight();
  }

  /** Handles a new text in the text area. */
  type(text: string): void {
    const { current } = this;
    const wasBlank = !current.text.trim();
    const wasUnsaved = this.writings.unsaved;
    current.text = text;
    // A further letter changes nothing else.
    if (!this.feedback.announced && wasBlank === !text.trim() && wasUnsaved === this.writings.unsaved)
      return this.#fitHeight();
    // Neither midnight nor a circle may replace a prompt that is being answered.
    if (wasBlank && !this.editing) this.#choose(current.promptId);
    this.feedback.clear();
  }

  /** Goes to another phase of the current prompt. */
  go(phase: WritingPhase): void {
    this.current.phase = phase;
    this.feedback.moveOn(phase === 'writing' ? '#text' : '#after-title');
  }

  /** Goes to the next prompt, without an answer to this one. */
  skip(): void {
    this.feedback.dispatch('skipped');
    this.leave();
    this.feedback.announce('skipped');
  }

  /** Goes to the next prompt, or from an edit back to the prompts. */
  leave(): void {
    const { prompt, offered } = this.getShown();
    const { editing, current } = this;
    this.writings.leave(prompt);
    if (!editing) this.#choose(promptAfter(offered, prompt.id).id);
    this.feedback.moveOn(`#edit-${editing ? current.id : ''}`, '#text', '#after-title');
  }

  /** Goes to a prompt for the circle's new stop: at once, or after the text in progress. */
  followCircle(): void {
    if (this.editing || this.current.text.trim()) this.feedback.announce('forStep');
    else this.host.prompt = null;
  }

  /** Starts to edit a saved reflection. */
  edit(reflection: Reflection): void {
    const promptId = this.writings.edit(reflection);
    if (promptId !== undefined) this.#choose(promptId);
    this.feedback.moveOn('#text');
  }

  /**
   * Saves the current text.
   *
   * @param confirmed - whether the person has read what the first save means
   */
  async save({ confirmed = false } = {}): Promise<void> {
    const writing = this.current;
    if (!writing.text.trim()) {
      this.feedback.announce('blank');
      return this.feedback.moveFocus('#text');
    }
    if (!confirmed && (await this.saved.isFirst())) return this.go('asking');
    await this.saved.run((store) => this.saveTo(store, writing));
    if (this.saved.state !== 'locked') return this.feedback.moveFocus('#after-title', '#text');
    this.saved.expanded = true;
    await this.feedback.moveFocus('#unlock input');
  }

  get #area(): HTMLTextAreaElement | null | undefined {
    return this.host.shadowRoot?.querySelector('#text');
  }

  #choose(id: string): void {
    this.chosenId = id;
    this.host.prompt = id;
  }

  /** Saves a text, which the person may continue meanwhile. Returns what to announce. */
  async saveTo(store: ReflectionStore, writing = this.current): Promise<Announcement> {
    const draft = { ...writing };
    const { text, version } = draft;
    const first = await store.save(draft, version);
    // Another tab has changed or deleted the reflection: then both texts are saved.
    const result = first === 'conflict' ? await store.save({ ...draft, id: uuid() }, 0) : first;
    await this.saved.list();
    writing.phase = 'finished';
    if (typeof result === 'object') {
      this.feedback.dispatch('saved');
      // Text added since is an edit of the saved one. Otherwise the next answer to the prompt is a new one.
      Object.assign(writing, result, { text: writing.text, saved: text, refusedAt: undefined });
      if (writing.text === text) {
        this.writings.forget((other) => other === writing);
        if (!version) this.current.phase = 'finished';
      }
      return [result === first ? 'saved' : 'savedBoth'];
    }
    const locked = result === 'locked' && store.state === 'locked';
    // A new text waits in its field for the store to be unlocked. An edit could not be found there again.
    if (version || !locked) writing.refusedAt ??= isoInstant(new Date());
    switch (result) {
      case 'locked':
        // When another tab has removed the password, only another press may save the text unencrypted.
        return locked ? ['locked'] : ['failed', 'unchanged'];
      case 'quota':
        return ['noSpace', 'stays'];
      case 'conflict':
      case 'failed':
        return ['notSaved', 'stays'];
    }
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
