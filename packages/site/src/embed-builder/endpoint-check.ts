import { connections } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { addressOf, answersOf } from './result/result.js';
import type { State } from './state.js';
import { strings } from './words/strings.js';

/** Milliseconds until an address counts as one that nobody answers at. */
const timeout = 10_000;

/**
 * Asks whether anybody is there, by a request that changes nothing (GET: RFC 9110, section 9.2.1) and says nothing about who asks. A
 * page may not read the answers of other sites, so it learns no more.
 */
async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
    return true;
  } catch {
    return false;
  }
}

/** Checks the address that sign-ups are sent to, when a person asks for it. */
export class EndpointCheck {
  #checked = { address: '', message: '' };

  constructor(private readonly host: { requestUpdate(): void }) {}

  async #check(address: string): Promise<void> {
    const show = (message: string): void => {
      this.#checked = { address, message };
      this.host.requestUpdate();
    };
    show(strings.endpoint.checking);
    const message = (await answers(address)) ? strings.endpoint.answers : strings.endpoint.silent;
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
