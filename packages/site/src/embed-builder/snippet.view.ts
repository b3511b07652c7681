import { bookmark, formsOf, reasonAgainst, steps, texts, type Form, type Piece } from '@havenkit/embed/builder';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { radioView } from './radio.view.js';
import { filesOf, type Result } from './result.js';
import { formOf, type State } from './state.js';
import { strings } from './strings.js';

const allForms = Object.keys(strings.forms) as readonly Form[];

/** What became of a copy. */
export interface CopyReport {
  /** Id of the part. */
  readonly id: string;
  readonly text: string;
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return strings.copied;
  } catch {
    return strings.copyByHand;
  }
}

function formView(state: State, set: (changes: Partial<State>) => void): TemplateResult {
  const { builder, widget } = state;
  const possible = formsOf(builder, widget);
  const reasons = [...new Set(allForms.flatMap((form) => reasonAgainst(builder, form, widget) ?? []))];
  return html`${
    possible.length > 1
      ? html`<fieldset>
          <legend>${strings.form}</legend>
          ${possible.map((form) => radioView('form', strings.forms[form], form === formOf(state), () => set({ form })))}
        </fieldset>`
      : nothing
  }
  ${reasons.map((reason) => html`<p class="hint">${texts[strings.code].reasons[reason]}</p>`)}`;
}

function filesView({ files }: State, set: (changes: Partial<State>) => void): TemplateResult {
  return html`<p>
      <label for="site-files">${strings.files}</label>
      <input
        id="site-files"
        autocomplete="off"
        aria-describedby="site-files-hint"
        .value=${live(files)}
        @input=${({ target }: Event) => set({ files: (target as HTMLInputElement).value.trim() })}
      />
    </p>
    <p class="hint" id="site-files-hint">${strings.filesHint}</p>`;
}

function stepsView(state: State): TemplateResult {
  const { plan, steps: all, missing, menus } = steps(state.builder, formOf(state), strings.code);
  return html`<h3>${strings.steps}</h3>
    <p>${plan}</p>
    <ol>
      ${all.map((step) => html`<li>${step}</li>`)}
    </ol>
    <p class="hint">${menus}</p>
    <details>
      <summary>${strings.missing}</summary>
      <p>${missing}</p>
      <p id="doctor">${strings.doctor}</p>
      <p>
        <textarea
          class="code"
          rows="4"
          readonly
          dir="ltr"
          spellcheck="false"
          aria-labelledby="doctor"
          .value=${live(bookmark(filesOf(state)))}
        ></textarea>
      </p>
    </details>`;
}

function pieceView(piece: Piece, copied: CopyReport | undefined, report: (copied: CopyReport) => void): TemplateResult {
  const { id, kind } = piece;
  const [title, where] = [piece.title[strings.code], piece.where[strings.code]];
  const content =
    kind === 'code'
      ? html`<p>
            <textarea
              class="code"
              rows=${Math.min(8, piece.code.split('\n').length + 1)}
              readonly
              dir="ltr"
              spellcheck="false"
              aria-labelledby="piece-${id}"
              .value=${live(piece.code)}
            ></textarea>
          </p>
          <p>
            <button
              type="button"
              class=${id === 'snippet' ? 'primary' : ''}
              @click=${async () => report({ id, text: await copy(piece.code) })}
            >
              ${strings.copy(title)}
            </button>
            <span aria-live="polite">${copied?.id === id ? copied.text : ''}</span>
          </p>`
      : html`<table aria-labelledby="piece-${id}">
          ${piece.rows.map(
            ({ name, value }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </table>`;
  return html`<h3 id="piece-${id}">${title}</h3>
    <p>${where}</p>
    ${content}`;
}

/** The form of the widget, the steps for the site builder, what to copy, and what is wrong with the answers. */
export function snippetView(
  state: State,
  { pieces, problems, hints }: Result,
  set: (changes: Partial<State>) => void,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  return html`<section>
    <h2>${strings.snippet}</h2>
    ${formView(state, set)} ${formOf(state) === 'frame' ? filesView(state, set) : nothing}
    ${
      problems.length
        ? html`<div class="notice">
            <p>${strings.problems}</p>
            <ul>
              ${problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${
      pieces.length
        ? html`${hints.map((hint) => html`<p class="notice">${hint[strings.code]}</p>`)} ${stepsView(state)}
          ${pieces.map((piece) => pieceView(piece, copied, report))}`
        : html`<p>${strings.noSnippet}</p>`
    }
    <p class="hint">${strings.later}</p>
  </section>`;
}
