import { askEndpoint, connections } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf, answersOf } from './result/result.js';
import type { State } from './state.js';
import { strings } from './words/strings.js';

/**
 * Checks the address that sign-ups are sent to, when a person asks for it. A page may not read the answers of other sites, so it learns
 * only whether there is one.
 */
export class EndpointCheck {
  #checked = { address: '', message: '' };

  constructor(private readonly host: { requestUpdate(): void }) {}

  async #check(address: string): Promise<void> {
    const show = (message: string): void => {
      this.#checked = { address, message };
      this.host.requestUpdate();
    };
    show(strings.endpoint.checking);
    const message = (await askEndpoint(address, 'no-cors')) ? strings.endpoint.answers : strings.endpoint.silent;
    // A newer check has its own answer.
    if (this.#checked.address === address) show(message);
  }

  /** A button for an address on a site, and the result for as long as the address stays. */
  view(state: State): TemplateResult | typeof nothing {
    const { endpoint = '' } = connections(answersOf(state));
    const address = addressOf(endpoint);
    if (state.widget !== 'signup-form' || !address) return nothing;
    return html`<p>
        <button type="button" aria-describedby="endpoint-check-hint" @click=${() => this.#check(address)}>
          ${strings.endpoint.check}
        </button>
      </p>
      <p class="hint" id="endpoint-check-hint">${strings.endpoint.hint}</p>
      <p aria-live="polite">${this.#checked.address === address ? this.#checked.message : ''}</p>`;
  }
}
