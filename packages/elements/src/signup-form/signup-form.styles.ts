import {
  base,
  button,
  buttonDisabled,
  buttonPrimary,
  buttonQuiet,
  card,
  choice,
  choiceRadio,
  details,
  field,
  fieldMessage,
  fieldset,
  heading,
  label,
  link,
  list,
  listPlain,
  notice,
  noticeDanger,
  noticeSuccess,
  textarea,
  themeColor,
  themeDanger,
  themeDisabled,
  themeFill,
  themeNotice,
  themeSize,
  themeSuccess,
  themeTransition,
} from '@havenkit/tokens/styles';
import { css, sharedStyles } from '../foundation/styles.js';

/** The form's own CSS; the sheets of `@havenkit/tokens` style the native elements. */
const own = css`
  :host {
    display: grid;
    gap: var(--haven-space-2);
  }
  .card,
  form,
  .questions {
    > * {
      min-inline-size: 0;
    }
    display: grid;
    grid-template-columns: minmax(0, 34em);
    gap: var(--haven-space-5);
    align-content: start;
  }
  p {
    margin: 0;
  }
  /* Text keeps its own direction on a page with the other direction, and the alignment of the page. */
  :is(h1, h2, h3, h4, h5, h6, p, li, legend, label, label > span, .hint, .error, .more) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  .optional,
  .more {
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
    font-weight: 400;
  }
  .more {
    display: block;
  }
  .hint,
  .error {
    display: block;
    margin-block-end: var(--haven-space-1);
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .suggestion,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--haven-space-2);
    align-items: center;
  }

  /* Choices are in a row where they fit: two of two and of four in any width, three in a wider one. Sessions are one a line. */
  .questions,
  .buttons {
    container-type: inline-size;
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--haven-space-2);
    > label {
      min-block-size: var(--haven-target);
      padding-inline: var(--haven-space-3);
      border: 1px solid;
      border-color: var(--haven-color-border-strong);
      border-radius: var(--haven-radius);
      > span {
        min-inline-size: 0;
        overflow-wrap: break-word;
      }
      > input {
        outline: none;
      }
      @media (hover: hover) {
        &:hover {
          background: var(--haven-color-surface-subtle);
        }
      }
      &:has(> :checked) {
        background: var(--haven-color-brand-subtle);
        border-color: var(--haven-color-brand-fill);
        box-shadow: inset 0 0 0 1px var(--haven-color-brand-fill);
      }
      /* The whole choice has the focus ring. */
      &:has(:focus-visible) {
        outline: var(--haven-focus-width) solid;
        outline-color: var(--haven-color-focus);
        outline-offset: var(--haven-focus-offset);
      }
    }
  }
  .primary {
    inline-size: 100%;
  }
  @container (inline-size >= 17em) {
    .choices:not(.session):has(> :nth-child(2):last-child, > :nth-child(4):last-child) {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size >= 29em) {
    .choices:not(.session):has(> :nth-child(3):last-child) {
      grid-template-columns: repeat(3, 1fr);
    }
    .primary {
      inline-size: auto;
    }
  }
  /* The day and the time, and all of what is confirmed, are not secondary. */
  .when .more {
    color: inherit;
    font-size: inherit;
  }

  .outcome:empty {
    display: none;
  }
  .clear > * + *,
  .suggestion,
  .outcome > * + *,
  .field > * + .choices,
  p + [id$='-notes'] > .error {
    margin-block-start: var(--haven-space-2);
  }
  .success > [id]::before {
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.8em;
    margin-inline: 0.2em 0.5em;
    border: solid;
    border-color: var(--haven-color-success);
    /* Physical sides: a check mark leans to the same side in every script. */
    border-width: 0 3px 3px 0;
    content: '';
    transform: rotate(45deg);
  }
  @media print {
    button,
    details,
    .clear,
    .status {
      display: none;
    }
  }
`;

/** Style sheets of the shadow root. */
export const styles = sharedStyles(
  themeColor,
  themeFill,
  themeNotice,
  themeDanger,
  themeSuccess,
  themeDisabled,
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
  fieldset,
  field,
  fieldMessage,
  textarea,
  choice,
  choiceRadio,
  list,
  listPlain,
  notice,
  noticeDanger,
  noticeSuccess,
  details,
  own,
);
