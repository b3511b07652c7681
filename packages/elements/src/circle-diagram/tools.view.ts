import { html, nothing, type TemplateResult } from 'lit';
import type { CircleContent } from './browser/circle-export.js';
import type { ToolsController } from './controllers/tools-controller.js';

/** The buttons to print and save the circle. */
export function toolsView(content: CircleContent, tools: ToolsController): TemplateResult {
  const { circle, strings } = content;
  const outcome = tools.outcome.current;
  return html`<details class="tools" lang=${strings.$lang}>
    <summary>${strings.take}</summary>
    <div class="tool-buttons">
      <button type="button" @click=${() => tools.print(content)}>${strings.print}</button>
      <button type="button" @click=${() => tools.save(content, 3)}>${strings.picture}</button>
      <button type="button" @click=${() => tools.save(content)}>${strings.drawing}</button>
    </div>
    ${
      // Hidden from screen readers: the status region already announces it.
      outcome && html`<p aria-hidden="true">${strings[outcome]}</p>`
    }
    ${
      // A frame may forbid downloads, and a page cannot know whether it does.
      outcome === 'downloaded' && self !== top
        ? html`<p>${strings.pictureInstead}</p>
            <img src=${tools.pictureUrl} alt=${circle.title} />`
        : nothing
    }
  </details>`;
}

/** Lines to write on, for the handout. */
export const notesView = (title: string): TemplateResult =>
  html`<div class="notes">
    <p>${title}</p>
    <hr />
    <hr />
    <hr />
    <hr />
  </div>`;
