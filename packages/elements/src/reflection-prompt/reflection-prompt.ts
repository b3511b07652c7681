import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { oneOf, type RawConfiguration, type Reading } from '../foundation/configuration/readers.js';
import { deviceStorage } from '../foundation/browser/device-storage.js';
import { fileName } from '../foundation/formats/file-name.js';
import { LeaveGuard } from '../foundation/controllers/leave-guard.js';
import { PrintController } from '../foundation/controllers/print-controller.js';
import { ResizeController } from '../foundation/controllers/resize-controller.js';
import { settingProperties } from '../foundation/element/settings.js';
import { HavenElement } from '../foundation/element/haven-element.js';
import { heading } from '../foundation/views/heading.js';
import { dateFormat, viewerZone } from '../foundation/formats/intl.js';
import { maskFromRecorders } from '../foundation/browser/mask.js';
import { watchPrivacy } from '../foundation/browser/privacy-watch.js';
import { saveFile } from '../foundation/browser/save-file.js';
import type { Localized } from '../foundation/localization/strings.js';
import { uuid } from '../foundation/browser/uuid.js';
import { aboutView } from './about.view.js';
import { buttonView } from './button.view.js';
import { KeptController, type Fields } from './controllers/kept-controller.js';
import { fitHeight } from './fit-height.js';
import { keptView, type KeptActions } from './kept.view.js';
import { en, type ReflectionPromptStrings } from './locales/en.js';
import {
  dayNumber,
  defaultPrompts,
  parsePrompts,
  promptAfter,
  promptOfDay,
  promptsFor,
  promptSettings,
  type Prompt,
  type PromptSet,
} from './model/prompts.js';
import { HavenReflectionEvent } from './reflection-event.js';
import { toMarkdown, toPlainText } from './model/reflection-export.js';
import { styles } from './reflection-prompt.styles.js';
import { createReflectionStore } from './store/reflection-store.js';
import { paperView, writeView } from './write.view.js';
import { Writings, type Moment, type Writing } from './model/writings.js';

export { HavenReflectionEvent, type ReflectionAction } from './reflection-event.js';
export { choiceValues } from './model/prompts.js';
export type { ReflectionPromptStrings } from './locales/en.js';

/** What was entered in a form. */
const fieldsOf = (form: HTMLFormElement): Fields => Object.fromEntries(new FormData(form));

/** What is shown: a set of prompts, and where the reader is in it. */
interface Shown {
  readonly set: PromptSet;
  /** Those to choose from now. */
  readonly offered: readonly Prompt[];
  readonly prompt: Prompt;
  readonly words: Localized<ReflectionPromptStrings>;
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
export class ReflectionPrompt extends HavenElement<Shown> {
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

