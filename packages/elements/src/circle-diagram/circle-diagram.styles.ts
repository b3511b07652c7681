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
import { cardStyles } from './card.styles.js';
import { listStyles } from './list.styles.js';
import { mapStyles } from './map.styles.js';
import { printStyles } from './print.styles.js';
import { ringStyles } from './ring.styles.js';

/** Style sheets of the shadow root, in the order of the cascade. */
export const styles = sharedStyles(
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
  cardStyles,
  mapStyles,
  listStyles,
  ringStyles,
  printStyles,
);
