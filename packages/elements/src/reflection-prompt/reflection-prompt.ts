import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { saveFile } from '../foundation/browser/save-file.js';
import { uuid } from '../foundation/browser/uuid.js';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { MediaQueryController } from '../foundation/controllers/media-query-controller.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { settingProperties } from '../foundation/element/settings.js';
import { fileName } from '../foundation/formats/file-name.js';
import type { Localized } from '../foundation/localization/strings.js';
import { heading } from '../foundation/views/heading.js';
import { aboutView } from './about.view.js';
import { buttonView } from './button.view.js';
import { Announcer } from './controllers/announcer.js';
import { CircleController } from './controllers/circle-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { PanelController } from './controllers/panel-controller.js';
import { PrivacyController } from './controllers/privacy-controller.js';
import { SavedController } from './controllers/saved-controller.js';
import { WritingController } from './controllers/writing-controller.js';
import { en, type ReflectionPromptStrings } from './locales/en.js';
import {
  choosePrompt,
  defaultPrompts,
  parsePrompts,
  promptSettings,
  type PromptSet,
  type ShownPrompt,
} from './model/prompts.js';
import { Writings } from './model/writings.js';
import { HavenReflectionEvent } from './reflection-event.js';
import { styles } from './reflection-prompt.styles.js';
import { savedView } from './saved.view.js';
import { openDeviceStore } from './controllers/device-store.js';
import { paperView, writeView } from './write.view.js';

export { HavenReflectionEvent, type ReflectionAction } from './reflection-event.js';
export { choiceValues } from './model/prompts.js';
export type { ReflectionPromptStrings } from './locales/en.js';

/** The configuration in the reader's language, and the prompt that is shown. */
interface Model extends ShownPrompt {
  readonly set: PromptSet;
  readonly strings: Localized<ReflectionPromptStrings>;
}

/**
 * A private moment for a parent: something to think about, and room to write. Nothing leaves the device, nothing is kept
 * unless asked, and nothing that is kept is lost.
 *
 * @tag haven-reflection-prompt
 * @tagname haven-reflection-prompt
 *
 * @slot - Shown without script: put a prompt there, and lines to write on. A `<script type="application/json">` child is read as
 * configuration.
 *
 * @csspart prompt - the whole widget
 * @csspart title - the heading
 * @csspart crisis - crisis help
 * @csspart problem - the message for the site owner
 *
 * @cssprop {<color>} --haven-brand - the one brand colour; every other colour is derived from it
 *
 * @event {HavenReadyEvent} haven-ready - the first rendering is done; detail `{ version }`
 * @event {HavenErrorEvent} haven-error - configuration or loading failed; detail `{ code, message, path? }`
 * @event {HavenReflectionEvent} haven-reflection - a person saved, skipped, deleted or exported; detail `{ action }`, never a word
 */
export class ReflectionPrompt extends HavenElement<Model> {
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
   * Id of the prompt that is shown. The property changes when a person goes on to another prompt; the attribute does not.
   * Default: the prompt of the day. An id that no prompt has is reported and ignored.
   */
  declare prompt: string | null | undefined;

  /** Id of a circle diagram on the page: the prompts for its chosen stop are offered. Default: all prompts are. */
  declare for: string | null | undefined;

  /**
   * `none` (default): saved reflections are looked for when a person opens the list. `device`: they are looked for at once, which
   * still writes nothing. The property becomes `device` when a person has saved something, and `none` when everything is deleted;
   * the attribute does not change. Other values are reported, and `none` is used.
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

  /** Why no crisis help is listed, in words for the reader; shown in its place. */
  declare crisisReason: string | null | undefined;

  /** URL of a page with more on what is private here: https or http. Other values are reported and ignored. */
  declare privacyUrl: string | null | undefined;

  /** For tests and demonstrations: an ISO 8601 date and time to use as the current time. Default: the clock. */
  declare now: string | null | undefined;

  #announcer = new Announcer(this);
  #focus = new FocusController(this);
  #writings = new Writings(uuid);
  #saved = new SavedController(this, {
    openStore: openDeviceStore,
    announcer: this.#announcer,
    writings: this.#writings,
  });
  #panels = new PanelController({
    saved: this.#saved,
    writings: this.#writings,
    announcer: this.#announcer,
    focus: this.#focus,
    download: (text, extension) => this.#download(text, extension),
  });
  #writing = new WritingController(this, {
    shown: () => this.model,
    writings: this.#writings,
    saved: this.#saved,
    panels: this.#panels,
    announcer: this.#announcer,
    focus: this.#focus,
  });
  #privacy = new PrivacyController(this, { saved: this.#saved, panels: this.#panels, focus: this.#focus });
  #circle = new CircleController(this, () => this.#writing.followCircle());
  #touch = new MediaQueryController(this, '(pointer: coarse)');
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });

  protected override parse(raw: RawConfiguration, reading: Reading): Model {
    const strings = this.locale.strings('reflection-prompt', en);
    const set = parsePrompts(raw, reading, { title: strings.title, prompts: defaultPrompts(strings.prompts) });
    oneOf('none', 'device')(this.storage, 'storage', reading);
    const shown = choosePrompt(set, {
      id: this.prompt,
      stop: this.#circle.stop,
      answered: this.#writing.answered,
      now: set.now ?? new Date(),
    });
    if (this.prompt && this.prompt !== shown.prompt.id && !this.#writing.wasChosen(this.prompt))
      reading.report('prompt', 'the id of a prompt');
    return { ...shown, set, strings };
  }

  protected override renderModel({ set, prompt, strings }: Model): TemplateResult {
    if (this.#privacy.hidden)
      return html`<section class="card" part="prompt" lang=${strings.$lang}>
        ${buttonView(strings.show, () => this.#privacy.show(), { quiet: true, id: 'show' })}
      </section>`;
    const writing = this.#writing;
    return html`<section class="card" part="prompt" lang=${strings.$lang} aria-labelledby="title">
      <div class="top">
        ${heading(this.level, set.title, 'title', { part: true })}
        ${buttonView(strings.hide, () => this.#privacy.hide(), { quiet: true })}
      </div>
      ${writeView({
        writing,
        suggestion: strings.tries.at(set.prompts.indexOf(prompt) % strings.tries.length) as string,
        strings,
        level: this.level + 1,
        download: this.#export,
      })}
      <p role="status">${this.#announcer.text(strings)}</p>
      ${savedView({
        saved: this.#saved,
        panels: this.#panels,
        writing,
        asking: writing.current.phase === 'asking',
        strings,
        title: set.title,
        download: this.#export,
      })}
      ${aboutView({ prompts: set, strings, linked: this.#touch.matches })}
      ${this.#print.printing ? paperView(writing.current) : nothing}
    </section>`;
  }

  /** Downloads a text, and announces it. */
  #export = (text: string, extension: 'txt' | 'md'): void => {
    this.#download(text, extension);
    this.#announcer.announce('did', 'download');
  };

  #download(text: string, extension: 'txt' | 'md' | 'json'): void {
    const { set } = this.model as Model;
    saveFile(new Blob([text], { type: 'text/plain' }), fileName(set.title, 'notes', extension));
    this.dispatchEvent(new HavenReflectionEvent('exported'));
  }
}
