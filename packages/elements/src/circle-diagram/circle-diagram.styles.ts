import { cardStyles } from './card.styles.js';
import { listStyles } from './list.styles.js';
import { mapStyles } from './map.styles.js';
import { printStyles } from './print.styles.js';
import { ringStyles } from './ring.styles.js';

/** The circle's own CSS, in the order of the cascade; the sheets of `@havenkit/tokens` style the native elements inside. */
export const styles = [cardStyles, mapStyles, listStyles, ringStyles, printStyles];
