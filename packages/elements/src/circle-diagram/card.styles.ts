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
  .more,
  .tool-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2);
  }
  .controls {
    container-type: inline-size;
    justify-content: space-between;
    gap: var(--haven-space-3);
    margin-block-start: var(--haven-space-2);
  }
  /* Under two thumbs on a phone. */
  .steps {
    flex: 0 1 26em;
    display: flex;
    align-items: center;
    gap: var(--haven-space-2) var(--haven-space-3);
    text-align: center;
    button {
      flex: 1;
      padding-inline: var(--haven-space-2);
      overflow-wrap: normal;
    }
  }
  @container (inline-size < 19em) {
    .steps {
      flex-wrap: wrap;
    }
    .step {
      flex: 1 0 100%;
      order: -1;
    }
  }
  .step {
    color: var(--haven-color-text-muted);
    font-variant-numeric: tabular-nums;
  }
  /* The text of quiet buttons is in line with all else. In forced colors they have a border. */
  @media (forced-colors: none) {
    .more {
      margin-inline: calc(-1 * var(--haven-space-4));
    }
  }
  .more [aria-pressed='true'] {
    background: var(--haven-color-brand-subtle);
    border-color: currentcolor;
  }
  .tools p,
  img {
    margin-block-start: var(--haven-space-2);
  }
  img {
    max-inline-size: 100%;
  }
`;
