import {
  base,
  button,
  buttonPrimary,
  card,
  details,
  heading,
  link,
  notice,
  table,
  themeColor,
  themeFill,
  themeSize,
  themeSuccess,
  themeTransition,
} from '@havenkit/tokens/styles';
import { css, sharedStyles } from '../foundation/styles.js';

/** The contact card's own CSS; the sheets of `@havenkit/tokens` style the native elements inside. */
const own = css`
  /* A host that reserves the card's height (min-block-size) gets a card of that height. */
  :host {
    display: grid;
    gap: var(--haven-space-2);
  }
  .card {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: var(--haven-space-6) var(--haven-space-7);
  }
  .card > * {
    min-inline-size: 0;
  }
  .lead {
    flex: 1 1 16rem;
  }
  .rest {
    display: grid;
    flex: 1 1 16rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--haven-space-6);
    align-content: start;
  }
  /* Channels and hours side by side, next to the lead where there is room for three columns. */
  .rest:has(> :nth-child(2)) {
    flex: 2 1 32rem;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
  }
  /* Texts keep their own direction and alignment on a page that reads the other way. */
  :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, .span) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .clinician {
    margin-block-start: var(--haven-space-1);
  }
  .accepting,
  .small {
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
  }
  .lead > :is(.accepting, .small) {
    margin-block-start: var(--haven-space-2);
  }
  .accepting.yes,
  .open strong {
    color: var(--haven-color-success);
  }
  /* Breaks only when a whole line is too short for it. */
  .number {
    display: inline-block;
    max-inline-size: 100%;
    text-decoration: inherit;
    font-variant-numeric: tabular-nums;
  }

  .telephone {
    margin-block-start: var(--haven-space-4);
    font-size: var(--haven-text-xl);
    font-weight: var(--haven-weight-strong);
  }
  .telephone:has(.button) {
    font-size: var(--haven-text-l);
  }
  .telephone .button {
    inline-size: 100%;
    max-inline-size: 24rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2);
    margin-block-start: var(--haven-space-4);
  }
  [role='status'] {
    color: var(--haven-color-success);
    font-size: var(--haven-text-s);
  }
  p[role='status'] {
    margin-block-start: var(--haven-space-2);
    color: var(--haven-color-text-muted);
  }
  /* Takes no space while it is empty, and stays in the page as a live region. */
  [role='status']:empty {
    position: absolute;
  }
  textarea {
    flex: 1 1 100%;
    min-inline-size: 0;
    padding: var(--haven-space-2);
    background: var(--haven-color-surface);
    border: 1px solid;
    border-color: var(--haven-color-border-strong);
    border-radius: var(--haven-radius);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  dl {
    display: grid;
    gap: var(--haven-space-4);
    align-content: start;
  }
  dt {
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
  }

  .hours > * + * {
    margin-block-start: var(--haven-space-2);
  }
  /* Names of days and months are lower case in many languages. */
  th::first-letter {
    text-transform: uppercase;
  }
  td {
    padding-inline-end: 0;
  }
  .today {
    font-weight: var(--haven-weight-strong);
  }
  [scope='row'] {
    inline-size: 40%;
  }
  .span {
    display: block;
  }

  .crisis {
    flex: 1 1 100%;
    padding-block-start: var(--haven-space-5);
    border-block-start: 1px solid;
    border-color: var(--haven-color-border);
  }
  .crisis ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: var(--haven-space-4) var(--haven-space-6);
    margin-block: var(--haven-space-3);
    padding: 0;
    list-style: none;
  }
  .crisis li {
    font-size: var(--haven-text-s);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--haven-space-4);
  }
  .ways a {
    font-weight: var(--haven-weight-strong);
  }

  /* Target size: WCAG 2.5.8 with any pointer, 2.5.5 on touch screens. */
  .ways a,
  dd a {
    display: inline-block;
    /* Also in small text. */
    padding-block: max(var(--haven-space-1), (24px - 1.5em) / 2);
  }
  @media (pointer: coarse) {
    .ways a,
    dd a {
      padding-block: max(var(--haven-space-1), (var(--haven-target) - 1.5em) / 2);
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }
    .actions {
      display: none;
    }
    .primary {
      all: unset;
    }
  }
`;

/** Style sheets of the shadow root. */
export const styles = sharedStyles(
  themeColor,
  themeFill,
  themeSuccess,
  themeTransition,
  themeSize,
  base,
  card,
  heading,
  button,
  buttonPrimary,
  link,
  table,
  notice,
  details,
  own,
);
