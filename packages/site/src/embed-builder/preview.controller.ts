import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PreviewMessage } from '../preview/message.js';
import { ownOrigin } from './own-origin.js';
import { radioView } from './radio.view.js';
import { fontOf, previewOf } from './result/result.js';
import type { State } from './state.js';
import { strings } from './words/strings.js';

/** Shows the widget in a page of its own, at the width of a phone or a computer, light or dark. */
export class PreviewController implements ReactiveController {
  #phone = false;
  #dark = false;
  #frame: HTMLIFrameElement | undefined;
  #shown = '';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly state: () => State,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const state = this.state();
    const message: PreviewMessage = {
      ...previewOf(state),
      widget: state.widget,
      language: state.language,
      font: fontOf(state),
      colorScheme: this.#dark ? 'dark' : 'light',
    };
    const text = JSON.stringify(message);
    this.#frame ??= this.host.querySelector('iframe') ?? undefined;
    if (text === this.#shown) return;
    this.#shown = text;
    this.#frame?.contentWindow?.postMessage(message, ownOrigin);
  }

  readonly #loaded = (): void => {
    this.#shown = '';
    this.host.requestUpdate();
  };

  /** @param isMissing - whether the widget needs answers before there is anything to show */
  view(isMissing: boolean): TemplateResult {
    const set = (change: () => void) => (): void => {
      change();
      this.host.requestUpdate();
    };
    return html`<section>
      <h2>${strings.preview}</h2>
      <div class="controls">
        <fieldset class="choices">
          <legend>${strings.width}</legend>
          ${radioView(
            'width',
            strings.phone,
            this.#phone,
            set(() => (this.#phone = true)),
          )}
          ${radioView(
            'width',
            strings.computer,
            !this.#phone,
            set(() => (this.#phone = false)),
          )}
        </fieldset>
        <fieldset class="choices">
          <legend>${strings.scheme}</legend>
          ${radioView(
            'scheme',
            strings.light,
            !this.#dark,
            set(() => (this.#dark = false)),
          )}
          ${radioView(
            'scheme',
            strings.dark,
            this.#dark,
            set(() => (this.#dark = true)),
          )}
        </fieldset>
      </div>
      ${isMissing ? html`<p class="hint">${strings.previewMissing}</p>` : nothing}
      <iframe
        ?hidden=${isMissing}
        class=${this.#phone ? 'phone' : 'computer'}
        src="preview.html"
        title=${strings.previewFrame}
        @load=${this.#loaded}
      ></iframe>
    </section>`;
  }
}
