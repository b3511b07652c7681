import { css } from '../foundation/styles.js';

/** The card, its texts and its controls. */
export const cardStyles = css`
  /* A host that reserves the height (min-block-size) gets a card of that height. */
  :host {
    display: grid;
    gap: var(--haven-space-2);
  }
  .card {
    display: grid;
    gap: var(--haven-space-4);
    align-content: start;
    min-inline-size: 0;
  }
  .card > *,
  .map > * {
    min-inline-size: 0;
  }
  p {
    margin: 0;
    max-inline-size: 65ch;
  }
  /* Texts keep their own direction and alignment on a page that reads the other way. */
  :is(p, [id], button) {
    unicode-bidi: plaintext;
  }
  :is(p, [id]),
  .map:not(.ring) .stop {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .small {
    color: var(--haven-color-text-muted);
    font-size: var(--haven-text-s);
  }

  .controls,
  .tool-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2);
  }
  [aria-pressed='true'] {
    background: var(--haven-color-brand-subtle);
    border-color: currentcolor;
  }
  .controls [role='status'] {
    position: relative;
    color: var(--haven-color-text-muted);
    margin-inline-start: auto;
  }
  .tools p,
  img {
    margin-block-start: var(--haven-space-2);
  }
  img {
    max-inline-size: 100%;
  }
`;
