import { css } from '../foundation/styles.js';

/** The map as a ring. Positions and sizes are custom properties, set by `RingController`. */
export const ringStyles = css`
  @media screen {
    .ring {
      .road {
        display: block;
        inline-size: 100%;
        overflow: visible;
      }
      /* Behind the cup and the waypoints, whose numbers it carries. */
      .traveler {
        z-index: 1;
      }
      .stop,
      .cup {
        z-index: 2;
      }
      .traveler,
      .cup,
      .name,
      .stop {
        position: absolute;
        inset: 0 auto auto 0;
        translate: var(--at, 0 0);
      }
      .traveler,
      .name,
      .stop {
        transform: translate(-50%, -50%);
      }
      .traveler {
        display: block;
        inline-size: calc(var(--disc) + 8px);
        block-size: calc(var(--disc) + 8px);
        background: var(--haven-color-text);
        border: 3px solid;
        border-color: var(--haven-color-surface);
        border-radius: 50%;
        pointer-events: none;
        forced-color-adjust: none;
      }
      .name {
        max-inline-size: var(--room);
      }
      .name,
      .label,
      .title {
        inline-size: max-content;
        min-inline-size: min-content;
        overflow-wrap: normal;
        text-align: center;
        text-wrap: balance;
      }
      li {
        margin: 0;
      }
      .stop {
        margin: 0;
        padding: 0;
        line-height: 1.2;
      }
      .stop .number {
        inset: 50% auto auto 50%;
        translate: var(--waypoint, 0 0);
        transform: translate(-50%, -50%);
        font-size: 0.9em;
      }
      /* The traveler is the disc below the number, as soon as it has arrived. */
      .stop[aria-pressed='true'] .number {
        background: none;
        border-color: transparent;
        transition-delay: var(--haven-duration-slow);
        transition-property: background-color, border-color, color;
      }
      .words {
        visibility: hidden;
      }
      .shown {
        visibility: visible;
      }
      .title {
        font-weight: var(--haven-weight-strong);
        line-height: 1.25;
        .number {
          display: block;
          color: var(--tone);
        }
      }
    }

    .wide {
      .label {
        max-inline-size: var(--room);
      }
      .words {
        position: absolute;
        inset: 0 auto auto 0;
        inline-size: var(--panel);
        translate: var(--middle);
        transform: translate(-50%, -50%);
        font-size: var(--haven-text-l);
        text-align: center;
        text-wrap: balance;
      }
      .title {
        margin: 0 auto var(--haven-space-2);
        max-inline-size: 100%;
        font-size: var(--haven-text-l);
      }
    }

    .compact {
      .cup {
        font-size: min(0.7em, 14px);
      }
      .name {
        font-size: var(--haven-text-s);
      }
      &.unnamed .name,
      .label {
        position: absolute;
        inline-size: 1px;
        min-inline-size: 0;
        padding: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .stop {
        inline-size: calc(var(--disc) + 10px);
        min-block-size: calc(var(--disc) + 10px);
        border-radius: 50%;
      }
      .title,
      .panel {
        position: absolute;
        inset: 0 auto auto 0;
      }
      .title {
        max-inline-size: var(--panel);
        translate: var(--middle);
        transform: translate(-50%, -50%);
        font-size: clamp(1em, var(--panel) / 10.5, 1.2em);
        .number {
          font-size: 1.44em;
        }
      }
      .begin {
        display: block;
        margin-block-start: var(--haven-space-1);
        font-size: var(--haven-text-s);
        font-weight: normal;
      }
      .panel {
        inset-inline: 0;
        translate: 0 var(--below);
      }
    }
  }
`;
