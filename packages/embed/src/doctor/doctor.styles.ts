import * as tokens from '@havenkit/tokens/styles';

/** The panel. `!important` in a shadow root comes before every style of the page, so no page can hide or move it. */
const panel = `
:host {
  all: initial !important;
  --haven-brand: initial !important;
  box-sizing: border-box !important;
  position: fixed !important;
  inset: auto 0 0 auto !important;
  z-index: 2147483647 !important;
  display: block !important;
  overflow: auto !important;
  overscroll-behavior: contain !important;
  inline-size: min(100%, 30em) !important;
  max-block-size: 75dvh !important;
  color-scheme: light dark !important;
  direction: ltr !important;
  border: 1px solid var(--haven-color-border-strong) !important;
  border-radius: 12px 12px 0 0 !important;
  background: var(--haven-color-surface) !important;
  box-shadow: 0 4px 32px rgb(0 0 0 / .28) !important;
  color: var(--haven-color-text) !important;
  font: medium / 1.5 system-ui, sans-serif !important;
  overflow-wrap: anywhere !important;
}
/* Its edge is seen, and the focus moves on from it at once. */
:host(:focus), h2:focus { outline: none !important; }
@media (min-width: 48rem) {
  :host {
    inset: var(--haven-space-4) var(--haven-space-4) auto auto !important;
    max-block-size: calc(100dvh - 2 * var(--haven-space-4)) !important;
    border-radius: 12px !important;
  }
}
@media print {
  :host { display: none !important; }
}
/* One short word, which does not break. */
h2 + button {
  flex: none;
  overflow-wrap: normal;
}
.head {
  position: sticky;
  inset-block-start: 0;
  z-index: 1;
  display: flex;
  gap: var(--haven-space-3);
  align-items: center;
  justify-content: space-between;
  padding: var(--haven-space-3) var(--haven-space-4);
  border-block-end: 1px solid var(--haven-color-border);
  background: var(--haven-color-surface);
}
.body, .content {
  display: grid;
  gap: var(--haven-space-5);
}
.body { padding: var(--haven-space-4); }
.content > *, .section, .endpoint { min-inline-size: 0; }
p { margin: 0; }
h3 { font-size: var(--haven-text-l); }
.finding :is(h3, h4) { font-size: 1em; text-wrap: pretty; }
.section, .finding, .endpoint, .lead, .findings { display: grid; gap: var(--haven-space-2); }
.endpoint { justify-items: start; }
.endpoint > div { inline-size: 100%; }
.lead strong { font-size: var(--haven-text-l); line-height: 1.25; }
.lead.error strong { color: var(--haven-color-danger); }
.lead.right strong, .works { color: var(--haven-color-success); }
.fallback, .missing { color: var(--haven-color-danger); }
.hint { color: var(--haven-color-text-muted); font-size: var(--haven-text-s); }
.finding {
  padding: var(--haven-space-3) var(--haven-space-4);
  border: 1px solid var(--haven-color-border);
  border-inline-start: 4px solid var(--haven-color-border-strong);
  border-radius: var(--haven-radius);
  background: var(--haven-color-surface-subtle);
}
.findings { gap: var(--haven-space-3); }
.finding.error { border-inline-start-color: var(--haven-color-danger); }
.finding.warning { border-inline-start-color: var(--haven-color-companion); }
.finding p { font-size: var(--haven-text-s); }
.severity {
  display: inline-block;
  margin-inline-end: var(--haven-space-1);
  padding-inline: var(--haven-space-2);
  border: 1px solid;
  border-radius: 999px;
  font-size: .8125em;
  line-height: 1.5;
}
.error .severity { color: var(--haven-color-danger); }
.warning .severity { color: var(--haven-color-companion); }
.notice .severity { color: var(--haven-color-text-muted); }
pre, code { font-family: ui-monospace, monospace; font-size: .875em; }
pre {
  margin: 0;
  padding: var(--haven-space-2) var(--haven-space-3);
  border: 1px solid var(--haven-color-border);
  border-radius: var(--haven-radius);
  background: var(--haven-color-surface);
  white-space: pre-wrap;
}
.row { display: flex; flex-wrap: wrap; gap: var(--haven-space-2) var(--haven-space-3); align-items: center; }
`;

/** The sheets of the panel, as text. */
export const sheets: readonly string[] = [
  tokens.themeColor,
  tokens.themeCompanion,
  tokens.themeDanger,
  tokens.themeFill,
  tokens.themeSuccess,
  tokens.themeTransition,
  tokens.themeSize,
  tokens.focus,
  tokens.hidden,
  tokens.heading,
  tokens.list,
  tokens.listPlain,
  tokens.button,
  tokens.buttonPrimary,
  tokens.field,
  tokens.textarea,
  panel,
];
