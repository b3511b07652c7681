import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One of the choices with a name. */
export const radioView = (name: string, text: string, checked: boolean, choose: () => void): TemplateResult =>
  html`<label><input type="radio" name=${name} .checked=${live(checked)} @change=${choose} /> ${text}</label>`;
