import type { Piece } from '@havenkit/embed/snippets';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { strings } from '../words/strings.js';
import { toProblemsView } from './problems.view.js';

/** What became of a copy. */
export interface CopyReport {
  /** Id of the part, or of a row of it. */
  readonly id: string;
  readonly text: string;
}

async function copy(text: string, isMeasuring: boolean): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return isMeasuring ? strings.copiedEarly : strings.copied;
  } catch {
    return strings.copyByHand;
  }
}

/** What a button copies. */
interface Copied {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly isMeasuring?: boolean;
  /** Whether the title is beside the button, which does not repeat it. */
  readonly isInRow?: boolean;
  /** Id of what else to know before. */
  readonly describedBy?: string | undefined;
}

/** A button that copies a text, and what became of it. */
export function copyView(
  { id, title, text, isMeasuring = false, isInRow = false, describedBy }: Copied,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  return html`<button
      type="button"
      class=${id === 'snippet' ? 'primary' : ''}
      aria-describedby=${describedBy ?? nothing}
      aria-label=${isInRow ? strings.copy(title) : nothing}
      @click=${async () => report({ id, text: await copy(text, isMeasuring) })}
    >
      ${isInRow ? strings.copyInRow : strings.copy(title)}
    </button>
    <span class="copied" aria-live="polite">${copied?.id === id ? copied.text : ''}</span>`;
}

function codeView(
  { id, code }: Piece & { kind: 'code' },
  title: string,
  isMeasuring: boolean,
  problems: number,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  return html`<p class="on-screen">
      <textarea
        class="code"
        rows=${Math.min(8, code.split('\n').length + 1)}
        readonly
        dir="ltr"
        spellcheck="false"
        aria-labelledby="piece-${id}"
        .value=${live(code)}
      ></textarea>
    </p>
    <pre class="code on-paper" dir="ltr">${code}</pre>
    <p class="on-screen">
      ${copyView({ id, title, text: code, isMeasuring, describedBy: problems ? `${id}-problems` : undefined }, copied, report)}
    </p>
    ${toProblemsView(`${id}-problems`, problems)}`;
}

const tableView = (
  { id, rows }: Piece & { kind: 'table' },
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult =>
  html`<table class="settings" aria-labelledby="piece-${id}">
    ${rows.map(
      ({ name, value }) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
          <td class="on-screen">
            ${copyView({ id: `${id}.${name}`, title: name, text: value, isInRow: true }, copied, report)}
          </td>
        </tr>`,
    )}
  </table>`;

/**
 * Something to copy, and where it goes.
 *
 * @param isMeasuring - whether the snippet reserves no room yet
 * @param problems - how many answers are to be checked before it is copied
 */
export function pieceView(
  piece: Piece,
  isMeasuring: boolean,
  problems: number,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  const title = piece.title[strings.code];
  return html`<h3 id="piece-${piece.id}">${title}</h3>
    <p>${piece.where[strings.code]}</p>
    ${piece.kind === 'code' ? codeView(piece, title, isMeasuring && piece.id === 'snippet', problems, copied, report) : tableView(piece, copied, report)}`;
}
