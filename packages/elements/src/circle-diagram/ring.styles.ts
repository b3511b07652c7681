import { css } from '../foundation/styles.js';

/** The map as a ring. Positions and sizes are custom properties, set by `RingController`. */
export const ringStyles = css`
  @media screen {
    .ring .stop::before {
      inset: 0 auto auto 0;
      translate: var(--waypoint, 0 0);
    }
    .ring {
      .road {
        display: block;
        inline-size: 100%;
        overflow: visible;
      }
      /* Over its waypoint, and inside the cup. */
      .traveler,
      .cup {
        z-index: 1;
      }
      .traveler,
      .cup,
      .name,
      .stop,
      .panel {
        position: absolute;
        inset: 0 auto auto 0;
        translate: var(--at, 0 0);
      }
      .traveler {
        display: block;
        inline-size: 26px;
        block-size: 26px;
        margin: -13px;
        background: var(--haven-color-text);
        border: 4px solid;
        border-color: var(--haven-color-surface);
        border-radius: 50%;
        pointer-events: none;
        forced-color-adjust: none;
      }
      .name {
        inline-size: max-content;
        max-inline-size: var(--room);
        text-align: center;
      }
      .home .name {
        text-align: start;
      }
      .stop {
        inline-size: max-content;
        min-inline-size: min-content;
        max-inline-size: var(--room);
        margin: 0;
        padding: var(--haven-space-1) var(--haven-space-2);
        overflow-wrap: normal;
        text-wrap: balance;
      }
      li {
        margin: 0;
      }
      .panel {
        inline-size: var(--panel);
        visibility: hidden;
      }
      .shown {
        visibility: visible;
      }
    }
  }
`;
