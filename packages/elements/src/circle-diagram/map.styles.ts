import { css } from '../foundation/styles.js';

/** Home, the stops and the cup, in a ring and in a list. */
export const mapStyles = css`
  /* As wide as the map, and as high as this text is long: its size changes with the width, the font and the text spacing. */
  .ruler {
    position: absolute;
    left: 0;
    right: 0;
    white-space: nowrap;
    writing-mode: vertical-lr;
    visibility: hidden;
    &::before {
      content: 'm m';
    }
  }
  .picture,
  .traveler,
  .road {
    display: none;
  }
  /* On paper each text has its name above it. */
  @media screen {
    .aloud,
    .map:not(.ring) .panel > [id] {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      white-space: nowrap;
      clip-path: inset(50%);
    }
  }

  .stage,
  .map {
    position: relative;
  }
  .map {
    --tone: var(--haven-color-brand);
    --tint: var(--haven-color-brand-subtle);
  }
  .arc-1 {
    --tone: var(--haven-color-companion);
    --tint: var(--haven-color-companion-subtle);
  }
  .name > [id] {
    font-size: var(--haven-text-m);
  }
  .arc .name > [id] {
    color: var(--tone);
  }
  .panel > * + * {
    margin-block-start: var(--haven-space-2);
  }
  .panel > [id] {
    font-size: var(--haven-text-l);
  }

  /* A waypoint is part of its label, so that pressing one presses the other. */
  .stop {
    border-color: transparent;
    color: var(--tone);
    transition: none;
  }
  .stop::before {
    content: '';
    position: absolute;
    inline-size: 18px;
    block-size: 18px;
    margin: -10px;
    background: var(--haven-color-surface);
    border: 4px solid;
    border-color: var(--tone);
    border-radius: 50%;
  }
  .stop:is(:hover, :active) {
    background: var(--tint);
    color: var(--tone);
  }
  .stop[aria-current] {
    background: var(--tint);
    border-color: var(--tone);
    &::before {
      border-width: 9px;
    }
    @media (forced-colors: active) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  .cup {
    inline-size: 3.5em;
    block-size: 3em;
    &::after {
      content: '';
      position: absolute;
      inset-block: 18% 30%;
      inset-inline-end: 100%;
      inline-size: 0.7em;
      border: 3px solid;
      border-color: var(--tone);
      border-inline-end: 0;
      border-radius: 1em;
    }
    > span {
      display: block;
      block-size: 100%;
      padding: 3px;
      overflow: hidden;
      background: var(--haven-color-surface);
      border: 3px solid;
      border-color: var(--tone);
      border-radius: 3px 3px 1.2em 1.2em;
    }
  }
  .level {
    display: block;
    block-size: 100%;
    background: var(--tone);
    border-radius: 0 0 0.9em 0.9em;
    forced-color-adjust: none;
    transition: translate var(--haven-duration-slow);
  }
`;
