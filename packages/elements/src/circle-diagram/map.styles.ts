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
  .begin,
  .road {
    display: none;
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
  :is(.name, .title) > [id] {
    font-size: inherit;
  }
  .arc .name > [id] {
    color: var(--tone);
  }
  .panel > * + * {
    margin-block-start: var(--haven-space-2);
  }

  /* A waypoint is part of its label, so that pressing one presses the other. Its colors are the theme's in forced colors, too. */
  .stop {
    position: relative;
    border-color: transparent;
    color: var(--tone);
    font-size: var(--haven-text-m);
    forced-color-adjust: none;
    transition: none;
    &:is(:hover, :active) {
      background: none;
      border-color: transparent;
      color: var(--tone);
      .label {
        background: var(--tint);
      }
    }
  }
  .label {
    display: inline-block;
    padding: 2px 10px;
    border-radius: 1em;
  }
  .stop .number {
    display: grid;
    place-content: center;
    position: absolute;
    inline-size: var(--disc);
    block-size: var(--disc);
    background: var(--haven-color-surface);
    border: 2px solid;
    border-color: var(--tone);
    border-radius: 50%;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  .stop[aria-pressed='true'] :is(.label, .number) {
    background: var(--tone);
    color: var(--haven-color-surface);
  }

  .cup {
    inline-size: 3.5em;
    block-size: 3em;
    &::after {
      content: '';
      position: absolute;
      inset-block: 18% 30%;
      inset-inline-end: 100%;
      inline-size: 0.6em;
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
