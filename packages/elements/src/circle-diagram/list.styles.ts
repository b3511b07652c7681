import { css } from '../foundation/styles.js';

/** The map as a list. */
export const listStyles = css`
  /* The road goes straight down, with the same stops in the same order. */
  .map:not(.ring) {
    --disc: max(30px, 1.6em);
    display: grid;
    gap: var(--haven-space-2) 0;
    .cup {
      position: absolute;
      inset-inline-start: 0;
      font-size: 0.8em;
      &::after {
        inset-inline: 100% auto;
        rotate: 180deg;
      }
    }
    .home {
      min-block-size: 3.25em;
      padding: 0.5em 0 0;
      padding-inline-start: 4.5em;
    }
    .arc {
      position: relative;
      padding-inline-start: 3em;
      &::before {
        content: '';
        position: absolute;
        inset-block: -0.5em;
        inset-inline-start: calc(1.4em - 2.5px);
        border-inline-start: 5px solid;
        border-color: var(--tone);
      }
    }
    .arc-1::before {
      border-inline-start-style: dashed;
    }
    .arc .name {
      padding-block: var(--haven-space-2);
    }
    li {
      position: relative;
      margin: 0;
    }
    .stop {
      padding-inline: 0;
      text-align: start;
    }
    .label {
      margin-inline-start: -10px;
    }
    .number {
      inset-block-start: calc(50% - var(--disc) / 2);
      inset-inline-start: calc(-1.6em - var(--disc) / 2 - 1px);
    }
    .panel {
      padding-block: 0 var(--haven-space-4);
    }
    li .title,
    .words:not(.shown) .panel {
      display: none;
    }
  }
  .all .map:not(.ring) .words .panel {
    display: block;
  }
`;
