import { isObject, jsonLd } from '@havenkit/embed/snippets';
import type { RawConfiguration } from '@havenkit/elements/foundation';
import { html, LitElement, type TemplateResult } from 'lit';
import { Announcer } from '../embed-builder/announcer.js';
import { ownOrigin } from '../embed-builder/own-origin.js';
import { toConfiguration } from '../embed-builder/questions/answers.js';
import { adapterPrivacy } from '../embed-builder/questions/adapter-privacy.js';
import { questionsView } from '../embed-builder/questions/questions.view.js';
import { questionsAbout, titleOf } from '../embed-builder/questions/schema.js';
import { zoneList } from '../embed-builder/questions/zone-list.view.js';
import { withValue, type Path } from '../embed-builder/questions/values.js';
import { resultOf } from '../embed-builder/result/result.js';
import { decodeState, type State } from '../embed-builder/state.js';
import { UnfinishedItem } from '../embed-builder/unfinished-item.js';
import type { AnswersMessage } from './message.js';

/** The keys in a fragment: which settings are asked for. Default: all. */
function keysIn(fragment: string, widget: string): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(fragment.slice(1)));
    if (isObject(value) && Array.isArray(value['keys'])) return new Set(value['keys'].map(String));
  } catch {
    // The state says that it could not be read.
  }
  return new Set(questionsAbout(widget).map(({ key }) => key));
}

/** A practice as schema.org has it; empty as long as the answers do not describe one. */
function practiceOf(widget: string, configuration: RawConfiguration): Readonly<Record<string, unknown>> {
  try {
    return widget === 'contact-card' ? jsonLd(configuration).data : {};
  } catch {
    return {};
  }
}

/**
 * The questions about one widget, for a frame in the editor of a site: `questions.html#{"widget":"contact-card","keys":[…],
 * "configurations":{"contact-card":{…}}}`. The page around it gets the answers as messages, if it is of the same site.
 */
export class WidgetQuestions extends LitElement {
  static override properties = { state: { state: true } };
  declare private state: State;
  readonly #announcer = new Announcer(this);
  readonly #unfinished = new UnfinishedItem(this);
  #sent = '';
  readonly #sizes = new ResizeObserver(() => this.#send());
  readonly #read = (): void => {
    this.state = decodeState(location.hash).state;
  };

  constructor() {
    super();
    this.#read();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#read);
    this.#sizes.observe(document.body);
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#read);
    this.#sizes.disconnect();
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    // What is shown without a script.
    this.replaceChildren();
    return this;
  }

  get #configuration(): RawConfiguration {
    return this.state.configurations[this.state.widget] ?? {};
  }

  readonly #answer = (path: Path, value: unknown): void => {
    const { widget, configurations } = this.state;
    const configuration = withValue(this.#configuration, path, value) as RawConfiguration;
    this.state = { ...this.state, configurations: { ...configurations, [widget]: configuration } };
  };

  protected override render(): TemplateResult {
    const { state } = this;
    const keys = keysIn(location.hash, state.widget);
    const { problems } = resultOf(state, undefined);
    document.title = titleOf(state.widget);
    return html`${questionsView(state, {
      problems: this.#unfinished.reported(problems, this.#configuration),
      answer: this.#answer,
      additions: { adapter: adapterPrivacy(state) },
      announce: this.#announcer.announce,
      begin: this.#unfinished.begin,
      isAsked: ({ key }) => keys.has(key),
    })}
    ${this.#announcer.view()} ${zoneList}`;
  }

  protected override updated(): void {
    this.#send();
  }

  #send(): void {
    const { widget } = this.state;
    const settings = toConfiguration(widget, this.#configuration);
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    const message: AnswersMessage = {
      type: 'havenkit-answers',
      widget,
      settings,
      jsonLd: practiceOf(widget, settings),
      height,
    };
    const text = JSON.stringify(message);
    if (text === this.#sent || parent === window) return;
    this.#sent = text;
    parent.postMessage(message, ownOrigin);
  }
}