  #shown: Shown | undefined;
  #writings = new Writings(uuid);
  #hidden = false;
  #open = false;
  /** To be kept once there is a passphrase. */
  #waiting = false;
  /** The `prompt` that was set here, not by the page. */
  #own: string | undefined;
  // Not at once: its own height changes with it, and is watched.
  #resize = new ResizeController(this, () => requestAnimationFrame(() => this.#grow()));
  #print = new PrintController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  #leaveGuard = new LeaveGuard(this, () => !!this.#writings.unkept);
  #connection = new AbortController();
  #kept = new KeptController(
    () =>
      createReflectionStore({
        ...deviceStorage('havenkit-reflections'),
        onChange: () => this.isConnected && void this.#kept.look(),
      }),
    () => this.#writings.inMemory,
    () => {
      if (this.#kept.state) this.storage = this.#kept.exists ? 'device' : 'none';
      this.requestUpdate();
    },
    (action) => this.dispatchEvent(new HavenReflectionEvent(action)),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    maskFromRecorders(this);
    const until = { signal };
    watchPrivacy(
      () => this.#hide(true),
      () => this.#lock(),
      signal,
    );
    for (const type of ['haven-step', 'haven-ready'])
      this.getRootNode().addEventListener(type, (event) => this.#follow(event), until);
    this.#resize.observe(this);
    signal.addEventListener('abort', () => {
      void Promise.resolve().then(() => {
        // Not when it is only moved.
        if (this.isConnected) return;
        this.#kept.close();
        this.#writings.lock();
      });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override parse(raw: RawConfiguration, reading: Reading): Shown {
    const words = this.locale.strings('reflection-prompt', en);
    const set = parsePrompts(raw, reading, { title: words.title, prompts: defaultPrompts(words.prompts) });
    oneOf('none', 'device')(this.storage, 'storage', reading);
    const id = this.prompt;
    // What is answered stays until it is kept or let go, also where its prompt is not in the set any more.
    const answered = this.#writings.answered.filter((one) => !set.prompts.some((prompt) => prompt.id === one.id));
    const chosen = [...set.prompts, ...answered].find((prompt) => prompt.id === id);
    if (id && !chosen && id !== this.#own) reading.report('prompt', 'the id of a prompt');
    const offered = [...promptsFor(set.prompts, this.#circle?.getAttribute('step')), ...answered];
    const first = set.choice === 'order' ? offered[0] : promptOfDay(offered, dayNumber(set.now ?? new Date()));
    return { set, offered, prompt: chosen ?? (first as Prompt), words };
  }

  protected override renderModel(shown: Shown): TemplateResult {
    this.#shown = shown;
    const { set, prompt, words } = shown;
    const { level } = this;
    if (this.#hidden)
      return html`<section class="card" part="prompt" lang=${words.$lang}>
        <button type="button" class="quiet" id="show" @click=${() => this.#hide(false)}>${words.show}</button>
      </section>`;
    if (this.#open || this.storage === 'device') this.#kept.begin();
    const writing = this.#writing;
    const { text, moment } = writing;
    const { said, busy } = this.#kept;
    return html`<section class="card" part="prompt" lang=${words.$lang} aria-labelledby="title">
      <div class="top">
        ${heading(level, set.title, 'title', { part: true })} ${buttonView(words.hide, () => this.#hide(true), 'quiet')}
      </div>
      ${writeView(
        { text: writing.prompt, hint: writing.hint },
        moment,
        words.tries.at(set.prompts.indexOf(prompt) % words.tries.length),
        { changing: !!this.#writings.changing, written: !!text.trim() },
        words,
        level + 1,
        {
          type: () => this.#type(),
          done: () => this.#go('done'),
          skip: () => this.#skip(),
          another: () => this.#another(),
          back: () => this.#go('write'),
          keep: () => void this.#keep(),
          keepAnyway: () => void this.#keep(true),
          keepLocked: () => this.#keepLocked(),
          download: () => this.#download(text, 'txt'),
          letGo: () => this.#go('gone'),
        },
      )}
      <p role="status">${busy ? words.wait : said.map((key) => words[key]).join(' ')}</p>
      ${keptView(this.#kept, this.#open, words, moment === 'ask', this.#keptActions)}
      ${aboutView(set, words, matchMedia('(pointer: coarse)').matches)}
      ${this.#print.printing ? paperView(writing.prompt, moment === 'gone' ? '' : text) : nothing}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.model) return;
    this.#showText();
  }

  #showText(): void {
    const area = this.#area;
    const { text } = this.#writing;
    if (area && area.value !== text) area.value = text;
    this.#grow();
  }

  /** The circle that the prompts are for, while there is one. */
  get #circle(): Element | null {
    return (this.getRootNode() as Document | ShadowRoot).getElementById(this.for ?? '');
  }

  get #area(): HTMLTextAreaElement | null | undefined {
    return this.shadowRoot?.querySelector('textarea');
  }

  /** What is being written now. */
  get #writing(): Writing {
    return this.#writings.at((this.#shown as Shown).prompt);
  }

  #grow(): void {
    const area = this.#area;
    if (area) fitHeight(area);
  }

  #type(): void {
    const writing = this.#writing;
    const { value } = this.#area as HTMLTextAreaElement;
    const before = !!writing.text.trim();
    writing.text = value;
    const [said] = this.#kept.said;
    this.#kept.said = [];
    // A letter more changes nothing else.
    if (!said && before === !!value.trim()) return this.#showText();
    // Neither midnight nor a circle takes away the prompt that is being answered.
    if (!before && !this.#writings.changing) this.#choose(writing.promptId);
    this.requestUpdate();
  }

  #choose(id: string): void {
    this.#own = id;
    this.prompt = id;
  }

  /** Renders, and moves the focus to what comes next. */
  async #show(...selectors: readonly string[]): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    selectors
      .map((selector) => this.shadowRoot?.querySelector<HTMLElement>(selector))
      .find(Boolean)
      ?.focus();
  }

  #go(moment: Moment): void {
    const writing = this.#writing;
    writing.moment = moment;
    this.#kept.said = [];
    void this.#show(moment === 'write' ? '#text' : '#after');
  }

  #skip(): void {
    this.dispatchEvent(new HavenReflectionEvent('skipped'));
    this.#go('skipped');
  }

  /** Goes on to another prompt, or back from a change to the prompts. */
  #another(): void {
    const { offered, prompt } = this.#shown as Shown;
    const { changing } = this.#writings;
    this.#writings.leave(prompt);
    if (!changing) this.#choose(promptAfter(offered, prompt.id).id);
    this.#kept.said = [];
    void this.#show('#text');
  }

  /** The circle is there, or has moved: its prompts are offered at once, or next where something is being written. */
  #follow({ type, target }: Event): void {
    if (!this.#shown || target !== this.#circle) return;
    if (type === 'haven-step')
      if (this.#writings.changing ?? this.#writing.text.trim()) this.#kept.said = ['forPlace'];
      else this.prompt = null;
    this.requestUpdate();
  }

  async #keep(anyway = false): Promise<void> {
    const { store } = this.#kept;
    const writing = this.#writing;
    if (!writing.text.trim()) {
      this.#kept.said = ['blank'];
      return this.#show('#text');
    }
    if (!anyway && (await store.look()) === 'none') return this.#go('ask');
    await this.#kept.act(async () => {
      const { id, promptId, prompt, text, version } = writing;
      const { kept, said } = await this.#kept.keep({ id, promptId, prompt, text }, version, uuid());
      writing.moment = 'done';
      if (kept) {
        // What was written meanwhile is a change of what is kept; otherwise the next answer to the prompt is a new one.
        Object.assign(writing, kept, { text: writing.text, saved: text, refusedAt: undefined });
        if (writing.text === text) {
          this.#writings.forget((one) => one === writing);
          if (!version) this.#writing.moment = 'done';
        }
        // What is locked is only to be opened; a change of it has no other place where it could be found again.
      } else if (version || said[0] !== 'locked') writing.refusedAt ??= new Date().toISOString();
      return said;
    });
    const locked = store.state === 'locked';
    this.#open ||= locked;
    await this.#show(...(locked ? ['.kept input'] : ['#after', '#text']));
  }

  #keepLocked(): void {
    this.#open = true;
    this.#openPanel('passphrase');
    this.#waiting = true;
  }

  /** Opens a form or a question; without a name closes it, and goes back to where it was opened. */
  #openPanel(panel?: string): void {
    const opener = `#${this.#kept.panel}`;
    this.#dismiss();
    this.#kept.panel = panel;
    this.#kept.said = [];
    void this.#show(...(panel ? ['#panel input', '#sure'] : [opener, '.kept summary']));
  }

  #dismiss(): void {
    this.#waiting = false;
    this.#kept.dismiss();
  }

  #download(text: string, extension: 'txt' | 'md' | 'json'): void {
    const { set } = this.#shown as Shown;
    saveFile(new Blob([text], { type: 'text/plain' }), fileName(set.title, 'notes', extension));
    this.dispatchEvent(new HavenReflectionEvent('exported'));
    this.#kept.said = ['did', 'download'];
    this.requestUpdate();
  }

  readonly #keptActions: KeptActions = {
    toggle: (event) => {
      const { open } = event.target as HTMLDetailsElement;
      // Also told when it comes to the page as it was rendered.
      if (open === this.#open) return;
      this.#open = open;
      this.#dismiss();
      void this.#kept.look();
    },
    edit: (reflection) => {
      const at = this.#writings.change(reflection);
      if (at) this.#choose(at);
      void this.#show('#text');
    },
    remove: (id) => void this.#after(this.#kept.remove(id), (one) => one.id === id),
    more: () => {
      void this.#show(`li:nth-child(${this.#kept.shown + 1}) button`);
      this.#kept.shown += 100;
    },
    open: (panel) => this.#openPanel(panel),
    save: (format) => {
      const { words, set } = this.#shown as Shown;
      const dates = dateFormat(words.$locale, { dateStyle: 'long' }, viewerZone());
      const write = format === 'md' ? toMarkdown : toPlainText;
      const date = (instant: string): string => dates.format(new Date(instant));
      this.#download(write(this.#kept.all, { title: set.title, date }), format);
    },
    lock: () => {
      this.#lock();
      void this.#show('.kept input');
    },
    submit: (event) => {
      event.preventDefault();
      void this.#submit(fieldsOf(event.target as HTMLFormElement));
    },
    drop: ({ target }) => {
      const { current } = fieldsOf((target as HTMLButtonElement).form as HTMLFormElement);
      void this.#submit({ current });
    },
    restore: (mode) => void this.#after(this.#kept.restore(mode)),
    clear: () => void this.#after(this.#kept.clear(), (one) => one.version || one.refusedAt),
  };

  /** Goes back to what is kept. @param isGone - what was deleted, if it is done */
  async #after(done: Promise<boolean>, isGone?: (writing: Writing) => unknown): Promise<void> {
    if ((await done) && isGone) this.#writings.forget(isGone);
    await this.#show('.kept summary');
  }

  async #submit(fields: Fields): Promise<void> {
    const done = await this.#kept.submit(fields, (text) => this.#download(text, 'json'));
    if (done && this.#waiting) {
      this.#waiting = false;
      return this.#keep(true);
    }
    await this.#show('[aria-invalid]', '#panel', '.kept summary');
  }

  /** Forgets the key, and what of the kept is on the page; what is not kept yet stays. */
  #lock(): void {
    if (!this.#kept.encrypted) return;
    this.#kept.lock();
    this.#writings.lock();
  }

  #hide(hidden: boolean): void {
    const inside = this.shadowRoot?.activeElement;
    if (hidden) this.#lock();
    this.#dismiss();
    this.#hidden = hidden;
    this.#open = false;
    // Who is elsewhere on the page stays there.
    void this.#show(...(inside ? ['#show', '#text', '#after'] : []));
  }
}
