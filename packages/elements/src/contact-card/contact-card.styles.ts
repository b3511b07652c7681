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
    min-inline-size: 0;
    gap: var(--haven-space-6) var(--haven-space-7);
  }
  .card > * {
    min-inline-size: 0;
  }
  .lead {
    flex: 1 1 16em;
  }
  .rest {
    display: grid;
    flex: 1 1 16em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: var(--haven-space-6);
    align-content: start;
  }
  /* Channels and hours side by side, next to the lead where there is room for three columns. */
  .rest:has(> :nth-child(2)) {
    flex: 2 1 32em;
  }
  p,
  ul {
    margin: 0;
  }
  /* Texts keep their own direction and alignment on a page that reads the other way. */
  :is(h1, h2, h3, h4, h5, h6, p, li, th, td, .span) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  /* Smaller than the number, and larger than the headings below. */
  [part='name'] {
    font-size: var(--haven-text-l);
  }
  .rest :is(h1, h2, h3, h4, h5, h6) {
    font-size: inherit;
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
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2) var(--haven-space-4);
    margin-block-start: var(--haven-space-4);
  }
  .telephone > .number {
    font-size: calc(1.2 * var(--haven-text-xl));
    font-weight: var(--haven-weight-strong);
    line-height: 1.25;
  }
  .telephone > .primary {
    unicode-bidi: plaintext;
    inline-size: 100%;
    max-inline-size: 16em;
    padding: var(--haven-space-3) var(--haven-space-2);
    font-size: var(--haven-text-xl);
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(4.5em, 1fr));
    grid-auto-rows: 1fr;
    gap: var(--haven-space-2);
    max-inline-size: 24em;
    margin-block-start: var(--haven-space-4);
  }
  /* Quiet, and of one size. */
  .actions > *,
  .telephone > button {
    align-content: center;
    padding: var(--haven-space-2) var(--haven-space-1);
    background: var(--haven-color-brand-subtle);
    border-color: transparent;
    font-size: var(--haven-text-s);
  }
  .telephone > button {
    padding-inline: var(--haven-space-4);
  }
  /* Has room for a line within the gap below, so that a message moves nothing. */
  .status {
    min-block-size: 1lh;
    margin-block: var(--haven-space-2) calc(-1 * var(--haven-space-5));
    font-size: var(--haven-text-s);
  }
  textarea {
    display: block;
    inline-size: 100%;
    margin-block-start: var(--haven-space-6);
    max-inline-size: 24em;
    padding: var(--haven-space-2);
    background: var(--haven-color-surface);
    border: 1px solid;
    border-color: var(--haven-color-border-strong);
    border-radius: var(--haven-radius);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .channels {
    display: grid;
    gap: var(--haven-space-4);
    align-content: start;
  }
  .term {
    display: block;
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
  }

  .hours > * + * {
    margin-block-start: var(--haven-space-2);
  }
  td {
    padding-inline-end: 0;
  }
  /* The ground of today's row is wider than the row, whose text stands in line with the others. */
  .today > * {
    background: var(--haven-color-brand-subtle);
    box-shadow:
      -8px 0 var(--haven-color-brand-subtle),
      8px 0 var(--haven-color-brand-subtle);
    font-weight: var(--haven-weight-strong);
  }
  /* As narrow as the days are, so that the hours have room. Only a range of dates may break. */
  [scope='row'] {
    inline-size: 4%;
  }
  tbody:first-child th {
    white-space: nowrap;
  }
  .span {
    display: block;
  }

  /* Set apart by its ground; forced colors paint the border instead. */
  .crisis {
    flex: 1 1 100%;
    padding: var(--haven-space-4);
    background: var(--haven-color-brand-subtle);
    border: 1px solid transparent;
    border-radius: var(--haven-radius);
  }
  /* Beside the lead of a card that has nothing else. */
  .lead + .crisis {
    flex: 2 1 32em;
  }
  .crisis ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
    gap: var(--haven-space-4) var(--haven-space-6);
    margin-block: var(--haven-space-3);
    padding: 0;
    list-style: none;
  }
  .crisis li p {
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
  .channels a {
    display: inline-block;
    /* Also in small text. */
    padding-block: max(var(--haven-space-1), (24px - 1.5em) / 2);
  }
  @media (pointer: coarse) {
    .ways a,
    .channels a {
      padding-block: max(var(--haven-space-1), (var(--haven-target) - 1.5em) / 2);
    }
  }

  @media print {
    .card {
      break-inside: avoid;
    }
    .actions,
    .status,
    .telephone > button {
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
