import { html, type TemplateResult } from 'lit';
import type { ReflectionPromptStrings } from './locales/en.js';

/** Explains what saving in this browser means. */
export function meaningView({ ask, askSafari, askBackup, askFrame }: ReflectionPromptStrings): TemplateResult {
  const lines = [
    // Browsers encrypt only on https pages.
    ...ask(isSecureContext),
    // WebKit (since 13.1) deletes script-writable storage after 7 days of browser use without a visit.
    ...(navigator.vendor.startsWith('Apple') ? [isSecureContext ? `${askSafari} ${askBackup}` : askSafari] : []),
    // Inside a page of another site, storage is partitioned.
    ...(self !== top ? [askFrame] : []),
  ];
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
