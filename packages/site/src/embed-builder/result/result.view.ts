import { bookmark, forms, formsOf, reasonAgainst, steps, texts, type Piece } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { radioView } from '../radio.view.js';
import { siteField } from '../site-field.view.js';
import { colorSchemes, formOf, type ColorScheme, type State } from '../state.js';
import { strings } from '../words/strings.js';
import { handOverView } from './hand-over.view.js';
import { copyView, pieceView, type CopyReport } from './piece.view.js';
import { listedProblems, problemsView } from './problems.view.js';
import { filesOf, type Result } from './result.js';

type SetState = (changes: Partial<State>) => void;

function formView(state: State, set: SetState): TemplateResult {
  const { builder, widget } = state;
  const possible = formsOf(builder, widget);
  const reasons = [...new Set(forms.flatMap((form) => reasonAgainst(builder, form, widget) ?? []))];
  return html`${
    possible.length > 1
      ? html`<fieldset aria-describedby="form-hint">
          <legend>${strings.form}</legend>
          <p class="hint" id="form-hint">${strings.kindHint}</p>
          ${possible.map((form) => radioView('form', strings.forms[form], form === formOf(state), () => set({ form })))}
        </fieldset>`
      : nothing
  }
  ${reasons.map((reason) => html`<p class="hint">${texts[strings.code].reasons[reason]}</p>`)}`;
}

/** What only a frame needs to know: it has no page around it. */
function frameView({ colorScheme }: State, set: SetState): TemplateResult {
  return html`<p>
    <label for="site-scheme">${strings.frameScheme}</label>
    <select
      id="site-scheme"
      @change=${({ target }: Event) => set({ colorScheme: (target as HTMLSelectElement).value as ColorScheme })}
    >
      ${colorSchemes.map(
        (each) =>
          html`<option value=${each} .selected=${live(each === colorScheme)}>${strings.frameSchemes[each]}</option>`,
      )}
    </select>
  </p>`;
}

function stepsView(
  state: State,
  { pieces, height }: Result,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  const { builder, widget } = state;
  const {
    plan,
    steps: all,
    replace,
    missing,
    menus,
  } = steps({ builder, widget, form: formOf(state), pieces, height }, strings.code);
  const doctor = { id: 'doctor', title: strings.doctorTitle, text: bookmark(filesOf(state).folder) };
  return html`<h3>${strings.steps}</h3>
    <p>${plan}</p>
    <ol>
      ${all.map((step) => html`<li>${step}</li>`)}
    </ol>
    <p>${replace}</p>
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
          .value=${live(doctor.text)}
        ></textarea>
      </p>
      <p class="on-screen">${copyView(doctor, copied, report)}</p>
    </details>`;
}

const hasNoCrisisHelp = ({ widget, configurations }: State): boolean => configurations[widget]?.['crisis'] === 'none';

/** What only the server or the head of the page takes. */
const forOperator: readonly Piece['id'][] = ['policy', 'allowed-origins', 'json-ld'];

/** The parts that most site owners have no use for, folded on the screen. */
function operatorView(
  pieces: readonly Piece[],
  view: (piece: Piece) => TemplateResult,
): TemplateResult | typeof nothing {
  const { parts, partsHint, originsHint } = strings.handOver;
  if (!pieces.length) return nothing;
  return html`<details class="parts">
    <summary>${parts}</summary>
    <p>${pieces.some(({ id }) => id === 'allowed-origins') ? originsHint : partsHint}</p>
    ${pieces.map(view)}
  </details>`;
}

/** The kind of snippet, the steps for the site builder, what to copy, and what is wrong with the answers. */
export function resultView(
  state: State,
  result: Result,
  measuring: number | undefined,
  set: SetState,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  const form = formOf(state);
  const { folder, isOwn } = filesOf(state);
  const host = new URL(folder).host;
  const filesHost = isOwn && form !== 'html' && host !== URL.parse(state.page)?.host ? host : undefined;
  const isMeasuring = measuring !== undefined;
  const { pieces, problems, hints, missing } = result;
  const isMeasured = pieces.some((piece) => piece.kind === 'code' && piece.code.includes('--havenkit-room'));
  const isForOperator = ({ id }: Piece): boolean => forOperator.includes(id);
  const [first] = pieces;
  const count = listedProblems(state, problems).length;
  const pieceOf = (piece: Piece): TemplateResult =>
    pieceView(piece, isMeasuring, piece === first ? count : 0, copied, report);
  return html`<section>
    <h2>${strings.snippet}</h2>
    <div class="choices-of-snippet">
      ${formView(state, set)} ${form === 'frame' ? frameView(state, set) : nothing}
      ${form === 'html' ? nothing : siteField('files', state, strings.filesHint, set, form !== 'frame')}
    </div>
    ${problemsView(state, problems)}
    ${
      pieces.length
        ? html`${hasNoCrisisHelp(state) ? html`<p class="notice">${strings.noCrisis}</p>` : nothing}
            ${filesHost ? html`<p class="notice">${strings.filesFrom(filesHost)}</p>` : nothing}
            ${hints.map((hint) => html`<p class="notice">${hint[strings.code]}</p>`)}
            ${stepsView(state, result, copied, report)}
            <p class="hint on-screen" aria-live="polite">
              ${isMeasuring ? strings.measuring : isMeasured ? strings.measured : ''}
            </p>
            ${
              isMeasuring
                ? html`<progress class="on-screen" aria-hidden="true" .value=${measuring}></progress>`
                : nothing
            }
            ${isMeasuring ? html`<p class="notice on-paper">${strings.measuringOnPaper}</p>` : nothing}
            ${pieces.filter((piece) => !isForOperator(piece)).map(pieceOf)}
            ${operatorView(pieces.filter(isForOperator), pieceOf)} ${handOverView(state, pieces)}`
        : html`<p>${missing === 'page' ? strings.pageNeeded : strings.noSnippet}</p>`
    }
    <p class="hint">${strings.later}</p>
  </section>`;
}
