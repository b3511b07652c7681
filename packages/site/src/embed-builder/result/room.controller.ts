import type { Room } from '@havenkit/embed/snippets';
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MeasureRequest, MeasureResponse } from '../../measure/message.js';
import { ownOrigin } from '../own-origin.js';
import { formOf, type State } from '../state.js';
import { fontOf, shownAnswers } from './result.js';

/** How long a person has to pause before the widget is measured, in milliseconds. */
const pause = 800;

/** Measures the room that the widget needs, in a page that nobody sees. */
export class RoomController implements ReactiveController {
  #measured = { key: '', room: undefined as Room | undefined };
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  /** Whether the widget could not be measured. */
  #hasFailed = false;
  /** Share of the measurement that is done, from 0 to 1. */
  #progress = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly state: () => State,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('message', this.#received);
  }

  hostDisconnected(): void {
    removeEventListener('message', this.#received);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    const request = this.#request();
    const key = JSON.stringify(request);
    if (key === this.#measured.key) {
      // An answer was undone before the widget was measured with it.
      clearTimeout(this.#timer);
      this.#asked = '';
    }
    if (!request || !this.#isReady || key === this.#measured.key || key === this.#asked) return;
    this.#asked = key;
    this.#progress = 0;
    this.#hasFailed = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#frame?.postMessage({ ...request, key } satisfies MeasureRequest, ownOrigin);
    }, pause);
  }

  /** The room of the widget as it is now; `undefined` until it has been measured. */
  get room(): Room | undefined {
    return JSON.stringify(this.#request()) === this.#measured.key ? this.#measured.room : undefined;
  }

  /**
   * The share of the measurement that is done, from 0 to 1; `undefined` where nothing is measured: the room is known, or plain HTML needs
   * none.
   */
  get progress(): number | undefined {
    return this.#isReady && !this.#hasFailed && this.#request() && !this.room ? this.#progress : undefined;
  }

  get #frame(): Window | null | undefined {
    return this.host.querySelector<HTMLIFrameElement>('iframe.measure')?.contentWindow;
  }

  #request(): Omit<MeasureRequest, 'key'> | undefined {
    const state = this.state();
    if (formOf(state) === 'html') return undefined;
    const { widget, language } = state;
    return { widget, configuration: shownAnswers(state), language, font: fontOf(state) };
  }

  readonly #received = ({ source, data }: MessageEvent<MeasureResponse>): void => {
    if (source !== this.#frame) return;
    if ('isReady' in data) this.#isReady = true;
    else if (data.key === this.#asked) {
      if ('room' in data) this.#measured = { key: data.key, room: data.room };
      if ('progress' in data) this.#progress = data.progress;
      this.#hasFailed = 'hasFailed' in data;
    }
    this.host.requestUpdate();
  };

  view(): TemplateResult {
    return html`<iframe class="measure" src="measure.html" title="" aria-hidden="true" tabindex="-1"></iframe>`;
  }
}
