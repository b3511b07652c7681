import { widgets } from '@havenkit/embed/builder';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { change, redo, startHistory, undo, type History } from './history.js';
import { PreviewController } from './preview.controller.js';
import { questionView } from './question.view.js';
import { resultOf } from './result.js';
import { questionsAbout, titleOf, type Question } from './schema.js';
import { siteView } from './site.view.js';
import { snippetView, type CopyReport } from './snippet.view.js';
import { radioView } from './radio.view.js';
import { readPasted } from './read-pasted.js';
import { decodeState, encodeState, type State } from './state.js';
import { strings } from './strings.js';
import { withValue } from './values.js';

/** Settings that most sites need. The others are folded away. */
const usual = new Set([
  ...[
    'name',
    'clinician',
    'credentials',
    'telephone',
    'email',
    'openingHours',
    'timeZone',
    'responseTime',
    'accepting',
  ],
  ...['description', 'provider', 'hasCourseInstance', 'adapter', 'endpoint', 'privacyUrl', 'keeps'],
  ...['title', 'summary', 'prompts', 'crisis', 'crisisReason'],
]);

/** The page that makes snippets. It renders into the page itself, whose styles are those of `native.css`. */
export class EmbedBuilder extends LitElement {
  static override properties = { history: { state: true }, message: { state: true }, copied: { state: true } };
  declare private history: History<State>;
  /** What the last action did, for the live region. */
  declare private message: string;
  /** What became of the last copy, and of which part. */
  declare private copied: CopyReport | undefined;
  readonly #preview = new PreviewController(this, () => this.#state);

  constructor() {
    super();
    this.history = startHistory(decodeState(location.hash));
    this.message = '';
    addEventListener('hashchange', () => {
      if (location.hash !== encodeState(this.#state)) this.#change(decodeState(location.hash), '');
    });
  }

  protected override createRenderRoot(): HTMLElement {
    // What is shown without a script.
    this.replaceChildren();
    return this;
  }

  get #state(): State {
    return this.history.present;
  }

  #change(next: State, topic: string): void {
    this.history = change(this.history, next, topic);
    this.message = '';
    this.copied = undefined;
    this.#remember();
  }

  #remember(): void {
    window.history.replaceState(null, '', encodeState(this.#state));
  }

  readonly #set = (changes: Partial<State>): void =>
    this.#change({ ...this.#state, ...changes }, Object.keys(changes).join());

  #step(move: typeof undo, message: string): void {
    this.history = move(this.history);
    this.message = message;
    this.#remember();
  }

  readonly #read = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { state, message } = readPasted(form.querySelector('textarea')?.value ?? '', this.#state);
    if (state !== this.#state) {
      this.#change(state, '');
      form.reset();
    }
    this.message = message;
  };

  protected override render(): TemplateResult {
    const state = this.#state;
    const { past, future } = this.history;
    const { name, lang, page } = strings.otherLanguage;
    return html`<header>
        <p><a href=${page + encodeState(state)} lang=${lang} hreflang=${lang}>${name}</a></p>
        <h1>${strings.title}</h1>
        <p>${strings.introduction}</p>
        <p class="actions">
          <button
            type="button"
            class="quiet"
            aria-disabled=${!past.length}
            @click=${() => this.#step(undo, strings.undone)}
          >
            ${strings.undo}
          </button>
          <button
            type="button"
            class="quiet"
            aria-disabled=${!future.length}
            @click=${() => this.#step(redo, strings.redone)}
          >
            ${strings.redo}
          </button>
        </p>
        <p aria-live="polite">${this.message}</p>
      </header>
      <div class="columns">
        <div class="answers">
          ${this.#readView()} ${this.#widgetView(state)} ${siteView(state, this.#set)} ${this.#questionsView(state)}
        </div>
        <div class="preview">${this.#preview.view()}</div>
        <div>${snippetView(state, resultOf(state), this.#set, this.copied, (copied) => (this.copied = copied))}</div>
      </div>
      <datalist id="time-zones">
        ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
      </datalist>`;
  }

  #readView(): TemplateResult {
    return html`<details>
      <summary>${strings.read}</summary>
      <form @submit=${this.#read}>
        <p>
          <label for="snippet-to-read">${strings.readLabel}</label>
          <textarea
            id="snippet-to-read"
            name="snippet"
            rows="4"
            required
            aria-describedby="snippet-to-read-hint"
          ></textarea>
        </p>
        <p class="hint" id="snippet-to-read-hint">${strings.readHint}</p>
        <p><button>${strings.readButton}</button></p>
      </form>
    </details>`;
  }

  #widgetView({ widget }: State): TemplateResult {
    return html`<fieldset class="choices">
      <legend>${strings.widget}</legend>
      ${widgets.map((name) => radioView('widget', titleOf(name), name === widget, () => this.#set({ widget: name })))}
    </fieldset>`;
  }

  #questionsView(state: State): TemplateResult {
    const { widget, configurations } = state;
    const configuration = configurations[widget] ?? {};
    const all = questionsAbout(widget);
    const isUsual = ({ key }: Question): boolean => usual.has(key);
    const view = (question: Question): TemplateResult =>
      questionView(question, [question.key], {
        configuration,
        answer: (path, value) =>
          this.#change(
            {
              ...state,
              configurations: {
                ...configurations,
                [widget]: withValue(configuration, path, value) as object as State['configurations'][string],
              },
            },
            `${widget}.${path.join('.')}`,
          ),
      });
    const more = all.filter((question) => !isUsual(question));
    return html`<section>
      <h2>${strings.questionsTitle}</h2>
      ${all.filter(isUsual).map(view)}
      ${
        more.length
          ? html`<details>
              <summary>${strings.more}</summary>
              ${more.map(view)}
            </details>`
          : nothing
      }
    </section>`;
  }
}
