/** The desk's style sheet: the styles of native HTML, and how its pages are laid out. */
import { nativeCss } from '#native.css';
import { digest } from '../digest.js';

const layout = `:root {
  color-scheme: light dark;
}
body {
  margin: 0;
  background: var(--haven-color-surface);
  color: var(--haven-color-text);
  font: 1.0625rem/1.5 system-ui, sans-serif;
}
header,
main {
  box-sizing: border-box;
  max-inline-size: 46rem;
  margin-inline: auto;
  padding-inline: clamp(16px, 5vw, 32px);
}
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px;
  padding-block: 8px;
}
header > a,
.name,
.contact,
main > p > a:not(.button) {
  display: inline-flex;
  align-items: center;
  box-sizing: border-box;
  min-block-size: 44px;
  padding-block: 8px;
  overflow-wrap: anywhere;
}
header form,
header .quiet {
  margin: 0;
}
header .quiet {
  margin-inline-end: -16px;
}
nav li {
  display: grid;
  justify-items: start;
}
nav li + li {
  margin: 0;
}
nav .name {
  align-items: end;
  padding-block-end: 0;
}
nav .hint {
  margin: 0;
}
main {
  padding-block: 8px 64px;
}
main:first-child {
  padding-block-start: 24px;
}
.error {
  display: block;
}
h1 {
  margin-block-start: 8px;
  overflow-wrap: anywhere;
}
section {
  margin-block-start: 48px;
}
section > h2 {
  margin-block-start: 0;
  padding-block-start: 24px;
  border-block-start: 1px solid;
  border-color: var(--haven-color-border);
}
.people {
  max-inline-size: none;
  padding-inline-start: 2em;
}
.people > li {
  padding-block: 8px 12px;
  overflow-wrap: anywhere;
}
.people > li::marker {
  font-variant-numeric: tabular-nums;
  color: var(--haven-color-text-muted);
}
.people > li + li {
  border-block-start: 1px solid;
  border-color: var(--haven-color-border);
}
.people p {
  margin-block: 0;
}
.name {
  font-weight: 600;
}
.ways {
  display: flex;
  flex-wrap: wrap;
  column-gap: 24px;
  margin-block: 0;
}
.wish {
  margin-block: 0;
  font-weight: 600;
}
.reference {
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
.buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
}
.buttons form {
  margin: 0;
}
.notice form {
  margin-block: 8px 0;
}
.notice form button {
  margin: 0;
}
dl {
  margin-block-start: 24px;
}
dd {
  white-space: pre-line;
  overflow-wrap: anywhere;
}
fieldset {
  margin-block-end: 16px;
}
[type='password'] {
  max-inline-size: 26rem;
}
`;

/** The text of the style sheet. */
export const styleSheet = `${nativeCss}\n${layout}`;

let version: Promise<string> | undefined;

/** Names this version of the style sheet, so that a browser can keep it. */
export const styleVersion = async (): Promise<string> => (await (version ??= digest(styleSheet))).slice(0, 16);
