import { css } from 'lit';
import {
  base,
  button,
  buttonDisabled,
  buttonPrimary,
  buttonQuiet,
  card,
  details,
  heading,
  list,
  listPlain,
  notice,
  themeColor,
  themeColorForced,
  themeCompanion,
  themeCompanionForced,
  themeDisabled,
  themeFill,
  themeMotion,
  themeSize,
  themeTransition,
} from '@havenkit/tokens/styles';
import { sharedStyles } from '../foundation/styles.js';

/** The circle's own CSS; native elements inside it are dressed by the sections of `@havenkit/tokens`. */
const own = css`
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
  /* Words keep their own direction on a page that reads the other way, and its alignment. */
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
  /* As wide as the map, and as high as this text is long: tells of another width, font and spacing. */
  .ruler {
    position: absolute;
    left: 0;
    right: 0;
    writing-mode: vertical-lr;
    visibility: hidden;
    &::before {
      content: 'm m';
    }
  }
  .picture,
  .traveller,
  .road {
    display: none;
  }
  /* On paper a name stands above each text. */
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

  .map {
    position: relative;
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

  /* A waypoint belongs to its label: where one is pressed, the other is. */
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
    translate: 0 var(--level);
    transition: translate var(--haven-duration-slow);
  }

  /* The list: a road straight down, with the same stops in the same order. */
  .map:not(.ring) {
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
      margin-inline-start: calc(-1 * var(--haven-space-3));
      padding-inline: var(--haven-space-3);
      &::before {
        inset-block-start: 22px;
        inset-inline-start: -1.6em;
      }
    }
    .panel {
      display: none;
      padding-block: 0 var(--haven-space-4);
    }
    &.all .panel,
    .shown {
      display: block;
    }
  }

  .controls,
  .keep {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--haven-space-2);
  }
  [aria-pressed='true'] {
    background: var(--haven-color-brand-subtle);
    border-color: currentcolor;
  }
  [role='status'] {
    position: relative;
    color: var(--haven-color-text-muted);
    margin-inline-start: auto;
  }

  @media screen {
    /* Not to be measured with its label. */
    .ring:not(.placed) .stop::before {
      display: none;
    }
    .ring .stop::before {
      inset: 0 auto auto 0;
      translate: var(--dot);
    }
    .ring {
      block-size: var(--height);
      .road {
        display: block;
        inline-size: 100%;
        overflow: visible;
      }
      /* Over the waypoint that it is on, and inside the cup. */
      .traveller,
      .cup {
        z-index: 1;
      }
      .traveller,
      .cup,
      .name,
      .stop,
      .panel {
        position: absolute;
        inset: 0 auto auto 0;
        translate: var(--at);
      }
      .traveller {
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
        max-inline-size: var(--room);
        margin: 0;
        padding: var(--haven-space-1) var(--haven-space-2);
        overflow-wrap: normal;
        text-wrap: balance;
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

  @media print {
    .controls,
    .tools,
    .ruler,
    .stop,
    .cup,
    .arc::before {
      display: none !important;
    }
    .card {
      gap: var(--haven-space-2);
      padding: 0;
      border: 0;
      font-size: 9pt;
      line-height: 1.35;
      break-inside: avoid;
    }
    p {
      max-inline-size: none;
    }
    .picture {
      display: block;
      text-align: center;
    }
    .picture svg {
      max-inline-size: 100%;
      max-block-size: 6.5cm;
    }
    .map.map {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--haven-space-2) var(--haven-space-6);
      .home {
        grid-column: 1 / -1;
        padding: 0;
      }
      .arc {
        padding: 0;
      }
      .panel.panel {
        display: block;
        padding-block: 0 var(--haven-space-2);
        > * {
          margin: 0;
        }
        > [id] {
          font-size: inherit;
        }
      }
    }
    .notes hr {
      margin-block: 2em 0;
      border: 0;
      border-block-end: 1px solid;
    }
  }
`;

/** Style sheets of the shadow root. */
export const styles = [
  ...sharedStyles(
    themeColor,
    themeColorForced,
    themeFill,
    themeCompanion,
    themeCompanionForced,
    themeDisabled,
    themeTransition,
    themeMotion,
    themeSize,
    base,
    card,
    heading,
    button,
    buttonPrimary,
    buttonQuiet,
    buttonDisabled,
    list,
    listPlain,
    notice,
    details,
  ),
  own,
];
