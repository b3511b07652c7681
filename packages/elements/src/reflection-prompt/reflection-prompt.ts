import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { currentTime } from '../foundation/browser/current-time.js';
import { recorderClasses } from '../foundation/browser/mask.js';
import { saveFile } from '../foundation/browser/save-file.js';
import { keepInput } from '../foundation/browser/typed-input.js';
import { uuid } from '../foundation/browser/uuid.js';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { MediaQueryController } from '../foundation/controllers/media-query-controller.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { settingProperties } from '../foundation/element/settings.js';
import { heading } from '../foundation/views/heading.js';
import { insteadOfFileView } from '../foundation/views/instead-of-file.view.js';
import type { ReflectionPromptConfiguration } from './configuration.js';
import { helpView, privacyView } from './about.view.js';
import { buttonView } from './button.view.js';
import { CircleController } from './controllers/circle-controller.js';
import { Feedback } from './controllers/feedback.js';
import { PanelController } from './controllers/panel-controller.js';
import { PrivacyController } from './controllers/privacy-controller.js';
import { SavedController } from './controllers/saved-controller.js';
import { WritingController } from './controllers/writing-controller.js';
import { en } from './locales/en.js';
import { choosePrompt, defaultPrompts, parsePrompts, promptSettings } from './model/prompts.js';
import { notesFileName } from './model/reflection-export.js';
import { Writings } from './model/writings.js';
import { panelView } from './panel.view.js';
import { styles } from './reflection-prompt.styles.js';
import { savedView } from './saved.view.js';
import type { PromptModel, ViewContext } from './view-context.js';
import { paperView, writeView } from './write.view.js';

export { HavenReflectionEvent, type ReflectionAction } from './reflection-event.js';
export { choiceValues } from './model/prompts.js';
export type { ReflectionPromptConfiguration } from './configuration.js';
export type { ReflectionPromptStrings } from './locales/en.js';

/**
 * A private writing prompt for a parent. Nothing leaves the device, nothing is saved unless the person asks for it, and
 * a save is confirmed only after it was read back.
 *
 * @tag haven-reflection-prompt
 * @tagname haven-reflection-prompt
 *
 * @slot - Fallback content, shown without script: a prompt, and lines to write on. A `<script type="application/json">` child is
 * read as configuration.
 *
 * @csspart prompt - the whole widget
 * @csspart title - the heading
 * @csspart crisis - crisis help
 * @csspart problem - the error message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the brand color; all other colors are derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenReflectionEvent} haven-reflection - a person saved, skipped, deleted or exported; detail `{ action }`,
 * never the text. `exported`: a file was offered to the browser, which does not say whether it was saved
 */
export class ReflectionPrompt extends HavenElement<PromptModel, ReflectionPromptConfiguration> {
  static override readonly tag = 'haven-reflection-prompt';
  static override readonly settings = promptSettings;
  static override readonly properties: PropertyDeclarations = {
    ...settingProperties(promptSettings),
    prompt: {},
    for: {},
    storage: {},
  };
  static override readonly styles = styles;

  /**
   * Id of the shown prompt. The property changes when a person goes to another prompt; the attribute does not. Default: the
   * prompt of the day. An unknown id is reported and ignored.
   */
  declare prompt: string | null | undefined;

  /** Id of a circle diagram on the page, whose chosen stop selects the prompts. Default: all prompts are offered. */
  declare for: string | null | undefined;

  /**
   * `none` (default): saved reflections are read when a person opens the list. `device`: they are read at once, which writes
   * nothing. The property becomes `device` after a save, and `none` when everything is deleted; the attribute does not change.
   * Other values are reported, and `none` is used.
   */
  declare storage: 'none' | 'device' | null | undefined;

  /**
   * Which prompt comes first: that of the `day` (default; the same all day), or the first in `order`. Other values are reported,
   * and `day` is used.
   */
  declare choice: 'day' | 'order' | null | undefined;

  /**
   * Crisis help: `us` (default), or `none` together with `crisis-reason`. Entries for another region are JSON configuration.
   * Other values are reported, and `us` is used.
   */
  declare crisis: 'us' | 'none' | null | undefined;

  /** Why no crisis help is listed. Shown to the reader in its place. */
  declare crisisReason: string | null | undefined;

  /** URL of a page with more about privacy: https or http. Other values are reported and ignored. */
  declare privacyUrl: string | null | undefined;

  /** For tests and demonstrations: an ISO 8601 date and time to use as the current time. Default: the clock. */
  declare now: string | null | undefined;

  #feedback = new Feedback(this);
  #writings = new Writings(uuid);
  #saved = new SavedController(this, this.#feedback, this.#writings);
  #panels = new PanelController(this.#saved, this.#feedback, this.#writings, (text, extension) => {
    const { set } = this.model as PromptModel;
    const type = extension === 'json' ? 'application/json' : 'text/plain';
    saveFile(new Blob([text], { type }), notesFileName(set.title, extension, set.now ?? new Date(currentTime())));
    this.#feedback.dispatch('exported');
  });
  #writing = new WritingController(this, this.#saved, this.#feedback, this.#writings, () => this.model as PromptModel);
  #privacy = new PrivacyController(this, this.#saved, this.#panels, this.#feedback);
  #circle = new CircleController(this, () => this.model && this.#writing.followCircle());
  #touch = new MediaQueryController(this, '(pointer: coarse)');
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  protected override parse(raw: RawConfiguration, reading: Reading): PromptModel {
    const strings = this.locale.strings('reflection-prompt', en);
    const set = parsePrompts(raw, reading, { title: strings.title, prompts: defaultPrompts(strings.prompts) });
    oneOf('none', 'device')(this.storage, 'storage', reading);
    const shown = choosePrompt(set, {
      id: this.prompt,
      stop: this.#circle.stop,
      answered: this.#writings.answered,
      now: set.now ?? new Date(),
    });
    if (this.prompt && this.prompt !== shown.prompt.id && this.prompt !== this.#writing.chosenId)
      reading.report('prompt', 'the id of a prompt');
    return { ...shown, set, strings };
  }

  protected override renderAnew(render: () => void): void {
    keepInput(this.renderRoot, render);
  }

  protected override renderModel(model: PromptModel): TemplateResult {
    const { set, strings } = model;
    if (this.#privacy.hidden)
      return html`<section class="card" part="prompt" lang=${strings.$lang}>
        ${buttonView(strings.show, () => this.#privacy.show(), { kind: 'quiet', id: 'show' })}
      </section>`;
    const { level } = this;
    const writing = this.#writing;
    const { file } = this.#feedback;
    const { panel, fieldError } = this.#panels;
    const status = this.#feedback.text(strings);
    const context: ViewContext = { ...model, level, writing, saved: this.#saved, panels: this.#panels };
    return html`<section
      class="card ${recorderClasses}"
      data-hj-suppress="true"
      data-clarity-mask="true"
      data-dd-privacy="hidden"
      data-private="true"
      part="prompt"
      lang=${strings.$lang}
    >
      <div class="top">
        ${heading(level, set.title, 'title', 'title')}
        ${buttonView(strings.hide, () => this.#privacy.hide(), { kind: 'quiet' })}
      </div>
      ${panel ? panelView(context, panel) : writeView(context)} ${file ? insteadOfFileView(file, strings) : nothing}
      ${helpView(model, this.#touch.matches)} ${panel ? nothing : savedView(context)} ${privacyView(model)}
      ${this.#print.printing ? paperView(writing.current) : nothing}
      <p aria-live="polite" aria-atomic="true" class=${status && !fieldError ? nothing : 'aloud'}>${status}</p>
    </section>`;
  }
}
