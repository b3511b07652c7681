import { CircleDiagram } from './circle-diagram.js';

declare global {
  interface HTMLElementTagNameMap {
    'haven-circle-diagram': CircleDiagram;
  }
}

CircleDiagram.define();
