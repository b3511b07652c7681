import { css } from '../foundation/styles.js';

/** The handout. */
export const printStyles = css`
  @media print {
    .controls,
    .tools,
    .ruler,
    .aloud,
    .cup,
    li .title,
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
      max-block-size: 7.5cm;
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
      /* A button is plain text on paper. */
      .stop,
      .stop * {
        display: inline;
        position: static;
        min-block-size: 0;
        margin: 0;
        padding: 0;
        background: none;
        border: 0;
        color: inherit;
        font-size: inherit;
      }
      .words .panel {
        display: block;
        padding-block: 0 var(--haven-space-2);
        > * {
          margin: 0;
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
