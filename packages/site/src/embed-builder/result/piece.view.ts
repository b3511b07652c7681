import type { Piece } from '@havenkit/embed/builder';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { strings } from '../words/strings.js';

/** What became of a copy. */
export interface CopyReport {
  /** Id of the part. */
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

function codeView(
  { id, code }: Piece & { kind: 'code' },
  title: string,
  isMeasuring: boolean,
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
      <button
        type="button"
        class=${id === 'snippet' ? 'primary' : ''}
        @click=${async () => report({ id, text: await copy(code, isMeasuring) })}
      >
        ${strings.copy(title)}
      </button>
      <span aria-live="polite">${copied?.id === id ? copied.text : ''}</span>
    </p>`;
}

const tableView = ({ id, rows }: Piece & { kind: 'table' }): TemplateResult =>
  html`<table aria-labelledby="piece-${id}">
    ${rows.map(
      ({ name, value }) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;

/**
 * Something to copy, and where it goes.
 *
 * @param isMeasuring - whether the snippet reserves no room yet
 */
export function pieceView(
  piece: Piece,
  isMeasuring: boolean,
  copied: CopyReport | undefined,
  report: (copied: CopyReport) => void,
): TemplateResult {
  const title = piece.title[strings.code];
  return html`<h3 id="piece-${piece.id}">${title}</h3>
    <p>${piece.where[strings.code]}</p>
    ${piece.kind === 'code' ? codeView(piece, title, isMeasuring && piece.id === 'snippet', copied, report) : tableView(piece)}`;
}
