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
  fieldset,
  heading,
  label,
  link,
  list,
  listPlain,
  notice,
  noticeDanger,
  textarea,
  themeColor,
  themeDanger,
  themeDisabled,
  themeFill,
  themeSize,
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
      max-inline-size: 34rem;
    }
    display: grid;
    gap: var(--haven-space-5);
    align-content: start;
    min-inline-size: 0;
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
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  [role='group'] > * + * {
    margin-block-start: var(--haven-space-2);
  }
  .number {
    white-space: nowrap;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    gap: var(--haven-space-2);
  }
  /* A status is in the accessibility tree before it has content, and takes no space. */
  [role='status']:empty {
    position: absolute;
  }
  @media print {
    button,
    details,
    [role='status'] {
      display: none;
    }
  }
`;

/** Style sheets of the shadow root. */
export const styles = sharedStyles(
  themeColor,
  themeFill,
  themeDanger,
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
  list,
  listPlain,
  notice,
  noticeDanger,
  details,
  own,
);
