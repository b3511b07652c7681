import {
  base,
  button,
  buttonDisabled,
  buttonPrimary,
  buttonQuiet,
  card,
  choice,
  details,
  field,
  fieldMessage,
  heading,
  label,
  link,
  list,
  listPlain,
  notice,
  themeColor,
  themeCompanion,
  themeDanger,
  themeDisabled,
  themeFill,
  themeSize,
  themeTransition,
} from '@havenkit/tokens/styles';
import { css, sharedStyles } from '../foundation/styles.js';

/** The widget's own CSS. `@havenkit/tokens` styles the native elements. */
const own = css`
  /* With a reserved height (min-block-size), the card fills the host. */
  :host {
    display: grid;
    gap: var(--haven-space-2);
  }
  .card,
  .after,
  .paper,
  .excerpt,
  #panel,
  form {
    display: grid;
    gap: var(--haven-space-4);
    align-content: start;
    min-inline-size: 0;
  }
  /* A column of text in the middle of a wide page. */
  .card {
    grid-template-columns: minmax(0, 40em);
    justify-content: center;
    gap: var(--haven-space-5);
  }
  form > *,
  #panel > * {
    min-inline-size: 0;
  }
  p,
  li,
  blockquote {
    margin: 0;
    max-inline-size: 65ch;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .hint,
  blockquote,
  [aria-live],
  .saved li {
    max-inline-size: none;
  }
  input {
    unicode-bidi: plaintext;
  }
  .top,
  .actions {
    display: flex;
    align-items: center;
    gap: var(--haven-space-2);
  }
  .actions {
    flex-wrap: wrap;
  }
  .top > [id] {
    flex: 1;
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-l);
  }
  /* Labels of buttons without a border are aligned with other text. */
  @media (forced-colors: none) {
    .top .quiet,
    .more,
    .group .quiet {
      margin-inline: calc(-1 * var(--haven-space-4));
    }
  }
  /* In a narrow column a button takes a line of its own. */
  :not(li) > .actions > * {
    min-inline-size: clamp(0px, (24em - 100%) * 999, 100%);
  }
  .danger {
    color: var(--haven-color-danger);
  }
  blockquote {
    padding: var(--haven-space-4);
    background: color-mix(in oklab, var(--haven-color-companion-subtle) 50%, var(--haven-color-surface));
    border-inline-start: 4px solid;
    border-color: var(--haven-color-companion);
    border-start-end-radius: var(--haven-radius);
    border-end-end-radius: var(--haven-radius);
    font-size: var(--haven-text-xl);
    line-height: 1.35;
    text-wrap: pretty;
  }
  #text {
    overflow: hidden;
    resize: none;
    & + .hint {
      margin-block-start: var(--haven-space-1);
    }
  }
  #after-title,
  #panel-title {
    font-size: var(--haven-text-l);
  }
  /* Last in the document, where it is in nobody's way while it is empty; seen below what was done. */
  [aria-live] {
    order: 1;
    padding: var(--haven-space-3) var(--haven-space-4);
    background: var(--haven-color-surface-subtle);
    border-radius: var(--haven-radius);
    font-weight: var(--haven-weight-strong);
  }
  .card > :is(details, .crisis) {
    order: 2;
  }
  .card > details {
    margin-block: calc(-1 * var(--haven-space-4));
  }
  .crisis {
    padding-block-start: var(--haven-space-4);
    border-block-start: 1px solid;
    border-color: var(--haven-color-border);
  }
  [type='file'] {
    min-block-size: var(--haven-target);
    inline-size: 100%;
    font: inherit;
  }
  .answer {
    white-space: pre-line;
  }
  .excerpt {
    gap: 0;
    .answer {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 6;
    }
  }
  .saved {
    li {
      margin: 0;
      padding-block: var(--haven-space-4);
      border-block-start: 1px solid;
      border-color: var(--haven-color-border);
    }
    li .actions {
      margin-block-start: var(--haven-space-2);
    }
    details summary {
      font-weight: inherit;
    }
  }
  .group {
    display: grid;
    justify-items: start;
    padding-block-end: var(--haven-space-3);
  }
  .small {
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
  }
  .crisis ul {
    display: grid;
    gap: var(--haven-space-3);
    margin-block-end: var(--haven-space-3);
    padding: 0;
    list-style: none;
  }
  .ways {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--haven-space-4);
  }
  .ways a {
    padding-block: max(var(--haven-space-1), (var(--haven-target) - 1.5em) / 2);
    font-weight: var(--haven-weight-strong);
  }
  @media print {
    .card {
      padding: 0;
      border: 0;
    }
    .card:has(.paper) > :not(.paper) {
      display: none;
    }
    hr {
      margin: 6mm 0 0;
      border: 0;
      border-block-end: 1px solid;
    }
  }
`;

/** Style sheets of the shadow root. */
export const styles = sharedStyles(
  themeColor,
  themeCompanion,
  themeDanger,
  themeDisabled,
  themeFill,
  themeTransition,
  themeSize,
  base,
  card,
  heading,
  button,
  buttonPrimary,
  buttonQuiet,
  buttonDisabled,
  link,
  label,
  field,
  fieldMessage,
  choice,
  list,
  listPlain,
  notice,
  details,
  own,
);
