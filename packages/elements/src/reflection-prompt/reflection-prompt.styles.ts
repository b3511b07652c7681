import {
  base,
  button,
  buttonDisabled,
  buttonQuiet,
  card,
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
  form {
    display: grid;
    gap: var(--haven-space-4);
    align-content: start;
    min-inline-size: 0;
  }
  .card > * {
    min-inline-size: 0;
  }
  p,
  li,
  input,
  blockquote {
    margin: 0;
    max-inline-size: 65ch;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .top,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2);
  }
  .top > [id] {
    flex: auto;
  }
  /* Aligns labels of buttons without a border with other text. */
  @media (forced-colors: none) {
    .top .quiet,
    .tools {
      margin-inline: calc(-1 * var(--haven-space-4));
    }
  }
  .card > details {
    margin-block: calc(-1 * var(--haven-space-2));
  }
  blockquote {
    padding-inline-start: var(--haven-space-4);
    border-inline-start: 4px solid;
    border-color: var(--haven-color-companion);
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
  .after {
    padding-block-start: var(--haven-space-4);
    border-block-start: 1px solid;
    border-color: var(--haven-color-border);
    > [id] {
      font-size: var(--haven-text-l);
    }
  }
  [role='status'] {
    font-weight: var(--haven-weight-strong);
    /* A live region has to exist before its text changes. */
    &:empty {
      position: absolute;
    }
  }
  [type='file'] {
    min-block-size: var(--haven-target);
    max-inline-size: 100%;
    font: inherit;
  }
  .answer {
    white-space: pre-line;
  }
  .saved {
    li {
      margin: 0;
      padding-block: var(--haven-space-3);
      border-block-end: 1px solid;
      border-color: var(--haven-color-border);
    }
    li .actions {
      margin-block-start: var(--haven-space-2);
    }
  }
  #panel {
    margin-block: var(--haven-space-4);
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
    display: flex;
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
  themeTransition,
  themeSize,
  base,
  card,
  heading,
  button,
  buttonQuiet,
  buttonDisabled,
  link,
  label,
  field,
  fieldMessage,
  list,
  listPlain,
  notice,
  details,
  own,
);
