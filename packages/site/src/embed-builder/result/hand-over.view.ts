import { connections, type Piece } from '@havenkit/embed/snippets';
import { version } from '@havenkit/elements/foundation';
import { html, nothing, type TemplateResult } from 'lit';
import { titleOf } from '../questions/schema.js';
import { encodeState, formOf, type State } from '../state.js';
import { strings } from '../words/strings.js';
import { addressOf, answersOf, filesOf } from './result.js';

const hostOf = (address: string, page: string | undefined): string => URL.parse(address, page)?.host ?? address;

/** Where the widget's files come from, and where sign-ups go: what a person who runs a site has to know. */
function factsOf(state: State): readonly (readonly [name: string, value: string])[] {
  const words = strings.handOver;
  const page = addressOf(state.page);
  const { endpoint, challenge } = connections(answersOf(state));
  const receivers = [...new Set([endpoint, challenge].flatMap((each) => (each ? [hostOf(each, page)] : [])))];
  return [
    ...(page ? [[words.page, page] as const] : []),
    [words.kind, strings.forms[formOf(state)]],
    [words.version, version],
    ...(formOf(state) === 'html' ? [] : [[words.files, filesOf(state).folder] as const]),
    [words.sends, receivers.length ? receivers.join(', ') : words.nothing],
  ];
}

/** What whoever runs the site needs on paper: the facts, and a link to the answers. The parts and steps are printed before it. */
export function handOverView(state: State, pieces: readonly Piece[]): TemplateResult {
  const words = strings.handOver;
  return html`<h3>${words.title}</h3>
    <p class="on-screen">${words.introduction}</p>
    <p class="on-screen"><button type="button" @click=${() => print()}>${words.print}</button></p>
    <div class="on-paper">
      <p>${words.about(titleOf(state.widget))}</p>
      <table>
        ${factsOf(state).map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </table>
      <ul>
        ${words.rules.map((rule) => html`<li>${rule}</li>`)}
        ${pieces.some(({ id }) => id === 'policy') ? html`<li>${words.policy}</li>` : nothing}
      </ul>
      <p>${words.answers} <a href=${encodeState(state)}>${words.link}</a></p>
    </div>`;
}
