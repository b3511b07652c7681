import { widgets } from '@havenkit/embed/snippets';
import { html, LitElement, type TemplateResult } from 'lit';
import { again, Announcer } from './announcer.js';
import { EndpointCheck } from './endpoint-check.js';
import { change, redo, startHistory, undo, type History } from './history.js';
import { forgetUnsaved, storeUnsaved, takeFragment } from './unsaved-answers.js';
import { LeftField } from './left-field.js';
import { PreviewController } from './preview.controller.js';
import { adapterPrivacy } from './questions/adapter-privacy.js';
import { questionsView } from './questions/questions.view.js';
import { titleOf } from './questions/schema.js';
import { withValue, type Path } from './questions/values.js';
import { zoneList } from './questions/zone-list.view.js';
import { radioView } from './radio.view.js';
import { readPasted } from './read/read-pasted.js';
import { readView } from './read/read.view.js';
import type { CopyReport } from './result/piece.view.js';
import { listedProblems } from './result/problems.view.js';
import { changedQuestion } from './result/changed-question.js';
import { resultOf, type Result } from './result/result.js';
import { resultView } from './result/result.view.js';
import { RoomController } from './result/room.controller.js';
import { siteView } from './site.view.js';
import { decodeState, encodeState, type State } from './state.js';
import { throttle } from './throttle.js';
import { UnfinishedItem } from './unfinished-item.js';
import { strings } from './words/strings.js';

/** Waits until the page has been painted. A page in the background is not painted. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** The page that makes snippets. It renders into the page itself, whose styles are those of `native.css`. */
export class EmbedBuilder extends LitElement {
  static override properties = { history: { state: true }, message: { state: true }, copied: { state: true } };
  declare private history: History<State>;
  /** What the last action did, for the live region. */
  declare private message: string;
  /** What became of the last copy, and of which part. */
  declare private copied: CopyReport | undefined;
  readonly #preview = new PreviewController(this, () => this.#state);
  readonly #room = new RoomController(this, () => this.#state);
  readonly #announcer = new Announcer(this);
  readonly #unfinished = new UnfinishedItem(this);
  readonly #endpoint = new EndpointCheck(this);
  readonly #remember = throttle(() => window.history.replaceState(null, '', encodeState(this.#state)));
  readonly #leaving = (): void => storeUnsaved(encodeState(this.#state));

  constructor() {
    super();
    const problems = () => listedProblems(this.#state, this.#result.problems);
    new LeftField(this, problems, this.#announcer.announceToo);
    const { state, problem } = decodeState(takeFragment());
    this.history = startHistory(state);
    this.message = problem;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHashChange);
    this.addEventListener('focusout', this.#endTopic);
    addEventListener('pagehide', this.#leaving);
    addEventListener('pageshow', forgetUnsaved);
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onHashChange);
    this.removeEventListener('focusout', this.#endTopic);
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('pageshow', forgetUnsaved);
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    // What is shown without a script.
    this.replaceChildren();
    return this;
  }

  get #state(): State {
    return this.history.present;
  }

  /** What the answers result in, without problems of answers that are still to come. */
  get #result(): Result {
    const { widget, configurations } = this.#state;
    const result = resultOf(this.#state, this.#room.room);
    return { ...result, problems: this.#unfinished.reported(result.problems, configurations[widget] ?? {}) };
  }

  /** A link with other answers was followed in this page. */
  readonly #onHashChange = (): void => {
    if (location.hash === encodeState(this.#state)) return;
    const { state, problem } = decodeState(location.hash, this.#state);
    this.#show(state === this.#state ? this.history : change(this.history, state, ''), problem);
  };

  /** What is typed into a field after it was left is another change. */
  readonly #endTopic = (): void => {
    this.history = { ...this.history, topic: '' };
  };

  #change(next: State, topic: string): void {
    this.#show(change(this.history, next, topic), '');
  }

  #show(history: History<State>, message: string): void {
    this.history = history;
    this.message = again(this.message, message);
    this.copied = undefined;
    this.#remember();
  }

  /** Shows answers of before or after, and says which question they are about. */
  #step(history: History<State>, done: typeof strings.undone): void {
    const question = changedQuestion(this.#state, history.present);
    this.#show(history, done(question ? `“${question}”` : strings.severalAnswers));
  }

  readonly #set = (changes: Partial<State>): void =>
    this.#change({ ...this.#state, ...changes }, Object.keys(changes).join());

  readonly #answer = (path: Path, value: unknown): void => {
    const { widget, configurations } = this.#state;
    const configuration = withValue(configurations[widget] ?? {}, path, value) as State['configurations'][string];
    this.#change(
      { ...this.#state, configurations: { ...configurations, [widget]: configuration } },
      `${widget}.${path.join('.')}`,
    );
    if (path.join('.') === 'adapter') this.#announcer.announce(adapterPrivacy(this.#state));
  };

  /** Reads a snippet or page. Returns whether all of it was read. */
  readonly #read = async (text: string): Promise<boolean> => {
    this.message = strings.reading;
    // A large page takes a while, so the message has to be painted before.
    await nextFrame();
    const { state, message, isRead } = readPasted(text, this.#state);
    if (state !== this.#state) this.#change(state, '');
    this.message = message;
    return isRead;
  };

  protected override render(): TemplateResult {
    const state = this.#state;
    const result = this.#result;
    const isMissing = result.missing === 'answers' && !Object.keys(state.configurations[state.widget] ?? {}).length;
    return html`${this.#headerView(state)}
      <main class="columns">
        <div class="answers">
          ${readView(this.#read)}
          <fieldset class="choices">
            <legend>${strings.widget}</legend>
            ${widgets.map((name) =>
              radioView('widget', titleOf(name), name === state.widget, () => this.#set({ widget: name })),
            )}
          </fieldset>
          ${siteView(state, this.#set)}
          ${questionsView(state, {
            problems: result.problems,
            answer: this.#answer,
            additions: { adapter: adapterPrivacy(state) },
            announce: this.#announcer.announce,
            begin: this.#unfinished.begin,
            endpointView: this.#endpoint.view(state),
          })}
        </div>
        <div class="preview">${this.#preview.view(isMissing)}</div>
        <div class="result">
          ${resultView(state, result, this.#room.progress, this.#set, this.copied, (copied) => (this.copied = { ...copied, text: again(this.copied?.text, copied.text) }))}
        </div>
      </main>
      ${this.#announcer.view()} ${zoneList} ${this.#room.view()}`;
  }

  #headerView(state: State): TemplateResult {
    const { past, future } = this.history;
    const { name, lang, page } = strings.otherLanguage;
    const step = (text: string, isPossible: boolean, move: typeof undo, done: typeof strings.undone): TemplateResult =>
      html`<button
        type="button"
        class="quiet"
        aria-disabled=${!isPossible}
        @click=${() => isPossible && this.#step(move(this.history), done)}
      >
        ${text}
      </button>`;
    return html`<header>
      <p><a href=${page + encodeState(state)} lang=${lang} hreflang=${lang}>${name}</a></p>
      <h1>${strings.title}</h1>
      <p>${strings.introduction}</p>
      <p class="actions">
        ${step(strings.undo, past.length > 0, undo, strings.undone)}
        ${step(strings.redo, future.length > 0, redo, strings.redone)}
      </p>
      <p aria-live="polite">${this.message}</p>
    </header>`;
  }
}
