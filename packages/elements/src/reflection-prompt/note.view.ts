import { html, type TemplateResult } from 'lit';
import type { Reflection } from './model/reflection.js';

/** A note: when it was written, the question and the answer. */
export const noteView = ({ prompt, text }: Reflection, date: string): TemplateResult =>
  html`<p class="hint">${date}</p>
    <p><strong>${prompt}</strong></p>
    <p class="answer">${text}</p>`;
